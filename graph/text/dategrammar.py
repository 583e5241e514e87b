"""Date expressions as patterns over word classes.

A text becomes one character a token, each standing for the set of classes that
the token may have; a *form* such as ``il y a {about}? {num} {unit}`` becomes a
regular expression over these characters. So a form need not care about case,
spacing or numerals, and costs nothing where its words do not occur.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter
from typing import NamedTuple

#: What a token may be, with its value: "12" is a day, a number and a month.
Classes = Mapping[str, int]

TOKEN = re.compile(
    r"[0-9]{1,3}(?:[.,\u00a0\u202f][0-9]{3})+(?![0-9])|\w+|[^\w\s]|\n(?=\s{0,9}[^\sa-zà-ÿ])"
)
_SAME = str.maketrans({"’": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-"})
_FORM = re.compile(r"\{(\w+)\}|(\(\?[=!]|[()|?*])|" + TOKEN.pattern)

#: Shapes of numbers, first match first; a round year may as well be a count.
SHAPES = tuple(
    (re.compile(shape), names.split())
    for shape, names in (
        (r"[1-9]", "num day mm"),
        (r"0[1-9]|1[0-2]", "num day mm yy"),
        (r"1[3-9]|2[0-9]|3[01]", "num day yy"),
        (r"[0-9]{2}", "num yy"),
        (r"[1-9][0-9]{2}", "num"),
        (r"(?:1[89]|20)(?!00)[0-9]{2}", "year year_alone"),
        (r"1[0-9]{3}|2000", "year"),
    )
)
#: Classes of words that most sentences have, and the more of them the more uses a word has.
_SMALL = frozenset({"lead", "follow", "joiner", "mark", "stop", "num"})
_OPEN = ("lead", "follow", "daytime", "joiner", "turn", "many")
#: What any word is that no list has.
PLAIN: Classes = {"word": 0}
_TEN = 10
_MAY_LACK = ([("sign", "?")], [("sign", "*")])
#: Runs have an end, so that a text of nothing but such words takes no longer than another.
_SIGNS = {"(": "(?:", "*": "{0,6}"}
_CLOSERS = "-/%'\"«»°&+*@#_\\"


class Known(NamedTuple):
    """What a token is."""

    classes: Classes
    """What it may be."""

    tag: str
    """The character that stands for its classes."""


#: Of a token, which is asked of every word of a text.
TAG = attrgetter("tag")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words, numbers and signs of a text, in order: lists side by side, no record for each."""

    starts: list[int] = field(default_factory=list)
    """First code point of each."""

    ends: list[int] = field(default_factory=list)
    """Just past its last."""

    known: list[Known] = field(default_factory=list)

    @property
    def tags(self) -> str:
        """The characters that stand for them."""
        return "".join(map(TAG, self.known))

    def add(self, others: "Tokens", first: int = 0, last: int | None = None) -> None:
        """Put others, or some of them, behind these."""
        self.starts.extend(others.starts[first:last])
        self.ends.extend(others.ends[first:last])
        self.known.extend(others.known[first:last])


def spelled(word: str) -> str:
    """Return a token with typographic signs made plain."""
    return word if word.isascii() else word.translate(_SAME)


def number(word: str, suffixes: Mapping[str, str]) -> Classes:
    """Return the classes of a number, possibly with letters after it ("14th", "1990s").

    Args:
        word: A token.
        suffixes: The classes, separated by spaces, that each suffix stands for.
    """
    digits = word.rstrip("abcdefghijklmnopqrstuvwxyzèé")
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > 4:  # noqa: PLR2004
        return {}
    shape = next((names for form, names in SHAPES if form.fullmatch(digits)), [])
    if digits == word:
        return dict.fromkeys(shape, int(digits))
    names = suffixes.get(word[len(digits) :], "").split()
    kept = [name for name in names if name != "day" or "day" in shape]
    return dict.fromkeys(kept, int(digits))


def sign(word: str) -> Classes:
    """Return the classes of a token that no list has."""
    if word[0].isalnum() or word in _CLOSERS:
        return PLAIN
    return {"break": 0} if word == "\n" else {"stop": 0}


def amount(values: Iterable[int]) -> int:
    """Return the number that a row of numerals makes: 4, 20, 10 is 90; 2, 100 is 200."""
    total = last = 0
    for value in values:
        times = 0 < last < _TEN <= value
        total += last * (value - 1) if times else value
        last = last * value if times else value
    return total


def pieces(form: str) -> list[tuple[str, str]]:
    """Return the elements of a form as ("slot", name), ("sign", regex) or ("word", text)."""
    found = []
    for match in _FORM.finditer(form):
        slot, operator = match.groups()
        kind = "slot" if slot else "sign" if operator else "word"
        found.append((kind, slot or operator or spelled(match[0]).lower()))
    return found


def compiled(form: str, tags: Mapping[frozenset[str], str]) -> re.Pattern[str]:
    """Return a form as a regular expression over tags.

    Raises:
        KeyError: A slot or word has no class.
        re.error: The brackets do not match.
    """
    parts = []
    for kind, text in pieces(form):
        if kind == "sign":
            parts.append(_SIGNS.get(text, text))
        else:
            parts.append(_slot(text, tags) if kind == "slot" else _any_of(tags, "=" + text))
    return re.compile("".join(parts))


def anchors(form: str, tags: Mapping[frozenset[str], str]) -> tuple[frozenset[str], ...]:
    """Return sets of tags, the rarest first: every match of a form has one of each set."""
    uses = {tag: len(classes & _SMALL) for classes, tag in tags.items()}
    rarity = partial(_rarity, uses)
    return tuple(sorted(_sure(pieces(form), tags, rarity), key=rarity))


def _rarity(uses: Mapping[str, int], tags: frozenset[str]) -> tuple[int, int]:
    return sum([uses[tag] for tag in tags]), len(tags)


def _sure(
    parts: Sequence[tuple[str, str]],
    tags: Mapping[frozenset[str], str],
    rarity: Callable[[frozenset[str]], tuple[int, int]],
) -> list[frozenset[str]]:
    """Return of each element that every match has what it may be; of a choice one for all.

    The last comes first: of words that are as rare, a noun is rarer than those before it.
    """
    choices: list[list[frozenset[str]]] = [[]]
    at = 0
    while at < len(parts):
        kind, text = parts[at]
        end = _closing(parts, at) if kind == "sign" and text[0] == "(" else at
        if parts[at] == ("sign", "|"):
            choices.append([])
        elif parts[end + 1 : end + 2] not in _MAY_LACK:
            inside = parts[at + 1 : end] if text == "(" else ()  # nothing of what is looked at only
            own = _sure(inside, tags, rarity) if kind == "sign" else _tagged(kind, text, tags)
            choices[-1] = [*own, *choices[-1]]
        at = end + 1
    if len(choices) == 1:
        return choices[0]
    return [frozenset().union(*(min(each, key=rarity) for each in choices))] if all(choices) else []


def _closing(parts: Sequence[tuple[str, str]], at: int) -> int:
    """Return where the bracket closes that opens at some element."""
    depth = 0
    for end in range(at, len(parts)):
        kind, text = parts[end]
        depth += (text[0] == "(") - (text == ")") if kind == "sign" else 0
        if depth == 0:
            return end
    return len(parts)


def _tagged(kind: str, text: str, tags: Mapping[frozenset[str], str]) -> list[frozenset[str]]:
    """Return the tags that a slot or a word may have; nothing where it may be anything."""
    base = text.rstrip("2")
    if kind == "slot" and base in ("any", "stop"):
        return []
    names = {base, f"{base}_short"} if kind == "slot" else {"=" + text}
    return [frozenset(tag for classes, tag in tags.items() if not classes.isdisjoint(names))]


def _slot(name: str, tags: Mapping[frozenset[str], str]) -> str:
    base = name.rstrip("2")
    if base == "any":
        return f"(?:(?!{_any_of(tags, 'stop', 'break', 'date')}).)"
    if base == "stop":
        return f"(?:{_any_of(tags, 'stop', 'break')}|$)"
    if base in _OPEN:
        return _any_of(tags, base)
    return f"(?P<{name}>{_named(base, tags)})"


def _named(base: str, tags: Mapping[frozenset[str], str]) -> str:
    dot = _any_of(tags, "=.")
    if base == "weekday":
        return f"{_any_of(tags, 'weekday')}|{_any_of(tags, 'weekday_short')}{dot}?"
    if base == "month":
        return f"{_any_of(tags, 'month')}|{_any_of(tags, 'month_short')}{dot}?"
    one = _any_of(tags, base)
    if base == "num":
        return f"{one}(?:(?:{_any_of(tags, '=-')}|{_any_of(tags, 'joiner')})?{one}){{0,6}}"
    return one


def _any_of(tags: Mapping[frozenset[str], str], *names: str) -> str:
    found = "".join(tag for classes, tag in tags.items() if not classes.isdisjoint(names))
    if not found and not names[0].endswith("_short"):
        raise KeyError(names[0])
    return f"[{found}]" if found else "(?!)"
