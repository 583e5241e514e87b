"""The evidence panel, the filters and the timeline."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from graph.analysis import KnowledgeGraph
from graph.model import Actor, Evidence, Graph, Source, Statement
from tests.browser.samples import (
    CONTESTED,
    FRANCE,
    MALI,
    MEETING,
    RUSSIA,
    SAMPLE,
    said,
    state,
)

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

HOSTILE = '</script><img src="x" onerror="window.PWN=1"><b>bold</b>'


def test_card_says_everything_about_a_statement(visit: Open) -> None:
    """Actors and trigger are marked, the article is cited and linked, the rule is named."""
    page = visit(SAMPLE, address="line=Q142+Q912")
    assert MEETING in page.panel()
    marks = page.tab.locator("#panel mark")
    assert marks.all_inner_texts() == ["Mali", "France", "met"]
    kinds = [marks.nth(i).get_attribute("class") for i in range(3)]
    assert kinds == ["object", "subject", "trigger"]
    link = page.tab.locator("#panel .card a")
    assert link.get_attribute("href") == "https://news.example/a"
    assert link.get_attribute("rel") == "noopener noreferrer"
    for part in ("en.meets.1", "Happened", "2023", "published May 4, 2023", "confidence 0.5"):
        assert part in page.panel() or part.replace("May 4", "4 May") in page.panel()


def test_citation_is_copied(visit: Open) -> None:
    """One click puts the sentence and its source on the clipboard."""
    page = visit(
        SAMPLE, address="line=Q142+Q912", permissions=["clipboard-read", "clipboard-write"]
    )
    page.tab.get_by_text("Copy citation").first.click()
    page.tab.get_by_text("Copied").first.wait_for()
    text = page.tab.evaluate("navigator.clipboard.readText()")
    assert text.startswith(f"“{MEETING}” — Paper, A title, ")
    assert text.endswith("https://news.example/a")


def test_a_pair_has_its_history(visit: Open) -> None:
    """The tie index by year, with its errors, as the ``ties`` command gives it."""
    told = [
        said(FRANCE, "meets", MALI, date="2019-05"),
        said(FRANCE, "meets", MALI, date="2019-05", text="They met.", article="b"),
        said(FRANCE, "meets", MALI, date="2019-05", text="They met.", article="c"),
        said(MALI, "accuses", FRANCE, date="2021-02-03"),
        said(MALI, "criticizes", FRANCE, date="2020-11/2021-02"),
        replace(said(FRANCE, "sanctions", MALI, date="2021-04"), modality="planned"),
    ]
    told = [replace(each, confidence=0.9 - 0.1 * at) for at, each in enumerate(told)]
    page = visit(Graph.of(told), address="line=Q142+Q912")
    label = page.tab.locator("#panel .history svg").get_attribute("aria-label") or ""
    shown = [
        [float(each) for each in re.findall(r"\d+(?:\.\d+)?", year)] for year in label.split("; ")
    ]
    index = KnowledgeGraph(told).ties(step="year", draws=4000)
    rows = sorted((row for row in index if row.events), key=lambda row: row.period)
    assert [year[0] for year in shown] == [float(row.period) for row in rows] == [2019, 2020, 2021]
    for year, row in zip(shown, rows, strict=True):
        sides = (row.cooperation, row.cooperation_error), (row.conflict, row.conflict_error)
        expected = [part for side in sides for part in (side if side[0] else (0.0,))]
        assert year[1:] == pytest.approx(expected, abs=0.11)
    scale = page.tab.locator("#panel .heights span").all_inner_texts()
    most = max(row.cooperation + row.cooperation_error for row in rows)
    most = max(most, *(row.conflict + row.conflict_error for row in rows))
    assert float(scale[0]) == pytest.approx(most + 0.5, abs=0.7)
    assert [scale[0][0], scale[1], scale[2]] == ["+", "0", f"-{scale[0][1:]}"]
    box = page.tab.locator("#panel .heights").bounding_box()
    assert box["height"] > 60, "all of the axis is seen"
    assert "errors" in page.tab.locator("#panel .history figcaption").inner_text()


def test_a_single_year_is_a_history_too(visit: Open) -> None:
    page = visit(Graph.of([said(FRANCE, "meets", MALI, date="2019-05")]), address="line=Q142+Q912")
    assert page.tab.locator("#panel .history .ends span").all_inner_texts() == ["2019"]
    assert page.tab.locator("#panel .history svg title").count() == 2


def test_contested_tie_is_shown_as_such(visit: Open) -> None:
    """Also while the denial itself is hidden, as it is at first."""
    page = visit(CONTESTED)
    assert "Contested" in page.panel()
    page.tab.locator("#panel .line").click()
    assert "1 says it happened, 1 denies it." in page.panel()
    assert page.tab.locator("#panel .card").count() == 1
    page.tab.get_by_text("Show them").first.click()
    assert page.tab.locator("#panel .card").count() == 2


def test_all_that_a_denial_contests_is_marked(visit: Open) -> None:
    """Also what the paper of the denial itself told, once another voice says it too."""
    again = said(RUSSIA, "attacks", MALI, "Russia did attack.", article="b", publisher="Gazette")
    page = visit(Graph.of([*CONTESTED.statements, again]))
    page.tab.locator("#panel .line").click()
    assert "2 say it happened, 1 denies it." in page.panel()
    assert page.tab.locator("#panel .card .contested").count() == 2


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
    page.tab.mouse.move(*page.spot(page.lines()[0]["from"]))
    for key in "wtm":
        page.tab.keyboard.press(key)
        assert page.tab.locator("img, b b").count() == 0
    page.tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.tab.keyboard.press("t")
    assert HOSTILE in page.tab.locator("#rows").inner_text()
    page.tab.goto(
        page.home + "#actor=%3Cimg%20src=x%20onerror=PWN=1%3E&no-sign=__proto__&camera=1,2"
    )
    page.tab.reload()
    page.tab.wait_for_selector("html[data-ready]")


def test_bidi_and_long_text_cannot_harm_the_page(visit: Open) -> None:
    """Marks that turn the direction of writing, and ten megabytes, as sentence and as name."""
    turned = Actor("https://w3id.org/diplograph/actor/x", "\u202eevil\u2066", "person", "FR")
    long = Actor("https://w3id.org/diplograph/actor/y", "long " * 100_000, "group")
    page = visit(
        Graph.of(
            [
                said(turned, "accuses", long, "\u202e\u0000 word" * 1_500_000),
                said(long, "accuses", FRANCE, "x" * 1_000_000, "99999999"),
            ]
        )
    )
    page.tab.locator("#panel .line").first.click()
    assert "\u202e" not in page.panel()
    assert len(page.panel()) < 9000
    assert page.tab.evaluate("document.scrollingElement.scrollWidth") <= 1400


def test_filters_change_everything_and_are_reset_at_once(visit: Open) -> None:
    """Each filter hides what it says, and the status tells how much."""
    page = visit(SAMPLE)
    assert page.status() == "3 of 3 symbols · 4 of 6 ties"
    page.tab.locator("#modality-checks input[value=planned]").check()
    assert page.status() == "3 of 3 symbols · 5 of 6 ties"
    page.tab.locator("#sign-checks input[value=conflict]").uncheck()
    assert not any(line["sign"].endswith("conflict") for line in page.lines())
    page.tab.locator("#kind-checks input[value=person]").uncheck()
    assert {line["id"] for line in page.lines()} == {"0-3", "1-3"}
    page.tab.locator("#reset").click()
    assert page.status() == "3 of 3 symbols · 4 of 6 ties"
    for summary in page.tab.locator("details.legend summary").all():
        summary.click()
    page.tab.locator("#relation-checks input[value=ACCUSE]").uncheck()
    assert "5 of" not in page.status()
    page.tab.locator("#lang-checks input[value=en]").uncheck()
    assert [line["id"] for line in page.lines()] == ["0-1"]
    page.tab.locator("#reset").click()
    page.tab.locator("#source-checks input[value=Gazette]").uncheck()
    assert {line["id"] for line in page.lines()} == {"0-1", "0-3"}
    page.tab.locator("#confidence").fill("60")
    assert page.lines() == []
    assert "No tie passes" in page.tab.locator("#empty").inner_text()
    page.tab.locator("#reset").click()
    page.tab.locator("#articles").fill("2")
    assert [(line["id"], line["width"]) for line in page.lines()] == [("0-1", 3.0)]


def test_counts_say_what_a_click_would_bring(visit: Open) -> None:
    """A box counts what passes all other filters; the one just pressed keeps the keyboard."""
    page = visit(SAMPLE)
    conflict = page.tab.locator("#sign-checks .check", has=page.tab.locator("[value=conflict]"))
    assert conflict.locator("b").inner_text() == "2"
    conflict.locator("input").press("Space")
    assert conflict.locator("b").inner_text() == "2"
    assert page.tab.evaluate("document.activeElement.value") == "conflict"
    planned = page.tab.locator("#modality-checks .check", has=page.tab.locator("[value=planned]"))
    assert planned.locator("b").inner_text() == "1"


def test_one_value_alone(visit: Open) -> None:
    """One click shows nothing else, a second one all again; a family lets its relations through."""
    page = visit(SAMPLE)

    def only(group: str, value: str) -> None:
        row = page.tab.locator(f"#{group}-checks .check", has=page.tab.locator(f"[value={value}]"))
        row.hover()
        row.locator(".only").click()

    only("sign", "conflict")
    assert [line["id"] for line in page.lines()] == ["0-1"]
    only("sign", "conflict")
    assert len(page.lines()) == 3
    only("modality", "planned")
    assert [line["id"] for line in page.lines()] == ["1-3"]
    only("modality", "planned")
    assert not page.tab.locator("#modality-checks [value=planned]").is_checked()
    page.tab.locator("details.legend summary", has_text="Relations").click()
    only("relation", "AID")
    assert {line["id"] for line in page.lines()} == {"1-3"}
    only("relation", "ACCUSE")
    assert {line["id"] for line in page.lines()} == {"0-1"}


def test_strongest_lines_say_what_they_are_made_of(visit: Open) -> None:
    page = visit(SAMPLE)
    assert (
        page.tab.locator("#panel .line").first.inner_text() == "France ← Russia\naccuses · meets\n3"
    )


def test_timeline_is_brushed_by_pointer_and_by_keys(visit: Open) -> None:
    page = visit(SAMPLE)
    page.tab.locator("[data-unit=year]").click()
    box = page.tab.locator("#track").bounding_box()
    y = box["y"] + 30
    third = box["width"] / 3
    page.tab.mouse.move(box["x"] + 20, y)
    page.tab.mouse.down()
    page.tab.mouse.move(box["x"] + third + 20, y, steps=3)
    page.tab.mouse.up()
    assert page.tab.evaluate("location.hash || 1")
    assert page.tab.locator("#date-from").input_value() == "2021-01-01"
    assert page.tab.locator("#date-to").input_value() == "2022-12-31"
    assert [line["id"] for line in page.lines()] == ["0-1"]
    page.tab.mouse.move(box["x"] + third + 20, y)
    assert page.tab.locator("#bin").inner_text() == "2022: 1 cooperation, 0 appeals, 1 conflict"
    page.tab.keyboard.press("l")
    page.tab.keyboard.press("ArrowRight")
    assert page.tab.locator("#date-from").input_value() == "2022-01-01"
    assert page.tab.locator("#brush-from").get_attribute("aria-valuetext") == "2022"
    page.tab.locator("#range-clear").click()
    assert len(page.lines()) == 3
    page.tab.mouse.click(box["x"] + 20, y)
    assert page.tab.locator("#date-to").input_value() == "2021-12-31"
    page.tab.locator("[data-unit=day]").click()
    assert "too vague" in page.tab.locator("#less").inner_text()


def test_timeline_by_keys_alone(visit: Open) -> None:
    """Far jumps, ends, both handles at once, and the other units."""
    page = visit(
        Graph.of(said(FRANCE, "aids", state(n), date=f"{2000 + n}-06-15") for n in range(30))
    )
    dates = [page.tab.locator(f"#date-{end}") for end in ("from", "to")]
    page.tab.keyboard.press("l")
    page.tab.keyboard.press("PageUp")
    assert [each.input_value() for each in dates] == ["2010-01-01", "2029-12-31"]
    page.tab.keyboard.press("Tab")
    page.tab.keyboard.press("PageDown")
    assert [each.input_value() for each in dates] == ["2010-01-01", "2019-12-31"]
    page.tab.keyboard.press("Shift+ArrowRight")
    assert [each.input_value() for each in dates] == ["2011-01-01", "2020-12-31"]
    assert len(page.lines()) == 10
    page.tab.locator("[data-unit=month]").press("Enter")
    assert page.tab.locator("#brush-from").get_attribute("aria-valuetext") == "January 2011"
    page.tab.locator("#brush-to").press("Home")
    page.tab.locator("#brush-from").press("Home")
    assert [each.input_value() for each in dates] == ["2000-06-01", "2011-01-31"]


def test_timeline_plays(visit: Open) -> None:
    """Playing moves on by itself, and stops when asked to."""
    page = visit(Graph.of(said(FRANCE, "aids", state(n), date=f"{2010 + n}") for n in range(8)))
    page.tab.locator("#play").click()
    assert page.tab.locator("#range").inner_text() != "All dates"
    page.until("document.getElementById('date-from').value >= '2011'")
    page.tab.locator("#play").click()
    assert page.tab.locator("#play").get_attribute("aria-label") == "Play"
    assert len(page.lines()) == 1


def test_a_date_far_from_the_others_does_not_squeeze_them(visit: Open) -> None:
    """It has a bin of its own at the end, which a click chooses like any other."""
    some = [said(FRANCE, "aids", state(n), date=f"{2010 + n % 8}-05-01") for n in range(60)]
    page = visit(Graph.of([said(FRANCE, "meets", state(0), date="1648-10-24"), *some]))
    assert page.tab.locator("#brush-from").get_attribute("aria-valuetext") == "before 2010"
    assert page.tab.locator("#brush-to").get_attribute("aria-valuemax") == "8"
    box = page.tab.locator("#track").bounding_box()
    page.tab.mouse.click(box["x"] + 20, box["y"] + 30)
    assert page.tab.locator("#date-from").input_value() == ""
    assert page.tab.locator("#date-to").input_value() == "2009-12-31"
    assert len(page.lines()) == 1
    page.tab.locator("#range-clear").click()
    phone = visit(Graph.of(some), 390, 844, has_touch=True, is_mobile=True)
    assert phone.tab.locator(".handle.away").count() == 0
    page.tab.locator("[data-unit=day]").click()
    scroll = page.tab.locator("#scroller").bounding_box()
    for handle in ("#brush-from", "#brush-to"):
        at = page.tab.locator(handle).bounding_box()
        assert scroll["x"] <= at["x"] <= scroll["x"] + scroll["width"] - at["width"]


def test_every_tie_that_is_not_drawn_is_accounted_for(visit: Open) -> None:
    """The sum says where the others are, and how to see them."""
    page = visit(
        Graph.of([*SAMPLE.statements, *(said(FRANCE, "aids", state(n)) for n in range(90))])
    )
    rows = page.tab.locator("#missing-list li")

    def numbers() -> list[int]:
        return [int(text) for text in rows.locator("b").all_inner_texts()]

    page.tab.locator("#missing summary").click()
    assert sum(numbers()[:-1]) == numbers()[-1] == 96
    words = page.tab.locator("#missing-list").inner_text()
    for part in ("inside one country", "hidden by filters", "to symbols not drawn"):
        assert part in words
    rows.get_by_text("Show all 93").click()
    rows.get_by_text("Show them").click()
    assert numbers() == [95, 1, 96]
    rows.get_by_text("All actors").click()
    assert not page.tab.locator("#missing").is_visible() or numbers()[-1] == 96
    page.tab.keyboard.press("Escape")
    page.tab.keyboard.press("w")
    assert sum(numbers()[:-1]) == 96
