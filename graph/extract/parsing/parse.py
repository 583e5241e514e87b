"""Parse simplified sentences with the language's spaCy pipeline."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from graph.extract.parsing.pieces import Piece
from graph.extract.parsing.presents import restored
from graph.extract.parsing.tree import Token, Tree, build_tree

if TYPE_CHECKING:
    from graph.extract.parsing.pipeline import Pipeline

#: Sentences a batch: larger ones are slower, since their arrays leave the cache.
BATCH = 64


@cache
def load_parser(model: str) -> "Pipeline":
    """Return the pipeline of a model, which is loaded the first time."""
    # Imported here: spaCy takes half a second, which commands that parse nothing need not pay.
    from graph.extract.parsing.pipeline import Pipeline  # noqa: PLC0415

    return Pipeline(model)


def parse(sentences: Sequence[Sequence[Piece]], table: Mapping[str, Any]) -> Iterator[Tree]:
    """Yield the tree of each sentence, in order.

    Args:
        sentences: Each the pieces of one sentence, as ``simplify`` cuts them.
        table: The language's ``parser.toml``.
    """
    shown = ["".join(piece.shown for piece in pieces) for pieces in sentences]
    for pieces, tokens in zip(sentences, annotate(shown, table["model"]), strict=True):
        yield build_tree(restored(tokens, pieces), _places(tokens, pieces), table)


def annotate(texts: Sequence[str], model: str) -> Iterator[list[Token]]:
    """Yield the tokens of each text, in order; each text is one sentence."""
    yield from load_parser(model).tokens(texts, BATCH)


def _places(
    tokens: Sequence[Token], pieces: Sequence[Piece]
) -> Iterator[tuple[int, int, int | None]]:
    """Yield where each token stands in the article, and the mention it stands for."""
    rest = iter(pieces)
    piece, first = next(rest, None), 0  # where the piece begins in what the parser sees
    for token in tokens:
        while piece is not None and token.idx >= first + len(piece.shown):
            first += len(piece.shown)
            piece = next(rest, None)
        if piece is None:
            yield pieces[-1].end, pieces[-1].end, None
        elif piece.mention is None and piece.end - piece.start == len(piece.shown):
            at = token.idx - first
            yield piece.start + at, piece.start + min(at + token.size, len(piece.shown)), None
        else:
            yield piece.start, piece.end, piece.mention
