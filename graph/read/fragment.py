"""A piece of HTML, as feeds carry it, to text: a line a paragraph, nothing run, nothing fetched."""

import re
from collections.abc import Iterator

#: Elements that words do not run across.
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption"),
        *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"),
        *("main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"),
    )
)
_SILENT = frozenset({"script", "style", "template", "noscript", "svg", "iframe", "head"})
_SPACES, _BREAKS = re.compile(r"[ \t\r\n\f]+"), re.compile(r" *\n[ \n]*")


def text_of(html: str) -> str:
    """Return the text of a piece of HTML, its paragraphs apart by a blank line."""
    from lxml import etree  # noqa: PLC0415  # slow to load, and only feeds need it
    from lxml.html import HTMLParser  # noqa: PLC0415

    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(f"<div>{html}</div>".encode("utf-8", "replace"), parser)
    words = "".join(_walk(root)) if root is not None else ""
    return _BREAKS.sub("\n\n", words).strip()


def _walk(root: object) -> Iterator[str]:
    """Yield the text of a tree; by events, not by recursion, since a tree may be deep."""
    from lxml import etree  # noqa: PLC0415

    silent = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        opens, quiet = event == "start", node.tag in _SILENT
        silent += quiet if opens else -quiet
        if node.tag in _BLOCKS:
            yield "\n"
        words = node.text if opens else node.tail
        if words and not silent:
            yield _SPACES.sub(" ", words)
