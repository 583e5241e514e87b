"""Find articles that are copies of each other: agency copy that many papers print.

Texts are alike when they share most runs of three words. How many they share is
estimated from sketches of a fixed size (MinHash, Broder 1997), and only texts
whose sketches have a band in common are compared, so that the time grows with
the number of articles and not with its square. Whatever names, counts or denies
something else than the other is no copy of it (``graph.particulars``).

Measured on the 1,104 French articles of Wikinews that have 60 words and more: none is taken
for a copy of another. Of copies of 300 of them with every fiftieth word changed, and 75 words
and more, 96 % are found, of those cut to 80 % besides 91 %; the others had a number or a
negation changed, or are little longer than a brief.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import islice
from math import ceil
from struct import pack
from typing import TYPE_CHECKING, TypeVar

from graph.model import Article, Statement
from graph.particulars import agree, particulars

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Words of a run, numbers of a sketch, and how many of those are a band. Texts that share half
#: of their runs have a band in common with probability 0.87, at 70 % with 0.9998.
RUN, NUMBERS, BAND = 3, 128, 4

#: Share of all runs of two texts that both have, from which on they are copies.
ALIKE = 0.5

#: The share for texts of fewer words than this: in a brief, one changed word is another event.
SHORT, NEARLY = 60, 0.9

#: Texts with a band in common that one is compared with: those that fill in a form are many.
_COMPARED = 32

#: How many numbers of two sketches that is.
_ALIKE, _NEARLY = ceil(ALIKE * NUMBERS), ceil(NEARLY * NUMBERS)

#: Bands that are gathered from all sketches at a time.
_BANDS = 4

#: Texts that are compared with others in one step, and groups of a few texts.
_AT_ONCE, _GROUPS = 64, 256

#: Texts of a group of which every two are compared in such a step; of more these are too many.
_FEW = 8

#: Bytes of a number, and of the hash of all words.
_WIDTH, _HASH = 4, 8

#: What a sketch begins with: the numbers of the text, the hash and the number of its words.
_TEXT = [("numbers", "<u4", NUMBERS), ("same", "<u8"), ("words", "<u4")]
_WORDS = NUMBERS * _WIDTH
_PARTICULARS = _WORDS + _HASH + _WIDTH
_SEED = 1

#: What can be ordered, so that of several the first is known.
Rank = TypeVar("Rank", int, tuple[str, str])

_WORD = re.compile(r"\w+")


def sketch(article: Article) -> bytes:
    """Return the sketch of an article's text: the same for the same words, on every machine.

    It is the numbers of the text, a hash and the number of its words, and its particulars.
    """
    # Written in Rust, and 1 MB; datasketch does the same and needs scipy.
    from rensa import RMinHash  # noqa: PLC0415

    words = _WORD.findall(article.text.lower().encode("utf-8", "replace").decode())
    runs = set(map(" ".join, zip(*[words[at:] for at in range(RUN)], strict=False)))
    found = RMinHash(num_perm=NUMBERS, seed=_SEED)
    found.update([*runs] or [" ".join(words)])  # the least of all: in any order the same
    numbers = pack(f"<{NUMBERS}I", *found.digest())
    same = blake2b(" ".join(words).encode(), digest_size=_HASH).digest()
    return numbers + same + len(words).to_bytes(_WIDTH, "little") + particulars(article)


def bands(sketch: bytes) -> Iterator[bytes]:
    """Yield the bands of a sketch: texts are compared that have one in common, at one place."""
    width = BAND * _WIDTH
    return (sketch[at : at + width] for at in range(0, _WORDS, width))


def alike(sketches: Sequence[bytes]) -> list[tuple[int, int]]:
    """Return which of some texts that have a band in common are copies.

    Args:
        sketches: In the order in which texts are originals rather than copies.

    Returns:
        Pairs of an earlier and a later one; of several that are alike, those with the first.
    """
    texts = _texts(sketches)
    firsts, pairs = list[int](), list[tuple[int, int]]()
    for start in range(0, len(texts), _AT_ONCE):
        block = range(start, min(start + _AT_ONCE, len(texts)))
        near = _near(texts, block, firsts if len(firsts) == _COMPARED else [*firsts, *block])
        for index in block:
            known = (at for at in near.get(index, ()) if at in firsts)
            first = next((at for at in known if _agree(sketches[at], sketches[index])), None)
            if first is not None:
                pairs.append((first, index))
            elif len(firsts) < _COMPARED:
                firsts.append(index)
    return pairs


def _near(
    texts: "NDArray[np.void]", some: Sequence[int], others: Sequence[int]
) -> dict[int, list[int]]:
    """Return for some texts which others share enough runs with each to be copies."""
    import numpy as np  # noqa: PLC0415

    near = _alike(texts[some[0] : some[-1] + 1, None], texts[others])
    found = defaultdict[int, list[int]](list)
    for row, column in np.argwhere(near).tolist():
        found[some[row]].append(others[column])
    return found


def _alike(ones: "NDArray[np.void]", twos: "NDArray[np.void]") -> "NDArray[np.bool_]":
    """Return which of some texts share enough runs with those at their side to be copies."""
    import numpy as np  # noqa: PLC0415

    common = np.add.reduce(ones["numbers"] == twos["numbers"], axis=-1, dtype=np.uint8)
    least = np.where(np.minimum(ones["words"], twos["words"]) < SHORT, _NEARLY, _ALIKE)
    near: NDArray[np.bool_] = (common >= least) | (ones["same"] == twos["same"])
    return near


def _agree(one: bytes, other: bytes) -> bool:
    """Return whether two texts have the same words, or at least the same particulars."""
    same = one[:_PARTICULARS] == other[:_PARTICULARS]
    return same or agree(one[_PARTICULARS:], other[_PARTICULARS:])


def originals(articles: Iterable[tuple[str, str | None, bytes]]) -> dict[str, str]:
    """Return for each copy the article that it counts as.

    Of articles that are alike, that is the one published first; of several, the one whose id
    comes first. What is like a copy is one too, as with reports that grow through a day.

    Args:
        articles: Id, day of publication and sketch of each, in any order.

    Returns:
        Ids of copies, with those of their originals; what has no copy is not in it.
    """
    # Published first, named first: an index is a rank.
    ranked = sorted(articles, key=lambda each: (each[1] or "9999", each[0]))
    sketches = [each[2] for each in ranked]
    pairs = (
        (group[earlier], group[later])
        for group in _promising(sketches, _groups(sketches))
        for earlier, later in alike([sketches[index] for index in group])
    )
    return {ranked[index][0]: ranked[first][0] for index, first in firsts(pairs).items()}


def firsts(pairs: Iterable[tuple[Rank, Rank]]) -> dict[Rank, Rank]:
    """Return for each of what pairs join, directly or by others, the least; not for that itself."""
    parent: dict[Rank, Rank] = {}
    for pair in pairs:
        one, two = sorted(_root(parent, each) for each in pair)
        if one != two:
            parent[two] = one
    return {each: _root(parent, each) for each in list(parent)}


def _groups(sketches: Sequence[bytes]) -> Iterator[list[int]]:
    """Yield the texts that have a band in common, by their ranks."""
    import numpy as np  # noqa: PLC0415

    # Two numbers are sorted far faster than their bytes; what is the same stays in its order.
    band = np.dtype([("a", "<u8"), ("b", "<u8")])
    for start in range(0, _WORDS, _BANDS * band.itemsize):  # not all bands at once, for memory
        at = slice(start, start + _BANDS * band.itemsize)
        table = np.frombuffer(b"".join([each[at] for each in sketches]), band)
        for bands in table.reshape(-1, _BANDS).T:
            order = np.lexsort((bands["a"], bands["b"]))
            same = bands[order[1:]] == bands[order[:-1]]
            edges = np.flatnonzero(np.diff(same, prepend=False, append=False))
            for first, last in edges.reshape(-1, 2).tolist():
                yield order[first : last + 1].tolist()


def _promising(sketches: Sequence[bytes], groups: Iterator[list[int]]) -> Iterator[list[int]]:
    """Yield the groups in which two texts may be copies.

    In few groups they are, and to ask it of many at once takes a fifth of the time.
    """
    while some := list(islice(groups, _GROUPS)):
        yield from (group for group in some if len(group) > _FEW)
        members = [(group, index) for group in some if len(group) <= _FEW for index in group]
        texts = _texts([sketches[index] for _, index in members])
        pairs = [
            (one, two)
            for one, (group, index) in enumerate(members)
            for two in range(one + 1, one + len(group) - group.index(index))
        ]
        ones, twos = ([pair[side] for pair in pairs] for side in (0, 1))
        near = _alike(texts[ones], texts[twos]).nonzero()[0].tolist()
        yield from {id(group): group for group in (members[ones[at]][0] for at in near)}.values()


def _texts(sketches: Sequence[bytes]) -> "NDArray[np.void]":
    """Return what sketches hold of their texts, a row each."""
    import numpy as np  # noqa: PLC0415  # most commands look for no copies

    return np.frombuffer(b"".join([each[:_PARTICULARS] for each in sketches]), _TEXT)


def _root(parent: dict[Rank, Rank], node: Rank) -> Rank:
    """Return the least that something is joined to, and remember the way."""
    while (above := parent.get(node, node)) != node:
        parent[node] = parent.get(above, above)
        node = parent[node]
    return node


def marked(statements: Iterable[Statement], copies: Mapping[str, str]) -> Iterator[Statement]:
    """Yield statements with the article that theirs is a copy of, where it is one."""
    for statement in statements:
        evidence = statement.evidence
        original = copies.get(evidence.source.article)
        if original == evidence.source.copy_of:
            yield statement
            continue
        source = replace(evidence.source, copy_of=original)
        yield replace(statement, evidence=replace(evidence, source=source))
