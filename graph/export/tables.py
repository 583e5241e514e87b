"""Tables for other programs: CSV."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from graph.actors.places import find_place
from graph.export.cells import guarded
from graph.export.jsonl import listed
from graph.files import write_text
from graph.model import Graph, Statement
from graph.relations import relations

COLUMNS = (
    "id",
    "subject",
    "subject_label",
    "subject_kind",
    "subject_country",
    "relation",
    "event_type",
    "score",
    "object",
    "object_label",
    "object_kind",
    "object_country",
    "date",
    "place",
    "place_id",
    "place_country",
    "modality",
    "said_by",
    "confidence",
    "sentence",
    "article",
    "copy_of",
    "title",
    "published",
    "source",
    "url",
    "lang",
    "rule",
)


def write_csv(graph: Graph | Iterable[Statement], path: Path) -> None:
    """Write a row a statement, with a header."""
    write_text(path, _lines(chain([COLUMNS], map(_row, listed(graph)))))


def _lines(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for row in rows:
        writer.writerow(map(guarded, row))
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def records(statements: Iterable[Statement]) -> Iterator[dict[str, object]]:
    """Yield statements by column, with values as they are."""
    return (dict(zip(COLUMNS, _row(each), strict=True)) for each in statements)


def _row(statement: Statement) -> tuple[object, ...]:
    relation, evidence = relations()[statement.relation], statement.evidence
    place = find_place(statement.place)
    source, subject, object_ = evidence.source, statement.subject, statement.object
    return (
        statement.id,
        *(subject.id, subject.label, subject.kind, subject.country),
        *(statement.relation, relation.parent, relation.score),
        *(object_.id, object_.label, object_.kind, object_.country),
        *(statement.date, statement.place),
        *((place.id, place.country.country) if place else ("", "")),
        *(statement.modality, statement.said_by),
        *(statement.confidence, evidence.sentence),
        *(
            source.article,
            source.copy_of,
            source.title,
            source.published,
            source.publisher,
            source.url,
        ),
        *(source.lang, evidence.rule),
    )
