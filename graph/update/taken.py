"""Which names are somebody's already: a name from outside must not take one from a listed actor."""

from graph.actors.gazetteer import Gazetteer
from graph.text.folding import fold

#: Shorter names of a new actor mean too much else.
_SHORTEST = 4


class Taken:
    """Names in any language, folded, with the key of the entry that bears them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Take the names of all listed entries, and the words that have another meaning."""
        self._by_name: dict[str, str] = {}
        for names in gazetteer.names.values():
            for name in names:
                # Several may share a family name, which is none of a body.
                self._by_name.setdefault(fold(name.text), name.key)

    def give(self, name: str, key: str) -> bool:
        """Return whether an entry gets a name that it does not have; it is its own from now on."""
        free = (
            len(name) >= _SHORTEST
            and any(letter.isupper() for letter in name)
            and name == " ".join(name.split())
            and name.isprintable()
        )
        return free and self._by_name.setdefault(fold(name), key) == key

    def bears(self, name: str, key: str) -> bool:
        """Return whether an entry has a name."""
        return self._by_name.get(fold(name)) == key

    def owner(self, name: str) -> str | None:
        """Return the key of the entry that has a name."""
        return self._by_name.get(fold(name))
