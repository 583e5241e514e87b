"""Reports and comparisons in a real browser: nothing runs, nothing is fetched, all can be read."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.analysis import KnowledgeGraph
from graph.analysis.sidebyside import side_by_side
from tests.samples import DISPUTED
from tests.test_brief import hostile

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "axe" / "axe.min.js"

#: What sticks out of a window 390 px wide, but for what can be scrolled.
BEYOND = """[...document.body.querySelectorAll("*")]
  .filter(each => !each.closest(".wide, svg") && each.getBoundingClientRect().right > 391)
  .map(each => each.outerHTML.slice(0, 80))"""

#: Names in a picture that its edge cuts.
CUT = """[...document.querySelectorAll("svg text")].filter(each => {
  const [own, all] = [each, each.closest("svg")].map(node => node.getBoundingClientRect());
  return own.left < all.left - 1 || own.right > all.right + 1;
}).map(each => each.outerHTML)"""


@pytest.mark.parametrize(
    "known", [hostile(), KnowledgeGraph(DISPUTED.statements)], ids=["hostile", "world"]
)
@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
def test_a_document_is_safe_and_readable(
    chromium: Any, tmp_path: Path, known: KnowledgeGraph, width: int, scheme: str
) -> None:
    """At both sizes and in both schemes, with all that can be opened open."""
    pages = (known.report("RU").to_html(), side_by_side(known.compare("2022", "2023/2024")))
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, offline=True, color_scheme=scheme
    )
    for number, page in enumerate(pages):
        path = tmp_path / f"{number}.html"
        path.write_text(page, encoding="utf-8")
        _look(context.new_page(), path)
    context.close()


@pytest.mark.parametrize("name", ["X" * 300, "長" * 300, "long " * 60])
def test_a_long_name_does_not_widen_a_document(chromium: Any, tmp_path: Path, name: str) -> None:
    """It is broken in the text, and cut in the pictures."""
    known = KnowledgeGraph(
        replace(each, subject=replace(each.subject, label=name)) for each in DISPUTED.statements
    )
    pages = (known.report("UA").to_html(), side_by_side(known.compare("2022", "2023/2024")))
    context = chromium.new_context(viewport={"width": 390, "height": 844}, offline=True)
    for number, page in enumerate(pages):
        path = tmp_path / f"{number}.html"
        path.write_text(page, encoding="utf-8")
        tab = context.new_page()
        tab.goto(path.as_uri())
        tab.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        assert tab.evaluate("document.scrollingElement.scrollWidth") <= tab.viewport_size["width"]
        assert tab.evaluate(BEYOND) == []
        assert tab.evaluate(CUT) == []
    context.close()


def _look(tab: Any, path: Path) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto(path.as_uri())
    tab.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert tab.evaluate("document.scripts.length") == 0
    assert tab.evaluate(CUT) == []
    if tab.viewport_size["width"] < 400:
        assert tab.evaluate(BEYOND) == []
    tab.evaluate(AXE.read_text(encoding="utf-8"))
    found = tab.evaluate("axe.run(document, {resultTypes: ['violations']})")
    serious = [
        (each["id"], each["nodes"][0]["html"])
        for each in found["violations"]
        if each["impact"] in {"serious", "critical"}
    ]
    assert serious == []
    assert asked == [path.as_uri()]
    assert complaints == []
