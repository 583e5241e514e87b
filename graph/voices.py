"""Who speaks in a statement: the states and bodies that its source names, or the text itself."""

from collections.abc import Iterator
from functools import cache

from graph.actors.gazetteer import load_gazetteer
from graph.actors.lexicon import Lexicon, tokenise
from graph.model import Statement
from graph.text.folding import fold

#: Tags of names that say for whom a source speaks: of states, bodies and people.
_TAGS = frozenset("CADKGPF")


def voice(statement: Statement) -> frozenset[str]:
    """Return keys of who says so: "le Kremlin" and "Moscow" share one.

    Without a source that is the publisher, or the article where that is not known.
    """
    if statement.said_by is None:
        source = statement.evidence.source
        return frozenset({f"text {source.publisher or source.article}"})
    named = frozenset(_named(statement.said_by))
    return named or frozenset({fold(statement.said_by)})


def _named(text: str) -> Iterator[str]:
    known, tokens, at = load_gazetteer(), tokenise(text), 0
    while at < len(tokens):
        hit = _lexicon().match(tokens, at)
        if hit is not None and hit.tag in _TAGS:
            for name in hit.names:
                yield known.actor(name.key).country or name.key
        at += hit.size if hit is not None else 1


@cache
def _lexicon() -> Lexicon:
    names = load_gazetteer().names
    return Lexicon(name for lang in sorted(names) for name in names[lang])
