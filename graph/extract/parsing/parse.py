"""Parse simplified sentences with the language's spaCy pipeline."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from graph.extract.parsing.charsets import sharing_classes
from graph.extract.parsing.pieces import Piece
from graph.extract.parsing.presents import restored
from graph.extract.parsing.tree import Place, Token, Tree, build_trees
from graph.undisturbed import loading

if TYPE_CHECKING:
    from graph.extract.parsing.pipeline import Pipeline

#: Sentences that are parsed at once: of fewer, more has to be begun; of more, memory grows.
BATCH = 96

#: Sentences whose trees are put right at once: of more, those of the next step leave the cache.
_TREES = 64


@cache
@loading()
def load_parser(model: str) -> "Pipeline":
    """Return the pipeline of a model, which is loaded the first time."""
    with sharing_classes():
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
    parsed = zip(sentences, annotate(shown, table["model"]), strict=True)
    while some := list(islice(parsed, _TREES)):
        parts = [(restored(tokens, pieces), _places(tokens, pieces)) for pieces, tokens in some]
        yield from build_trees(parts, table)


def annotate(texts: Sequence[str], model: str) -> Iterator[list[Token]]:
    """Yield the tokens of each text, in order; each text is one sentence."""
    yield from load_parser(model).tokens(texts, BATCH)


def _places(tokens: Sequence[Token], pieces: Sequence[Piece]) -> Iterator[Place]:
    """Yield where each token stands in the article, and the mention it stands for."""
    rest = iter(tokens)
    token = next(rest, None)
    last = 0  # where a piece ends in what the parser sees
    for start, end, shown, mention, _ in pieces:
        first, size = last, len(shown)
        last += size
        as_written = mention is None and end - start == size
        while token is not None and token.idx < last:
            at = token.idx - first
            behind = start + min(at + token.size, size)
            yield (start + at, behind, None) if as_written else (start, end, mention)
            token = next(rest, None)
    while token is not None:
        yield pieces[-1].end, pieces[-1].end, None
        token = next(rest, None)
