"""A real Chromium, driven by Playwright, with the network cut off.

Where one of the two is missing the tests are skipped, and say how to get it. On
a build server, where ``CI`` is ``true``, missing is failing.
"""

import importlib
import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from graph.model import Graph
from graph.page import render_page

MISSING = "needs Chromium, and Playwright for Python; `make browser` brings what is missing"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Visit:
    """One page opened from disk, with what it asked for and complained about."""

    def __init__(self, tab: Any, path: Path, address: str) -> None:
        """Open the page and wait until it is drawn."""
        self.tab = tab
        self.requests: list[str] = []
        self.complaints: list[str] = []
        tab.on("request", lambda request: self.requests.append(request.url))
        tab.on("console", lambda message: self.complaints.append(message.text))
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.home = path.as_uri()
        tab.goto(f"{self.home}#{address}")
        tab.wait_for_selector("html[data-ready]")

    def foreign(self) -> list[str]:
        """Return what was asked for beyond the file itself and what the page made."""
        own = ("data:", "blob:null/")
        return [url for url in self.requests if url != self.home and not url.startswith(own)]

    def lines(self) -> list[dict[str, Any]]:
        """Return the lines that are drawn."""
        return list(self.tab.evaluate("diplograph.lines()"))

    def spot(self, actor: int) -> tuple[float, float]:
        """Return where an actor is, in pixels of the window."""
        return self._on_screen(self.tab.evaluate(f"diplograph.at({actor})"))

    def middle(self, line: str) -> tuple[float, float]:
        """Return where the middle of a line is, in pixels of the window."""
        return self._on_screen(self.tab.evaluate(f"diplograph.middle({line!r})"))

    def _on_screen(self, at: dict[str, float]) -> tuple[float, float]:
        box = self.tab.locator(".views").bounding_box()
        return box["x"] + at["x"], box["y"] + at["y"]

    def until(self, expression: str) -> None:
        """Wait until an expression is true; the page's own policy forbids Playwright's way."""
        for _ in range(200):
            if self.tab.evaluate(expression):
                return
            self.tab.wait_for_timeout(25)
        raise AssertionError(expression)

    def symbols(self) -> set[int]:
        """Return the symbols that are drawn, by the indexes of their actors."""
        return set(self.tab.evaluate("diplograph.symbols()"))

    def status(self) -> str:
        """Return the line that says how much is shown."""
        return str(self.tab.locator("#status").inner_text())

    def panel(self) -> str:
        """Return the text of the evidence panel."""
        return str(self.tab.locator("#panel").inner_text())


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Start the browser once."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None or find_spec("playwright") is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(MISSING)
    with importlib.import_module("playwright.sync_api").sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(SWITCHES))
        yield browser
        browser.close()


@cache
def _page(graph: Graph) -> str:
    return render_page(graph, title="Test")


@pytest.fixture
def visit(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Return a function that opens the page of a graph; at the end nothing may have gone wrong."""
    visits: list[Visit] = []

    def open_page(
        graph: Graph, width: int = 1400, height: int = 900, address: str = "", **options: Any
    ) -> Visit:
        path = tmp_path / f"graph-{len(visits)}.html"
        path.write_text(_page(graph), encoding="utf-8")
        size = {"width": width, "height": height}
        context = chromium.new_context(
            viewport=size,
            offline=True,
            **({"locale": "en-GB", "reduced_motion": "reduce"} | options),
        )
        context.set_default_timeout(10_000)
        visits.append(Visit(context.new_page(), path, address))
        return visits[-1]

    yield open_page
    for each in visits:
        assert each.foreign() == []
        assert each.complaints == []
        assert each.tab.evaluate("window.PWN") is None
        each.tab.context.close()
