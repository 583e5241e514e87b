"""Which words a sentence must have for a pattern to fit, asked of all patterns at once.

Of the thousand lists of nouns and verbs that patterns ask for, a sentence has words of a few. These
are looked up by its words, so that no pattern is tried whose words are not there; nor is one whose
prepositions are not.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

#: Among the nouns of a slot, anybody who is called by his name.
PERSON = "a_person"


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What one slot asks for; slots that ask for the same share it."""

    nominal: bool
    """Whether it is a noun, not the verb of a complement."""

    duty: bool
    """Whether a verb must say what somebody has to do."""

    bare: frozenset[str]
    """Any of these lemmas, if any are listed; …"""

    modified: frozenset[tuple[str, str]]
    """… or any of these with its modifier."""

    heads: frozenset[str] = field(init=False)
    """Those that need one."""

    def __post_init__(self) -> None:
        """Work out once what is asked of many words."""
        object.__setattr__(self, "heads", frozenset([lemma for lemma, _ in self.modified]))

    def __len__(self) -> int:
        """Return of how many words each will do."""
        return len(self.bare) + len(self.modified)

    def is_narrow(self, forms: AbstractSet[str]) -> bool:
        """Return whether a word is listed only with a modifier that it has, or with its particle.

        Args:
            forms: Its names.
        """
        bare = [lemma for lemma in forms if lemma in self.bare]
        modified = not self.heads.isdisjoint(forms)
        return bool(bare or modified) and all("_" in lemma for lemma in bare)


#: What a sentence has of all that patterns ask for: the slots that it has a word for, and the
#: prepositions that introduce something in it.
Held = AbstractSet[Asked | str]


class _Index:
    """What is asked for, by each word that will do for it."""

    def __init__(self, every: Iterable[tuple[frozenset[str], Asked]]) -> None:
        found: dict[str, set[Asked]] = {}
        for words, asked in every:
            for word in words:
                found.setdefault(word, set()).add(asked)
        self._asked = {word: frozenset(asked) for word, asked in found.items()}
        self._words = frozenset(self._asked)
        """Beside the table, as two sets are compared without a look at their words."""

    def of(self, words: AbstractSet[str]) -> list[frozenset[Asked]]:
        """Return what is asked for by each of some words that will do for anything."""
        return [self._asked[word] for word in self._words & words]


class Wanted:
    """Whatever some patterns ask for, by the words."""

    def __init__(self, asked: Iterable[Asked], prepositions: Iterable[frozenset[str]]) -> None:
        """Index what is asked for.

        Args:
            asked: What slots of the patterns ask for.
            prepositions: Those of each slot that only what one of them introduces fills.
        """
        every = list(dict.fromkeys(asked))
        self.prepositions = frozenset().union(*prepositions)
        self._nominal = frozenset(each for each in every if each.nominal)
        self._duties = frozenset(each for each in every if each.duty and not each.bare)
        self._nouns = _Index((each.bare, each) for each in every if each.nominal)
        self._verbs = _Index((each.bare, each) for each in every if not (each.nominal or each.duty))
        self._musts = _Index((each.bare, each) for each in every if each.duty)
        self._pairs: dict[str, dict[str, set[Asked]]] = {}
        for each in every:
            for lemma, modifier in each.modified:
                modifiers = self._pairs.setdefault(lemma, {})
                modifiers.setdefault(modifier, set()).add(each)
        self._heads = frozenset(self._pairs)

    def nouns(self, forms: AbstractSet[str] | None) -> Sequence[AbstractSet[Asked]]:
        """Return the slots for which a sentence has a noun, those of each noun apart.

        Args:
            forms: The names of its words; None where one of them may stand for any noun.
        """
        if forms is None:
            return [self._nominal]
        found: list[AbstractSet[Asked]] = [*self._nouns.of(forms)]
        for form in self._heads & forms:
            modifiers = self._pairs[form]
            found += [modifiers[modifier] for modifier in modifiers.keys() & forms]
        return found

    def verbs(self, names: AbstractSet[str], *, duty: bool) -> Sequence[AbstractSet[Asked]]:
        """Return the complements for which a sentence has a verb, those of each verb apart.

        Args:
            names: The names of its words as predicates.
            duty: Whether one of them says what somebody has to do.
        """
        found = self._verbs.of(names)
        return [*found, self._duties, *self._musts.of(names)] if duty else found
