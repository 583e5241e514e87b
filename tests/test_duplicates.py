"""The same news twice: copies are found, and counted once everywhere."""

import csv
import json
import random
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.careful import Read, read_all
from graph.duplicates import alike, marked, originals, sketch
from graph.knowledge import load_knowledge
from graph.merge import independent, ties
from graph.model import Article, Evidence, Graph, Source, Tie
from graph.pipeline import Report, build, extract_files
from graph.rdf.validate import validate
from tests.samples import MEETS

WIRE = (
    "The foreign minister of France met her counterpart from Iran in Geneva on Tuesday. They spoke "
    "for three hours about the release of two prisoners, a diplomat said after the talks. France "
    "condemned Iran for the arrest of a student in the spring. Both will meet again in Vienna "
    "before the end of the month, according to a note that was handed out to reporters at the gate."
)
OTHER = (
    "Fishermen in the north of the island went on strike over the price of fuel. Their union wants "
    "the state to pay half of it until the summer, and has blocked two harbours since the morning. "
    "France condemned Iran for the seizure of a tanker, in a separate note late in the evening."
)


def article(name: str, text: str, published: str | None = None) -> Article:
    return Article(name, text, published=published, lang="en")


def copies(*articles: Article) -> dict[str, str]:
    return originals((each.id, each.published, sketch(each)) for each in articles)


def test_a_copy_counts_as_the_first_one() -> None:
    """Published first; of several the first by name; the case and signs of words do not matter."""
    first, second = article("z", WIRE, "2024-01-01"), article("a", WIRE.upper(), "2024-01-02")
    third = article("b", re.sub(r"[.,]", " –", WIRE))
    assert copies(first, second, third, article("o", OTHER)) == {"a": "z", "b": "z"}
    assert copies(article("2", WIRE), article("1", WIRE)) == {"2": "1"}


def test_an_edited_copy_is_one() -> None:
    edited = WIRE.replace("Tuesday", "the day before").replace(" on reporters", "") + " More soon."
    assert copies(article("a", WIRE), article("b", "GENEVA (Agency) – " + edited)) == {"b": "a"}


BRIEF = "Italy recalled its ambassador from Ghana on Monday, officials said."


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (BRIEF, "Ghana", "Benin"),
        (BRIEF, "recalled", "praised"),
        (WIRE, "Iran", "Oman"),
        (WIRE, "condemned", "has not condemned"),
        (WIRE, "condemned", "didn't condemn"),
        (WIRE, "two prisoners", "ten prisoners"),
        (WIRE, "Both will meet", "Both will not meet"),
        (WIRE, "to reporters at the gate.", "to nobody."),
        (WIRE, "prisoners,", "prisoners and 3 ships,"),
    ],
)
def test_another_name_number_or_negation_is_other_news(text: str, old: str, new: str) -> None:
    assert old in text
    assert copies(article("a", text), article("b", text.replace(old, new, 1))) == {}


def test_another_name_or_negation_is_other_news_in_french() -> None:
    text = (
        "Le ministre indien des Affaires étrangères a rencontré lundi son homologue du Bénin à "
        "Genève. Ils ont parlé trois heures de la libération de deux prisonniers, a déclaré un "
        "diplomate. Le Bénin a condamné le Togo pour la saisie d'un navire. Les deux hommes vont "
        "se revoir à Vienne avant la fin du mois, selon une note remise à la presse à la sortie."
    )
    changed = (("Togo", "Mali"), ("a condamné", "n'a pas condamné"), ("trois", "six"))
    texts = [text, *(text.replace(old, new) for old, new in changed)]
    first, *others = (Article(str(n), each, lang="fr") for n, each in enumerate(texts))
    assert copies(first, *others) == {}
    edited = Article("1", text.replace("remise", "donnée"), lang="fr")
    assert copies(first, edited) == {"1": "0"}


LONG = " ".join(
    f"{WIRE} {OTHER} It was call number {number} of the Envoy-{number} to the ministry in town."
    for number in range(5)
)


def test_an_edited_copy_at_length_is_one() -> None:
    """Every fiftieth word that is no name is another, a fifth is cut, a passage is left out."""
    words = LONG.split()
    for at in range(25, len(words), 50):
        place = next(i for i in range(at, len(words)) if words[i].islower() and len(words[i]) > 4)
        words[place] = "altered"
    cut = words[: len(words) * 4 // 5]
    passage = LONG.replace(OTHER[:190], "", 1)
    edited = [" ".join(words), " ".join(cut), "GENEVA (Agency) – " + " ".join(cut), passage]
    found = copies(article("0", LONG), *(article(f"{n}", t) for n, t in enumerate(edited, 1)))
    assert found == {"1": "0", "2": "0", "3": "0", "4": "0"}


def test_copies_are_found_among_forms_that_are_filled_in() -> None:
    """What shares a sentence's form with many is compared with each that is another's."""
    towns = ("Ghana", "Benin", "Togo", "Mali", "Chad", "Oman", "Peru", "Cuba")
    briefs = [article(f"{at}", BRIEF.replace("Ghana", town)) for at, town in enumerate(towns)]
    again = [article(f"{each.id}-again", each.text) for each in briefs]
    assert copies(*briefs, *again) == {each.id: each.id.split("-")[0] for each in again}


def test_what_shares_a_sentence_only_is_none() -> None:
    quoted = OTHER + " They spoke for three hours about the release of two prisoners."
    assert copies(article("a", WIRE), article("b", quoted), article("c", OTHER[:150])) == {}


def test_only_what_says_something_can_be_a_copy_and_is_sketched() -> None:
    silent = article("b", "Fishermen went on strike over the price of fuel.")
    told, idle = read_all([article("a", WIRE), silent], load_knowledge())
    assert isinstance(told, Read)
    assert told.statements
    assert told.sketch == sketch(article("a", WIRE))
    assert isinstance(idle, Read)
    assert (idle.statements, idle.sketch) == ([], None)


def test_a_copy_may_be_spelled_with_other_characters() -> None:
    one, other = read_all([article("a", WIRE), article("b", "\u00ad".join(WIRE))], load_knowledge())
    assert isinstance(one, Read)
    assert isinstance(other, Read)
    assert one.sketch == other.sketch is not None


def test_a_sketch_is_the_same_everywhere() -> None:
    """It is stored, and so must not depend on the machine or on a seed of the day."""
    assert sketch(article("a", "France met Iran.")).hex()[:32] == "df5b7ad06adcc4e0102859176372cacc"
    assert len(sketch(article("a", ""))) == len(sketch(article("b", "x " * 5000))) == 524
    assert len(sketch(article("c", "Names " * 5000))) == 524 + 4 * 512
    assert alike([sketch(article("a", WIRE)), sketch(article("b", WIRE))]) == [(0, 1)]


def test_of_a_crowd_each_is_compared_with_the_first_ones() -> None:
    """As many as fill several steps: what copies one of the first is found, however far behind."""
    briefs = [BRIEF.replace("Ghana", f"Envoy-{number}") for number in range(150)]
    crowd = [sketch(article("a", text)) for text in [*briefs, *briefs[:20]]]
    assert alike(crowd) == [(at, 150 + at) for at in range(20)]


@given(
    st.lists(st.sampled_from(["a b c d", "a b c e", "x y z", "", "é\ud800"]), max_size=6),
    st.randoms(),
)
def test_the_order_of_articles_does_not_matter(texts: Sequence[str], chance: random.Random) -> None:
    articles = [article(str(number), text) for number, text in enumerate(texts)]
    shuffled = chance.sample(articles, len(articles))
    found = copies(*articles)
    assert copies(*shuffled) == found
    assert not set(found) & set(found.values())


def tie(*sources: tuple[str, str | None, str]) -> Tie:
    """Return a tie with a statement for each article, what it copies, and its sentence."""
    statements = [
        replace(
            MEETS, evidence=Evidence(Source(name, "en", copy_of=of), sentence, 0, 9, "en.meets.1")
        )
        for name, of, sentence in sources
    ]
    (only,) = ties(Graph.of(statements))
    return only


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([("a", None, "x")], 1),
        ([("a", None, "x"), ("b", None, "y")], 2),
        ([("a", None, "x"), ("b", "a", "y")], 1),
        ([("b", "a", "x"), ("c", "a", "y"), ("d", None, "z")], 2),
        ([("a", None, "x"), ("b", None, "x")], 1),
    ],
)
def test_copies_are_counted_once(sources: list[tuple[str, str | None, str]], expected: int) -> None:
    assert independent(tie(*sources).statements) == expected


def test_marks_are_set_and_taken_back() -> None:
    (copy,) = marked([MEETS], {"a-1": "b"})
    assert copy.evidence.source.copy_of == "b"
    assert copy.id == MEETS.id
    assert list(marked([copy], {})) == [MEETS]


ROWS = [
    {"id": "wire", "text": WIRE, "lang": "en", "published": "2024-03-05"},
    {"id": "paper", "text": WIRE + " (Agency)", "lang": "en", "published": "2024-03-06"},
    {"id": "other", "text": OTHER, "lang": "en", "published": "2024-03-07"},
]


def write(path: Path, *rows: dict[str, str]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def run(inputs: list[str], output: Path) -> Report:
    formats = ("jsonl", "csv", "graphml", "html", "ttl")
    return build(inputs, output, knowledge=load_knowledge(), formats=formats)


def test_every_output_says_so(tmp_path: Path) -> None:
    report = run([write(tmp_path / "a.jsonl", *ROWS)], tmp_path / "out")
    assert (report.articles, report.copies) == (3, 1)
    records = (tmp_path / "out" / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    of = {record["article"]: record["copy_of"] for record in map(json.loads, records)}
    assert of == {"wire": None, "paper": "wire", "other": None}
    with (tmp_path / "out" / "statements.csv").open(encoding="utf-8", newline="") as table:
        assert {row["article"]: row["copy_of"] or None for row in csv.DictReader(table)} == of
    edges = nx.read_graphml(tmp_path / "out" / "graph.graphml", force_multigraph=True).edges(
        data=True
    )
    assert (3, 2) in {(edge["articles"], edge["independent"]) for *_, edge in edges}
    assert validate(tmp_path / "out" / "graph.ttl") == []
    assert "dg:copyOf dgt:" in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert '"copy":{"' in (tmp_path / "out" / "graph.html").read_text(encoding="utf-8")


def test_runs_and_extraction_agree(tmp_path: Path) -> None:
    """The copy first, then the original; as one run over both, and as ``extract`` has it."""
    whole = [write(tmp_path / "all.jsonl", *ROWS)]
    run([write(tmp_path / "1.jsonl", *ROWS[1:])], tmp_path / "out")
    run([write(tmp_path / "0.jsonl", ROWS[0])], tmp_path / "out")
    run(whole, tmp_path / "once")
    extract_files(whole, tmp_path / "s.jsonl", knowledge=load_knowledge())
    twice = (tmp_path / "out" / "statements.jsonl").read_bytes()
    assert twice == (tmp_path / "once" / "statements.jsonl").read_bytes()
    assert twice == (tmp_path / "s.jsonl").read_bytes()
