"""A person's decisions about actors: which are the same, and which are not.

They stand in a file, and are laid over the graph each time it is written. What was
read from the articles is kept as it was read, so a decision that is taken out of
the file is undone by the next build.
"""

from graph.decisions.apply import (
    Decide,
    actors_of,
    decided,
    deciding,
    deciding_among,
    unused,
    unused_among,
)
from graph.decisions.read import decisions_of, read_decisions
from graph.decisions.records import FILE, Decisions

__all__ = [
    "FILE",
    "Decide",
    "Decisions",
    "actors_of",
    "decided",
    "deciding",
    "deciding_among",
    "decisions_of",
    "read_decisions",
    "unused",
    "unused_among",
]
