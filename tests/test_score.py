"""The score on articles annotated by hand may rise but not fall.

Each folder in ``eval`` holds an article and what a person reads in it, one
statement a line: subject, relation, object, date, modality, source.
"""

import tomllib
from pathlib import Path

from graph.extract import extract
from graph.knowledge import load_knowledge
from graph.model import Actor, Article, Statement
from graph.read import read_articles
from graph.relations import relations

FOLDER = Path(__file__).parent / "eval"
CASES = sorted(path for path in FOLDER.iterdir() if path.is_dir())
Triple = tuple[str, str, str]
Rest = tuple[str, str, bool]


def triple(subject: str, relation: str, object_: str) -> Triple:
    """Return a triple in one orientation where the relation has none."""
    if relations()[relation].symmetric and subject > object_:
        subject, object_ = object_, subject
    return subject, relation, object_


def key(actor: Actor) -> str:
    """Return what a person writes for an actor: a code, or a slug behind its kind."""
    if actor.kind == "country":
        return actor.country or ""
    gazetteer = load_knowledge().gazetteer
    people = {person.actor.id: slug for slug, person in gazetteer.people.items()}
    bodies = {body.id: slug for slug, body in gazetteer.organisations.items()}
    found = people.get(actor.id) or bodies.get(actor.id)
    return found or actor.id.rsplit("/", 1)[1]


def wanted(case: Path) -> dict[Triple, Rest]:
    """Return what a person reads in an article."""
    found = {}
    for line in (case / "expected.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            subject, relation, object_, date, modality, source = line.split(maxsplit=5)
            ends = [end.split(":")[-1] for end in (subject, object_)]
            rest = ("" if date == "null" else date, modality, source != "null")
            found[triple(ends[0], relation, ends[1])] = rest
    return found


def got(case: Path) -> dict[Triple, Rest]:
    """Return what the extraction reads in an article."""
    articles = [a for a in read_articles([str(case / "article.txt")]) if isinstance(a, Article)]
    statements: list[Statement] = []
    for _, found in extract(articles, load_knowledge()):
        statements += found
    return {
        triple(key(s.subject), s.relation, key(s.object)): (
            s.date or "",
            s.modality,
            bool(s.said_by),
        )
        for s in statements
    }


def test_score_is_not_below_the_floor() -> None:
    """Precision and recall of triples, and how many of those found are right in full."""
    floors = tomllib.loads((FOLDER / "floors.toml").read_text(encoding="utf-8"))
    want = {(case.name, *item): rest for case in CASES for item, rest in wanted(case).items()}
    have = {(case.name, *item): rest for case in CASES for item, rest in got(case).items()}
    hits = want.keys() & have.keys()
    assert len(hits) / len(have) >= floors["precision"], sorted(have.keys() - want.keys())
    assert len(hits) / len(want) >= floors["recall"], sorted(want.keys() - have.keys())
    full = [item for item in hits if want[item] == have[item]]
    assert len(full) / len(hits) >= floors["full"]
