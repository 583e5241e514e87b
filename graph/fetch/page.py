"""An answer of the web to the articles in it, or to the addresses that a feed names."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.errors import InputError
from graph.fetch.connection import Answer
from graph.read.decode import decode
from graph.read.feed import entries
from graph.read.pdf import pdf_fields
from graph.read.record import FIELDS
from graph.read.text import text_record
from graph.read.webpage import page_fields

_FEEDS = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
)
_PAGES = ("text/html", "application/xhtml+xml", "")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one article."""

    url: str
    fields: dict[str, Any]


def is_feed(answer: Answer) -> bool:
    """Return whether an answer is a feed; servers often name them wrongly."""
    start = answer.data[:500].lstrip().lower()
    return (
        answer.kind in _FEEDS
        or start.startswith((b"<rss", b"<feed", b"<rdf:rdf"))
        or (
            start.startswith(b"<?xml")
            and (b"<rss" in start or b"<feed" in start or b"<rdf:rdf" in start)
        )
    )


def feed_entries(answer: Answer, url: str) -> Iterator[Entry]:
    """Yield the articles that a feed names.

    Raises:
        InputError: It is no feed, or names none.
    """
    for _, fields in entries(answer.data, url):
        if isinstance(fields["url"], str) and fields["url"]:
            yield Entry(fields["url"], fields)


def article(answer: Answer, url: str, told: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the record of the article that an answer holds.

    Args:
        answer: What came from an address.
        url: The address.
        told: What a feed says of it, which fills in what the page leaves out.

    Raises:
        InputError: There is no article in it.
    """
    fields = _fields(answer, url)
    for name in ("title", "published", "source", "hint"):
        fields[name] = fields.get(name) or (told or {}).get(name)
    kept = {name: fields.get(name) for name in (*FIELDS, "hint")} | {"url": url}
    return {name: value for name, value in kept.items() if value}


def _fields(answer: Answer, url: str) -> dict[str, Any]:
    if answer.kind in _PAGES:
        return page_fields(answer.data, url, url)
    if answer.kind == "application/pdf":
        return pdf_fields(answer.data, url)
    if answer.kind in ("text/plain", "text/markdown"):
        return dict(text_record(decode(answer.data, url), url).fields)
    raise InputError(url, f"no article ({answer.kind})", "Give a page, a PDF, a text or a feed")
