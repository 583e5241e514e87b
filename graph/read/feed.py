"""RSS and Atom: one article an entry, as far as the feed has it."""

import io
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any, BinaryIO

from graph.errors import InputError
from graph.read.bounded import read_all
from graph.read.fragment import text_of
from graph.read.record import Record


def read_feed(stream: BinaryIO, where: str) -> Iterator[Record | InputError]:
    """Yield the article of each entry."""
    for place, fields in entries(read_all(stream, where), where):
        yield Record(place, fields)


def entries(data: bytes, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the place of each entry of a feed, for messages, and its fields.

    Raises:
        InputError: It is no feed, or has no entries.
    """
    import feedparser  # noqa: PLC0415

    # A stream: it takes a string for an address, and would fetch it. It knows no external entity.
    feed: Any = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        problem = (
            "a feed without entries" if feed.get("version") else "XML, but neither RSS nor Atom"
        )
        raise InputError(where, problem, "Give a feed, or the articles as HTML or text")
    for number, entry in enumerate(feed.entries, 1):
        yield f"{where}, entry {number}", _fields(entry, feed.feed)


def _fields(entry: Any, feed: Any) -> dict[str, Any]:  # noqa: ANN401
    bodies = [part.get("value") or "" for part in entry.get("content", ())]
    longest = max([*bodies, entry.get("summary") or ""], key=len)
    return {
        "id": entry.get("id") or None,
        "text": text_of(longest),
        "title": text_of(entry.get("title") or ""),
        "published": _day(entry),
        "url": entry.get("link"),
        "source": text_of((entry.get("source") or {}).get("title") or feed.get("title") or ""),
        "hint": entry.get("language") or feed.get("language"),
    }


def _day(entry: Any) -> str | None:  # noqa: ANN401
    """Return the day of an entry in the zone that it is written in, ISO 8601."""
    said = entry.get("published") or entry.get("updated") or entry.get("created") or ""
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(said.strip()).date().isoformat()
        except (ValueError, TypeError, IndexError):
            continue
    found = entry.get("published_parsed") or entry.get("updated_parsed")
    return f"{found.tm_year:04}-{found.tm_mon:02}-{found.tm_mday:02}" if found else None
