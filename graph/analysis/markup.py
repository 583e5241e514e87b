"""HTML that is safe by construction: what is no ``Safe`` is escaped, whatever it is.

A document has no scripts, and a content policy that would run none and fetch nothing.
"""

import re
from base64 import b64encode
from hashlib import sha256
from html import escape

from graph.page.plain import plain

_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9:-]*")


class Safe(str):
    """Text that is markup, since this module made it."""

    __slots__ = ()


def text(value: object) -> Safe:
    """Return a value as markup that shows it; what is safe already stays as it is."""
    if isinstance(value, Safe):
        return value
    shown = plain(str(value)).encode("utf-8", "replace").decode("utf-8")
    return Safe(escape(shown))


def joined(*parts: object) -> Safe:
    """Return some parts one after the other."""
    return Safe("".join(map(text, parts)))


def tag(name: str, *children: object, **attributes: object) -> Safe:
    """Return an element.

    Args:
        name: The element's name.
        children: Markup, or anything that is shown as text.
        attributes: By name, ``_`` for ``-`` and one at the end dropped; None leaves it out.

    Raises:
        ValueError: The name is none of an element.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(name)
    pairs = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name == "meta":
        return Safe(f"<{name}{pairs}>")
    return Safe(f"<{name}{pairs}>{joined(*children)}</{name}>")


def document(title: str, style: str, *body: object, broad: bool = False, lang: str = "en") -> str:
    """Return a page that needs nothing else and asks for nothing.

    Args:
        title: Plain text.
        style: CSS of ours; no text of an article.
        body: Markup.
        broad: Use the width of the window.
        lang: The language of what is not an article's, ISO 639-1.
    """
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=Safe(escape(policy))),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name_="referrer", content="no-referrer"),
        tag("title", title),
        tag("style", Safe(style)),
    )
    page = tag("body", *body, class_="broad" if broad else None)
    return f"<!doctype html>\n{tag('html', head, page, lang=lang)}\n"
