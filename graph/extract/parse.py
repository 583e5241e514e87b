"""Parse simplified sentences with the language's spaCy pipeline."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from graph.extract.simplify import Piece
from graph.extract.tree import Tree, build_tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Sentences a batch: larger ones are slower, since their arrays leave the cache.
BATCH = 64


@cache
def load_parser(model: str) -> "Language":
    """Return a spaCy pipeline without its entity recogniser, which errs on names listed here."""
    module = import_module(model)
    pipeline: Language = module.load(exclude=["ner"])
    return pipeline


def parse(sentences: Sequence[Sequence[Piece]], table: Mapping[str, Any]) -> Iterator[Tree]:
    """Yield the tree of each sentence, in order.

    Args:
        sentences: Each the pieces of one sentence, as ``simplify`` cuts them.
        table: The language's ``parser.toml``.
    """
    parser = load_parser(table["model"])
    shown = ["".join(piece.shown for piece in pieces) for pieces in sentences]
    docs = [_whole(parser.make_doc(text)) for text in shown]
    for pieces, doc in zip(sentences, parser.pipe(docs, batch_size=BATCH), strict=True):
        yield build_tree(doc, [_place(token.idx, len(token), pieces) for token in doc], table)


def _whole(doc: "Doc") -> "Doc":
    """Return a document that the parser may not cut in two: it is one sentence already."""
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _place(at: int, length: int, pieces: Sequence[Piece]) -> tuple[int, int, int | None]:
    """Return where a token stands in the article, and the mention it stands for."""
    for piece in pieces:
        if at < len(piece.shown):
            if piece.mention is None and piece.end - piece.start == len(piece.shown):
                return piece.start + at, piece.start + min(at + length, len(piece.shown)), None
            return piece.start, piece.end, piece.mention
        at -= len(piece.shown)
    last = pieces[-1]
    return last.end, last.end, None
