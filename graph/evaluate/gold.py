"""Gold articles: JSON Lines of articles with what a person reads in them.

Beside an article's own fields a line has ``entities``, by key (``FR``,
``PER:kim-jong-un``, ``ORG:un``), each with ``names`` and ``country``; and
``statements``, each with ``s``, ``r``, ``o``, ``date``, ``modality``,
``said_by`` and ``sentence``. A line that has not is refused: a score on part
of a file would be taken for one on all of it.
"""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from graph.errors import InputError
from graph.model import Article, Modality
from graph.read.jsonl import read_json_lines
from graph.read.passed import PassedOver
from graph.read.record import Overrides, Record, to_article
from graph.read.sources import sources
from graph.relations import relations

_SUFFIXES = (".jsonl", ".ndjson")
_MODALITIES = get_args(Modality)
_NEEDED = ("s", "r", "o", "modality")
_OPTIONAL = ("date", "said_by", "sentence")


@dataclass(frozen=True, slots=True)
class GoldActor:
    """An actor as the annotation keys it."""

    key: str
    """ISO 3166-1 alpha-2 code of a country; else ``PER:…`` or ``ORG:…``."""

    names: tuple[str, ...]
    country: str | None
    """The country it is, or acts for."""


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """What a person reads."""

    subject: str
    """Key of an actor."""

    relation: str
    object: str
    """Key of an actor."""

    date: str | None
    modality: Modality
    said_by: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with what a person reads in it."""

    article: Article
    actors: Mapping[str, GoldActor]
    """By key; in the order of the file, which decides between actors that share a name."""

    statements: tuple[GoldStatement, ...]

    def state(self, key: str) -> str:
        """Return the country of an actor, or its key where it has none."""
        return (self.actors[key].country if key in self.actors else None) or key


def read_gold(name: str) -> Iterator[GoldArticle]:
    """Yield the articles of a gold file, or of all in a folder.

    Args:
        name: A ``.jsonl`` file, which may be packed, or a folder.

    Raises:
        InputError: A line is no gold article; it says which and why.
    """
    seen: set[str] = set()
    for record in _records(name):
        gold = _gold(record)
        if gold.article.id in seen:
            problem = f"a second article with the id {gold.article.id!r}"
            raise _error(record, problem, "Give each its own")
        seen.add(gold.article.id)
        yield gold


def _records(name: str) -> Iterator[Record]:
    for source in sources(name, _SUFFIXES):
        if isinstance(source, PassedOver):
            continue
        if isinstance(source, InputError):
            raise source
        if source.path is None:
            raise InputError(source.where, "gold articles are read from files", "Name a file")
        try:
            with source.open() as (lines, _):
                for record in read_json_lines(lines, source.where):
                    if isinstance(record, InputError):
                        raise record
                    yield record
        except (OSError, EOFError, zlib.error) as error:
            raise InputError(source.where, f"cannot be read: {error}", "Check the file") from error


def _gold(record: Record) -> GoldArticle:
    article = to_article(record, Overrides())
    entities = _typed(record, record.fields, "entities", dict)
    actors = {key: _actor(record, key, entities) for key in entities}
    statements = _typed(record, record.fields, "statements", list)
    return GoldArticle(
        article,
        actors,
        tuple(_statement(record, at, item, actors) for at, item in enumerate(statements, start=1)),
    )


def _actor(record: Record, key: str, entities: Mapping[str, Any]) -> GoldActor:
    entity = _typed(record, entities, key, dict)
    names = _typed(record, entity, "names", list) if "names" in entity else []
    if not all(isinstance(value, str | None) for value in (*names, entity.get("country"))):
        raise _error(record, f"a name or country of {key!r} that is no text", "Write text")
    if not _is_country(key) and ":" not in key:
        raise _error(record, f"an actor {key!r}", "Write FR, PER:name or ORG:name")
    return GoldActor(key, tuple(names), key if _is_country(key) else entity.get("country"))


def _statement(
    record: Record, number: int, item: object, actors: Mapping[str, GoldActor]
) -> GoldStatement:
    if not isinstance(item, dict) or not all(isinstance(item.get(n), str) for n in _NEEDED):
        raise _error(record, f"statement {number} lacks s, r, o or modality", "Write all four")
    if not all(isinstance(item.get(name), str | None) for name in _OPTIONAL):
        fix = "Write text or null"
        raise _error(record, f"statement {number} has a date or source that is no text", fix)
    for end in ("s", "o"):
        if item[end] not in actors and not _is_country(item[end]):
            fix = "Add it to 'entities' with its names"
            raise _error(record, f"statement {number} names {item[end]!r}, which is no entity", fix)
    if item["r"] not in relations():
        raise _error(
            record, f"statement {number} has no relation {item['r']!r}", "See relations.csv"
        )
    if item["modality"] not in _MODALITIES:
        raise _error(
            record,
            f"statement {number} has no modality {item['modality']!r}",
            f"Write one of {', '.join(_MODALITIES)}",
        )
    return GoldStatement(
        item["s"],
        item["r"],
        item["o"],
        item.get("date"),
        item["modality"],
        item.get("said_by"),
        item.get("sentence") or "",
    )


def _is_country(key: object) -> bool:
    return isinstance(key, str) and len(key) == len("FR") and key.isupper()


def _typed(record: Record, fields: Mapping[str, Any], name: str, kind: type) -> Any:  # noqa: ANN401
    value = fields.get(name)
    if not isinstance(value, kind):
        wanted = "an object" if kind is dict else "a list"
        raise _error(
            record, f"{name!r} is not {wanted}", "A gold article has entities and statements"
        )
    return value


def _error(record: Record, problem: str, fix: str) -> InputError:
    return InputError(record.where, f"no gold article: {problem}", fix)
