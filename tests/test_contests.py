"""What one says and another denies: a table of articles, and laws."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from graph.contests import contests
from graph.extract import extract
from graph.knowledge import load_knowledge
from graph.model import Article, Graph, Statement
from tests.samples import told
from tests.strategies import graphs
from tests.test_factuality import key, name

TABLE = Path(__file__).parent / "data" / "contests.tsv"
LINES = TABLE.read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in LINES if not line.startswith(("#", "lang\t"))]


def article(lang: str, text: str, number: int) -> Article:
    """Return an article of the table: "2024-05-15 Publisher: text"."""
    (day, publisher), body = text.partition(": ")[0].split(), text.partition(": ")[2]
    return Article(f"{number}", body, lang=lang, published=day, source=publisher)


def claimed(statement: Statement) -> str:
    return name(key(statement.subject), statement.relation, key(statement.object))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " / ".join(row[1:3]))
def test_contested(row: tuple[str, ...]) -> None:
    """Exactly the claim of the table is contested, whichever article comes first."""
    lang, *texts, wanted = row
    articles = [article(lang, text, at) for at, text in enumerate(texts) if text != "-"]
    for some in (articles, articles[::-1]):
        found = [item for _, told in extract(some, load_knowledge()) for item in told]
        pairs = contests(found)
        assert {claimed(claim) for claim, _ in pairs} == ({wanted} - {"-"}), found


@pytest.mark.parametrize(
    ("said", "denied", "contested"),
    [
        ("2024-05-13", "2024-05-13", True),
        ("2024-05-13", "2024-05", True),
        ("2024-05", "2024-05-13", True),
        ("2024-05-13", "2024", True),
        ("2024", "2024-05-13", False),
        ("2024-05-13", "2024-05-14", False),
        ("2022/2024", "2022/2024", True),
        (None, None, True),
        ("2024-05-01", None, True),
        ("2023-05-01", None, False),
        ("2024-06-01", None, False),
    ],
)
def test_a_denial_is_of_one_time(said: str | None, denied: str | None, *, contested: bool) -> None:
    """A denial of an article of 15 May 2024 that has no date speaks of the month before."""
    claim = told("2024-05-15", "RU", "attacks", "UA", date=said, said_by="Kyiv")
    denial = told("2024-05-15", "RU", "attacks", "UA", date=denied, modality="denied")
    assert bool(contests([claim, denial])) == contested


@pytest.mark.parametrize(
    ("claim", "denial", "contested"),
    [
        (("RW", "arms", "CD"), ("RW", "supports", "CD"), True),
        (("RW", "supports", "CD"), ("RW", "arms", "CD"), False),
        (("CN", "hosts", "IN"), ("IN", "meets", "CN"), True),
        (("CN", "meets", "IN"), ("CN", "hosts", "IN"), False),
        (("CN", "meets", "IN"), ("IN", "meets", "CN"), True),
        (("CN", "attacks", "IN"), ("IN", "attacks", "CN"), False),
    ],
)
def test_who_denies_the_general_denies_the_special(
    claim: tuple[str, str, str], denial: tuple[str, str, str], *, contested: bool
) -> None:
    one = told("2024-05-15", *claim, said_by="Paris")
    other = told("2024-05-15", *denial, modality="denied", said_by="Tokyo")
    assert bool(contests([one, other])) == contested


@given(graphs)
def test_a_pair_is_of_a_claim_and_a_denial(graph: Graph) -> None:
    """Both are of the graph, of the same actors unless one rejects an accusation, in any order."""
    pairs = contests(graph.statements)
    assert pairs == contests(sorted(graph.statements, key=lambda item: item.id, reverse=True))
    for one, other in pairs:
        assert {one, other} <= graph.statements
        assert one.modality == "actual"
        if other.relation != "rejects" or other.modality == "denied":
            assert other.modality == "denied"
            assert {one.subject.id, one.object.id} == {other.subject.id, other.object.id}


def test_an_accusation_that_is_rejected_is_contested() -> None:
    """The act and the rejection know each other; another act of the article is not meant.

    Nor is what somebody else claims than who is answered, unless that is an accusation.
    """
    accused = told("2024-05-15", "CD", "accuses", "RW")
    act = told("2024-05-15", "RW", "attacks", "CD", said_by="Kinshasa")
    act = replace(act, evidence=replace(act.evidence, start=accused.evidence.start))
    other = told("2024-05-15", "RW", "attacks", "UG", said_by="Kampala")
    other = replace(other, evidence=replace(other.evidence, start=1))
    rejection = told("2024-05-15", "RW", "rejects", "CD")
    rejection = replace(rejection, evidence=replace(rejection.evidence, start=act.evidence.end))
    assert contests([accused, act, other, rejection]) == [(act, rejection)]
    assert contests([act, other, rejection]) == [(act, rejection)]
    assert contests([replace(act, said_by="Reuters"), other, rejection]) == []
