"""Lines to paragraphs: hard-wrapped lines are joined, all others stand alone.

A line break ends a sentence unless the text was wrapped at a fixed width. That
shows in how lines are filled: the first word of the next line would not have
fitted. Rejected: joining lines that lack a full stop, which glues headlines,
captions and "Share" buttons to the prose below them.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

Span = tuple[int, int]

#: Text is not wrapped by hand at more than this many columns, nor at fewer than `NARROWEST`.
WIDEST = 110
NARROWEST = 40

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_CLOSED = re.compile(r"[.!?\u2026:;][\s\"'\u2019\u201d\u00bb)\]|]*$")
_BULLET = re.compile(r"[-*+#>\u2022\u00b7\u2013\u2014]\s")


def is_closed(line: str) -> bool:
    """Whether a line ends as a sentence, or a part of a list, does."""
    return _CLOSED.search(line) is not None


def is_bullet(line: str) -> bool:
    """Whether a line opens with a dash, a bullet or a Markdown mark."""
    return _BULLET.match(line) is not None


def paragraphs(text: str, alone: Callable[[str], bool]) -> Iterator[Span]:
    """Yield the paragraphs of a text, trimmed, in order; they hold all of it but white space.

    Args:
        text: Any text.
        alone: Whether a line is never part of a paragraph, e.g. a "Share" button.
    """
    for block in _blocks(text):
        yield from _joined(text, block, alone)


def _blocks(text: str) -> Iterator[list[Span]]:
    """Yield runs of lines with no blank line between them."""
    block: list[Span] = []
    for match in _LINE.finditer(text):
        span = trim(text, *match.span())
        if span[0] == span[1]:
            continue
        if block and len(_BREAK.findall(text, block[-1][1], span[0])) > 1:
            yield block
            block = []
        block.append(span)
    if block:
        yield block


def trim(text: str, start: int, end: int) -> Span:
    """Return a span without the white space at its ends; an empty one stays where it starts.

    Args:
        text: Any text.
        start: Where the span begins in it, in code points.
        end: Where it ends.
    """
    if start < end and not (text[start].isspace() or text[end - 1].isspace()):  # as of most
        return start, end
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, max(start, end - len(piece) + len(piece.rstrip()))


def _joined(text: str, block: list[Span], alone: Callable[[str], bool]) -> Iterator[Span]:
    lines = [text[start:end] for start, end in block]
    wrapped = _is_wrapped(lines)
    start, end = block[0]
    for (before, after), span in zip(pairwise(lines), block[1:], strict=True):
        if _continues(before, after, lines, wrapped) and not alone(before) and not alone(after):
            end = span[1]
        else:
            yield start, end
            start, end = span
    yield start, end


def _continues(before: str, after: str, lines: list[str], wrapped: bool) -> bool:
    if is_bullet(after):
        return False
    if wrapped and _is_full(before, after, lines):
        return True
    return after[0].islower() and len(before) >= NARROWEST and not is_closed(before)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether every line that ends inside a sentence is filled, and there are two or more."""
    if not NARROWEST <= max(map(len, lines)) <= WIDEST:
        return False
    pairs = [pair for pair in pairwise(lines) if not is_closed(pair[0])]
    return len(pairs) > 1 and all(_is_full(*pair, lines) for pair in pairs)


def _is_full(before: str, after: str, lines: list[str]) -> bool:
    width = max(map(len, lines))
    return len(before) + 1 + len(after.split(maxsplit=1)[0]) > width
