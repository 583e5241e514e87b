"""Whether something happened, and who says so: a table of sentences, with a floor.

``tests/data/factuality.tsv`` has the sentences, of every kind of cue in both languages; the share
of its rows that are read right may rise but not fall.
"""

from collections import Counter
from pathlib import Path

import pytest

from graph.extract import extract
from graph.knowledge import load_knowledge
from graph.model import Actor, Article
from graph.relations import relations

TABLE = Path(__file__).parent / "data" / "factuality.tsv"
LINES = TABLE.read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in LINES if not line.startswith(("#", "lang\t"))]
LANGS = ("en", "fr")

#: Share of a language's rows that must be right. Raise it in the commit that earns it.
FLOOR = 0.97

Found = dict[str, tuple[str, bool]]


def key(actor: Actor) -> str:
    """Return a country's code, or the slug under which the gazetteer has an actor."""
    if actor.kind == "country":
        return actor.country or ""
    gazetteer = load_knowledge().gazetteer
    people = {person.actor.id: slug for slug, person in gazetteer.people.items()}
    bodies = {body.id: slug for slug, body in gazetteer.organisations.items()}
    return people.get(actor.id) or bodies.get(actor.id) or actor.id.rsplit("/", 1)[1]


def name(subject: str, relation: str, object_: str) -> str:
    """Return a statement as the table writes it, the same either way round where that is one."""
    if relations()[relation].symmetric and subject > object_:
        subject, object_ = object_, subject
    return f"{subject}>{relation}>{object_}"


def read_all(lang: str) -> list[Found]:
    """Return the statements of each sentence of a language: modality, and whether said."""
    articles = [
        Article(f"{at}", row[1], lang=lang, published="2024-05-15")
        for at, row in enumerate(ROWS)
        if row[0] == lang
    ]
    return [
        {
            name(key(s.subject), s.relation, key(s.object)): (s.modality, s.said_by is not None)
            for s in statements
        }
        for _, statements in extract(articles, load_knowledge())
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_share_of_sentences_read_right(lang: str) -> None:
    """A row is right where its statement has the modality, and a source or none, as the table."""
    rows = [row for row in ROWS if row[0] == lang]
    wrong = []
    for row, found in zip(rows, read_all(lang), strict=True):
        got = found.get(name(*row[2].split(">")))
        want = None if row[3] == "none" else (row[3], row[4] == "yes")
        if got != want:
            wrong.append(f"{row[1]} {row[2]} wanted {want}, got {got}")
    assert len(wrong) <= (1 - FLOOR) * len(rows), "\n".join([f"{len(wrong)} wrong:", *wrong])


def test_table_is_large_enough_and_even() -> None:
    """Both languages have half of at least 400 rows, and every modality its share."""
    assert len(ROWS) >= 400
    assert len(set(ROWS)) == len(ROWS)
    for lang in LANGS:
        rows = [row for row in ROWS if row[0] == lang]
        assert len(rows) >= len(ROWS) * 0.45
        assert min(Counter(row[3] for row in rows).values()) >= 5
        assert sum(row[4] == "yes" for row in rows) >= 40


@pytest.mark.parametrize(
    "text",
    ["Belgrade dément avoir livré des missiles au Soudan.", "Lima dément avoir attaqué le Chili."],
)
def test_a_denial_that_the_parser_takes_for_an_adverb(text: str) -> None:
    """What is denied has not happened, whatever word class a parser gives the denial."""
    [(_, statements)] = extract([Article("a", text, lang="fr")], load_knowledge())
    assert {s.modality for s in statements} <= {"denied"}
    assert statements


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("« Le Royaume-Uni quittera l'Union européenne » a-t-elle déclaré.", "elle"),
        ("Cela dit, la France a attaqué le Mali.", None),
    ],
)
def test_a_source_is_somebody(text: str, source: str | None) -> None:
    """A pronoun for a thing says nothing, and one behind its verb is told without its hyphens."""
    [(_, statements)] = extract([Article("a", text, lang="fr")], load_knowledge())
    assert {s.said_by for s in statements} == {source}
