"""HTML: one article a page; trafilatura tells the article from what stands around it."""

import logging
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from graph.errors import InputError
from graph.read.bounded import read_all
from graph.read.charset import page_text
from graph.read.record import Record

#: The days that are looked for; without them trafilatura asks the clock, and a day in the future
#: of a wrong clock would be lost.
_DATES = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1990-01-01",
    "max_date": "2199-12-31",
}
_LANG = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
#: Code points at the start of a page in which its element ``html`` stands.
_HEAD = 4096


def read_page(stream: BinaryIO, where: str) -> Iterator[Record | InputError]:
    """Yield the one article of a web page."""
    yield Record(where, page_fields(read_all(stream, where), where))


def page_fields(data: bytes, where: str, url: str | None = None) -> dict[str, Any]:
    """Return the fields of the article on a page.

    Args:
        data: The page.
        where: What to call it in a message.
        url: Where it was found; the page's own word for that counts first.

    Raises:
        InputError: There is no article on it.
    """
    # Loads lxml and much more.
    from trafilatura import bare_extraction  # noqa: PLC0415

    _quiet("trafilatura", "htmldate", "justext")
    html = page_text(data)
    options: dict[str, Any] = {
        "include_comments": False,
        "with_metadata": True,
        "date_extraction_params": _DATES,
    }
    found: Any = bare_extraction(html.replace("\x00", ""), url=url, **options)
    if found is None or not (found.text or "").strip():
        fix = "Give a page with an article, or its text"
        raise InputError(where, "no article found on this page", fix)
    said = _LANG.search(html[:_HEAD])
    return {
        "text": found.text.replace("\n", "\n\n"),
        "title": found.title,
        "published": found.date,
        "url": found.url,
        "source": found.sitename or found.hostname,
        "hint": said[1] if said else None,
    }


def _quiet(*names: str) -> None:
    """Let libraries say nothing of a page themselves: what is wrong with it we say, in one line."""
    for name in names:
        logging.getLogger(name).setLevel(logging.CRITICAL)
