"""The flow has one direction, and words of a language have one home."""

import ast
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from string import ascii_lowercase

import pytest

from graph.extract.parsing.word import Word
from graph.knowledge import PARTS

ROOT = Path(__file__).parent.parent / "graph"
MODULES = sorted(ROOT.rglob("*.py"))
EXTRACT = ROOT / "extract"

# Parts import from parts to their left only. Adding a part means placing it here.
ORDER = [
    *(
        "errors",
        "undisturbed",
        "grouped",
        "terminal",
        "files",
        "encoding",
        "userfile",
    ),  # what everything may use
    *("quickjson", "web", "model"),
    *("relations", "traits", "languages", "text"),
    *("read", "fetch", "actors", "knowledge", "lookup", "extract", "unlinked"),  # the flow
    *("decisions", "merge", "voices", "contests", "summary", "network", "wire"),
    *("particulars", "duplicates", "careful", "storefile", "store", "intake"),
    *(
        "page",
        "export",
        "rdf",
        "analysis",
        "stored",
        "passing",
        "outcome",
        "engines",
        "outputs",
        "pipeline",
    ),
    *("explain", "evaluate", "update"),  # for whoever tunes it
    "console",  # for the command line alone
]

# The steps of ``extract`` are folders, and import from those to their left only.
STEPS = [
    *("selection", "parsing", "grammar", "frames", "reference", "unsaid", "slots"),
    *("factuality", "setting", "attribution"),
]
STEP_MODULES = [path for path in MODULES if path.parent != EXTRACT and EXTRACT in path.parents]

#: Letters with an accent, or of another script, in a word of some length: a letter range of a
#: regular expression is not a word.
_FOREIGN = re.compile(r"(?=[^\W\d_]{3})[a-zA-Z]*[^\W\d_a-zA-Z]")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path, whole: str = "graph") -> Iterator[str]:
    """Yield the parts of ``graph``, or of a package in it, that a file imports, wherever in it."""
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            modules = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        else:
            continue
        for module in modules:
            assert module.partition(".")[0] != "cli", "the library does not know the command line"
            if module.startswith(f"{whole}."):
                yield module.removeprefix(f"{whole}.").partition(".")[0]


def test_order_has_every_part() -> None:
    parts = {path.relative_to(ROOT).parts[0].removesuffix(".py") for path in MODULES}
    assert parts - {"__init__"} <= set(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_import_points_back(path: Path) -> None:
    part = path.relative_to(ROOT).parts[0].removesuffix(".py")
    # The package itself is the front door for Python: it loads what it is asked for.
    allowed = ORDER[: ORDER.index(part) + 1] if part in ORDER else ["analysis"]
    assert set(imported(path)) & set(ORDER) <= set(allowed)


def test_every_step_of_the_extraction_is_in_its_order() -> None:
    assert {path.relative_to(EXTRACT).parts[0] for path in STEP_MODULES} == set(STEPS)


@pytest.mark.parametrize("path", STEP_MODULES, ids=name)
def test_a_step_of_the_extraction_knows_only_those_before_it(path: Path) -> None:
    step = path.relative_to(EXTRACT).parts[0]
    # "watch" is told of every step, "once" looks up tables for all of them.
    allowed = {*STEPS[: STEPS.index(step) + 1], "watch", "once"}
    assert set(imported(path, "graph.extract")) <= allowed


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the string literals of a file with their lines, but for docstrings."""
    tree = parse(path)
    documentation = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in documentation:
            # A set of letters is not a word.
            yield node.lineno, str(node.value).replace(ascii_lowercase, " ")


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_code_holds_no_words_of_a_language(path: Path) -> None:
    """Words are data: in ``graph/languages``, and names in ``graph/actors/data``."""
    assert [(line, text) for line, text in strings(path) if _FOREIGN.search(text)] == []


def test_the_version_of_the_rules_covers_all_that_statements_depend_on() -> None:
    """What is not in it may change without an article being read again."""
    parts = {part.partition(".")[0] for part in PARTS}
    for part in PARTS:
        files = [ROOT / part] if part.endswith(".py") else (ROOT / part).rglob("*.py")
        for path in files:
            assert set(imported(path)) & set(ORDER) <= parts, name(path)
    held = {path.suffix for part in PARTS for path in (ROOT / part).rglob("*") if path.is_file()}
    assert held - {"", ".pyc", ".md", ".txt"} <= {".py", ".toml", ".csv", ".tsv"}


@pytest.mark.parametrize("path", sorted(EXTRACT.rglob("*.py")), ids=str)
def test_nobody_writes_to_a_word(path: Path) -> None:
    """It is not frozen, for speed; repairs put another in its place."""
    fields = {field.name for field in dataclasses.fields(Word)}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    written = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    written = [node for node in written if isinstance(node.ctx, ast.Store | ast.Del)]
    others = [node for node in written if not ast.unparse(node.value).startswith("self")]
    assert [node.attr for node in others if node.attr in fields] == []


def test_the_library_neither_prints_nor_exits_nor_reads_the_environment() -> None:
    forbidden = {"print", "exit", "quit", "environ", "getenv"}
    for path in (path for path in MODULES if path.parent.name != "console"):
        for node in ast.walk(parse(path)):
            called = node.id if isinstance(node, ast.Name) else getattr(node, "attr", None)
            assert called not in forbidden, f"{name(path)}: {called}"
