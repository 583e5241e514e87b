"""How large and how quick the page is: ``python benchmarks/page.py [TIES ...]``.

Makes graphs of 500, 5,000 and 20,000 ties out of the gazetteer's countries and
of made-up people, writes their pages and opens each in headless Chromium with
the network off. A table goes to standard output:

    ties       how many, and how many statements they have
    write      seconds of CPU to write the page, after the first one has loaded the models
    file       size of the page
    data       bytes a tie of the data inside it, compressed by gzip
    first      milliseconds from opening to the first picture, which is painted
    filter     milliseconds from a click on a filter to the painted picture, the median of six
    table      the same for the table
    all        milliseconds to draw all symbols

The exit status is 1 where a bound of ``LIMITS`` is broken.
"""

import gzip
import json
import random
import re
import shutil
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from graph.actors.gazetteer import load_gazetteer  # noqa: E402
from graph.model import MODALITIES, Actor, Evidence, Graph, Source, Statement  # noqa: E402
from graph.page import render_page  # noqa: E402
from graph.page.render import ASSETS  # noqa: E402
from graph.relations import relations  # noqa: E402

SIZES = (500, 5_000, 20_000)

#: Bounds by column, and for the last two for which number of ties.
LIMITS = {"data": 250, "library": 1_500_000, "first": 2_000, "filter": 200}
BOUND_AT = 5_000

SWITCHES = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")

#: Two frames after what was asked for, the picture is on the screen.
PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
CLICK = f"""async (selector) => {{
  const start = performance.now();
  document.querySelector(selector).click();
  await {PAINTED};
  return performance.now() - start;
}}"""


def make_graph(ties: int, chance: random.Random) -> Graph:
    """Return a graph of about so many ties; some actors have most of them, as in news."""
    countries = list(load_gazetteer().countries.values())
    chance.shuffle(countries)
    people = [
        Actor(f"https://w3id.org/diplograph/actor/p-{n}", _name(chance), "person", home.country)
        for n, home in enumerate(chance.choices(countries, k=ties // 4))
    ]
    bodies = [
        Actor(f"https://w3id.org/diplograph/actor/b-{n}", _name(chance), "organisation")
        for n in range(ties // 40)
    ]
    cast = countries + people + bodies
    weights = [1 / (rank % len(countries) + 3) for rank in range(len(cast))]
    names = [name for name in relations() if name not in {"leads", "holdsOfficeIn"}]
    found: dict[tuple[str, str, str], list[Statement]] = {}
    while len(found) < ties:
        subject, object_ = chance.choices(cast, weights, k=2)
        relation = chance.choice(names)
        if subject.id != object_.id:
            key = (*sorted((subject.id, object_.id)), relation)
            found.setdefault(key, []).append(_statement(subject, relation, object_, chance))  # type: ignore[arg-type]
    return Graph.of(each for some in found.values() for each in some)


def _name(chance: random.Random) -> str:
    return " ".join(
        "".join(chance.choices("aeioulmnrst", k=chance.randint(4, 8))).title() for _ in "ab"
    )


def _statement(subject: Actor, relation: str, object_: Actor, chance: random.Random) -> Statement:
    day = f"{chance.randint(1990, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    number = chance.randint(0, 9_999)
    published = f"{1990 + number % 36}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    source = _source(
        f"a-{number}", "en", f"Headline number {number}", published, None, f"Paper {number % 30}"
    )
    words = " ".join(_name(chance).lower() for _ in range(4))
    label = relations()[relation].label_en
    text = f"{subject.label} {label} {object_.label} over the {words}."
    modality = chance.choices(MODALITIES, (80, 8, 5, 4, 3))[0]
    evidence = Evidence(source, text, 0, len(text), f"en.{relation}.1")
    return Statement(subject, relation, object_, evidence, day, None, modality, None, 0.7)


#: Statements of an article share its record, as those read from a file do.
_source = cache(Source)


def measure(browser: Browser, ties: int) -> dict[str, float]:
    """Return the row of one size."""
    graph = make_graph(ties, random.Random(ties))
    start = time.process_time()
    html = render_page(graph)
    written = time.process_time() - start
    blocks = re.findall(
        r'<script type="application/json" id="(?:network|data)-json">(.*?)</script>', html
    )
    row = {
        "ties": ties,
        "statements": len(graph.statements),
        "write": written,
        "file": len(html.encode()),
        "data": len(gzip.compress("".join(blocks).encode())) / ties,
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.html"
        path.write_text(html, encoding="utf-8")
        return row | _in_browser(browser, path)


def _in_browser(browser: Browser, path: Path) -> dict[str, float]:
    context = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True)
    context.set_default_timeout(120_000)
    tab = context.new_page()
    tab.goto(path.as_uri())
    tab.wait_for_selector("html[data-ready]")
    first = tab.evaluate(f"async () => {{ await {PAINTED}; return performance.now(); }}")
    box = "#sign-checks input[value=conflict]"
    tab.evaluate(CLICK, box)
    tab.evaluate(CLICK, box)
    row = {"first": first, "filter": median(tab.evaluate(CLICK, box) for _ in range(6))}
    row["all"] = tab.evaluate(CLICK, "#show-all")
    row["filter, all"] = median(tab.evaluate(CLICK, box) for _ in range(4))
    tab.evaluate(CLICK, "[data-view=world]")
    row["filter, world"] = median(tab.evaluate(CLICK, box) for _ in range(4))
    tab.evaluate(CLICK, "[data-view=table]")
    row["filter, table"] = median(tab.evaluate(CLICK, box) for _ in range(4))
    context.close()
    return row


def broken(rows: list[dict[str, float]]) -> list[str]:
    """Return what is over its bound, in words."""
    over = [
        f"{column} {row[column]:.0f} at {row['ties']} ties, more than {LIMITS[column]}"
        for row in rows
        for column in ("data", "first", "filter")
        if row[column] > LIMITS[column] and (column == "data" or row["ties"] <= BOUND_AT)
    ]
    library = sum(path.stat().st_size for path in ASSETS.rglob("*.js"))
    return over + [f"scripts {library} bytes"] * (library > LIMITS["library"])


def _figure(value: float) -> str:
    return f"{value:,.1f}" if value < BOUND_AT / 50 else f"{value:,.0f}"


def main(sizes: list[int]) -> int:
    """Measure, print, and return the exit status."""
    render_page(make_graph(20, random.Random(0)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(SWITCHES)
        )
        rows = [measure(browser, size) for size in sizes]
        browser.close()
    print(f"| {' | '.join(rows[0])} |\n|{'---|' * len(rows[0])}")
    for row in rows:
        print(f"| {' | '.join(map(_figure, row.values()))} |")
    problems = broken(rows)
    print(json.dumps(problems) if problems else "All within their bounds.")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main([int(text) for text in sys.argv[1:]] or list(SIZES)))
