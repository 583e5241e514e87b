"""What the words of a language tell of titles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.actors.complements import Complements
from graph.actors.unlisted import Unlisted
from graph.text.folding import fold, fold_all

#: How many code points before a name may say that whoever bears it only goes between others.
_NEAR = 40


@dataclass(frozen=True, slots=True)
class TitleWords:
    """Words of titles and determiners, folded."""

    foreign: tuple[str, ...]
    """Parts of a foreign minister's title."""

    crowns: frozenset[str]
    """Titles that may begin a listed name."""

    monarchs: frozenset[str]
    """Titles of those whom news calls by a given name: "king"."""

    synonyms: Mapping[str, str]
    """A title, and the one by which it is known here."""

    generic: frozenset[str]
    """Titles of anybody who leads: "leader"."""

    common: frozenset[str]
    """Titles that so many bear that whoever the text names last may be meant: "president"."""

    definite: frozenset[str]
    """Articles and demonstratives."""

    possessive: frozenset[str]
    """Determiners such as "its"."""

    pointing: frozenset[str]
    """Demonstratives in the singular: "this"."""

    many: frozenset[str]
    """Those of either kind that only plural nouns follow."""

    his: frozenset[str]
    """Pronouns and possessives of persons only: "his"."""

    genitive: frozenset[str]
    """What says behind a noun of whom or what it is: "of"."""

    singular: frozenset[str]
    """Articles before one of a people, who is a person: « le Libérien »."""

    theirs: frozenset[str]
    """Possessives of several: "their"."""

    both: frozenset[str]
    """Numbers that mean those named before without an article: "both"."""

    alone: frozenset[str]
    """Verbs behind such a number that show that no noun follows: "the two agreed"."""

    portions: frozenset[str]
    """Those of them that are a part of whatever is named behind them: "partie du Maroc"."""

    unowned: frozenset[str]
    """Bodies that stand for a state only where it is named beside them."""

    scorned: frozenset[str]
    """Bodies that stand for another state than the one that acts: "accused the regime"."""

    seated: frozenset[str]
    """Bodies that stand for the state where they are: "the junta in power in Niamey"."""

    given: frozenset[str]
    """Bodies that are things, which somebody may be given."""

    giving: frozenset[str]
    """Words before whom they are given to: "sent Ukraine tanks"."""

    ruling: frozenset[str]
    """What bodies are said to be in where they rule: « les militaires au pouvoir à Bamako »."""

    creeds: frozenset[str]
    """Capitalised adjectives beside a group that name none: "the Christian militia"."""

    apart: frozenset[str]
    """Words behind a body that is none of a state."""

    indefinite: frozenset[str]
    """Words before a title that means nobody in particular: "a", "no", "the first"."""

    one_of: frozenset[str]
    """Those of them before a vague title that means one of many: "a Hamas leader"."""

    ranks: frozenset[str]
    """Titles of soldiers, who are named far from home."""

    behalf: tuple[str, ...]
    """What stands between somebody and the state that he acts for there: "signed for"."""

    toward: frozenset[str]
    """Prepositions before somebody to whom, or by whom, something is done: "to", "by"."""

    at_home: frozenset[str]
    """Titles of those who serve at home: the place beside one is where they are."""

    bound: Mapping[str, str]
    """A title that one state only has, and the state: "home secretary"."""

    shared: frozenset[str]
    """Those of them that other states have too: "foreign secretary"."""

    heads: Mapping[str, str]
    """The office of leaders that a title names, by its first synonym: "premier"."""

    feminine: frozenset[str]
    """Titles of leaders that mean women only."""

    masculine: frozenset[str]
    """Titles of leaders that mean men before women."""

    mediation: tuple[str, ...]
    """What stands before whoever goes between others: "brokered by"."""

    mediating: tuple[str, ...]
    """The last words of it."""

    charging: frozenset[str]
    """Verbs behind whose object "of" says what for: "accused the kingdom of"."""

    compounds: tuple[str, ...]
    """What a hyphen may join to whoever backs others, or goes between them: "-brokered"."""

    complements: Complements
    plural: str
    """Letters that nouns end in when they are several."""

    unlisted: Unlisted

    @classmethod
    def of(cls, table: Mapping[str, Any], plural: str) -> "TitleWords":
        """Read the words of a language's ``mentions.toml``, with its endings of the plural."""
        same = {fold(title): fold(row[0]) for row in table["synonyms"]["titles"] for title in row}
        mediation = tuple(sorted(fold_all(table["between"]["mediation"])))
        common = fold_all(table["synonyms"]["common"])
        return cls(
            foreign=tuple(fold_all(table["portfolios"]["foreign"])),
            crowns=fold_all(table["titles"]["leads"]["one"]),
            monarchs=fold_all(table["synonyms"]["monarchs"]),
            synonyms=same,
            generic=fold_all(table["synonyms"]["generic"]),
            common=frozenset(same.get(title, title) for title in common),
            **_folded(table["determiners"], "definite", "possessive", "pointing", "many"),
            **_folded(table["determiners"], "theirs", "singular", "both", "alone", "indefinite"),
            **_folded(table["determiners"], "one_of", "genitive"),
            **_folded(
                table["bodies"], "unowned", "portions", "scorned", "seated", "ruling", "apart"
            ),
            **_folded(table["bodies"], "creeds", "given", "giving"),
            **_folded(table["complements"], "ranks", "toward"),
            **_folded(table["heads"], "feminine", "masculine"),
            behalf=tuple(fold_all(table["complements"]["behalf"])),
            his=fold_all(table["anaphora"]["person"]),
            at_home=fold_all(table["envoys"]["at_home"]),
            bound=_bound(table["bound"]),
            shared=fold_all(table["bound"]["shared"]),
            heads=_heads(table["heads"]),
            **_folded(table["between"], "charging"),
            compounds=tuple(f"-{word}" for word in table["between"]["compounds"]),
            mediation=mediation,
            mediating=tuple(dict.fromkeys(words.split()[-1] for words in mediation)),
            complements=Complements.of(table),
            plural=plural,
            unlisted=Unlisted.of(table),
        )

    def plain(self, title: str) -> str:
        """Return a title folded, by its first synonym."""
        return self.synonyms.get(fold(title), fold(title))

    def single(self, title: str) -> str:
        """Return a title, perhaps in the plural, in a form that is the same for both."""
        return self.plain(" ".join(word.rstrip(self.plural) for word in fold(title).split()))

    def is_foreign(self, phrase: str) -> bool:
        """Return whether a phrase names the office of a foreign minister."""
        return any(word in fold(phrase) for word in self.foreign)

    def is_aside(self, text: str, start: int, end: int) -> bool:
        """Return whether whoever stands at some place of a text is none of those who are at odds.

        He is behind "brokered by", and before "-backed".
        """
        if text.startswith("-", end) and text.startswith(self.compounds, end):
            return True
        before = text[max(0, start - _NEAR) : start]
        near = before.rsplit(maxsplit=2)
        last = fold(near.pop()) if near else ""
        last = fold(near.pop()) if near and last in self.definite else last
        if not last.endswith(self.mediating):  # as of nearly everybody
            return False
        words = fold(before).split()
        words = words[:-1] if words[-1] in self.definite else words
        return " ".join(words).endswith(self.mediation)

    def is_crowned(self, name: str) -> bool:
        """Return whether a name begins with a title: "King Fahd", "le pape François"."""
        words = name.split()
        return len(words) > 1 and fold(words[0]) in self.crowns


def _bound(rows: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    states = {state: row for state, row in rows.items() if state != "shared"}
    return {fold(title): state for state, row in states.items() for title in row}


def _heads(rows: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    genders = ("feminine", "masculine")
    return {fold(one): kind for kind, row in rows.items() if kind not in genders for one in row}


def _folded(table: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Return some lists of a table, folded, by their names."""
    return {name: fold_all(table[name]) for name in names}
