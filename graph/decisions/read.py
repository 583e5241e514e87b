"""Read and check a file of decisions, entry by entry."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph.actors.gazetteer import Gazetteer
from graph.actors.records import MINTED, WIKIDATA, slug
from graph.decisions.records import FILE, Decisions
from graph.errors import DataFileError
from graph.knowledge import Knowledge
from graph.model import Actor
from graph.userfile import check_fields, read_table, unknown

_FORMS = {
    "same": {"actors": list, "label": str, "note": str},
    "different": {"actor": str, "articles": list, "as": str, "label": str, "note": str},
}
_NEEDED = {
    "same": {"actors": '["Q142", "france-fr"]'},
    "different": {"actor": '"jean-martin-fr"', "articles": '["a-1"]', "as": '"jean-martin-2"'},
}
_IRI = re.compile(r"https?://[!#$%&'()*+,./0-9:;=?@A-Z\[\]_a-z~-]+")
_SEE = "See docs/gazetteer.md for an example"


def decisions_of(folder: Path, knowledge: Knowledge) -> Decisions:
    """Return the decisions that stand in an output folder; none where it has no such file.

    Args:
        folder: Where the file may stand.
        knowledge: From ``load_knowledge``; asked for the listed actors only where there is one.

    Raises:
        DataFileError: A decision does not have the form it should.
    """
    path = folder / FILE
    return read_decisions(path, knowledge.gazetteer) if path.is_file() else Decisions()


def read_decisions(path: Path, gazetteer: Gazetteer) -> Decisions:
    """Read and check a file of decisions.

    Args:
        path: A TOML file, as ``docs/gazetteer.md`` describes it.
        gazetteer: The listed actors, which it may name by their keys.

    Raises:
        DataFileError: It cannot be read, or a decision does not have the form it should.
    """
    return _Reader(path, gazetteer).read(read_table(path, _SEE))


class _Reader:
    """Reads a file entry by entry."""

    def __init__(self, path: Path, gazetteer: Gazetteer) -> None:
        self._path, self._gazetteer = path, gazetteer
        self._kept: dict[str, str] = {}
        self._split: dict[tuple[str, str], str] = {}
        self._records: dict[str, Actor] = {}
        self._labels: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._articles: dict[str, str] = {}

    def read(self, table: Mapping[str, Any]) -> Decisions:
        for kind, entries in table.items():
            if kind not in _FORMS:
                raise unknown(self._path, f"[[{kind}]]", "kind of decision", kind, _FORMS)
            if not isinstance(entries, list):
                raise self._error(kind, "is no list of tables", f"Write [[{kind}]] above each")
        # Who was taken for another is told apart first; only then is anybody the same.
        for kind, take in (("different", self._different), ("same", self._same)):
            for number, entry in enumerate(table.get(kind, []), start=1):
                where = f"[[{kind}]] {number}"
                check_fields(self._path, where, entry, _FORMS[kind])
                for name, example in _NEEDED[kind].items():
                    if not entry.get(name):
                        raise self._error(where, f"needs {name}", f"Add {name} = {example}")
                take(where, entry)
        return Decisions(
            *(self._kept, self._split, self._records, self._labels, self._places, self._articles)
        )

    def _different(self, where: str, entry: Mapping[str, Any]) -> None:
        taken, meant = self._actor(entry["actor"], where), self._actor(entry["as"], where)
        if taken == meant:
            raise self._error(where, f"{entry['as']!r} is the actor itself", "Give it another key")
        for article in entry["articles"]:
            self._articles.setdefault(article, f"{self._path}, {where}: {article!r}")
            if self._split.setdefault((taken, article), meant) != meant:
                problem = f"article {article!r} has another decision about {entry['actor']!r}"
                raise self._error(where, problem, "Take it out of one of the two")
        self._label(meant, entry)

    def _same(self, where: str, entry: Mapping[str, Any]) -> None:
        first, *others = (self._actor(key, where) for key in entry["actors"])
        if not others:
            raise self._error(where, "actors has one actor only", "Name two or more")
        root = self._root(first)
        for other in others:
            self._join(self._root(other), root)
        for taken, meant in ((taken, meant) for (taken, _), meant in self._split.items()):
            if self._root(taken) == self._root(meant):
                problem = f"{meant} and {taken} are said to be different, too"
                raise self._error(where, problem, "Take out one of the two decisions")
        self._label(root, entry)

    def _root(self, actor: str) -> str:
        return self._kept.get(actor, actor)

    def _join(self, old: str, root: str) -> None:
        if old != root:
            moved = [actor for actor, kept in self._kept.items() if kept == old]
            self._kept.update(dict.fromkeys([*moved, old], root))

    def _label(self, actor: str, entry: Mapping[str, Any]) -> None:
        if entry.get("label"):
            self._labels[actor] = entry["label"]

    def _actor(self, key: str, where: str) -> str:
        """Return the IRI that a listed actor's key, an item or the end of a made IRI means."""
        if key in self._gazetteer:
            actor = self._gazetteer.actor(key)
            iri = actor.id
            self._records[iri] = actor
        elif re.fullmatch(r"Q[1-9]\d*", key):
            iri = WIKIDATA + key
        elif key == slug(key):
            iri = MINTED + key
        elif _IRI.fullmatch(key):
            iri = key
        else:
            fix = "Write the id that statements.jsonl shows, its end, an ISO code, or an item"
            raise self._error(where, f"{key!r} is no actor", fix)
        self._places.setdefault(iri, f"{self._path}, {where}: {key!r}")
        return iri

    def _error(self, where: str, problem: str, fix: str) -> DataFileError:
        return DataFileError(self._path, where, problem, fix)
