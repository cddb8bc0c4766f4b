"""Imports point one way, as the list in docs/architecture.md has it, and a check loads nothing heavy."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck

PACKAGE = Path(factcheck.__file__).parent
DOC = Path(__file__).parents[2] / "docs" / "architecture.md"
HEAVY = {"pandas", "pint", "numpy", "rich", "pydantic", "typer", "click", "hypothesis", "pytest"}

# What may look upwards, and why.
UPWARDS = {
    ("values", "reports.tables"): "Report.to_frame is a method because callers look for it there; loaded when it is called",
}


def layers() -> list[set[str]]:
    """The rooms from the bottom up; several on one line may not import each other."""
    block = re.search(r"```layers\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None, "docs/architecture.md has a list of the layers"
    return [set(line.partition("#")[0].split()) for line in block[1].splitlines() if line.partition("#")[0].strip()]


RANK = {room: rank for rank, rooms in enumerate(layers()) for room in rooms}


def modules() -> dict[str, Path]:
    """Every module by its name below the package; the package itself is "factcheck"."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        if parts[0].startswith("_") and parts[0] not in ("__init__", "__main__"):      # rules and data of a wheel
            continue
        found[".".join(part for part in parts if part != "__init__") or "factcheck"] = path
    return found


MODULES = modules()


def room(module: str) -> str:
    """The longest name in the list that the module lies in."""
    while module not in RANK and "." in module:
        module = module.rpartition(".")[0]
    return module


def is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in (getattr(node.test, "id", ""), getattr(node.test, "attr", ""))


def imports(tree: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    """Every import that is carried out, those inside functions included; those for type checkers only are not."""
    for node in ast.iter_child_nodes(tree):
        if is_type_checking(node):
            continue
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        yield from imports(node)


def imported(name: str) -> Iterator[tuple[str, int]]:
    """The modules of the package that a module imports, with lines."""
    path = MODULES[name]
    package = [] if name == "factcheck" else name.split(".")[: None if path.name == "__init__.py" else -1]
    for node in imports(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names if alias.name.split(".")[0] == "factcheck"]
            for target in targets:
                yield target.partition(".")[2] or "factcheck", node.lineno
            continue
        if node.level:
            base = package[: len(package) - node.level + 1]
        elif node.module and node.module.split(".")[0] == "factcheck":
            base = []
        else:
            continue
        inside = [*base, *(node.module.split(".") if node.module and node.level else (node.module or "").split(".")[1:])]
        for alias in node.names:
            target = ".".join([*inside, alias.name])
            yield (target if target in MODULES else ".".join(inside) or "factcheck"), node.lineno


def test_every_module_has_a_layer() -> None:
    homeless = [name for name in MODULES if room(name) not in RANK]
    assert not homeless, f"name them in the list of layers in {DOC.name}"
    empty = [name for name in RANK if not any(room(module) == name for module in MODULES)]
    assert not empty, f"{DOC.name} lists layers that are not there"


@pytest.mark.parametrize("name", MODULES)
def test_imports_point_down(name: str) -> None:
    here = room(name)
    wrong = [
        f"{MODULES[name].relative_to(PACKAGE.parent)}:{line} imports {target}, which lies {'above' if RANK[room(target)] > RANK[here] else 'beside'} it"
        for target, line in imported(name)
        if room(target) != here and RANK[room(target)] >= RANK[here] and (name, target) not in UPWARDS and target != "factcheck"
    ]
    assert not wrong


@pytest.mark.parametrize("name", MODULES)
def test_the_package_itself_gives_only_its_version(name: str) -> None:
    """``from . import __version__`` is what lower rooms may ask of the package; check_text and its like are for users."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    asked = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module is None for alias in node.names
             if node.level == len(name.split(".")) - (MODULES[name].name == "__init__.py")}
    assert not asked & {"check_text", "check_texts", "check_file"}


def test_exceptions_are_still_needed() -> None:
    stale = [pair for pair in UPWARDS if pair[1] not in {target for target, _ in imported(pair[0])}]
    assert not stale


def test_no_cycle_inside_a_room() -> None:
    """Within a room, too, modules that load each other at import would depend on who comes first."""
    def at_import(name: str) -> set[str]:
        tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
        inside = {id(node) for f in ast.walk(tree) if isinstance(f, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(f)}
        lines = {node.lineno for node in imports(tree) if id(node) not in inside}
        return {target for target, line in imported(name) if line in lines and target not in (name, "factcheck")}

    graph = {name: at_import(name) for name in MODULES}
    while leaves := [name for name, targets in graph.items() if not targets & graph.keys()]:
        for name in leaves:
            del graph[name]
    assert not graph, "these import each other"


CHECK = """
import sys
import factcheck
report = factcheck.check_text("Sales rose 50% from 20 to 25 million. AI training compute doubled every 3 to 4 months after 2012.\\n"
                              "进口额由1.44亿元增至1.80亿元，增长32%。2012年后AI训练算力每3-4个月翻一番，即每年10倍。")
assert {f.code for f in report.findings} >= {"CHG201"}, report.findings
print(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def test_a_check_loads_nothing_heavy() -> None:
    """The first run fills the cache, which pint and the reference importer may take part in; the second must do without them."""
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", CHECK], capture_output=True, text=True, check=True, encoding="utf-8")
    assert not HEAVY & set(done.stdout.split())


@pytest.mark.parametrize("name", ["values", "engine", "judge", "relations", "reference.check", "text.language", "run", "__main__", "readers", "reports"])
def test_a_module_on_the_path_of_a_check_loads_nothing_heavy(name: str) -> None:
    code = f"import sys, factcheck.{name}; print(' '.join({{m.partition('.')[0] for m in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split())


def test_no_module_names_a_heavy_package_at_the_top_that_a_check_imports() -> None:
    """Whoever needs one imports it inside the function that does; only the typer command line is made of typer."""
    wrong = []
    for name, path in MODULES.items():
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            wrong += [f"{name}: {n}" for n in names if n.partition(".")[0] in HEAVY and name not in {"cli", "reference.commands"}]
    assert not wrong
