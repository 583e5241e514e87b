"""What tells two reports in nearly the same words apart: names, numbers and negations.

"Italy recalled its ambassador from Ghana" shares all words but one with what is said of
Benin, and is no copy of it. An editor cuts passages and changes words; names, numbers and
whether a thing happened stay.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import islice
from zlib import crc32

from graph import languages
from graph.model import Article

#: How many particulars are kept of a text, and bytes of each.
MOST, WIDTH = 512, 4

#: So many particulars side by side are a passage, which an editor may leave out or put in.
_PASSAGE = 3

#: A word with the letter that an apostrophe joins to it.
_WORD = re.compile(r"\w+(?:['’]\w\b)?")
_APOSTROPHE = re.compile("['’]")


def _number(word: str) -> bytes:
    return crc32(word.encode("utf-8", "replace")).to_bytes(WIDTH, "little")


#: What all negations count as: "did not" is "didn't".
_NEGATION = _number("")


def particulars(article: Article) -> bytes:
    """Return the names, numbers and negations of a text, in their order, as numbers."""
    found = map(_particular_of(article.lang or ""), _WORD.findall(article.text))
    return b"".join(islice(filter(None, found), MOST))


def agree(one: bytes, other: bytes) -> bool:
    """Return whether two texts have the same particulars, but for passages that one lacks.

    At the beginning and the end one may have more than the other: a dateline, a paragraph.
    """
    if one == other:
        return True
    first, second = _numbers(one), _numbers(other)
    edges = {(0, 0), (len(first), len(second))}
    return all(
        tag == "equal"
        or (tag != "replace" and _is_passage([*first[i:j], *second[k:m]], edges & {(i, k), (j, m)}))
        for tag, i, j, k, m in SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    )


def _is_passage(numbers: Sequence[bytes], at_edge: Collection[object]) -> bool:
    """Return whether what one text has and the other lacks may be left out without a lie."""
    return len(numbers) >= _PASSAGE or (bool(at_edge) and _NEGATION not in numbers)


def _numbers(numbers: bytes) -> Sequence[bytes]:
    return [numbers[at : at + WIDTH] for at in range(0, len(numbers), WIDTH)]


@dataclass(frozen=True, slots=True, eq=False)
class _Words:
    """Words of a language that a particular is known by."""

    common: frozenset[str]
    """With a capital where they open a sentence, and no names."""

    denying: frozenset[str]

    contracted: tuple[str, ...]
    """Ends of words that deny: "didn't"."""

    counting: frozenset[str]

    @classmethod
    @cache
    def of(cls, lang: str) -> "_Words":
        if lang not in languages.codes():
            return cls(frozenset(), frozenset(), (), frozenset())
        tables = languages.load(lang).tables
        denial = tables["cues"]["negation"]
        denying = {*denial["adverbs"], *denial["weak"], *denial["prepositions"]}
        return cls(
            frozenset(word.lower() for word in tables["text"]["sentences"]["starters"]),
            frozenset(denying),
            tuple(sorted(word for word in denying if not word.isalpha())),
            frozenset(word for word, value in tables["dates"]["num"].items() if value > 1),
        )

    def particular(self, whole: str) -> bytes:
        """Return the number of a word that is a particular; nothing of any other.

        Args:
            whole: The word with the letter that an apostrophe joins to it.
        """
        is_plain = whole.isalpha()  # as most: no apostrophe, and no digit
        word = whole if is_plain else _APOSTROPHE.split(whole)[0]
        lower = word.lower()
        if lower in self.denying or (self.contracted and whole.endswith(self.contracted)):
            return _NEGATION
        is_name = word[0].isupper() and lower not in self.common
        counts = lower in self.counting or (not is_plain and any(map(str.isdigit, word)))
        return _number(lower) if is_name or counts else b""


@cache
def _particular_of(lang: str) -> Callable[[str], bytes]:
    """Return what tells of a word whether it is a particular, as ``_Words`` does.

    It is asked of each once: most words of a text are those of all texts.
    """
    return lru_cache(maxsize=1 << 13)(_Words.of(lang).particular)
