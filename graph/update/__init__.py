"""Refresh people and organisations from a SPARQL endpoint of Wikidata, for ``--gazetteer``.

Only what differs from the listed entries is written, so that a person can read it.
It runs only when asked for; one that is cut off goes on when it is run again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.actors.gazetteer import Gazetteer
from graph.errors import OutputError, UnknownNameError
from graph.files import write_text
from graph.update.ask import ADDRESS, Endpoint
from graph.update.bodies import body_entries
from graph.update.journal import Journal
from graph.update.people import person_entries
from graph.update.queries import Row, bodies_query, first_line, terms_query
from graph.update.taken import Taken
from graph.update.write import HEADER, to_toml

__all__ = ["ADDRESS", "Endpoint", "Refreshed", "refresh"]

_CODES = "Write an ISO code in capitals, as FR; 'diplograph actors France' tells that of a name"


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refreshment did."""

    people: int
    """Entries of people written."""

    organisations: int
    """Entries of organisations written."""

    resumed: bool
    """Whether an earlier one was gone on with."""


def refresh(
    output: Path,
    gazetteer: Gazetteer,
    endpoint: Endpoint,
    *,
    states: Sequence[str] = (),
    progress: Callable[[int], object] | None = None,
) -> Refreshed:
    """Ask an endpoint for office holders and organisations, and write what is new.

    Args:
        output: The file to write, in the form that ``--gazetteer`` takes.
        gazetteer: The listed actors.
        endpoint: Whom to ask.
        states: ISO codes of the states to ask about, and nothing else; if none, all of them and
            organisations.
        progress: Told how many questions are answered.

    Raises:
        EndpointError: The endpoint cannot be reached, or does not answer.
        UnknownNameError: There is no such state.
        OutputError: The file is somebody's own, is in no folder, or cannot be written.
    """
    for code in states:
        if code not in gazetteer.countries:
            raise UnknownNameError("state", code, gazetteer.countries, _CODES)
    _check(output)
    journal = Journal(output.with_name(f"{output.name}.part"), endpoint.endpoint)
    asker = _Asker(endpoint, journal, progress or (lambda _: None))
    terms = {code: asker.terms(code, gazetteer) for code in states or gazetteer.countries}
    bodies = [] if states else asker.bodies()
    entries = _entries(terms, bodies, gazetteer)
    write_text(output, [HEADER, to_toml(entries)])
    journal.clear()
    return Refreshed(len(entries["people"]), len(entries["organisations"]), journal.resumed)


def _entries(
    terms: dict[str, list[Row]], bodies: list[Row], gazetteer: Gazetteer
) -> dict[str, dict[str, Any]]:
    taken = Taken(gazetteer)
    organisations = body_entries(bodies, gazetteer, taken)
    return {"organisations": organisations, "people": person_entries(terms, gazetteer, taken)}


def _check(output: Path) -> None:
    """Refuse a folder that is not there, and to overwrite a file that somebody wrote by hand."""
    if not output.parent.is_dir():
        raise OutputError(output, "no such folder", "Make it, or name another file with -o")
    if output.exists() and first_line(output) != HEADER.partition("\n")[0]:
        problem = "is there already, and was not written by 'diplograph actors update'"
        raise OutputError(output, problem, "Name another file with -o")


@dataclass(frozen=True, slots=True)
class _Asker:
    """Asks what was not asked before."""

    endpoint: Endpoint
    journal: Journal
    progress: Callable[[int], object]

    def terms(self, code: str, gazetteer: Gazetteer) -> list[Row]:
        """Return the terms of the office holders of a state."""
        state = gazetteer.countries[code].id
        return self._rows(f"terms {code}", terms_query(state))

    def bodies(self) -> list[Row]:
        """Return organisations, page by page until one is empty."""
        found: list[Row] = []
        while rows := self._rows(
            f"bodies {len(found)}", bodies_query(len({r["body"] for r in found}))
        ):
            found += rows
        return found

    def _rows(self, key: str, query: str) -> list[Row]:
        rows = self.journal.get(key)
        if rows is None:
            rows = self.endpoint.ask(query)
            self.journal.put(key, rows)
        self.progress(len(self.journal))
        return rows
