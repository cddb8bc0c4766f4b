"""Words are data: no Chinese character, and no list of English words, stands in the code that reads texts or judges them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck

PACKAGE = Path(factcheck.__file__).parent
ROOMS = ("text", "relations")
HAN = re.compile(r"[\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
ENGLISH = re.compile(r"[A-Za-z]{2,}\)?\|[A-Za-z]{2,}\|[A-Za-z]{2,}")             # alternatives of a pattern
EVERYTHING = "*"

# Where they may stand: module, name that they are assigned to or function that they stand in, and why.
HAN_ALLOWED = {
    ("text/numerals/zh_words.py", EVERYTHING): "the characters of numerals: their grammar",
    ("text/document.py", "_YMD"): "the date of an article is read before any language is unpacked",
    ("text/document.py", "_FRONT"): "numbers of items and datelines are layout: sentences are parted before their language is known",
    ("relations/_show.py", "HAN"): "a figure is written as its author wrote it",
    ("relations/_show.py", "DOUBLINGS"): "the same",
    ("relations/_show.py", "DOUBLED"): "the same",
    ("relations/_show.py", "COUNTED"): "the same",
    ("relations/_show.py", "WRITTEN"): "the same",
    ("relations/_show.py", "MORE"): "the same",
    ("relations/_show.py", "MYRIADS"): "the same",
    ("relations/_show.py", "WORDS"): "the same",
    ("relations/_show.py", "TENTHS"): "the same",
    ("relations/_show.py", "TIMES"): "the same",
    ("relations/_show.py", "TURNED"): "the same",
    ("relations/calendar.py", "CLOCK"): "a time of the day as it is printed",
    ("text/clocks.py", "_CLOCK"): "the same",
    ("text/clocks.py", "WORDS"): "the same",
}
ENGLISH_ALLOWED = {
    ("text/numerals/en_words.py", EVERYTHING): "the words of numerals: their grammar",
    ("text/document.py", "_MDY"): "the date of an article is read before any language is unpacked",
    ("text/document.py", "_DMY"): "the same",
}


def modules() -> list[str]:
    return [str(path.relative_to(PACKAGE).as_posix()) for room in ROOMS for path in sorted((PACKAGE / room).rglob("*.py"))]


def said(node: ast.AST, place: str = "") -> Iterator[tuple[str, ast.expr, str]]:
    """Every string constant with the top-level name it stands under; docstrings, and wording under the key of its language, left out."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, ast.Dict):
            wording = {id(value) for key, value in zip(child.keys, child.values, strict=True)
                       if isinstance(key, ast.Constant) and key.value in ("en", "zh")}
            for part in (*child.keys, *child.values):
                if part is not None and id(part) not in wording:
                    yield from said(ast.Expression(part), place)
            continue
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield place, child, child.value
        name = place
        if not place and isinstance(child, ast.FunctionDef | ast.ClassDef):
            name = child.name
        elif not place and isinstance(child, ast.Assign | ast.AnnAssign):
            target = child.targets[0] if isinstance(child, ast.Assign) else child.target
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            name = " ".join(ast.unparse(name) for name in names)
        yield from said(child, name)


def written(module: str) -> list[tuple[str, int, str]]:
    """Strings as the source has them, so that an escaped range of characters is no word."""
    source = (PACKAGE / module).read_text(encoding="utf-8")
    return [(place, node.lineno, value) for place, node, value in said(ast.parse(source))
            if not HAN.search(value) or HAN.search(ast.get_source_segment(source, node) or value)]


def found(module: str, words: re.Pattern[str]) -> set[tuple[str, str, int]]:
    return {(module, place, line) for place, line, value in written(module) if words.search(value)}


@pytest.mark.parametrize(("words", "allowed"), [(HAN, HAN_ALLOWED), (ENGLISH, ENGLISH_ALLOWED)], ids=["Chinese", "English"])
@pytest.mark.parametrize("module", modules())
def test_words_stand_in_rules(module: str, words: re.Pattern[str], allowed: dict[tuple[str, str], str]) -> None:
    wrong = [f"{module}:{line} {place}" for _, place, line in sorted(found(module, words))
             if not {(module, place), (module, EVERYTHING)} & allowed.keys()]
    assert not wrong, "words belong to rules/<lang>/words*.toml, units to data/units.toml; code asks for their group or setting"


def test_exceptions_are_still_needed() -> None:
    for words, allowed in ((HAN, HAN_ALLOWED), (ENGLISH, ENGLISH_ALLOWED)):
        there = {pair for module in modules() for _, place, _ in found(module, words) for pair in ((module, place), (module, EVERYTHING))}
        assert not allowed.keys() - there


def test_the_words_of_the_nearest_figures_are_for_their_rooms() -> None:
    """What other links ask for is called by what it means, not by the rooms that need it, too."""
    asked = re.compile(r"\bnearest_\w+")
    assert [m for m in modules() if not m.startswith("text/across/nearest/") and asked.search((PACKAGE / m).read_text(encoding="utf-8"))] == []
