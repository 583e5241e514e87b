"""What a file of decisions says, as a frozen record."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import Actor

#: The file that a build looks for in its output folder.
FILE = "decisions.toml"


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a file says, by IRI."""

    kept: Mapping[str, str] = field(default_factory=dict)
    """The actor that stays, by each of those that are the same."""

    split: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """The actor that is meant, by another for which it was taken and the article."""

    records: Mapping[str, Actor] = field(default_factory=dict)
    """Listed actors that are named in the file."""

    labels: Mapping[str, str] = field(default_factory=dict)
    """New labels of those that stay, or were split off."""

    places: Mapping[str, str] = field(default_factory=dict)
    """Where in the file each actor is first named."""

    articles: Mapping[str, str] = field(default_factory=dict)
    """Where in the file each article is first named."""
