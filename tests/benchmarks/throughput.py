"""What each stage of a check costs: run by hand, ``python tests/benchmarks/throughput.py TEXT [TEXT …]``.  Prints ratios, never times alone.

A text is cut into documents of some 4,000 characters.  For each document and stage the quickest of several runs counts, so that a busy machine
hardly matters; the measure is a plain scan for digits of the same document in the same round, and a stage is given in scans and in per cent
of the whole check.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import regex

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))

from factcheck import engine
from factcheck.text import across, claims, language, quantities
from factcheck.text.document import parse, script, sentences
from factcheck.text.freezing import freeze
from factcheck.text.lexer import lex

SIZE, ROUNDS = 4000, 5


def documents(text: str) -> list[str]:
    """Whole lines, joined to documents."""
    found: list[list[str]] = []
    size = SIZE + 1
    for line in text.split("\n"):
        if size > SIZE:
            found.append([])
            size = 0
        found[-1].append(line)
        size += len(line)
    return ["\n\n".join(lines) for lines in found]


class Stopwatch:
    """The quickest run of each stage, document by document."""

    def __init__(self) -> None:
        self.best: dict[str, dict[int, float]] = {}

    def take(self, name: str, number: int, work: Callable[[], Any]) -> Any:
        start = time.process_time()
        result = work()
        spent = time.process_time() - start
        known = self.best.setdefault(name, {})
        known[number] = min(known.get(number, spent), spent)
        return result

    def total(self, name: str) -> float:
        return sum(self.best[name].values())


def stages(watch: Stopwatch, number: int, text: str) -> None:
    """One round over one document."""
    settings, table = engine.Settings(), language.load((), True)
    watch.take("digit scan", number, lambda: regex.findall("[0-9]+", text))
    document = watch.take("parse", number, lambda: parse(text))
    places = watch.take("sentences", number, lambda: [(*place, table[script(text, *place[:2], document.lang)]) for place in sentences(document)])
    lexed = watch.take("lex", number, lambda: [lex(text, start, end, words) for start, end, _, words in places])
    read = watch.take("quantities", number, lambda: [
        quantities.read(text, tokens, words, start, opens) for tokens, (start, _, opens, words) in zip(lexed, places, strict=True)])
    frozen = watch.take("freeze", number, lambda: [
        {i: freeze(text, tokens, i, place[3]) for i, token in enumerate(tokens) if token.figure is not None}
        for tokens, place in zip(read, places, strict=True)])
    watch.take("match rules", number, lambda: [
        claims.matches(tokens, place[3], figures, text) for tokens, figures, place in zip(read, frozen, places, strict=True) if figures])
    known = engine.read(document, settings)
    watch.take("across sentences", number, lambda: across.link(document, known, table))
    watch.take("check", number, lambda: engine.check(document, settings))


def main(paths: list[str]) -> None:
    for path in paths:
        texts = documents(Path(path).read_text(encoding="utf-8"))
        watch = Stopwatch()
        stages(Stopwatch(), 0, texts[0])                     # what is loaded when it is first used
        gc.disable()
        for _ in range(ROUNDS):
            for number, text in enumerate(texts):
                stages(watch, number, text)
        gc.enable()
        scan, check = watch.total("digit scan"), watch.total("check")
        lines = [f"{path}: {len(texts)} documents, the check runs at {100 * scan / check:.2f} % of a digit scan"]
        named = 0.0
        for name in watch.best:
            spent = watch.total(name)
            named += spent if name not in ("digit scan", "parse", "check") else 0
            lines.append(f"  {name:18s} {spent / scan:7.1f} scans  {100 * spent / check:5.1f} %")
        lines.append(f"  {'rest of the check':18s} {(check - named) / scan:7.1f} scans  {100 * (check - named) / check:5.1f} %")
        sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
