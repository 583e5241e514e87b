"""Put units together into phrases that name one or more actors.

The phrases of a language are regular expressions over tag letters, in its
``mentions.toml``. Every pattern is tried at every place; the longest wins.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from graph.actors.records import Name
from graph.actors.units import Cut, Unit
from graph.languages import LanguagePack
from graph.text.folding import fold

#: A person's name: a listed one, or capitalised words with initials and particles between.
_REST = r"(?:[XFi]|x(?=[XF]))*"
#: How a name may begin; behind a title a town may be a given name: "Defence Minister Wellington
#: Testard", and capitals initials: "NP Testard".
_FIRST = r"(?:[XYF]PARTICLE|i(?=[Xix])|N(?=[XF])|x(?=[XF])[XF]|(?<=[TM,])[CK](?=[XF]))"
#: A listed name may have a family name behind it that is not listed with it.
_NAME = rf"M?(?P<name>PF?|{_FIRST}{_REST})"
#: What a ministry is for; of several, the last may have an adjective before a comma.
_PORTFOLIO = r"od?(?:R|J(?=A)|[XYbfuyg]X*?)"
_OFFICE = rf"(?:{_PORTFOLIO}|R)(?:z{_PORTFOLIO}(?:w(?=[,.]))?)*"

#: The state of one of several who are named in turn: "the French president A and the Turkish B".
_NATION = r"(?:A|od?[CKG])"

#: The beginning of a group that has a name, and of what stands only where there is such a group.
_GROUP, _ASKED = re.compile(r"\(\?P<(\w+)>"), re.compile(r"\(\?\((\w+)\)")

#: How many units behind a phrase are kept: enough for "de la" and a noun.
_BEHIND = 6

#: Tags that name an actor by themselves.
#: A country's name beside an unknown capitalised word is a part of another name ("Michael Jordan").
#: So it is beside a family name, but for "in Ukraine Zelensky said" ("Chad Johnson").
_ATOMS = {
    "atom": r"(?P<atom>(?<![Xi])(?:C(?!F|X|iX)|K(?!X|iX)|(?<=[lod])C(?=F))|[DGPSW]"
    r"|(?:(?<![XC])|(?<=[lod]C))F(?!X))",
    "adjective": r"(?P<adjective>[AH])",
}


#: How many units before a phrase are looked at for what joins it to another one.
_SMALL_WORDS = 4

#: The tags of a sentence, with the break behind it.
_SENTENCE = re.compile(r"[^|]*\||[^|]+")

#: Tags of prepositions before a place, and the tag of a word that no phrase has.
_PLACING, _OTHER = "l4", "w"

#: Tags that begin no phrase; most words of a text have one of them.
_NEVER = "w4.,|9sdloztvkj"


class Phrase(NamedTuple):
    """A run of units, with its parts by name."""

    kind: str
    """The id of the pattern, or ``atom`` or ``adjective``."""

    units: tuple[Unit, ...]
    """All units, in order."""

    parts: Mapping[str, tuple[Unit, ...]]
    """The groups that matched: title, name, nation, …"""

    before: Unit | None
    """The unit before it."""

    after: tuple[Unit, ...] = ()
    """A few units behind it, within the sentence."""

    owner: Unit | None = None
    """The capitalised word, known to nobody, whose possessive stands before: "Genovia's"."""

    lead: Unit | None = None
    """What stands before it, small words passed over: the "by" of "by the new president"."""

    def follows(self, text: str, words: frozenset[str]) -> bool:
        """Return whether one of some words, folded, stands before it in an article's text."""
        return self.is_behind(self.before, text, words)

    @staticmethod
    def is_behind(unit: Unit | None, text: str, words: frozenset[str]) -> bool:
        """Return whether a unit that stands before something is one of some words, folded."""
        return unit is not None and fold(text[unit.start : unit.end]) in words

    def is_titled_behind(self, text: str, words: frozenset[str]) -> bool:
        """Return whether one of some words, folded, stands before its title: "a Hamas leader"."""
        title = self.parts.get("title", ())
        before = (self.before, *self.units[: self.units.index(title[0])]) if title else ()
        return any(self.is_behind(unit, text, words) for unit in before)

    @property
    def determiner(self) -> Unit | None:
        """The unit before the title, or else before the phrase: "A, its president"."""
        titles = self.parts.get("title", ())
        at = self.units.index(titles[0]) if titles else 0
        inside = self.units[at - 1] if at else None
        return inside if inside is not None and inside.tag == "d" else self.before

    @property
    def is_whose(self) -> bool:
        """Whether it belongs to somebody just named: "whose army", « dont les troupes »."""
        return any(unit is not None and unit.tag == "k" for unit in (self.before, self.lead))

    @property
    def joint(self) -> Unit | None:
        """The "and" or the comma before it, with nothing but small words between."""
        return self.lead if self.lead is not None and self.lead.tag in "z," else None

    @property
    def superior(self) -> "Phrase | None":
        """Whoever is served in « le porte-parole du président turc A, B », as a phrase of his."""
        units = self.parts.get("superior", ())
        if not units:
            return None
        titles = tuple(unit for unit in units if unit.tag == "T")
        parts = {"name": self.parts["chief"], "title": titles[:1]}
        parts |= {part: found for part, found in self.parts.items() if part == "nation"}
        return Phrase("title-name", units, parts, None, self.after)

    @property
    def start(self) -> int:
        """First code point in the article's text."""
        return self.units[0].start

    @property
    def end(self) -> int:
        """Just past the last code point."""
        return self.units[-1].end


class PhraseGrammar:
    """The compiled phrase patterns of a language."""

    def __init__(self, pack: LanguagePack) -> None:
        """Compile the patterns, in file order."""
        table = pack.tables["mentions"]
        particle = table["names"]["particle"]
        name = _NAME.replace("PARTICLE", f"(?:{particle}(?=[XF](?!o)))?" if particle else "")
        self._patterns = [(row["id"], _compile(row["pattern"], name)) for row in table["phrases"]]
        self._atoms = [(kind, re.compile(form)) for kind, form in _ATOMS.items()]
        #: All of them in one, which finds quickly where the next phrase begins.
        self._begins = _any_of([form.pattern for _, form in self._patterns], _ATOMS.values())
        #: By the group that it ends with: the first pattern that matches there, and those behind.
        self._from = {_ending(at): self._patterns[at:] for at in range(len(self._patterns))}
        self._posted = frozenset(k for k, form in self._patterns if "post" in form.groupindex)
        self._envoys = frozenset(map(fold, table["envoys"]["words"]))

    def find(self, cut: Cut) -> list[list[Phrase]]:
        """Return the phrases of each sentence of some units, left to right, none overlapping."""
        return [self._phrases(sentence, cut.units) for sentence in _SENTENCE.finditer(cut.tags)]

    def again(self, cut: Cut, before: Cut, found: Sequence[list[Phrase]]) -> list[list[Phrase]]:
        """Return the phrases of units some of which are others now: few sentences have such.

        Args:
            cut: The units; where they are others, so are the tags of their sentence.
            before: What they were.
            found: The phrases of these.
        """
        sentences = _SENTENCE.finditer(cut.tags), _SENTENCE.findall(before.tags)
        return [
            phrases if sentence.group() == tags else self._phrases(sentence, cut.units)
            for sentence, tags, phrases in zip(*sentences, found, strict=True)
        ]

    def _phrases(self, sentence: re.Match[str], units: Sequence[Unit]) -> list[Phrase]:
        found = self._read(sentence, units)
        return [_phrase(kind, match, units, sentence) for kind, match in found]

    def _read(
        self, sentence: re.Match[str], units: Sequence[Unit]
    ) -> Sequence[tuple[str, re.Match[str]]]:
        """Return the phrases of a sentence; only envoys have posts: "a visit by the king to A".

        A name behind it belongs to the title all the same: "the Hamas leader in Gaza, B".
        """
        tags = sentence.group()
        found = list(self.matches(tags))
        if not self._posted.isdisjoint([kind for kind, _ in found]):
            own = units[slice(*sentence.span())]
            while places := [at for _, match in found if (at := self._misplaced(match, own))]:
                for at in places:
                    tags = f"{tags[:at]}{_OTHER}{tags[at + 1 :]}"
                found = list(self.matches(tags))
        return found

    def _misplaced(self, match: re.Match[str], units: Sequence[Unit]) -> int | None:
        """Return where a preposition stands that was taken for the one before an envoy's post."""
        if "post" not in match.re.groupindex:
            return None
        parts = match.groupdict()
        if not parts["post"] or parts.get("name") or not parts.get("title"):
            return None
        if "G" in (parts.get("nation") or ""):  # "the Hamas leader in Gaza"
            return None
        titles = [n for unit in units[slice(*match.span("title"))] for n in unit.names]
        if any(name.key == "representsTo" or _names(name, self._envoys) for name in titles):
            return None
        return max(match.string.rfind(tag, 0, match.start("post")) for tag in _PLACING)

    def matches(self, tags: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield the kind of each phrase of a sentence, given by its tags, and what matches it."""
        at = 0
        while begins := self._begins.search(tags, at):
            forms = self._from.get(begins.lastgroup or "", self._atoms)
            at = begins.start()
            found = [(kind, match) for kind, form in forms if (match := form.match(tags, at))]
            longest = max(found, key=lambda item: item[1].end()) if len(found) > 1 else found[0]
            yield longest
            at = longest[1].end()


def _names(title: Name, words: frozenset[str]) -> bool:
    return not words.isdisjoint(fold(title.text).split())


def _compile(pattern: str, name: str) -> re.Pattern[str]:
    pattern = pattern.replace("OFFICE", f"(?P<office>{_OFFICE})", 1)
    bare = name.replace("?P<name>", "?:")
    each = f"{_NATION},?{bare}(?:(?:,z?|z){_NATION},?{bare})+"
    pattern = pattern.replace("NAMES", f"{bare}(?:,{bare})*,?z{bare}")
    pattern = pattern.replace("WHO", f"(?P<chief>{bare})")
    pattern = pattern.replace("EACH", f"(?P<nation>(?P<names>{each}))").replace("NAME", name)
    return re.compile(pattern.replace("OFFICE", f"(?:{_OFFICE})"))


def _any_of(patterns: Iterable[str], atoms: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that matches wherever one of some does, or else an actor by itself."""
    several = (f"(?:{_apart(each, at)})(?P<{_ending(at)}>)" for at, each in enumerate(patterns))
    return re.compile(rf"(?![{_NEVER}])(?:{'|'.join([*several, *atoms])})")


def _ending(at: int) -> str:
    """Return the name of the empty group that stands behind one of several patterns."""
    return f"pattern{at}"


def _apart(pattern: str, at: int) -> str:
    """Return a pattern without its groups, but for those that it asks for, under names of its own.

    What keeps many groups takes longer to match.
    """
    asked = set(_ASKED.findall(pattern))
    own = rf"_{at}_"
    less = _GROUP.sub(lambda m: f"(?P<{own}{m[1]}>" if m[1] in asked else "(?:", pattern)
    return _ASKED.sub(rf"(?({own}\1)", less)


def _phrase(
    kind: str, match: re.Match[str], units: Sequence[Unit], sentence: re.Match[str]
) -> Phrase:
    """Return what matches in a sentence, given by its place among all units."""
    at = sentence.start()
    spans = match.regs
    parts = {
        name: tuple(units[at + spans[group][0] : at + spans[group][1]])
        for name, group in match.re.groupindex.items()
        if spans[group][0] < spans[group][1]  # it has matched, and not nothing
    }
    start, end = at + match.start(), at + match.end()
    closed = sentence.end() - match.string.endswith("|")
    before = units[max(start - _SMALL_WORDS, 0) : start]
    return Phrase(
        kind,
        tuple(units[start:end]),
        parts,
        before[-1] if before else None,
        tuple(units[end : min(end + _BEHIND, closed)]),
        _owner(before[-2:]),
        _lead(before),
    )


def _lead(before: Sequence[Unit]) -> Unit | None:
    """Return the last of some units that is no small word, or the last of all if it may be none."""
    for unit in reversed(before):
        if unit.tag not in "doe":
            return unit
    return None


def _owner(before: Sequence[Unit]) -> Unit | None:
    """Return the first of two units where the second makes it a possessor."""
    possessive = len(before) > 1 and before[1].tag == "s" and before[0].tag in "XYN"
    return before[0] if possessive else None
