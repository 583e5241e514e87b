"""Which actors are the same and which are not, as a person decides it in a file."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from graph.actors.gazetteer import load_gazetteer
from graph.actors.records import MINTED, minted
from graph.decisions import FILE, Decisions, decided, read_decisions, unused
from graph.errors import DataFileError
from graph.knowledge import load_knowledge
from graph.model import Actor, Graph, Statement
from graph.pipeline import build
from tests.samples import told
from tests.strategies import graphs

GAZETTEER = load_gazetteer()
DOCS = Path(__file__).parent.parent / "docs" / "gazetteer.md"

JEAN = minted("Jean Martin", "person", "FR")
JOHN = minted("J.-P. Martin", "person", "FR")


def by(actor: Actor, article: str, object_: str = "IR") -> Statement:
    """Return what an article says that somebody does."""
    found = told("2023-10-13", "FR", "criticizes", object_)
    source = replace(found.evidence.source, article=article)
    return replace(found, subject=actor, evidence=replace(found.evidence, source=source))


NEWS = Graph.of([by(JEAN, "a"), by(JEAN, "b"), by(JOHN, "c"), by(GAZETTEER.actor("FR"), "d")])


def decisions(folder: Path, text: str) -> Decisions:
    path = folder / FILE
    path.write_text(text, encoding="utf-8")
    return read_decisions(path, GAZETTEER)


def subjects(graph: Graph) -> dict[str, str]:
    """Return the end of the subject's IRI for each article."""
    found = {each.evidence.source.article: each.subject.id for each in graph.statements}
    return {article: found[article].rsplit("/", 1)[1] for article in sorted(found)}


def test_the_same_are_one_with_all_names(tmp_path: Path) -> None:
    found = decided(
        NEWS, decisions(tmp_path, '[[same]]\nactors = ["jean-martin-fr", "j-p-martin-fr"]')
    )
    assert subjects(found) == dict.fromkeys("abc", "jean-martin-fr") | {"d": "Q142"}
    (kept,) = {each.subject for each in found.statements if each.subject.kind == "person"}
    assert (kept.label, kept.names) == ("Jean Martin", ("J.-P. Martin",))


def test_the_first_is_kept_through_several_decisions(tmp_path: Path) -> None:
    text = (
        '[[same]]\nactors = ["jean-martin-fr", "j-p-martin-fr"]\n'
        '[[same]]\nactors = ["Q1234567", "jean-martin-fr"]\nlabel = "Jean-Paul Martin"'
    )
    found = decided(NEWS, decisions(tmp_path, text))
    assert subjects(found) == dict.fromkeys("abc", "Q1234567") | {"d": "Q142"}
    labels = {each.subject.label for each in found.statements if each.subject.kind == "person"}
    assert labels == {"Jean-Paul Martin"}


def test_a_listed_actor_is_taken_as_it_is_listed(tmp_path: Path) -> None:
    text = '[[same]]\nactors = ["emmanuel-macron", "jean-martin-fr"]'
    found = decided(NEWS, decisions(tmp_path, text))
    (macron,) = {each.subject for each in found.statements if each.subject.label[:8] == "Emmanuel"}
    assert macron.id == GAZETTEER.actor("emmanuel-macron").id
    assert "Jean Martin" in macron.names


def test_the_different_are_told_apart_by_article(tmp_path: Path) -> None:
    text = (
        '[[different]]\nactor = "jean-martin-fr"\narticles = ["b"]\n'
        'as = "jean-martin-senator"\nlabel = "Jean Martin (senator)"'
    )
    found = decided(NEWS, decisions(tmp_path, text))
    assert subjects(found)["a"] == "jean-martin-fr"
    assert subjects(found)["b"] == "jean-martin-senator"
    assert "Jean Martin (senator)" in {each.subject.label for each in found.statements}


def test_who_was_told_apart_may_be_the_same_as_a_third(tmp_path: Path) -> None:
    text = (
        '[[same]]\nactors = ["j-p-martin-fr", "jean-martin-senator"]\n'
        '[[different]]\nactor = "jean-martin-fr"\narticles = ["b"]\nas = "jean-martin-senator"'
    )
    found = decided(NEWS, decisions(tmp_path, text))
    assert subjects(found)["b"] == subjects(found)["c"] == "j-p-martin-fr"
    assert subjects(found)["a"] == "jean-martin-fr"


def test_nobody_acts_on_himself(tmp_path: Path) -> None:
    found = decided(NEWS, decisions(tmp_path, '[[same]]\nactors = ["FR", "IR"]'))
    assert sorted(subjects(found)) == ["a", "b", "c"]
    assert {each.object.id for each in found.statements} == {GAZETTEER.actor("FR").id}


ARTICLES = ("a", "b", "c", "d")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            '[[same]]\nactors = ["jean-martin-fr", "zoe-unheard-of"]',
            "[[same]] 1: 'zoe-unheard-of' is neither a listed actor nor in the build: no effect.",
        ),
        ('[[same]]\nactors = ["frence", "FR"]', "[[same]] 1: 'frence' is neither a listed actor"),
        ('[[same]]\nactors = ["FR", "GB"]', "[[same]] 1: 'GB' is in no statement"),
        (
            '[[different]]\nactor = "FR"\narticles = ["a", "nope"]\nas = "old-france"',
            "[[different]] 1: 'nope' is no article of the build: no effect. Write the id",
        ),
    ],
)
def test_what_is_not_there_is_one_line_that_says_where_and_how(
    tmp_path: Path, text: str, says: str
) -> None:
    (line,) = unused(NEWS.statements, decisions(tmp_path, text), ARTICLES)
    assert line.startswith(f"{tmp_path / FILE}, {says}")
    assert "\n" not in line


def test_what_is_there_or_comes_from_elsewhere_is_not_named(tmp_path: Path) -> None:
    text = (
        '[[different]]\nactor = "jean-martin-fr"\narticles = ["b"]\nas = "jean-martin-senator"\n'
        '[[same]]\nactors = ["Q1234567", "jean-martin-senator"]\n'
        '[[same]]\nactors = ["https://example.org/france", "FR"]'
    )
    assert list(unused(NEWS.statements, decisions(tmp_path, text), ARTICLES)) == []


def test_nobody_becomes_an_actor_that_is_nowhere(tmp_path: Path) -> None:
    """A misspelt key would give a known actor a made-up IRI, and France would be gone."""
    assert decided(NEWS, decisions(tmp_path, '[[same]]\nactors = ["frence", "FR"]')) == NEWS


@given(graphs)
def test_no_decision_changes_nothing(graph: Graph) -> None:
    assert decided(graph, Decisions()) == graph


@given(graphs)
def test_a_decision_twice_is_the_decision(graph: Graph) -> None:
    """Whatever is the same stays so, and no statement about others is touched."""
    actors = sorted({each.subject.id for each in graph.statements})
    kept = dict.fromkeys(actors[1:], next(iter(actors), ""))
    joined = Decisions(kept=kept, places=dict.fromkeys(actors, ""))
    once = decided(graph, joined)
    assert decided(once, joined) == once
    assert {each.subject.id for each in once.statements} <= set(actors[:1])


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ("nonsense", "the file", "is not TOML"),
        ("[[sane]]\nactors = []", "[[sane]]", "Did you mean 'same'?"),
        ("[same]\nactors = []", "same", "Write [[same]] above each"),
        ('[[same]]\nactor = ["a", "b"]', "[[same]] 1", "Did you mean 'actors'?"),
        ("[[same]]", "[[same]] 1", "needs actors"),
        ('[[same]]\nactors = ["FR"]', "[[same]] 1", "Name two or more"),
        ('[[same]]\nactors = ["FR", "Jean Martin"]', "[[same]] 1", "'Jean Martin' is no actor"),
        ('[[same]]\nactors = ["FR", "http://a b"]', "[[same]] 1", "is no actor"),
        ('[[same]]\nactors = "FR"', "[[same]] 1", "a list in brackets"),
        ('[[different]]\nactor = "FR"', "[[different]] 1", "needs articles"),
        (
            '[[different]]\nactor = "FR"\narticles = ["a"]\nas = "Q142"',
            "[[different]] 1",
            "is the actor itself",
        ),
        (
            "".join(
                f'[[different]]\nactor = "FR"\narticles = ["a"]\nas = "{key}"\n' for key in "xy"
            ),
            "[[different]] 2",
            "another decision about 'FR'",
        ),
        (
            '[[different]]\nactor = "x"\narticles = ["a"]\nas = "y"\n[[same]]\nactors = ["x", "y"]',
            "[[same]] 1",
            "said to be different, too",
        ),
    ],
)
def test_a_mistake_is_one_line_that_says_where_and_how(
    tmp_path: Path, text: str, where: str, says: str
) -> None:
    with pytest.raises(DataFileError) as caught:
        decisions(tmp_path, text)
    message = str(caught.value)
    assert message.startswith(f"{tmp_path / FILE}, {where}: ")
    assert says in message
    assert "\n" not in message


def test_the_example_of_the_documentation_works(tmp_path: Path) -> None:
    example = DOCS.read_text(encoding="utf-8").split("```toml\n")[2].split("```")[0]
    found = decisions(tmp_path, example)
    assert found.kept[MINTED + "j-p-martin-fr"] == MINTED + "jean-martin-fr"
    assert found.split


def test_every_later_build_honours_the_file_until_it_is_gone(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(
        "Published 2023-10-13. The French president Emmanuel Macron met the German chancellor "
        "Olaf Scholz in Berlin on Thursday. France condemned Iran.",
        encoding="utf-8",
    )
    output = tmp_path / "out"

    def ids() -> str:
        build([str(article)], output, knowledge=load_knowledge(), formats=["jsonl"], lang="en")
        return (output / "statements.jsonl").read_text(encoding="utf-8")

    before = ids()
    assert GAZETTEER.actor("FR").id in before
    (output / FILE).write_text('[[same]]\nactors = ["Q1000001", "FR"]', encoding="utf-8")
    assert '"http://www.wikidata.org/entity/Q1000001"' in ids()
    assert GAZETTEER.actor("FR").id + '"' not in ids()
    (output / FILE).unlink()
    assert ids() == before
