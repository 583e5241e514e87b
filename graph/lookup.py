"""What a user asks of the names: whom one means, and which ones nobody is known by."""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.actors.lexicon import tokenise
from graph.actors.link import Linker
from graph.actors.records import Name
from graph.errors import DiplographError
from graph.knowledge import Knowledge
from graph.model import Actor, Article, Sentence
from graph.text.sentences import core, split

#: What a name's tag says of it.
_WHY = {
    "C": "a name",
    "A": "an adjective",
    "D": "a name of its people",
    "K": "its capital, or the seat of its government",
    "G": "a name",
    "P": "a full name",
    "F": "a family name; the article and its date decide between namesakes",
    "J": "passed over: a name of something that is no actor",
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """One reason why a name means somebody."""

    name: str
    """As it is listed."""

    lang: str
    """ISO 639-1 code of the texts in which it does."""

    why: str
    """What the name is to the actor."""

    key: str
    """ISO code or slug of the entry, empty where it is nobody."""

    actor: Actor | None
    """Whom it means."""

    offices: tuple[str, ...] = ()
    """Terms of a person: relation, of whom, from, to."""


def meanings(knowledge: Knowledge, name: str) -> list[Meaning]:
    """Return whom a name means, in each language.

    Raises:
        DiplographError: No entry has the name.
    """
    wanted = _folded(name)
    found = [
        _meaning(knowledge, lang, listed)
        for lang, names in sorted(knowledge.gazetteer.names.items())
        for listed in names
        if listed.tag in _WHY and _folded(listed.text) == wanted
    ]
    if not found:
        known = {n.text for names in knowledge.gazetteer.names.values() for n in names}
        close = difflib.get_close_matches(name, sorted(known), n=3)
        hint = f"Did you mean {' or '.join(map(repr, close))}? " if close else ""
        raise DiplographError(
            f"No actor is called {name!r}. {hint}A file for --gazetteer can add it."
        )
    return found


def told(knowledge: Knowledge, name: str) -> Iterator[str]:
    """Yield lines that say whom a name means, and why.

    Raises:
        DiplographError: No entry has the name.
    """
    for meaning in meanings(knowledge, name):
        head = f"{meaning.name} ({meaning.lang})"
        if meaning.actor is None:
            yield f"{head}: nobody; {meaning.why}"
            continue
        actor = meaning.actor
        state = f", {actor.country}" if actor.country else ""
        yield f"{head}: {actor.label} ({actor.kind}{state}); {meaning.why}"
        yield f"  entry [{meaning.key}], {actor.id}"
        yield from (f"  {office}" for office in meaning.offices)


def unlinked(knowledge: Knowledge, articles: Iterable[Article]) -> list[tuple[str, int]]:
    """Return the names in some articles that nobody is known by, the most frequent first."""
    linkers = {
        code: Linker(knowledge.gazetteer, pack) for code, pack in sorted(knowledge.packs.items())
    }
    counts = Counter(
        name
        for article in articles
        for name in _unknown(article, article.lang or "", linkers[article.lang or ""])
    )
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _unknown(article: Article, lang: str, linker: Linker) -> Iterator[str]:
    spans = [span for span in split(article.text, lang) if span.is_read]
    sentences = [Sentence(*core(article.text, span, lang)) for span in spans]
    for start, end in linker.unlinked(article.text, sentences, article.published):
        yield re.sub(r"\s+", " ", article.text[start:end])


def _meaning(knowledge: Knowledge, lang: str, name: Name) -> Meaning:
    gazetteer = knowledge.gazetteer
    if name.tag == "J":
        return Meaning(name.text, lang, _WHY[name.tag], "", None)
    person = gazetteer.people.get(name.key)
    terms = person.offices if person else ()
    offices = tuple(f"{t.relation} {t.of}, {t.start} to {t.end or 'now'}" for t in terms)
    actor = gazetteer.actor(name.key)
    return Meaning(name.text, lang, _WHY[name.tag], name.key, actor, offices)


def _folded(name: str) -> tuple[str, ...]:
    return tuple(token.folded for token in tokenise(name))
