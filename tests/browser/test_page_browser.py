"""The page in a browser. After each test no request and no complaint may be left (conftest)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from graph.model import Actor, Evidence, Graph, Source, Statement

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

HOSTILE = '</script><img src="x" onerror="window.PWN=1"><b>bold</b>'
FRANCE = Actor("http://www.wikidata.org/entity/Q142", "France", "country", "FR")
MALI = Actor("http://www.wikidata.org/entity/Q912", "Mali", "country", "ML")
RUSSIA = Actor("http://www.wikidata.org/entity/Q159", "Russia", "country", "RU", (), "Russie")
PUTIN = Actor(
    "http://www.wikidata.org/entity/Q7747", "Vladimir Putin", "person", "RU", (), "Vladimir Poutine"
)


def said(subject: Actor, relation: str, object_: Actor, text: str, date: str = "2023") -> Statement:
    source = Source(f"a-{date}", "en", "A title", "2023-05-04", "https://news.example/a", "Paper")
    evidence = Evidence(source, text, 0, len(text), f"en.{relation}.1")
    return Statement(subject, relation, object_, evidence, date)


#: The text of what sticks out of a window 390 px wide; the table's heads are a row to swipe.
BEYOND = """[...document.querySelectorAll("header *, main *")]
  .filter(each => !each.closest("thead, .side") && each.getBoundingClientRect().right > 391)
  .map(each => each.outerHTML.slice(0, 80))"""

MEETING = "On Friday, Mali and France met in Paris."
PLAN = replace(said(MALI, "visits", RUSSIA, "Mali plans a visit to Russia."), modality="planned")
SAMPLE = Graph.of(
    [
        said(FRANCE, "meets", MALI, MEETING),
        said(RUSSIA, "accuses", FRANCE, "Russia accused France of lying.", "2021-03-01"),
        said(RUSSIA, "accuses", FRANCE, "Russia again accused France of lying.", "2022"),
        said(PUTIN, "leads", RUSSIA, "Putin leads Russia."),
        said(RUSSIA, "arms", MALI, "Russia delivered helicopters to Mali."),
        PLAN,
    ]
)


def test_first_picture_is_the_one_python_drew(visit: Open) -> None:
    """The script weighs lines as ``graph.page.pairs`` does."""
    page = visit(SAMPLE)
    drawn = {line["id"]: line for line in page.lines()}
    planned = {line["id"]: line for line in page.tab.evaluate("diplograph.first()")}
    assert drawn.keys() == planned.keys()
    for number, line in drawn.items():
        assert {key: line[key] for key in ("width", "sign", "dashes")} == {
            key: planned[number][key] for key in ("width", "sign", "dashes")
        }


def test_click_on_a_line_shows_its_sentence(visit: Open) -> None:
    """A line opens the sentence, the names marked, the article cited and linked."""
    page = visit(SAMPLE)
    (ax, ay), (bx, by) = page.spot(0), page.spot(3)
    assert page.tab.evaluate("diplograph.lines().some(l => l.from === 0 && l.to === 3)")
    page.tab.mouse.click((ax + bx) / 2, (ay + by) / 2)
    assert MEETING in page.panel()
    assert page.tab.locator("#panel mark").all_inner_texts() == ["Mali", "France"]
    link = page.tab.locator("#panel .card a")
    assert link.get_attribute("href") == "https://news.example/a"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert "en.meets.1" in page.panel()


def test_click_on_an_actor_lists_its_ties(visit: Open) -> None:
    page = visit(SAMPLE)
    page.tab.mouse.click(*page.spot(1))
    assert page.tab.locator("#panel h2").inner_text() == "Russia"
    assert page.tab.locator("#panel h4").count() == 3
    assert "1 more statement is hidden" in page.panel()
    page.tab.get_by_text("Show them").click()
    assert "visits" in page.panel()


def test_hover_names_what_is_under_the_pointer(visit: Open) -> None:
    page = visit(SAMPLE)
    page.tab.mouse.move(*page.spot(1))
    page.tab.wait_for_selector("#tip:not([hidden])")
    assert "Russia" in page.tab.locator("#tip").inner_text()


def test_filters_change_map_table_and_counts(visit: Open) -> None:
    """Each filter hides what it says, and the status tells how much."""
    page = visit(SAMPLE)
    status = page.tab.locator("#status")
    assert status.inner_text() == "4 of 4 actors shown, 4 of 5 ties (1 hidden by filters)"
    page.tab.locator("#modality-checks input[value=planned]").check()
    assert status.inner_text() == "4 of 4 actors shown, 5 of 5 ties"
    planned = [line for line in page.lines() if line["dashes"] == [2, 4]]
    assert len(planned) == 1
    page.tab.locator("#sign-checks input[value=conflict]").uncheck()
    assert not any(line["sign"].endswith("conflict") for line in page.lines())
    page.tab.locator("#sign-checks input[value=standing]").uncheck()
    assert status.inner_text().startswith("3 of 4 actors")
    page.tab.locator("#reset").click()
    page.tab.locator("#year-to").select_option("2021")
    assert [line["width"] for line in page.lines()] == [2.4]
    page.tab.locator("#view-table").click()
    assert page.tab.locator("#rows tr").count() == 1


def test_table_is_sorted_and_opened_by_keyboard(visit: Open) -> None:
    """The table is the map in words: it needs no pointer."""
    page = visit(SAMPLE)
    page.tab.keyboard.press("t")
    assert page.tab.locator("#rows tr").count() == 4
    head = page.tab.locator("#columns th button").first
    head.focus()
    page.tab.keyboard.press("Enter")
    cells = page.tab.locator("#rows td.cell-subject").all_inner_texts()
    assert cells == sorted(cells)
    assert page.tab.locator("th[aria-sort=ascending]").inner_text().startswith("Subject")
    page.tab.locator("#rows button").first.focus()
    page.tab.keyboard.press("Enter")
    assert MEETING in page.panel()


@pytest.mark.parametrize("width", [1400, 900])
def test_search_by_keyboard(visit: Open, width: int) -> None:
    """``/`` finds an actor by a name of the other language; Escape lets go."""
    page = visit(SAMPLE, width, reduced_motion="no-preference")
    page.tab.keyboard.press("/")
    page.tab.keyboard.type("pouti")
    assert page.tab.locator("#found [role=option]").count() == 1
    page.tab.keyboard.press("Enter")
    assert page.tab.locator("#panel h2").inner_text() == "Vladimir Putin"
    page.tab.keyboard.press("Escape")
    assert page.tab.evaluate("diplograph.selected()") is None


def test_arrows_walk_the_actors(visit: Open) -> None:
    page = visit(SAMPLE)
    page.tab.locator("#map").focus()
    seen = set()
    for _ in range(4):
        page.tab.keyboard.press("ArrowRight")
        seen.add(page.tab.evaluate("diplograph.selected().actor"))
    assert len(seen) == 4


def test_languages(visit: Open) -> None:
    """A French browser gets French; the switch changes interface, relations and actors."""
    page = visit(SAMPLE, locale="fr-FR")
    assert page.tab.evaluate("document.documentElement.lang") == "fr"
    page.tab.keyboard.press("t")
    assert "Russie" in page.tab.locator("#rows").inner_text()
    assert "accuse" in page.tab.locator("#rows").inner_text()
    page.tab.locator("[data-lang=en]").click()
    assert "Russia" in page.tab.locator("#rows").inner_text()
    assert page.tab.locator("#view-table").inner_text() == "Table"


@pytest.mark.parametrize("view", ["map", "table"])
def test_phone_has_no_sideways_scroll(visit: Open, view: str) -> None:
    """At 390 px all fits, and the evidence is a sheet at the bottom."""
    page = visit(SAMPLE, 390, 844, has_touch=True, is_mobile=True)
    page.tab.locator(f"#view-{view}").click()
    if view == "table":
        page.tab.locator("#rows button").first.click()
    else:
        page.tab.mouse.click(*page.spot(0))
    page.tab.wait_for_selector("#panel.open")
    box = page.tab.locator("#panel").bounding_box()
    assert (box["x"], box["width"]) == (0, 390)
    assert box["y"] > 200
    assert box["y"] + box["height"] == pytest.approx(844, abs=2)
    assert page.tab.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert page.tab.evaluate(BEYOND) == []


def test_hostile_text_is_shown_as_text(visit: Open) -> None:
    """Markup in an article is read, not run (conftest checks that ``PWN`` is not set)."""
    source = Source("bad", "en", HOSTILE, None, "javascript:window.PWN=1", HOSTILE)
    bad = Actor("https://w3id.org/diplograph/actor/bad", HOSTILE, "organisation", None, (HOSTILE,))
    evidence = Evidence(source, HOSTILE, 0, len(HOSTILE), HOSTILE)
    told = Statement(bad, "accuses", FRANCE, evidence, said_by=HOSTILE, place=HOSTILE)
    page = visit(Graph.of([told]))
    page.tab.locator("#panel .line").click()
    assert page.tab.locator("#panel blockquote").inner_text() == HOSTILE
    assert page.tab.locator("#panel .card a").count() == 0
    assert page.tab.locator("img, b b").count() == 0
    page.tab.mouse.move(*page.spot(page.lines()[0]["from"]))
    page.tab.keyboard.press("t")
    assert HOSTILE in page.tab.locator("#rows").inner_text()


def test_empty_graph_says_so(visit: Open) -> None:
    page = visit(Graph())
    assert "empty" in page.tab.locator("#empty").inner_text()
    page.tab.keyboard.press("t")
    page.tab.keyboard.press("f")


def test_many_actors_come_on_request(visit: Open) -> None:
    """Nothing is left out in silence."""
    others = [
        Actor(f"https://w3id.org/diplograph/actor/state-{n:02}", f"State {n:02}", "country")
        for n in range(90)
    ]
    page = visit(Graph.of(said(FRANCE, "aids", o, f"France helped {o.label}.") for o in others))
    status = page.tab.locator("#status")
    assert status.inner_text() == "60 of 91 actors shown, 59 of 90 ties"
    page.tab.get_by_text("Show all 91").click()
    assert status.inner_text() == "91 of 91 actors shown, 90 of 90 ties"
    page.tab.get_by_text("Show the 60").click()
    page.tab.keyboard.press("/")
    page.tab.keyboard.type("state 89")
    page.tab.keyboard.press("Enter")
    assert status.inner_text().startswith("91 of 91")


def test_actor_tied_to_itself(visit: Open) -> None:
    """A loop, as of a state at war with itself, can be drawn and opened."""
    page = visit(Graph.of([said(MALI, "attacks", MALI, "Mali attacked rebels in Mali.")]))
    page.tab.locator("#panel .line").click()
    assert "Mali attacked rebels" in page.panel()


def test_print_lists_ties_with_their_sentences(visit: Open) -> None:
    """On paper the map gives way to the list of ties and citations."""
    page = visit(SAMPLE)
    page.tab.emulate_media(media="print")
    page.tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    text = page.tab.locator("#table-view").inner_text()
    assert MEETING in text
    assert "A title, Paper, 2023-05-04" in text
    assert not page.tab.locator("#map").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_themes_draw_in_their_colours(visit: Open, scheme: str, motion: str) -> None:
    """Light and dark differ, with and without motion."""
    page = visit(SAMPLE, color_scheme=scheme, reduced_motion=motion)
    page.tab.locator("#fit").click()
    back = page.tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, back[4:-1].split(","))) < 200) == (scheme == "dark")
