"""What the compiler cannot do, or does otherwise than Python, stands nowhere in what it compiles.

Compiling takes minutes, so that ``make compiled`` does it; this looks for what it has stumbled on.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from tools.compiled import PLAIN, modules

ROOT = Path(__file__).parents[1]
Node = TypeVar("Node", bound=ast.AST)
BUILTINS = {"dict", "frozenset", "list", "set", "str", "tuple"}


def parse(file: str) -> ast.Module:
    return ast.parse((ROOT / file).read_text(encoding="utf-8"))


COMPILED = {file: parse(file) for file in modules(ROOT)}


def places(kind: type[Node]) -> Iterator[tuple[str, Node]]:
    """Yield each node of a kind in what is compiled, with the file and the line."""
    for file, tree in COMPILED.items():
        for node in ast.walk(tree):
            if isinstance(node, kind):
                yield f"{file}:{getattr(node, 'lineno', '')}", node


def looked_in() -> Iterator[tuple[str, ast.expr]]:
    """Yield what stands behind each ``in`` that compares."""
    for place, node in places(ast.Compare):
        for sign, behind in zip(node.ops, node.comparators, strict=True):
            if isinstance(sign, ast.In | ast.NotIn):
                yield place, behind


def bases(tree: ast.AST) -> set[str]:
    """Return what the classes of a module derive from, by name."""
    classes = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    return {ast.unparse(base).partition("[")[0] for node in classes for base in node.bases}


def generators() -> set[str]:
    """Return the names that only functions have which yield."""
    yielding = defaultdict(set)
    for _, node in places(ast.FunctionDef):
        returned = ast.unparse(node.returns) if node.returns else ""
        yielding[node.name].add(returned.startswith(("Iterator", "Generator")))
    return {name for name, found in yielding.items() if found == {True}}


def test_all_but_what_stays_plain_is_compiled() -> None:
    assert len(COMPILED) > len(PLAIN)
    assert all((ROOT / file).is_file() for file in PLAIN)


def test_nothing_is_looked_for_among_unpacked_items() -> None:
    """``x in (*ROLES, "agent")`` is refused: give the tuple a name, or compare twice."""
    tuples = ((place, node.elts) for place, node in looked_in() if isinstance(node, ast.Tuple))
    assert not [p for p, items in tuples if any(isinstance(each, ast.Starred) for each in items)]


def test_nothing_is_looked_for_in_a_generator() -> None:
    """``x in self.listed(word)`` fails as it runs, where that yields: make a set of it."""
    names, found = generators(), []
    for place, node in looked_in():
        called = ast.unparse(node.func).rpartition(".")[2] if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.GeneratorExp) or called in names:
            found.append(place)
    assert not found


def test_no_class_is_a_collection() -> None:
    """A compiled class cannot be a list: its module goes into ``PLAIN``."""
    assert not [file for file, tree in COMPILED.items() if bases(tree) & BUILTINS]


def test_no_class_lists_its_own_methods() -> None:
    """``HOW = {"name": _named}`` in the body of a class fails: let a method return them."""
    for place, node in places(ast.ClassDef):
        methods = {each.name for each in node.body if isinstance(each, ast.FunctionDef)}
        values = (each for each in node.body if isinstance(each, ast.Assign | ast.AnnAssign))
        names = {
            each.id for value in values for each in ast.walk(value) if isinstance(each, ast.Name)
        }
        assert not names & methods, place


def test_no_lambda_makes_another() -> None:
    """``lambda _: lambda _: …`` outside of a function breaks the compiler: name one of them."""
    inner = ((place, ast.walk(node.body)) for place, node in places(ast.Lambda))
    assert not [place for place, nodes in inner if any(isinstance(n, ast.Lambda) for n in nodes)]


def test_no_field_is_any_object() -> None:
    """A field of type ``object`` that is given a value fails: say what may be done with it."""
    fields = ((place, node) for place, node in places(ast.AnnAssign) if node.value is not None)
    assert not [place for place, node in fields if ast.unparse(node.annotation) == "object"]


def may_be_a_float(counted: ast.expr) -> bool:
    """Return whether what is added up is neither true or false nor a field, which is a number."""
    predicate = isinstance(counted, ast.Call) and ".is_" in f".{ast.unparse(counted.func)}"
    return not predicate and not isinstance(counted, ast.Compare | ast.Attribute)


def test_keys_stand_first() -> None:
    """``words & table.keys()`` is a set, not frozen as the types say: write the keys first."""
    behind = ((place, node.right) for place, node in places(ast.BinOp))
    assert not [place for place, right in behind if ast.unparse(right).endswith(".keys()")]


def test_sums_are_of_whole_numbers() -> None:
    """Floats are added up by ``fsum``: a compiled sum may refuse them, and rounds otherwise."""
    sums = ((p, node.args[0]) for p, node in places(ast.Call) if ast.unparse(node.func) == "sum")
    wrong = [p for p, of in sums if isinstance(of, ast.GeneratorExp) and may_be_a_float(of.elt)]
    assert not wrong


def test_no_plain_class_derives_from_a_compiled_one() -> None:
    """Only classes of modules in ``PLAIN`` may be derived from elsewhere."""
    files = (path.relative_to(ROOT).as_posix() for path in ROOT.glob("[!.]*/**/*.py"))
    for file in sorted({"cli.py", *files} - COMPILED.keys()):
        tree = parse(file)
        compiled = {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module
            if f"{node.module.replace('.', '/')}.py" in COMPILED
            for alias in node.names
        }
        assert not bases(tree) & compiled, file
