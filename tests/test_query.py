"""Questions with a name find what they say; nothing is asked elsewhere; answers do no harm."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.errors import InputError, OutputError, UnknownNameError
from graph.export import Layout, export
from graph.export.jsonl import write_jsonl
from graph.model import Graph
from graph.rdf.answers import FORMS, Answer, shown, text_of_node
from graph.rdf.profiles import PROFILES
from graph.rdf.query import ask, asks_elsewhere, listing, open_graph, values
from graph.rdf.questions import prefixed, questions
from tests.samples import WORLD, told
from tests.strategies import HOSTILE

Rows = list[tuple[str, ...]]
KIM, PUTIN = "Kim Jong Un", "Vladimir Putin"

#: A question, its parameters, and the first columns of all its rows in the small world.
CASES: list[tuple[str, dict[str, str], Rows]] = [
    (
        "sanctions-since",
        {"since": "2022-02-15"},
        [("United States", "Russia"), ("Germany", "Russia")],
    ),
    ("sanctions-since", {"since": "2022-04-02"}, []),
    ("ties-of", {"actor": "ml"}, [("Mali", "recalls its ambassador from", "France")]),
    ("ties-of", {"actor": "Corée du Nord"}, [(PUTIN, "visits", "North Korea")]),
    (
        "denials",
        {},
        [
            ("China", "imposes sanctions on", "Russia", "the ministry"),
            ("Russia", "attacks", "Ukraine", "Moscow"),
        ],
    ),
    ("mediations", {}, [("Turkey", "Russia", "Ukraine")]),
    ("met-before-agreement", {}, [(PUTIN, "meets", KIM, "2023-09-13", "2024-06-19")]),
    ("threats-against", {"actor": "UA"}, [("Russia", "threatens")]),
    ("arms-supplies", {}, [("United States", "Ukraine")]),
    (
        "aid-to",
        {"actor": "Ukraine"},
        [
            ("Germany", "pledges to", "", "planned"),
            ("United States", "supplies arms to", "2022-04", "actual"),
        ],
    ),
    (
        "visits",
        {"since": "2024-01-01"},
        [(PUTIN, "visits", "North Korea", "2024-06-19", "Pyongyang")],
    ),
    ("visits", {"until": "2024-01-01"}, []),
    ("ruptures", {"lang": "fr"}, [("Mali", "rappelle son ambassadeur de", "France")]),
    ("recognitions", {}, [("France", "Palestine", "possible", "", "Paris")]),
    ("memberships", {"lang": "fr"}, [("Finlande", "Organisation du traité de l'Atlantique Nord")]),
    ("contradictions", {}, [("Russia", "attacks", "Ukraine")]),
    (
        "plans-kept",
        {},
        [("Germany", "imposes sanctions on", "Russia", "DE sanctions RU, planned.")],
    ),
    (
        "claims",
        {"lang": "en"},
        [
            ("Kyiv", "Belarus", "attacks", "Ukraine"),
            ("Moscow", "Russia", "attacks", "Ukraine"),
            ("Paris", "France", "recognizes", "Palestine"),
            ("the ministry", "China", "imposes sanctions on", "Russia"),
        ],
    ),
    (
        "timeline",
        {"one": PUTIN, "other": "kim jong-un"},
        [
            ("2023-09-13", PUTIN, "meets", KIM),
            ("2024-06-19", KIM, "signs an agreement with", PUTIN),
        ],
    ),
    (
        "sources",
        {},
        [
            ("2022-02-25", "News of 2022-02-25", "AFP", "https://example.org/2022-02-25", "7"),
            ("2022-04-02", "News of 2022-04-02", "AFP", "https://example.org/2022-04-02", "5"),
            ("2023-09-14", "News of 2023-09-14", "AFP", "https://example.org/2023-09-14", "4"),
            ("2024-06-20", "News of 2024-06-20", "AFP", "https://example.org/2024-06-20", "4"),
        ],
    ),
]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], ox.Store]:
    """Return what gives the store of the small world in a profile."""
    folder = tmp_path_factory.mktemp("world")
    stores: dict[str, ox.Store] = {}

    def store(profile: str) -> ox.Store:
        if profile not in stores:
            export(WORLD, folder / f"{profile}.nq", "nq", Layout(profile))
            stores[profile] = open_graph(folder / f"{profile}.nq")
        return stores[profile]

    return store


def rows(found: Answer) -> Rows:
    return [tuple(text_of_node(node) for node in row) for row in found.rows]


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(
    ("name", "given", "expected"), CASES, ids=[f"{case[0]} {case[1]}" for case in CASES]
)
def test_a_question_finds(
    world: Callable[[str], ox.Store], name: str, given: dict[str, str], expected: Rows, profile: str
) -> None:
    """The same in every profile."""
    found = rows(ask(world(profile), name, given))
    width = max((len(row) for row in expected), default=0)
    assert [row[:width] for row in found] == expected


def test_the_balance_counts_facts_only(world: Callable[[str], ox.Store]) -> None:
    found = {row[:2]: row[2:] for row in rows(ask(world("standard"), "balance"))}
    assert found["Russia", "Ukraine"] == ("1", "-9")
    assert ("Belarus", "Ukraine") not in found


def test_the_most_active_come_first(world: Callable[[str], ox.Store]) -> None:
    assert rows(ask(world("standard"), "most-active"))[0] == ("Russia", "3", "7")


def test_offices_have_terms(world: Callable[[str], ox.Store]) -> None:
    found = rows(ask(world("standard"), "offices"))
    assert any(row[:3] == (KIM, "is leader of", "North Korea") and row[4] for row in found)


def test_every_question_is_tested() -> None:
    apart = {"balance", "most-active", "offices"}
    assert {case[0] for case in CASES} | apart == set(questions())
    assert len(questions()) == 20


@pytest.mark.parametrize("name", questions())
def test_a_question_is_written_as_it_should_be(name: str) -> None:
    """It says what it asks in two languages, and every parameter that it names stands in it."""
    question = questions()[name]
    assert question.title.endswith(".")
    assert question.title_fr.endswith(".")
    assert question.title != question.title_fr
    for parameter in question.parameters:
        assert f"VALUES ?{parameter} {{" in question.body
    assert name in listing()


def test_a_denied_act_is_no_tie(world: Callable[[str], ox.Store]) -> None:
    """What is only denied, planned or feared does not stand among what happened."""
    ties = rows(ask(world("standard"), "ties-of", {"actor": "CN"}))
    assert ("China", "imposes sanctions on", "Russia") not in {row[:3] for row in ties}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_value_is_never_code(world: Callable[[str], ox.Store], text: str) -> None:
    """A name that looks like SPARQL is looked for, and not run."""
    assert rows(ask(world("standard"), "ties-of", {"actor": text})) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_place_is_found_and_shown_on_its_line(tmp_path: Path, text: str) -> None:
    found = told("2024-06-20", "FR", "visits", "IR", date="2024", place=f"{text}.")
    write_jsonl(Graph.of([found]), tmp_path / "statements.jsonl")
    answer = ask(open_graph(tmp_path), "visits")
    lines = shown(answer, "table").split("\n")
    assert len(lines) == 4
    assert all(line.isprintable() for line in lines)
    assert len(list(csv.reader(io.StringIO(shown(answer, "csv"))))) == 2
    assert len(shown(answer, "json").split("\n")) == 2


def test_a_formula_does_not_run_in_a_spreadsheet(tmp_path: Path) -> None:
    found = told("2024-06-20", "FR", "visits", "IR", date="2024", place="=1+1")
    write_jsonl(Graph.of([found]), tmp_path / "statements.jsonl")
    assert ",'=1+1" in shown(ask(open_graph(tmp_path), "visits"), "csv")


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("ties-of", {}, "Say actor="),
        ("sanctions-since", {"since": "yesterday"}, "is not a day"),
        ("sanctions-since", {"since": "20220224"}, "is not a day"),
        ("SELECT nonsense", {}, "not valid SPARQL"),
        ("none.rq", {}, "cannot be read"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", {}, "asks another machine"),
    ],
)
def test_what_cannot_be_asked_says_why(
    world: Callable[[str], ox.Store], name: str, given: dict[str, str], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        ask(world("standard"), name, given)


def test_a_wrong_name_is_answered_with_the_right_one(world: Callable[[str], ox.Store]) -> None:
    with pytest.raises(UnknownNameError, match="Did you mean 'denials'"):
        ask(world("standard"), "denial")
    with pytest.raises(UnknownNameError, match="Did you mean 'since'"):
        ask(world("standard"), "visits", {"sinse": "2024-01-01"})


@pytest.mark.parametrize(
    ("query", "asks"),
    [
        ("SELECT * { service<http://x/> {} }", True),
        ("SELECT * {} # '\n SERVICE <http://x/>", True),
        ("SELECT * { ?s ?p 'a' . SERVICE ?x {} . ?s ?p 'b' }", True),
        ("SELECT * { ?s <http://x/SERVICE> 'the SERVICE' } # SERVICE", False),
        ("PREFIX ex: <http://x/> SELECT ?service { ?service ex:service ?o }", False),
        ('SELECT * { ?s ?p """a " SERVICE \' b""" }', False),
    ],
)
def test_service_is_found_where_it_is_one(query: str, asks: bool) -> None:
    assert asks_elsewhere(query) == asks


def test_forms_of_an_answer(world: Callable[[str], ox.Store]) -> None:
    store = world("standard")
    answer = ask(store, "SELECT ?s ?n { ?s dg:countryCode 'FR' OPTIONAL { ?s dg:none ?n } }")
    assert shown(answer, "csv") == "s,n\nhttp://www.wikidata.org/entity/Q142,\n"
    assert json.loads(shown(answer, "json")) == {
        "s": "http://www.wikidata.org/entity/Q142",
        "n": None,
    }
    assert shown(answer, "table").splitlines()[2] == "wd:Q142"
    with pytest.raises(OutputError, match="CONSTRUCT"):
        shown(answer, "ttl")
    with pytest.raises(UnknownNameError, match="table"):
        shown(answer, "tabel")
    assert shown(ask(store, "ASK { ?s a dg:Statement }"), "table").split()[-1] == "true"
    made = ask(store, "CONSTRUCT { ?s a dg:Country } WHERE { ?s dg:countryCode 'FR' }")
    assert "wd:Q142 a dg:Country" in shown(made, "ttl")
    assert set(FORMS) == {"table", "csv", "json", "ttl"}


def test_files_and_own_prefixes(world: Callable[[str], ox.Store], tmp_path: Path) -> None:
    """A query in a file may set a prefix of its own, also one that is known here."""
    query = "PREFIX dg: <http://example.org/>\nSELECT ?s { ?s a dg:Statement }"
    (tmp_path / "q.rq").write_text(query, encoding="utf-8")
    assert ask(world("standard"), str(tmp_path / "q.rq")).rows == ()
    assert prefixed(query).count("PREFIX dg:") == 1


@pytest.mark.parametrize("text", ["since", "=x", ""])
def test_a_value_needs_a_name(text: str) -> None:
    with pytest.raises(InputError, match="NAME=VALUE"):
        values([text])


@pytest.mark.parametrize(
    ("name", "content"), [("x.ttl", "<a> <b>"), ("y.nt", ""), ("z.rdf", "<p/>")]
)
def test_a_broken_file_is_one_line(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    if content:
        with pytest.raises(InputError, match="is not valid"):
            open_graph(tmp_path / name)
    with pytest.raises(InputError, match="cannot be read"):
        open_graph(tmp_path / f"none-{name}")
