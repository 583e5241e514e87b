"""The page as one file: template, styles, scripts and data, locked by a content policy.

The policy names the hash of every script and style, and allows nothing from
anywhere else. So nothing is fetched, and text that slipped through escaping
would still not run.
"""

import tomllib
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from graph.contests import contests
from graph.files import write_text
from graph.merge import ties as ties_of
from graph.model import Graph, Statement
from graph.page.cast import cast_of
from graph.page.data import page_data
from graph.page.levels import levels_of
from graph.page.lines import lines_of
from graph.page.network import draw
from graph.page.palette import palette_css
from graph.page.plain import plain
from graph.page.top import top
from graph.page.world import world
from graph.quickjson import compact
from graph.relations import relations
from graph.undisturbed import undisturbed

ASSETS = Path(__file__).parent / "assets"
VIS = ASSETS / "vis-network"

#: What ends a line of a script, though not of JSON.
_BREAKS = "\u2028\u2029"


def write_page(
    graph: Graph | Iterable[Statement], path: Path, *, title: str = "diplograph"
) -> None:
    """Write the relationship map of a graph as one HTML file that needs nothing else.

    Args:
        graph: What to show; it may be empty. Of statements, which can be gone through more than
            once, ``top`` is shown.
        path: The file to write, UTF-8; replaced where it exists.
        title: Heading of the page, plain text.

    Raises:
        OutputError: The file cannot be written.
    """
    shown = graph if isinstance(graph, Graph) else top(graph)
    write_text(path, [render_page(shown, title=title)])


def render_page(graph: Graph, *, title: str = "diplograph") -> str:
    """Return the relationship map of a graph as HTML; the same text for the same graph."""
    with undisturbed():
        return _rendered(graph, title)


def _rendered(graph: Graph, title: str) -> str:
    ties, vocabulary = ties_of(graph), relations()
    cast = cast_of(ties)
    levels = levels_of(cast)
    countries = levels["countries"]
    shown = frozenset(countries.order[: countries.first])
    picture = draw(cast.actors, countries, lines_of(ties, cast, cast.homes, vocabulary, shown))
    style = palette_css() + _text("page.css")
    library, script = (VIS / "vis-network.min.js").read_text(encoding="utf-8"), _script()
    return Template(_text("page.html")).substitute(
        title=escape(_whole(plain(title, 200))),
        policy=_policy([library, script], [style]),
        style=style,
        library=library,
        script=script,
        network=embed_json(picture._asdict()),
        data=embed_json(page_data(ties, cast, levels, vocabulary, contests(graph.statements))),
        world=embed_json(world()),
        interface=embed_json(interface()),
    )


def interface() -> dict[str, dict[str, str]]:
    """Return the words of the interface by language, then by key."""
    return tomllib.loads(_text("interface.toml"))


def embed_json(value: object) -> str:
    """Return JSON that stays data wherever it stands in a page.

    ``<``, ``>`` and ``&`` cannot then end the element or begin a comment, and
    lone surrogates, which UTF-8 cannot write, stay legal.
    """
    text = compact(value, escaped="<>&")
    for sign in _BREAKS:
        if sign in text:  # to look for one takes a tenth of the time of replacing none
            text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _script() -> str:
    """Join the parts of the script, in the order of their names, in a scope of their own."""
    parts = [path.read_text(encoding="utf-8") for path in sorted((ASSETS / "js").glob("*.js"))]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "})();\n"


def _policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Return the content security policy; vis-network adds a few styles of its own."""
    noted = tomllib.loads((VIS / "VERSION.toml").read_text(encoding="utf-8"))["styles"]
    script_hashes = " ".join(map(_hash, scripts))
    style_hashes = " ".join([*map(_hash, styles), *(f"'sha256-{each}'" for each in noted)])
    return (
        f"default-src 'none'; script-src {script_hashes}; style-src {style_hashes}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _text(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def _whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
