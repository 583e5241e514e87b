"""Office holders and organisations from an endpoint of Wikidata's shape, into a user's file."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph import languages
from graph.actors.gazetteer import load_gazetteer
from graph.actors.link import Linker
from graph.errors import EndpointError, OutputError, UnknownNameError
from graph.model import Sentence
from graph.update import Endpoint, Refreshed, refresh
from graph.update.ask import PAUSE
from tests.wikidata import Local, endpoint

GAZETTEER = load_gazetteer()


@pytest.fixture
def local() -> Iterator[Local]:
    with endpoint() as running:
        yield running


def ask(local: Local, output: Path, *states: str, waits: list[float] | None = None) -> Refreshed:
    slept = waits if waits is not None else []
    asked = Endpoint(local.address, slept.append)
    try:
        return refresh(output, GAZETTEER, asked, states=states)
    finally:
        asked.close()


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_office_holders_are_written_with_their_terms(local: Local, tmp_path: Path) -> None:
    done = ask(local, tmp_path / "n.toml", "FR", "DE")
    assert done == Refreshed(4, 0, resumed=False)
    assert read(tmp_path / "n.toml")["people"] == {
        "ada-testard": {
            "country": "FR",
            "en": "Ada Testard",
            "wikidata": "Q90000001",
            "offices": [["leads", "FR", "2027-05-13", ""]],
        },
        "bob-exempel": {
            "country": "FR",
            "en": "Bob Exempel",
            "names": ["Bob Exemple"],
            "wikidata": "Q90000003",
            "offices": [["leads", "FR", "2027-06", ""]],
        },
        "dora-quoted-prufer": {
            "country": "DE",
            "en": 'Dora "Quoted" Prüfer',
            "wikidata": "Q90000011",
            "offices": [["holdsOfficeIn", "DE", "2027-05-13", "", "foreign-minister"]],
        },
        "emmanuel-macron": {"offices": [["leads", "FR", "2017-05-14", "2027-05-13"]]},
    }


def test_the_file_is_one_for_the_gazetteer(local: Local, tmp_path: Path) -> None:
    """A term that has ended since takes the place of the listed one that goes on."""
    ask(local, tmp_path / "n.toml", "FR")
    found = load_gazetteer(tmp_path / "n.toml")
    macron = found.people["emmanuel-macron"]
    assert [(o.start, o.end) for o in macron.offices if o.of == "FR" and o.relation == "leads"] == [
        ("2017-05-14", "2027-05-13")
    ]
    text = "President Ada Testard spoke; the president then left."
    cast = Linker(found, languages.load("en")).cast(text, [Sentence(0, len(text))], "2028-01-15")
    assert {a.id for m in cast.mentions for a in m.actors} == {found.people["ada-testard"].actor.id}
    assert [(claim.relation, claim.of.label) for claim in cast.claims] == [("leads", "France")]


def test_organisations_are_written_with_what_they_are_a_part_of(
    local: Local, tmp_path: Path
) -> None:
    """No name is taken from anybody, too short ones are not given, and what is gone is left out."""
    ask(local, tmp_path / "n.toml")
    assert read(tmp_path / "n.toml")["organisations"] == {
        "council-of-test-rivers": {
            "kind": "organisation",
            "wikidata": "Q90000022",
            "part_of": "river-test-commission",
            "en": {"label": "Council of Test Rivers"},
            "fr": {"label": "Council of Test Rivers"},
        },
        "river-test-commission": {
            "kind": "organisation",
            "wikidata": "Q90000021",
            "en": {"label": "River Test Commission", "names": ["RITECO"]},
            "fr": {"label": "Commission de la Teste", "names": ["COTESTE"]},
        },
        "test-union": {
            "kind": "organisation",
            "wikidata": "Q90000024",
            "en": {"label": "Test Union"},
            "fr": {"label": "Test Union"},
        },
    }
    found = load_gazetteer(tmp_path / "n.toml")
    assert found.organisations["nato"].id == GAZETTEER.organisations["nato"].id
    part = found.organisations["council-of-test-rivers"]
    assert found.wholes[part.id] == found.organisations["river-test-commission"]


def test_it_is_polite(local: Local, tmp_path: Path) -> None:
    """It says who it is, pauses between questions, and waits as long as it is asked to."""
    local.refusals = [(429, "7"), (503, "")]
    waits: list[float] = []
    ask(local, tmp_path / "n.toml", "FR", "DE", waits=waits)
    assert waits[0] == 7.0
    assert waits[-1] == PAUSE
    assert all(agent.startswith("diplograph/") and "https://" in agent for agent in local.agents)


def test_who_is_told_to_come_back_later_does(local: Local, tmp_path: Path) -> None:
    local.refusals = [(429, "3600")]
    with pytest.raises(EndpointError, match=r"come back in 3600 seconds.*goes on where it ended"):
        ask(local, tmp_path / "n.toml", "FR")


def test_one_that_was_cut_off_goes_on(local: Local, tmp_path: Path) -> None:
    """What was answered is not asked again, and the file is the same as without a break."""
    ask(local, tmp_path / "whole.toml", "FR", "DE", "IT")
    local.queries.clear()
    local.last = 2
    with pytest.raises(EndpointError, match="out of order"):
        ask(local, tmp_path / "n.toml", "FR", "DE", "IT")
    assert not (tmp_path / "n.toml").exists()
    with (tmp_path / "n.toml.part").open("a", encoding="utf-8") as part:
        part.write('["terms IT", [{"per')  # as a kill leaves it
    local.last = None
    assert ask(local, tmp_path / "n.toml", "FR", "DE", "IT").resumed
    assert len(local.queries) == 3
    assert (tmp_path / "n.toml").read_bytes() == (tmp_path / "whole.toml").read_bytes()
    assert not (tmp_path / "n.toml.part").exists()


def test_its_own_file_is_written_anew_and_no_other(local: Local, tmp_path: Path) -> None:
    ask(local, tmp_path / "n.toml", "FR")
    before = (tmp_path / "n.toml").read_bytes()
    ask(local, tmp_path / "n.toml", "FR")
    assert (tmp_path / "n.toml").read_bytes() == before
    (tmp_path / "mine.toml").write_text("# Mine\n", encoding="utf-8")
    with pytest.raises(OutputError, match="was not written by"):
        ask(local, tmp_path / "mine.toml", "FR")
    assert (tmp_path / "mine.toml").read_text(encoding="utf-8") == "# Mine\n"


def test_what_is_wrong_is_said_before_anything_is_asked(local: Local, tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match=r"No state named 'XX'\. Write an ISO code") as state:
        ask(local, tmp_path / "n.toml", "XX")
    assert len(str(state.value)) < 160
    with pytest.raises(OutputError, match="no such folder"):
        ask(local, tmp_path / "none" / "n.toml", "FR")
    assert not (tmp_path / "none").exists()
    assert local.agents == []
    for address in ("query.wikidata.org", "ftp://a", "http://me:secret@127.0.0.1"):
        with pytest.raises(EndpointError) as caught:
            Endpoint(address)
        assert "secret" not in str(caught.value)
