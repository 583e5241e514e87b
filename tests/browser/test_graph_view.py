"""The graph in a browser. After each test no request and no complaint may be left (conftest)."""

from collections.abc import Callable
from typing import Any

import pytest

from graph.model import Graph
from tests.browser.samples import CONTESTED, FRANCE, MALI, MEETING, SAMPLE, said, state

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

# Indexes of the sample's actors, which are sorted by id.
F, R, P, M = 0, 1, 2, 3


def test_first_picture_is_the_one_python_drew(visit: Open) -> None:
    """The script collapses and weighs lines as ``graph.page.lines`` does."""
    page = visit(SAMPLE)
    drawn = {line["id"]: line for line in page.lines()}
    planned = {line["id"]: line for line in page.tab.evaluate("diplograph.first()")}
    assert drawn.keys() == planned.keys() == {"0-1", "0-3", "1-3"}
    for number, line in drawn.items():
        assert {key: line[key] for key in ("width", "sign", "dashes", "arrows")} == {
            key: planned[number][key] for key in ("width", "sign", "dashes", "arrows")
        }


def test_click_on_a_line_shows_its_sentences(visit: Open) -> None:
    """Parallel ties are one line, with the sentences of all of them behind it."""
    page = visit(SAMPLE)
    page.tab.mouse.click(*page.middle("0-1"))
    assert page.tab.locator("#panel h2").inner_text() == "France←Russia"
    assert page.tab.locator("#panel section.tie").count() == 2
    assert page.tab.locator("#panel .card").count() == 3
    assert "Putin met the French." in page.panel()


def test_click_on_a_country_lists_its_ties(visit: Open) -> None:
    """The ties of whoever is inside are named with the person."""
    page = visit(SAMPLE)
    page.tab.mouse.click(*page.spot(R))
    assert page.tab.locator("#panel h2").inner_text() == "Russia"
    assert "1 more statement is hidden" in page.panel()
    assert page.tab.get_by_role("button", name="Vladimir Putin France").count() == 1
    assert "1 person or body inside" in page.panel().lower()
    page.tab.get_by_text("1 tie among them").click()
    assert "Putin leads Russia." in page.panel()
    page.tab.mouse.click(*page.spot(R))
    page.tab.locator("#panel").get_by_text("Show them").click()
    assert "visits" in page.panel()


def test_country_is_expanded_and_collapsed(visit: Open) -> None:
    """People come out of their country beside it, with their own lines, and go back."""
    page = visit(SAMPLE)
    assert page.symbols() == {F, R, M}
    page.tab.mouse.dblclick(*page.spot(R))
    assert page.symbols() == {F, R, P, M}
    assert {line["id"] for line in page.lines()} == {"0-1", "0-2", "0-3", "1-2", "1-3"}
    page.tab.get_by_role("button", name="Undo: 1 country expanded").click()
    assert page.symbols() == {F, R, M}
    page.tab.locator("[data-level=actors]").click()
    assert page.symbols() == {F, R, P, M}


def test_neighbourhood_hide_and_pin(visit: Open) -> None:
    """Each can be done by a key and undone by a chip; a pinned symbol keeps its place."""
    page = visit(Graph.of([*SAMPLE.statements, said(MALI, "aids", state(1))]))
    keys = page.tab.keyboard
    page.tab.locator("#map").focus()
    keys.press("ArrowRight")
    page.tab.evaluate("0")
    select = "document.querySelector('#panel h2').textContent"
    while page.tab.evaluate(select) != "Russia":
        keys.press("ArrowRight")
    everybody = page.symbols()
    keys.press("n")
    assert len(page.symbols()) == len(everybody) - 1
    page.tab.get_by_role("button", name="Undo: Neighbours of Russia").click()
    assert page.symbols() == everybody
    keys.press("p")
    page.tab.locator("#fit").click()
    assert page.tab.get_by_role("button", name="Unpin").count() == 1
    keys.press("h")
    assert R not in {s for s in page.symbols() if s == R} or len(page.symbols()) < len(everybody)
    page.tab.get_by_role("button", name="Undo: 1 hidden").click()
    assert page.symbols() == everybody


def test_drag_pins_a_symbol(visit: Open) -> None:
    page = visit(SAMPLE)
    x, y = page.spot(M)
    page.tab.mouse.move(x, y)
    page.tab.mouse.down()
    page.tab.mouse.move(x - 60, y - 40, steps=4)
    page.tab.mouse.up()
    assert page.spot(M) == pytest.approx((x - 60, y - 40), abs=3)
    page.tab.locator("#modality-checks input[value=planned]").check()
    assert page.spot(M) == pytest.approx((x - 60, y - 40), abs=3)


@pytest.mark.parametrize("view", ["map", "world"])
def test_wheel_and_drag_move_the_camera(visit: Open, view: str) -> None:
    page = visit(SAMPLE, address=f"view={view}")
    cameras = [page.tab.evaluate("diplograph.camera()")]
    box = page.tab.locator("#stage .views").bounding_box()
    page.tab.mouse.move(box["x"] + 40, box["y"] + box["height"] - 90)
    page.tab.mouse.wheel(0, -300)
    page.until(f"diplograph.camera() !== '{cameras[0]}'")
    cameras.append(page.tab.evaluate("diplograph.camera()"))
    page.tab.mouse.down()
    page.tab.mouse.move(box["x"] + 90, box["y"] + box["height"] - 130, steps=4)
    page.tab.mouse.up()
    cameras.append(page.tab.evaluate("diplograph.camera()"))
    page.tab.locator("#fit").click()
    cameras.append(page.tab.evaluate("diplograph.camera()"))
    assert len(set(cameras)) == 3
    assert cameras[3] == cameras[0]


def test_hover_names_what_is_under_the_pointer(visit: Open) -> None:
    page = visit(SAMPLE)
    page.tab.mouse.move(*page.spot(R))
    page.tab.wait_for_selector("#tip:not([hidden])")
    assert "Russia" in page.tab.locator("#tip").inner_text()
    page.tab.mouse.move(*page.middle("0-3"))
    page.until("document.getElementById('tip').textContent.includes('meets')")


def test_arrows_walk_the_symbols(visit: Open) -> None:
    page = visit(SAMPLE)
    page.tab.locator("#map").focus()
    seen = set()
    for _ in range(3):
        page.tab.keyboard.press("ArrowRight")
        seen.add(page.tab.evaluate("diplograph.selected().actor"))
    assert seen == {F, R, M}
    page.tab.keyboard.press("Enter")
    assert page.tab.evaluate("document.activeElement.id") == "panel"


def test_path_between_two_actors(visit: Open) -> None:
    """The shortest way over lines, step by step with its sentences; filters may close it."""
    chain = [said(state(n), "meets", state(n + 1)) for n in range(4)]
    page = visit(Graph.of([*chain, said(state(0), "accuses", state(4))]))
    page.tab.locator("#path-box summary").click()
    for box, name in (("#path-from", "state 00"), ("#path-to", "state 04")):
        page.tab.locator(box).fill(name)
        page.tab.keyboard.press("Enter")
    assert "1 step" in page.panel()
    page.tab.locator("#sign-checks input[value=conflict]").uncheck()
    assert "4 steps" in page.panel()
    assert "State 02 meets State 03." in page.panel()
    page.tab.locator("#sign-checks input[value=cooperation]").uncheck()
    assert "No path" in page.panel()
    page.tab.locator("#reset").click()
    assert page.tab.locator("#chips button").count() == 0


def test_empty_graph_says_so(visit: Open) -> None:
    page = visit(Graph())
    assert page.tab.locator("#empty").inner_text() == "This graph holds no statements."
    for key in "tmwfne":
        page.tab.keyboard.press(key)


def test_many_symbols_come_on_request(visit: Open) -> None:
    """Nothing is left out in silence."""
    page = visit(Graph.of(said(FRANCE, "aids", state(n)) for n in range(90)))
    assert page.status() == "60 of 91 symbols · 59 of 90 ties"
    page.tab.locator("#show-all", has_text="Show all 91").click()
    assert page.status() == "91 of 91 symbols · 90 of 90 ties"
    page.tab.get_by_text("Show the 60").click()
    page.tab.keyboard.press("/")
    page.tab.keyboard.type("state 89")
    page.tab.keyboard.press("Enter")
    assert page.status().startswith("91 of 91")


def test_too_many_lines_are_said_to_be_too_many(visit: Open) -> None:
    """Of many lines the strongest are drawn, and the status says so."""
    some = [said(state(a), "aids", state(b)) for a in range(40) for b in range(a) if (a + b) % 3]
    page = visit(Graph.of(some))
    assert len(page.lines()) == 400
    assert f"the 400 strongest of {len(some)} lines" in page.status()


def test_actor_tied_to_itself(visit: Open) -> None:
    """A loop, as of a state at war with itself, can be drawn and opened."""
    page = visit(Graph.of([said(MALI, "attacks", MALI, "Mali attacked rebels in Mali.")]))
    page.tab.locator("#panel .line").click()
    assert "Mali attacked rebels" in page.panel()


@pytest.mark.parametrize(
    ("scheme", "motion"),
    [("light", "no-preference"), ("dark", "reduce"), ("dark", "no-preference")],
)
def test_themes_draw_in_their_colours(visit: Open, scheme: str, motion: str) -> None:
    """Light and dark differ, with and without motion."""
    page = visit(SAMPLE, color_scheme=scheme, reduced_motion=motion)
    page.tab.locator("#fit").click()
    back = page.tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, back[4:-1].split(","))) < 200) == (scheme == "dark")


def test_names_do_not_overlap(visit: Open) -> None:
    """At any zoom no name covers another one."""
    some = [
        said(state(a), "meets", state(b)) for a in range(30) for b in range(a) if (a * b) % 7 == 1
    ]
    page = visit(Graph.of([*some, said(MALI, "meets", FRANCE, MEETING)]))
    for _ in range(3):
        names = page.tab.evaluate("diplograph.names()")
        assert len(names) > 8
        for i, a in enumerate(names):
            for b in names[:i]:
                apart = (
                    abs(a["x"] - b["x"]) >= a["w"] + b["w"]
                    or abs(a["y"] - b["y"]) >= a["h"] + b["h"]
                )
                assert apart, (a, b)
        page.tab.locator("#zoom-in").click()


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("view", ["", "view=world"])
def test_a_contested_line_is_marked_in_a_crowd(visit: Open, width: int, view: str) -> None:
    """Where its count has no room, and also where it has one statement only."""
    crowd = [
        said(FRANCE, "meets", state(number), article=str(other))
        for number in range(40)
        for other in range(3)
    ]
    page = visit(Graph.of([*crowd, *CONTESTED.statements]), width, address=view)
    marks = {each["id"]: each["text"] for each in page.tab.evaluate("diplograph.counts()")}
    (line,) = page.tab.evaluate("diplograph.contested()")
    assert marks[line] == "?"


@pytest.mark.parametrize("address", ["line=Q142+Q912", "actor=Q912", "view=world&line=Q142+Q912"])
def test_what_the_address_selects_is_framed(visit: Open, address: str) -> None:
    """On a phone above the sheet, however far the rest of the map is."""
    far = [said(state(n), "meets", state(n + 1)) for n in range(30)]
    page = visit(Graph.of([*SAMPLE.statements, *far]), 390, 844, address)
    ends = [end for end in (F, M) if "line" in address or end == M]
    page.tab.wait_for_timeout(400)
    sheet = page.tab.locator("#panel").bounding_box()["y"]
    for end in ends:
        x, y = page.spot(end)
        assert 0 < x < 390
        assert 100 < y < sheet
