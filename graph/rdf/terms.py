"""The terms of RDF, and IRIs that are valid because nothing else can be made.

Libraries find a broken IRI late (rdflib when the file is written) or never
(JSON-LD), so here an IRI is encoded and checked when it is made. IRIs are
ASCII: stores disagree about other letters. Text keeps every code point that
both Turtle and XML can hold.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, NewType
from urllib.parse import quote

#: An absolute IRI that was checked, without angle brackets.
IRI = NewType("IRI", str)


class Literal(NamedTuple):
    """A value with its datatype or its language; a plain string has neither."""

    text: str
    datatype: IRI = IRI("")
    lang: str = ""


class TripleTerm(NamedTuple):
    """A triple that is spoken of and not asserted: RDF 1.2, in object position only."""

    subject: IRI
    predicate: IRI
    object: IRI


Term = IRI | Literal | TripleTerm
Pair = tuple[IRI, Term]


class Block(NamedTuple):
    """All that is written at one place about one subject, in one graph."""

    subject: IRI
    pairs: list[Pair]
    graph: IRI | None = None


#: Makes the blocks of a thing of a kind of which there are many.
#:
#: Args:
#:     ids: What minted IRIs end in, and whole numbers.
#:     texts: The text of literals, as ``clean`` leaves it.
#:     pairs: What else is said of the subject of the first block.
Stencil = Callable[[Sequence[str], Sequence[str], Sequence[Pair]], list[Block]]


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """What is said of many subjects: made once and handed on, so that it can be known again."""

    pairs: tuple[Pair, ...]


class Filled(NamedTuple):
    """The blocks of one thing of a kind of which there are many.

    A writer can put a stencil into words once, with marks in the place of what it takes, and from
    then on fill in words; or ask for the blocks.
    """

    stencil: Stencil
    ids: tuple[str, ...]
    texts: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    graph: IRI | None = None

    def blocks(self) -> list[Block]:
        """Return the blocks."""
        pairs = list(chain.from_iterable(part.pairs for part in self.parts))
        found = self.stencil(self.ids, self.texts, pairs)
        return [block._replace(graph=self.graph) for block in found] if self.graph else found


def plain(found: Iterable[Block | Filled]) -> Iterator[Block]:
    """Yield blocks, and those of what is filled."""
    for each in found:
        if isinstance(each, Filled):
            yield from each.blocks()
        else:
            yield each


#: What an IRI may hold unescaped; a second ``#`` is dealt with apart.
_SAFE = "!#$%&'()*+,-./:;=?@_~"
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CHAR = r"(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})"
_VALID = re.compile(
    rf"(?:https?://[\w.~%-]+(?::[0-9]{{1,5}})?(?:[/?]{_CHAR}*)?|urn:[a-z0-9-]{{2,32}}:{_CHAR}+)(?:\#{_CHAR}*)?",
    re.ASCII,
)

#: Code points that neither Turtle nor XML can hold: controls, lone surrogates, non-characters.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LANG = re.compile(r"[a-z]{2,8}(?:-[a-z0-9]{1,8})*")


@lru_cache(maxsize=1 << 16)
def iri(text: str) -> IRI | None:
    """Return a web address or URN as an IRI, or None where it is neither.

    Every sign that does not belong in an IRI is percent-encoded.
    """
    encoded = _BAD_PERCENT.sub("%25", quote(text.encode("utf-8", "replace"), safe=_SAFE))
    start, hash_, rest = encoded.partition("#")
    encoded = start + hash_ + rest.replace("#", "%23")
    return IRI(encoded) if _VALID.fullmatch(encoded) else None


def clean(text: str) -> str:
    """Return text with U+FFFD in the place of code points that RDF cannot hold."""
    return _UNFIT.sub("\ufffd", text)


def text(value: str, lang: str = "") -> Literal:
    """Return text as a literal, in a language where one is given that can be a language."""
    return Literal(clean(value), lang=language(lang))


@lru_cache
def language(lang: str) -> str:
    """Return a language as tags have it, or nothing where it can be none."""
    return lang.lower() if _LANG.fullmatch(lang.lower()) else ""
