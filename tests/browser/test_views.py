"""The world map, the table, what can be shared, and the page for everybody."""

import csv
import io
import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import rdflib

from graph.export import export
from graph.model import Graph
from tests.browser.samples import (
    CONTESTED,
    FRANCE,
    MALI,
    MEETING,
    SAMPLE,
    UNITED_NATIONS,
    said,
    state,
)
from tests.samples import told

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

AXE = Path(__file__).parent / "axe"

#: The text of what sticks out of a window 390 px wide; the table's heads are a row to swipe.
BEYOND = """[...document.querySelectorAll("header *, main *")]
  .filter(each => !each.closest("thead, .side, .scroller, #world, .menu > div")
    && each.getBoundingClientRect().width && each.getBoundingClientRect().right > 391)
  .map(each => each.outerHTML.slice(0, 80))"""

#: How many controls are seen that the keyboard must reach.
STOPS = """[...document.querySelectorAll("button, input, summary, a[href], [tabindex='0']")]
  .filter(each => each.checkVisibility({visibilityProperty: true}) && !each.disabled).length"""

#: A number for the control that has the focus, or what is wrong with it.
FOCUSED = """(() => {
  const here = document.activeElement;
  here.dataset.seen ??= String(document.querySelectorAll("[data-seen]").length);
  const shown = here === document.body || getComputedStyle(here).outlineStyle !== "none";
  return shown ? here.dataset.seen : "no outline: " + here.outerHTML;
})()"""


def test_world_map_draws_arcs_between_capitals(visit: Open) -> None:
    """The same ties at the seats of governments; what has no seat is counted."""
    page = visit(Graph.of([*SAMPLE.statements, said(UNITED_NATIONS, "aids", MALI)]))
    page.tab.keyboard.press("w")
    assert page.tab.locator("#world [data-actor]").count() == 3
    assert page.tab.locator("#world .hit").count() == 3
    page.tab.locator("#missing summary").click()
    assert (
        "1\nof bodies and people without a place" in page.tab.locator("#missing-list").inner_text()
    )
    assert page.tab.locator("#world .disputed").get_attribute("stroke-dasharray")
    assert "takes no position" in page.tab.locator("#borders-note").inner_text()
    paris, bamako = page.spot(1), page.spot(4)
    assert paris[1] < bamako[1]
    page.tab.mouse.click(*page.middle("1-4"))
    assert MEETING in page.panel()
    page.tab.mouse.click(*page.spot(2))
    assert page.tab.locator("#panel h2").inner_text() == "Russia"
    before = page.spot(1)
    page.tab.locator("#zoom-in").click()
    assert page.spot(1) != before
    page.tab.locator("#world-view").press("ArrowRight")
    assert page.tab.evaluate("diplograph.selected().actor") in {1, 2, 4}


def test_table_has_every_statement_sorted_and_filtered(visit: Open) -> None:
    """The table is the map in words: it needs no pointer."""
    page = visit(SAMPLE)
    page.tab.keyboard.press("t")
    rows = page.tab.locator("#rows tr:not(.gap)")
    assert rows.count() == 6
    head = page.tab.locator("#columns .cell-subject button")
    head.focus()
    page.tab.keyboard.press("Enter")
    cells = page.tab.locator("#rows td.cell-subject").all_inner_texts()
    assert cells == sorted(cells)
    assert page.tab.locator("th[aria-sort=ascending]").inner_text().startswith("Subject")
    page.tab.keyboard.press("Enter")
    assert page.tab.locator("#rows td.cell-subject").all_inner_texts() == sorted(
        cells, reverse=True
    )
    page.tab.locator("#table-filter").fill("helicopters")
    assert rows.count() == 1
    assert page.status().startswith("1 of 7 statements")
    page.tab.locator("#rows td.cell-relation button").focus()
    page.tab.keyboard.press("Enter")
    assert "helicopters" in page.panel()


def test_table_of_thousands_holds_only_what_is_seen(visit: Open) -> None:
    """Scrolling and the arrow keys bring the other rows."""
    some = [
        said(state(n % 50), "aids", FRANCE, f"Text {n}.", f"{1900 + n % 100}") for n in range(3000)
    ]
    page = visit(Graph.of(some), address="view=table")
    assert page.tab.locator("#rows tr").count() < 80
    assert page.tab.locator("#the-table").get_attribute("aria-rowcount") == "3001"
    page.tab.locator("#table-view").evaluate("node => { node.scrollTop = node.scrollHeight; }")
    page.tab.wait_for_selector("#rows tr[aria-rowindex='3001']")
    page.tab.locator("#rows tr[aria-rowindex='3001'] td.cell-relation button").focus()
    for _ in range(40):
        page.tab.keyboard.press("ArrowUp")
    row = page.tab.evaluate("document.activeElement.closest('tr').getAttribute('aria-rowindex')")
    assert row == "2961"


def test_table_of_a_phone_has_rows_wherever_it_is_scrolled(visit: Open) -> None:
    """The rows that are not in the page keep their height."""
    some = [said(state(n % 50), "aids", FRANCE, f"Text {n}.") for n in range(300)]
    page = visit(Graph.of(some), 390, 844, "view=table")
    tall = page.tab.locator("#table-view").evaluate("node => node.scrollHeight")
    for part in (0.2, 0.5, 0.9):
        page.tab.locator("#table-view").evaluate(f"node => {{ node.scrollTop = {part * tall}; }}")
        page.tab.wait_for_timeout(100)
        seen = page.tab.evaluate(
            "document.elementFromPoint(195, 600).closest('tr')?.getAttribute('aria-rowindex')"
        )
        assert int(seen) == pytest.approx(300 * part, abs=8)
    assert page.tab.locator("#table-view").evaluate("node => node.scrollHeight") == tall


@pytest.mark.parametrize("width", [1400, 390])
def test_undated_is_undated_in_the_table_and_in_the_evidence(visit: Open, width: int) -> None:
    """The day an article appeared is not given as the day of what it tells."""
    page = visit(Graph.of([said(FRANCE, "meets", MALI, date=None)]), width, 844, "view=table")
    cell = page.tab.locator("#rows td.cell-date .two")
    assert re.fullmatch(r"No date\s+\(published .*2023\)", cell.inner_text())
    assert cell.evaluate("node => node.scrollWidth <= node.clientWidth")
    page.tab.locator("#rows .cell-relation button").click()
    assert "No date" in page.panel()


def test_rows_without_a_date_come_last(visit: Open) -> None:
    """The table opens with what is dated, the latest first; turned round, the undated stay last."""
    told = [
        said(FRANCE, "meets", MALI, date=None),
        said(FRANCE, "phones", MALI, date="2023-01-02"),
        said(FRANCE, "thanks", MALI, date="2023-01-05"),
    ]
    page = visit(Graph.of(told), 1400, 844, "view=table")
    dates = page.tab.locator("#rows td.cell-date")
    first = [re.sub(r"\s+", " ", text)[:7] for text in dates.all_inner_texts()]
    page.tab.locator("th[data-key=date] button").click()
    turned = [re.sub(r"\s+", " ", text)[:7] for text in dates.all_inner_texts()]
    assert first[2] == turned[2] == "No date"
    assert first[:2] == turned[1::-1]


def test_address_holds_view_filters_dates_and_selection(visit: Open) -> None:
    """A copied link opens to the same, and the address may be typed by anybody."""
    page = visit(SAMPLE)
    page.tab.locator("#modality-checks input[value=planned]").check()
    page.tab.locator("#sign-checks input[value=standing]").uncheck()
    page.tab.mouse.dblclick(*page.spot(1))
    page.tab.locator("#panel").get_by_role("button", name="Hide").click()
    page.tab.locator("details.legend summary", has_text="Dates").click()
    page.tab.locator("#date-from").fill("2022-01-01")
    page.until("location.hash.includes('from=2022')")
    page.tab.wait_for_timeout(300)
    address = page.tab.evaluate("location.hash.slice(1)")
    assert re.search("open=Q159.*hide=Q159", address)
    again = visit(SAMPLE, address=address)
    for test in ("diplograph.lines()", "diplograph.symbols()", "diplograph.camera()"):
        assert again.tab.evaluate(test) == page.tab.evaluate(test)
    assert again.status() == page.status()
    wrongs = ("view=nowhere&actor=Q0&line=Q1+Q2&from=x&camera=,,", "no-relation=a|b&articles=-3")
    for wrong in wrongs:
        again.tab.evaluate("text => { location.hash = text; }", wrong)
        again.tab.wait_for_timeout(50)
        assert len(again.lines()) == 3


def test_view_and_statements_are_exported(visit: Open, tmp_path: Path) -> None:
    """PNG and SVG of both maps, CSV and JSON of what the filters let through."""
    formula = said(FRANCE, "praises", MALI, '=HYPERLINK("http://evil.example")')
    page = visit(Graph.of([*SAMPLE.statements, formula]))
    got: dict[str, bytes] = {}
    for view, wanted in (("m", ("png", "svg", "csv", "json")), ("w", ("png", "svg"))):
        page.tab.keyboard.press(view)
        for kind in wanted:
            page.tab.locator("#exports summary").click()
            with page.tab.expect_download() as waiting:
                page.tab.locator(f"#export-{kind}").click()
            path = tmp_path / f"{view}.{kind}"
            waiting.value.save_as(path)
            got[f"{view}.{kind}"] = path.read_bytes()
            assert page.tab.locator("#exports").get_attribute("open") is None
    for view in "mw":
        assert got[f"{view}.png"].startswith(b"\x89PNG")
        drawing = got[f"{view}.svg"].decode()
        assert all(name in drawing for name in ("France", "Mali", "Russia"))
        assert "<script" not in drawing
    rows = list(csv.DictReader(io.StringIO(got["m.csv"].decode())))
    records = json.loads(got["m.json"])
    assert len(rows) == len(records) == 7
    assert {record["sentence"] for record in records} >= {MEETING, formula.evidence.sentence}
    assert "'=HYPERLINK" in got["m.csv"].decode()


def test_turtle_of_the_page_is_part_of_that_of_the_export(visit: Open, tmp_path: Path) -> None:
    """The same IRIs and terms: each triple of the page is one of graph.ttl, whatever the text."""
    odd = said(FRANCE, "sanctions", MALI, 'So "it" is\\said.\n')
    claimed = replace(odd, said_by='A "diplomat"\\')
    graph = Graph.of([*SAMPLE.statements, claimed, *CONTESTED.statements])
    page = visit(graph)
    page.tab.locator("#exports summary").click()
    with page.tab.expect_download() as waiting:
        page.tab.locator("#export-ttl").click()
    waiting.value.save_as(tmp_path / "page.ttl")
    export(graph, tmp_path / "whole.ttl", "ttl")
    ours, whole = (rdflib.Graph().parse(tmp_path / name) for name in ("page.ttl", "whole.ttl"))
    assert [triple for triple in ours if triple not in whole] == []
    dg = rdflib.Namespace("https://w3id.org/diplograph/ontology#")
    for name in ("subject", "modality", "saidBy", "evidence", "meets", "arms"):
        assert set(ours.subject_objects(dg[name])) == set(whole.subject_objects(dg[name])), name
    assert not list(ours.subject_objects(dg.sanctions))


def test_link_to_the_view_is_copied(visit: Open) -> None:
    """It holds what is selected and filtered, without the moment that the address takes."""
    page = visit(
        SAMPLE, address="line=Q142+Q912", permissions=["clipboard-read", "clipboard-write"]
    )
    page.tab.locator("#modality-checks input[value=planned]").check()
    page.tab.locator("#exports summary").click()
    page.tab.locator("#export-link").click()
    page.tab.get_by_text("Copied").first.wait_for()
    link = page.tab.evaluate("navigator.clipboard.readText()")
    assert link == page.tab.evaluate("location.href")
    assert "line=Q142+Q912" in link
    assert "no-modality=possible%7Crequested%7Cdenied" in link
    page.tab.evaluate("window.print = () => { document.title = 'printed'; }")
    page.tab.locator("#export-print").click()
    assert page.tab.title() == "printed"


def test_what_changes_is_announced(visit: Open) -> None:
    """Assistive technology hears of selections, views, and what was opened and reset."""
    page = visit(SAMPLE)
    live = page.tab.locator("#live")
    assert live.get_attribute("aria-live") == "polite"
    page.tab.mouse.click(*page.spot(1))
    assert live.inner_text() == "Russia"
    page.tab.keyboard.press("e")
    assert live.inner_text() == "Russia is expanded"
    page.tab.keyboard.press("w")
    assert live.inner_text() == "World"
    page.tab.keyboard.press("m")
    page.tab.locator("#reset").click()
    assert live.inner_text() == "Everything is shown as at first"
    assert page.symbols() == {0, 1, 3}
    assert page.tab.locator("#status").get_attribute("role") == "status"


def test_print_lists_ties_with_their_sentences(visit: Open) -> None:
    """On paper the map gives way to the list of ties and citations."""
    page = visit(SAMPLE)
    page.tab.emulate_media(media="print")
    page.tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    text = page.tab.locator("#paper").inner_text()
    assert f"“{MEETING}” — Paper, A title, " in text
    assert "Mali plans a visit" not in text
    assert not page.tab.locator("#map").is_visible()


@pytest.mark.parametrize("width", [1400, 900])
def test_search_by_keyboard(visit: Open, width: int) -> None:
    """``/`` finds an actor by a name of the other language; Escape lets go."""
    page = visit(SAMPLE, width, reduced_motion="no-preference")
    page.tab.keyboard.press("/")
    page.tab.keyboard.type("pouti")
    assert page.tab.locator("#found [role=option]").count() == 1
    page.tab.keyboard.press("Enter")
    assert page.tab.locator("#panel h2").inner_text() == "Vladimir Putin"
    assert "Shown inside" in page.panel()
    page.tab.keyboard.press("Escape")
    assert page.tab.evaluate("diplograph.selected()") is None


def test_languages(visit: Open) -> None:
    """A French browser gets French; the switch changes interface, relations and actors."""
    page = visit(SAMPLE, locale="fr-FR")
    assert page.tab.evaluate("document.documentElement.lang") == "fr"
    page.tab.keyboard.press("t")
    assert "Russie" in page.tab.locator("#rows").inner_text()
    assert "accuse" in page.tab.locator("#rows").inner_text()
    page.tab.locator("[data-lang=en]").click()
    assert "Russia" in page.tab.locator("#rows").inner_text()
    assert page.tab.locator("[data-view=table]").inner_text() == "Table"


@pytest.mark.parametrize(
    ("view", "lang"), [("map", "fr-FR"), ("world", "fr-FR"), ("table", "en-GB"), ("world", "en-GB")]
)
def test_phone_has_no_sideways_scroll(visit: Open, view: str, lang: str) -> None:
    """At 390 px all fits, and the evidence is a sheet at the bottom."""
    page = visit(SAMPLE, 390, 844, has_touch=True, is_mobile=True, locale=lang)
    page.tab.locator(f"[data-view={view}]").click()
    if view == "table":
        page.tab.locator("#rows .cell-relation button").first.click()
    else:
        page.tab.touchscreen.tap(*page.spot(0))
    page.tab.wait_for_selector("#panel.open")
    box = page.tab.locator("#panel").bounding_box()
    assert (box["x"], box["width"]) == (0, 390)
    assert box["y"] > 200
    assert box["y"] + box["height"] == pytest.approx(844, abs=2)
    assert page.tab.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert page.tab.evaluate(BEYOND) == []


#: Lists of filters that scroll sideways, and buttons that stand beyond their list.
PAST_THE_LIST = """() => {
  for (const each of document.querySelectorAll('details')) each.open = true;
  return [...document.querySelectorAll('.checks')].flatMap((list) => [
    ...(list.scrollWidth > list.clientWidth && getComputedStyle(list).overflowX === 'auto'
      ? [list.id] : []),
    ...[...list.querySelectorAll('.only')].filter((each) => each.getBoundingClientRect().width
      && each.getBoundingClientRect().right > list.getBoundingClientRect().right + .5)
      .map((each) => each.parentElement.textContent),
  ]);
}"""


@pytest.mark.parametrize("touch", [False, True])
def test_filters_keep_to_their_column(visit: Open, *, touch: bool) -> None:
    """No list scrolls sideways, and a finger finds each "only" within it, by long counts too."""
    many = [
        said(
            FRANCE,
            "meets",
            MALI,
            f"France met Mali, {at}.",
            article=f"a{at}",
            publisher=f"P {at % 20}",
        )
        for at in range(300)
    ]
    page = visit(Graph.of(many), has_touch=touch, is_mobile=touch)
    assert page.tab.evaluate(PAST_THE_LIST) == []


def test_axe_is_the_published_one() -> None:
    """The checker is what its note says, with its licence beside it."""
    note = tomllib.loads((AXE / "VERSION.toml").read_text(encoding="utf-8"))
    assert sha256((AXE / note["file"]).read_bytes()).hexdigest() == note["sha256"]
    assert "Mozilla Public License" in (AXE / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (390, "dark")])
def test_axe_finds_nothing_serious(visit: Open, width: int, scheme: str) -> None:
    """Names, roles and contrast of every view, with all that can be opened open."""
    page = visit(SAMPLE, width, color_scheme=scheme)
    page.tab.evaluate((AXE / "axe.min.js").read_text(encoding="utf-8"))
    for address in ("line=Q142+Q912&no-modality=-", "view=world&actor=Q159", "view=table"):
        page.tab.evaluate("text => { location.hash = text; }", address)
        page.tab.wait_for_timeout(60)
        page.tab.evaluate(
            "document.querySelectorAll('details').forEach(each => { each.open = true; })"
        )
        found = page.tab.evaluate("axe.run(document, {resultTypes: ['violations']})")
        serious = [
            (each["id"], each["nodes"][0]["html"])
            for each in found["violations"]
            if each["impact"] in {"serious", "critical"}
        ]
        assert serious == []


def test_everything_is_reached_by_keyboard(visit: Open) -> None:
    """Tab stops at every control that is seen, and each shows that it has the focus."""
    page = visit(SAMPLE)
    wanted = page.tab.evaluate(STOPS)
    seen = set()
    for _ in range(wanted + 5):
        page.tab.keyboard.press("Tab")
        seen.add(page.tab.evaluate(FOCUSED))
    assert not [each for each in seen if each.startswith("no outline")]
    assert len(seen) >= wanted


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 844)])
def test_world_opens_with_all_that_is_drawn(visit: Open, width: int, height: int) -> None:
    """The far countries too, as the button shows it, and no button over any of them."""
    far = ["FR", "DE", "RU", "IS", "MX", "US", "CL", "ZA", "IN", "CN", "JP", "AU", "NZ", "EC"]
    met = [told("2022", one, "meets", other) for one, other in pairwise(far)]
    page = visit(Graph.of(met), width, height, "view=world")
    page.tab.wait_for_timeout(200)
    spots = {index: page.spot(index) for index in page.symbols()}
    assert len(spots) == len(far)
    ground, tools = (page.tab.locator(each).bounding_box() for each in ("#world", ".map-tools"))
    for x, y in spots.values():
        assert ground["x"] < x < ground["x"] + ground["width"]
        assert ground["y"] < y < ground["y"] + ground["height"]
        assert x < tools["x"] or not tools["y"] - 6 < y < tools["y"] + tools["height"] + 6
    page.tab.locator("#fit").click()
    page.tab.wait_for_timeout(200)
    assert spots == {index: page.spot(index) for index in page.symbols()}


def test_list_under_the_world_map_is_not_covered(visit: Open) -> None:
    """On a phone the counts stand below it."""
    page = visit(SAMPLE, 390, 844, "view=world")
    rows, status = (page.tab.locator(each).bounding_box() for each in ("#world-lines", ".status"))
    assert rows["y"] + rows["height"] <= status["y"] + 1


def test_timeline_says_what_lies_outside_the_window(visit: Open) -> None:
    """A long span by month begins at its end, with the years before it named."""
    some = [said(FRANCE, "meets", MALI, date=f"{year}-03") for year in range(1990, 2024)]
    page = visit(Graph.of(some), 390, 844, "unit=month")
    page.tab.locator("#scroller").evaluate("node => { node.scrollLeft = 1e6; }")
    page.tab.wait_for_timeout(100)
    assert page.tab.locator("#earlier").inner_text().startswith("‹ 1990–")
    assert page.tab.locator("#later").is_hidden()
    for _ in range(20):
        if page.tab.locator("#earlier").is_visible():
            page.tab.locator("#earlier").click()
            page.tab.wait_for_timeout(50)
    assert page.tab.locator("#earlier").is_hidden()
    assert page.tab.locator("#later").inner_text().endswith("2023 ›")
