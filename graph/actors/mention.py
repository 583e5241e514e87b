"""A span that names somebody, as all that comes after the linking sees it."""

from dataclasses import dataclass

from graph.model import Actor


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names, describes or stands for one or more actors."""

    start: int
    """First code point in the article's text."""

    end: int
    """Just past the last."""

    actors: tuple[Actor, ...]
    """Whom it stands for; several for "les présidents russe et chinois"."""

    how: str
    """name, adjective, demonym, capital, body, title, person, pair or description."""

    post: Actor | None = None
    """Where an envoy serves."""

    title: str = ""
    """The office that the phrase names, lower case: "ambassador"."""

    instead: tuple[tuple[Actor, ...], ...] = ()
    """Of a pair: whom it means where the first, or the second, is none of the two."""
