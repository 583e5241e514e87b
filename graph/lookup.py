"""What a user asks of the names: whom one means, and why."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph import languages
from graph.actors.abroad import abroad
from graph.actors.lexicon import folded, tokenise
from graph.actors.records import Gazetteer, Name, crown_key, within
from graph.knowledge import Knowledge
from graph.model import Actor
from graph.read.record import day
from graph.text.folding import fold, fold_all

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
_SHARED = "shared with others; what the article names beside it decides"
_CROWN = "the name behind the title; the day, and the states of the article, decide"


@dataclass(frozen=True, slots=True)
class Meaning:
    """One reason why a name means somebody."""

    name: str
    """As it is listed."""

    lang: str
    """ISO 639-1 code of the language in which it does, empty for the key of an entry."""

    why: str
    """What the name is to the actor."""

    key: str
    """ISO code or slug of the entry, empty where it is nobody."""

    actor: Actor | None
    """Whom it means."""

    years: str = ""
    """From when to when it means the actor, empty where it always does."""


def meanings(
    gazetteer: Gazetteer, name: str, *, published: str | None = None, lang: str | None = None
) -> list[Meaning]:
    """Return whom a name, or the key of an entry, means in each language; nothing if nobody.

    Args:
        gazetteer: The listed actors.
        name: As a user writes it.
        published: The day, ISO 8601, on which it is to mean somebody; None for all days.
        lang: The language, ISO 639-1, in which it is; None for all.

    Raises:
        InputError: `published` is not a day.
        UnknownNameError: There is no pack for `lang`.
    """
    chosen = [languages.load(lang).code] if lang is not None else sorted(languages.codes())
    on = day("--published", published) if published is not None else None
    found = _meanings(gazetteer, name, on, chosen, abroad_too=lang is None)
    return found or [
        meaning
        for code in chosen
        if (bare := _without_article(name, code))
        for meaning in _meanings(gazetteer, bare, on, [code], abroad_too=False)
    ]


def _meanings(
    gazetteer: Gazetteer, name: str, on: str | None, chosen: Sequence[str], *, abroad_too: bool
) -> list[Meaning]:
    wanted = _folded(name)
    return [
        *_of_key(gazetteer, name.strip()),
        *(
            meaning
            for code in chosen
            for listed in _on(on, _listed(gazetteer, code, wanted))
            for meaning in (_meaning(gazetteer, code, listed), *_shared(gazetteer, code, listed))
        ),
        *(meaning for code in chosen for meaning in _crowned(gazetteer, code, name, on)),
        *(_abroad(gazetteer, wanted) if abroad_too else ()),
    ]


def _without_article(name: str, lang: str) -> str:
    """Return what stands behind a leading article ("le Kremlin"); empty where there is none."""
    words = languages.load(lang).tables["mentions"]["determiners"]
    articles = fold_all(words["definite"]) - fold_all(words["pointing"])
    cut = tokenise(name)
    return name[cut.starts[1] :] if len(cut) > 1 and folded(cut.words[0]) in articles else ""


def _listed(gazetteer: Gazetteer, lang: str, wanted: tuple[str, ...]) -> list[Name]:
    names = gazetteer.names[lang]
    return [name for name in names if name.tag in _WHY and _folded(name.text) == wanted]


def _on(on: str | None, names: list[Name]) -> list[Name]:
    """Return the names that hold on a day; what a name means in some years it means alone."""
    if on is None:
        return names
    dated = [name for name in names if name.is_dated and within(on, name.start, name.end)]
    return dated or [name for name in names if not name.is_dated]


def _of_key(gazetteer: Gazetteer, name: str) -> Iterator[Meaning]:
    """Yield the entry of a key; the case of an ISO code does not matter."""
    key = next((key for key in (name, name.upper()) if key in gazetteer), None)
    if key is not None:
        yield Meaning(key, "", "the key of its entry", key, gazetteer.actor(key))


def _meaning(gazetteer: Gazetteer, lang: str, name: Name) -> Meaning:
    if name.tag == "J":
        return Meaning(name.text, lang, _WHY[name.tag], "", None)
    years = f"{name.start or 'always'} to {name.end or 'now'}" if name.is_dated else ""
    actor = gazetteer.actor(name.key)
    return Meaning(name.text, lang, _WHY[name.tag], name.key, actor, years)


def _shared(gazetteer: Gazetteer, lang: str, name: Name) -> Iterator[Meaning]:
    """Yield the other states that share a word: "Congo"."""
    word = gazetteer.shared[lang].get(fold(name.text))
    if word is not None and name.key in word.of and not name.is_dated:
        for key in word.of:
            if key != name.key:
                yield Meaning(name.text, lang, _SHARED, key, gazetteer.actor(key))


def _crowned(gazetteer: Gazetteer, lang: str, name: str, on: str | None) -> Iterator[Meaning]:
    """Yield the monarchs whom a title and one name mean: "King Abdullah"."""
    table = languages.load(lang).tables["mentions"]
    words, crowns = name.split(), fold_all(table["synonyms"]["monarchs"])
    relations = {fold(one): key for key, forms in table["titles"].items() for one in forms["one"]}
    for size in range(1, len(words)):
        title, given = fold(" ".join(words[:size])), crown_key(" ".join(words[size:]))
        for key in gazetteer.crowned.get(given, ()) if title in crowns else ():
            person = gazetteer.people[key]
            terms = [term for term in person.offices if term.relation == relations.get(title)]
            if any(on is None or term.covers(on) for term in terms):
                yield Meaning(name, lang, _CROWN, key, person.actor)


def _abroad(gazetteer: Gazetteer, wanted: tuple[str, ...]) -> Iterator[Meaning]:
    for key, actor in gazetteer.countries.items():
        for lang, name in abroad(actor):
            if _folded(name) == wanted:
                yield Meaning(
                    name, lang, "a name; articles in this language are not read", key, actor
                )


def told(knowledge: Knowledge, found: list[Meaning]) -> Iterator[str]:
    """Yield lines that say whom a name means, why, and what is known of the actor."""
    for meaning in found:
        place = ", ".join(filter(None, (meaning.lang, meaning.years)))
        head = f"{meaning.name} ({place})" if place else meaning.name
        if meaning.actor is None:
            yield f"{head}: nobody; {meaning.why}"
            continue
        actor = meaning.actor
        state = f", {actor.country}" if actor.country else ""
        yield f"{head}: {actor.label} ({actor.kind}{state}); {meaning.why}"
        yield f"  entry [{meaning.key}], {actor.id}"
        yield from (f"  {line}" for line in _known_of(knowledge, meaning.key, actor))


def _known_of(knowledge: Knowledge, key: str, actor: Actor) -> Iterator[str]:
    """Yield what an actor is a part of, and the terms of a person."""
    whole, person = (
        knowledge.gazetteer.wholes.get(actor.id),
        knowledge.gazetteer.people.get(key),
    )
    if whole is not None:
        yield f"part of {whole.label}"
    for term in person.offices if person else ():
        yield f"{term.relation} {term.of}, {term.start} to {term.end or 'now'}"


def unknown(knowledge: Knowledge, name: str, lang: str | None = None) -> str:
    """Return a line that says that nobody is called so, and who is called alike.

    Args:
        knowledge: From ``load_knowledge``.
        name: What was asked for.
        lang: ISO 639-1 code of the language it was asked in; None for any.
    """
    names = knowledge.gazetteer.names
    known = {n.text for code in names if lang in (None, code) for n in names[code]}
    if lang is None:
        states = knowledge.gazetteer.countries.values()
        known.update(n for actor in states for _, n in abroad(actor))
    close = difflib.get_close_matches(name, sorted(known), n=3)
    hint = f"Did you mean {' or '.join(map(repr, close))}? " if close else ""
    return f"No actor is called {name!r}. {hint}A file for --gazetteer can add it."


def _folded(name: str) -> tuple[str, ...]:
    return tuple(map(folded, tokenise(name).words))
