"""Questions with a name: the files ``queries/*.rq``, which anybody may copy into a store's console.

A file begins with what it asks, in English and in French, and with a line for
each parameter. A parameter stands in the query as ``VALUES ?name { … }`` on a
line of its own, with the value that it has when none is given; ``UNDEF`` means
that one must be. ``?lang`` is the language of labels, and is everywhere.
Prefixes are those of ``graph.rdf.names``. To add a question, add a file, and a
row to ``tests/test_query.py``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from graph.errors import InputError, UnknownNameError
from graph.rdf.lines import quoted
from graph.rdf.names import NAMESPACES
from graph.rdf.terms import clean

FOLDER = Path(__file__).parent / "queries"
_VALUE = re.compile(r'VALUES \?(\w+) \{ ("[^"\n]*"|UNDEF)(\^\^xsd:date)? \}')
_ABOUT = re.compile(r"# (\w+): (.+)")


@dataclass(frozen=True, slots=True)
class Question:
    """A query with a name."""

    name: str
    """The name of its file."""

    title: str
    """What it asks, in English."""

    title_fr: str
    """What it asks, in French."""

    parameters: Mapping[str, str]
    """What each parameter is, by name."""

    body: str
    """The query without prefixes."""

    def text(self, given: Mapping[str, str]) -> str:
        """Return the query with prefixes and with the values of its parameters.

        Args:
            given: Values by name; ``lang`` may be one of them.

        Raises:
            UnknownNameError: There is no parameter of a name.
            InputError: A parameter is missing, or no day where one is needed.
        """
        for name in given:
            if name not in {*self.parameters, "lang"}:
                raise UnknownNameError(
                    f"parameter of {self.name}", name, [*self.parameters, "lang"]
                )
        return prefixed(_VALUE.sub(lambda found: self._value(found, given), self.body))

    def _value(self, found: re.Match[str], given: Mapping[str, str]) -> str:
        name, usual, kind = found[1], found[2], found[3] or ""
        value = given.get(name)
        if value is None:
            if usual == "UNDEF":
                fix = f"Say {name}=…: {self.parameters[name]}"
                raise InputError(self.name, f"needs a value for {name}", fix)
            return found[0]
        if kind:
            _check_day(f"{self.name}, {name}", value)
        return f"VALUES ?{name} {{ {quoted(clean(value))}{kind} }}"


def _check_day(where: str, value: str) -> None:
    try:
        if date.fromisoformat(value).isoformat() == value:
            return
    except ValueError:
        pass
    raise InputError(where, f"{value!r} is not a day", "Write it as 2023-10-13")


def prefixed(query: str) -> str:
    """Return a query with every prefix that is known here and that it does not set itself."""
    own = set(re.findall(r"(?im)^\s*PREFIX\s+([\w-]*):", query))
    lines = (f"PREFIX {name}: <{space}>" for name, space in NAMESPACES.items() if name not in own)
    return "\n".join([*lines, query])


@cache
def questions() -> Mapping[str, Question]:
    """Return all questions by name."""
    return MappingProxyType({path.stem: _question(path) for path in sorted(FOLDER.glob("*.rq"))})


def _question(path: Path) -> Question:
    text = path.read_text(encoding="utf-8")
    title, french, *rest = text.split("\n")
    about = [_ABOUT.fullmatch(line) for line in rest if line.startswith("# ")]
    parameters = {found[1]: found[2] for found in about if found}
    body = "\n".join(line for line in rest if not line.startswith("# "))
    return Question(path.stem, title[2:], french[2:], MappingProxyType(parameters), body)
