"""The pattern language of rules, and its compilation to ``regex`` over the type string of a sentence.

A pattern is items between spaces (docs/architecture.md has the table).  Every item becomes a character class or a group, so a
pattern cannot backtrack far: gaps are bounded and lazy.  Errors name file, line and remedy.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping

from ..errors import FactcheckError, toml_problem
from ..frozen import replace
from ..patterns import regex
from ..typed import Any
from ..values import NUMBER, ROLES
from .conditions import CONDITIONS
from .lexicon import FIRST_TYPE, UNKNOWN, Lexicon
from .rules import AMOUNTS, MOST, OPTIONS, RUN, STEPS, TYPES, Compiled, Rule, counted

BARRIER = "barrier"                      # words that no gap crosses ("while", 而)
GAP_STOPS = ";:()APFTXRG"
TIGHT_GAP, SHORT_GAP, LONG_GAP = 3, 8, 16
MANY = 6                                 # most words that <group>* stands for
DEEPEST = 20                             # most brackets within brackets
KEYS = {"id", "relation", "pattern", "options", "avoid", "unless", "where", "yes", "no", "todo", "note"}
UNNAMED = "_"                            # a role that only stands there: matched, not part of the claim


class RuleError(FactcheckError):
    """A rule file that cannot be used: file, line, what is wrong and the remedy."""

    def __init__(self, path: str, line: int, text: str) -> None:
        super().__init__(f"{path}:{line}: {text}" if line else f"{path}: {text}")


COMMON = {"A": 150, "w": 200, "D": 60, "Y": 60, "d": 60, "O": 60, "P": 40, "(": 40}      # how often these stand for one of a cue
FREQUENT = 120                           # and the little words of a language


def read_rules(lang: str, folders: Iterable[str]) -> list[Rule]:
    """Every rule of a language; raises RuleError at the first that cannot be used."""
    rules: list[Rule] = []
    seen: dict[str, str] = {}
    for folder in folders:
        room = os.path.join(folder, lang)
        for name in sorted(os.listdir(room)) if os.path.isdir(room) else ():
            path = os.path.join(room, name)
            if not name.endswith(".toml") or name.startswith("words") or name == "shapes.toml":
                continue
            for rule in read_rule_file(path, len(rules)):
                if rule.id in seen:
                    raise RuleError(path, rule.line, f'rule id "{rule.id}" is taken by {seen[rule.id]}; give this one another id')
                seen[rule.id] = path
                rules.append(rule)
    return rules


def read_rule_file(path: str, order: int = 0) -> list[Rule]:
    """The rules of one file."""
    import tomllib

    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8")
        table = tomllib.loads(text)
    except OSError as error:
        raise RuleError(path, 0, f"cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        place = regex.search(r"line (\d+)", str(error))
        raise RuleError(path, int(place[1]) if place else 0, toml_problem(error)) from error
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "[[rule]]"]
    rows = table.get("rule", [])
    strange = min(set(table) - {"rule"}, default="") or ("" if isinstance(rows, list) else "rule")
    if strange:
        at = next((n for n, line in enumerate(text.splitlines(), 1) if regex.match(rf"\s*\[*\s*{regex.escape(strange)}\b", line)), 0)
        raise RuleError(path, at, f'a rule file holds [[rule]] tables and nothing else; "{strange}" is none')
    rules = []
    for number, row in enumerate(rows):
        line = lines[number] if number < len(lines) else 0
        unknown = set(row) - KEYS
        if unknown:
            raise RuleError(path, line, f'unknown key "{min(unknown)}"; a rule has {", ".join(sorted(KEYS))}')
        for key in ("id", "relation", "pattern"):
            if not row.get(key):
                raise RuleError(path, line, f'a rule needs "{key}"')
            if not isinstance(row[key], str) and not (key == "pattern" and isinstance(row[key], list)):
                raise RuleError(path, line, f'"{key}" is a text in quotes{", or a list of them" if key == "pattern" else ""}')
        for key in ("options", "where"):
            if not isinstance(row.get(key, {}), dict):
                raise RuleError(path, line, f'"{key}" is a table: {key} = {{ name = "value" }}')
        for key in ("yes", "no", "todo", "avoid", "unless"):
            if not isinstance(row.get(key, []), list):
                raise RuleError(path, line, f'"{key}" is a list: {key} = [ … ]')
        if not row.get("yes") or not row.get("no"):
            raise RuleError(path, line, f'rule "{row["id"]}" needs at least one "yes" and one "no" example: {{ text = "…" }}')
        for key in ("yes", "no", "todo"):
            if not all(isinstance(example, dict) and example.get("text") for example in row.get(key, ())):
                raise RuleError(path, line, f'each "{key}" example is a table with "text": {{ text = "…" }}')
        unknown = set(row.get("where", {})) - set(CONDITIONS)
        if unknown:
            raise RuleError(path, line, f'no condition "{min(unknown)}"; "where" knows {", ".join(sorted(CONDITIONS))}')
        for name, value in row.get("options", {}).items():
            if isinstance(value, list | dict) or name == "priority" and not regex.fullmatch(r"-?[0-9]{1,3}", str(value)):
                wanted = 'a whole number: priority = "1"' if name == "priority" else "a text"
                raise RuleError(path, line, f'the option "{name}" is {wanted}')
        pattern = row["pattern"]
        patterns = (pattern,) if isinstance(pattern, str) else tuple(pattern)
        for one in patterns:
            _parse(one, path, line)
        rules.append(Rule(row["id"], row["relation"], patterns, {k: str(v) for k, v in row.get("options", {}).items()},
                          tuple(row["yes"]), tuple(row["no"]), tuple(row.get("todo", ())), path, line, order + number,
                          tuple(row.get("avoid", ())), tuple(row.get("unless", ())), dict(row.get("where", {}))))
    return rules


def complaint(rule: Rule, options: Mapping[str, tuple[str, ...]]) -> str:
    """What is wrong with the options of a rule, beside those of every rule these are known; "" if nothing is."""
    known = {**OPTIONS, **options}
    for name, value in rule.options.items():
        if name not in known:
            return f'no option "{name}"; the relation "{rule.relation}" has {", ".join(sorted(known))}'
        values = known[name]
        if values == NUMBER:
            strange = [] if regex.fullmatch(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?", value) else [value]
        else:
            values = tuple(regex.findall(r"\{([a-z_0-9]+)", " ".join(rule.patterns))) if values == ROLES else values
            strange = [word for word in (value.split() if known[name] == ROLES else [value]) if values and word not in values]
        if strange:
            return f'the option "{name}" cannot be "{strange[0]}"; it is {" or ".join(sorted(set(values)))}'
    return ""


# -- the pattern language -----------------------------------------------------------------------------------------------------------

ITEM = regex.compile(r"\s*(?:(?P<slot>\{(?P<role>[a-z_0-9]+)(?::(?P<type>[a-z]+))?\}(?P<many>\+)?)"
                     r"|(?P<gap>\.{1,3}(?=[\s)\]]|$))|(?P<not>!(?=\S))|(?P<open>[(\[])|(?P<close>[)\]])(?P<more>\+)?"
                     r"|(?P<bar>\|)|(?P<group>[<‹][a-z_0-9,-]+[>›]\*?)|(?P<mark>\\[().]|[,;:]|[-$](?=[\s)\]]|$))|(?P<word>[^\s()\[\]{}<>‹›|,;:]+))")
Node = tuple[str, Any]
Counts = tuple[int, int, int]            # figures, of which amounts, of which steps


def _parse(pattern: str, path: str = "", line: int = 0) -> list[Node]:
    """A pattern as nodes: ("slot", (role, type, many)), ("gap", n), ("group", g), ("word", w), ("mark", m), ("optional", branches) …"""
    stack: list[tuple[str, list[list[Node]]]] = [("", [[]])]
    pos = 0
    joined = False
    while pos < len(pattern.rstrip()):
        found = ITEM.match(pattern, pos)
        if found is None:
            raise RuleError(path, line, f'pattern "{pattern}": cannot read "{pattern[pos:pos + 12]}"')
        spaced = found.start() < found.end() and pattern[pos].isspace()
        pos = found.end()
        branches = stack[-1][1]
        node: Node
        if found["slot"]:
            kind = found["type"] or "any"
            if kind not in TYPES:
                raise RuleError(path, line, f'pattern "{pattern}": no type "{kind}"; known are {", ".join(sorted(TYPES))}')
            node = ("slot", (found["role"], kind, bool(found["many"])))
        elif found["gap"]:
            node = ("gap", (TIGHT_GAP, SHORT_GAP, LONG_GAP)[len(found["gap"]) - 1])
        elif found["not"]:
            node = ("not", None)
        elif found["group"]:
            node = ("many", found["group"][1:-2]) if found["group"].endswith("*") else ("group", found["group"][1:-1])
        elif found["mark"]:
            node = ("mark", found["mark"][-1])
        elif found["word"]:
            if not found["word"].strip("."):
                raise RuleError(path, line, f'pattern "{pattern}": a space belongs behind the gap "{found["word"]}"')
            node = ("word", found["word"].replace("_", " ").lower())
        elif found["open"]:
            if len(stack) > DEEPEST:
                raise RuleError(path, line, f"a pattern nests its brackets more than {DEEPEST} deep; write several patterns")
            stack.append((found["open"], [[]]))
            continue
        elif found["bar"]:
            if len(stack) > 1 and (spaced or not joined):
                branches.append([])
            elif branches[-1]:
                joined = True
                last = branches[-1].pop()
                branches[-1].append(("either", [last]) if last[0] != "either" else last)
            else:
                raise RuleError(path, line, f'pattern "{pattern}": "|" stands between two items')
            if len(stack) > 1:
                joined = False
            continue
        else:
            opener, done = stack.pop() if len(stack) > 1 else ("", [])
            if (opener, found["close"]) not in (("(", ")"), ("[", "]")):
                raise RuleError(path, line, f'pattern "{pattern}": brackets do not match')
            branches = stack[-1][1]
            node = ("optional" if opener == "[" else "repeat" if found["more"] else "any", done)
        if joined and branches[-1] and branches[-1][-1][0] == "either":
            branches[-1][-1][1].append(node)
            joined = False
        else:
            branches[-1].append(node)
    if len(stack) != 1:
        raise RuleError(path, line, f'pattern "{pattern}": a bracket is not closed')
    if joined:
        raise RuleError(path, line, f'pattern "{pattern}": "|" stands between two items')
    return stack[0][1][0]


def literals(rules: Iterable[Rule]) -> set[str]:
    """The words that stand literally in patterns."""
    found: set[str] = set()

    def walk(nodes: list[Node]) -> None:
        for kind, value in nodes:
            if kind == "word":
                found.add(value)
            elif kind == "either":
                walk(value)
            elif kind in ("optional", "any", "repeat"):
                for branch in value:
                    walk(branch)

    for rule in rules:
        for pattern in rule.patterns:
            walk(_parse(pattern, rule.path, rule.line))
    return found


class _Compiler:
    def __init__(self, lexicon: Lexicon, rule: Rule) -> None:
        self.lexicon, self.rule = lexicon, rule
        self.barrier = "".join(self.chars(name) for name in (BARRIER, *rule.avoid) if name != BARRIER or BARRIER in lexicon.chars)
        self.roles: list[str] = []
        frequent = (lexicon.words.get(word) for word in lexicon.settings.get("frequent", ()))
        self.frequent = frozenset(entry.char for entry in frequent if entry is not None)

    def sequence(self, nodes: list[Node]) -> str:
        parts = []
        for k, (kind, value) in enumerate(nodes):
            if kind != "not":
                part = self.node(kind, value)
                parts.append(f"(?!{part})" if k and nodes[k - 1][0] == "not" else part)
        return "".join(parts)

    def gap(self, size: int) -> str:
        comma = "" if size > SHORT_GAP else ","
        return f"[^{comma}{GAP_STOPS}{_ends(self.barrier)}]{{0,{size}}}?"

    def node(self, kind: str, value: Any) -> str:
        if kind == "slot":
            role, type_, many = value
            chars = TYPES[type_]
            if role == UNNAMED:
                return f"[{chars}]"
            if role not in self.roles:
                self.roles.append(role)
            one = f"(?P<{role}>[{chars}])"
            if not many:
                return one
            between = f"[^;()APFTXRG{_ends(self.barrier)}]{{1,{LONG_GAP}}}?"
            return f"{one}(?:{between}(?P<{role}>[{chars}]))+"
        if kind == "gap":
            return self.gap(value)
        if kind == "mark" and value == "$":                                 # the clause ends here
            return "(?=[,;:.()-]|$)"
        if kind == "mark":
            return str(regex.escape(value))
        if kind == "either":
            return "(?:" + "|".join(self.node(k, v) for k, v in value) + ")"
        if kind == "optional":
            return "(?:" + "|".join(self.sequence(branch) for branch in value) + ")?"
        if kind in ("any", "repeat"):
            return "(?:" + "|".join(self.sequence(branch) for branch in value) + (")+" if kind == "repeat" else ")")
        group = "=" + value if kind == "word" else value
        chars = _ends(self.chars(group))
        if kind == "many":
            return f"[{chars}]{{0,{MANY}}}"
        if kind == "group" and any(f"{name}_{way}" in self.lexicon.chars for name in group.split(",") for way in ("up", "down")):
            return f"(?P<_dir>[{chars}])"
        return f"[{chars}]"

    def chars(self, group: str) -> str:
        """The types of a group, of several ("a,b"), or of one less another ("a,-b")."""
        chars: dict[str, None] = {}
        for name in [group] if group.startswith("=") else group.split(","):
            own = self.lexicon.chars.get(name.removeprefix("-"), UNKNOWN if name == "unknown" else "")
            if not own:
                from difflib import get_close_matches

                near = get_close_matches(name.removeprefix("-"), [g for g in self.lexicon.chars if not g.startswith("=")])
                hint = f"did you mean {' or '.join(near)}?" if near else "add it under [groups] of a words*.toml"
                text = f'rule "{self.rule.id}": no word group <{name}> in words.toml; {hint}'
                raise RuleError(self.rule.path, self.rule.line, text)
            for char in own:
                chars.pop(char, None) if name.startswith("-") else chars.setdefault(char)
        if not chars:
            raise RuleError(self.rule.path, self.rule.line, f'rule "{self.rule.id}": <{group}> has no words')
        return "".join(chars)

    # -- what a sentence must hold for the pattern to be worth trying ------------------------------------------------------------------

    def needs(self, nodes: list[Node]) -> tuple[list[str], Counts]:
        """The character sets of which each must occur, and how many figures, amounts and steps at least."""
        found: list[str] = []
        least = (0, 0, 0)
        for k, (kind, value) in enumerate(nodes):
            if k and nodes[k - 1][0] == "not":
                continue
            if kind == "slot":
                chars = TYPES[value[1]]
                found.append(chars)
                more = 1 + bool(value[2])
                least = _add(least, (more, more * (AMOUNTS.issuperset(chars)), more * (STEPS.issuperset(chars))))
            elif kind == "mark" and value in "(;:":
                found.append(value)
            elif kind in ("group", "word"):
                found.append(self.chars("=" + value if kind == "word" else value))
            elif kind in ("either", "any", "repeat"):
                branches = [self.needs([one]) if kind == "either" else self.needs(one) for one in value]
                least = _add(least, tuple(min((counts[n] for _, counts in branches), default=0) for n in range(3)))
                if branches and all(sets for sets, _ in branches):
                    telling = [min(sets, key=lambda chars: _commonness(chars, self.frequent)) for sets, _ in branches]
                    found.append("".join(dict.fromkeys("".join(telling))))
        return found, least


def _ends(chars: str) -> str:
    """The inside of a character class: of types that lie side by side only the first and the last are named."""
    codes = sorted({ord(char) for char in chars if ord(char) >= FIRST_TYPE})
    runs: list[list[int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    named = [chr(a) if a == b else f"{chr(a)}{'-' * (b > a + 1)}{chr(b)}" for a, b in runs]
    return "".join(char for char in chars if ord(char) < FIRST_TYPE) + "".join(named)


def _add(a: Counts, b: tuple[int, ...]) -> Counts:
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


def _commonness(chars: str, frequent: Collection[str]) -> int:
    """How little a character set tells: figures and the little words of a language are everywhere, a lone cue hardly anywhere."""
    return sum(FREQUENT if char in frequent else COMMON.get(char, 15 if ord(char) < FIRST_TYPE else 1) for char in chars)


def _index(result: Compiled, number: int, least: Counts, sets: list[str], bits: dict[str, int], frequent: Collection[str]) -> None:
    """Index a pattern under its most telling set of types, for every count of figures that is enough for it."""
    telling, *others = sorted(sets, key=lambda chars: _commonness(chars, frequent))
    needed = counted(*least[1:])
    for chars in dict.fromkeys(others):
        if chars not in bits:
            bits[chars] = result.everything + 1
            result.everything |= bits[chars]
            for char in chars:
                result.holds[char] = result.holds.get(char, 0) | bits[chars]
        needed |= bits[chars]
    row, index = (number, needed), result.runs if RUN in result.matchers[number][0].options else result.index
    for count in range(min(least[0], MOST), MOST + 1):
        for char in telling:
            index[count].setdefault(char, []).append(row)


def compile_rules(rules: Iterable[Rule], lexicon: Lexicon) -> Compiled:
    """Every pattern compiled, indexed by its most telling item, with what else a sentence must hold."""
    from regex import compile as compile_now  # they are packed compiled; nothing is gained by waiting

    result = Compiled()
    bits: dict[str, int] = {}                    # of sets of types
    for rule in rules:
        roles: set[str] = set()
        kept = replace(rule, patterns=(), yes=(), no=(), todo=(), avoid=(), unless=(), path="", line=0)   # what a check needs of it
        for pattern in rule.patterns:
            compiler = _Compiler(lexicon, rule)
            nodes = _parse(pattern, rule.path, rule.line)
            source = compiler.sequence(nodes)
            roles.update(compiler.roles)
            number = len(result.matchers)
            result.matchers.append((kept, compile_now(source), tuple(compiler.roles)))
            if "hint" in rule.options:
                result.hinted[number] = rule.options["hint"]
            if rule.unless:
                result.unless[number] = "".join(map(compiler.chars, rule.unless))
            sets, least = compiler.needs(nodes)
            if not sets:
                text = f'rule "{rule.id}": the pattern needs at least one figure or word outside [ ] and ( | )'
                raise RuleError(rule.path, rule.line, text)
            _index(result, number, least, sets, bits, compiler.frequent)
        hint = rule.options.get("hint", "")
        if hint and hint not in lexicon.settings.get("hints", {}):
            raise RuleError(rule.path, rule.line, f'rule "{rule.id}": "{hint}" is no list under [language.hints]')
        for name, value in rule.where.items():
            wrong = CONDITIONS[name].complaint(value, roles, lexicon.settings.get("around", {}))
            if wrong:
                raise RuleError(rule.path, rule.line, f'rule "{rule.id}": the condition "{name}": {wrong}')
    return result
