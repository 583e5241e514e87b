"""How an article names somebody, for whom its later words mean."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """How a phrase names somebody."""

    end: int
    """Where the name ends, with an acronym behind it."""

    placed: bool = False
    """Whether it is a city, named as a place."""

    beside: bool = False
    """Whether it is an adjective beside something else."""

    aside: bool = False
    """Whether it only goes between others, or backs one: none of "the two sides"."""

    titled: bool = False
    """Whether it is a title alone, for somebody who acts for a state: "the Greek minister"."""
