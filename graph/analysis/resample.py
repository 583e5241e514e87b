"""The bootstrap over articles: which articles a draw takes, and how often.

In each draw an article counts 0, 1, 2 … times, as a Poisson variable of mean 1
has it: the Poisson bootstrap (Efron 1979; Chamandy et al. 2012), for which no
draw has to know how many articles there are. How often depends on the id of the
article and the number of the draw alone, by a hash, so that the same articles
give the same errors in any order, on any machine, whatever else was read.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import accumulate
from math import exp, factorial

import numpy as np
from numpy.typing import NDArray

Seeds = NDArray[np.uint64]

#: Draws that one 64-bit hash decides.
_LANES = 4
_STEP = np.uint64(0x9E3779B97F4A7C15)


def seeds_of(articles: Sequence[str]) -> Seeds:
    """Return a seed for each article from its id."""
    hashed = b"".join(
        blake2b(article.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        for article in articles
    )
    return np.frombuffer(hashed, "<u8").astype(np.uint64)


def counts(seeds: Seeds, draws: int) -> Iterator[NDArray[np.int8]]:
    """Yield for each draw how often it takes each article."""
    table = _table()
    for draw in range(draws):
        turn, lane = divmod(draw, _LANES)
        if lane == 0:
            mixed = _mixed(seeds, turn)
        yield table[(mixed >> np.uint64(16 * lane)) & np.uint64(0xFFFF)]


def _mixed(seeds: Seeds, turn: int) -> Seeds:
    """Return hashes of seeds and a turn, by the finaliser of SplitMix64 (Steele et al. 2014)."""
    with np.errstate(over="ignore"):
        state = seeds + _STEP * np.uint64(turn + 1)
        state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return np.asarray(state ^ (state >> np.uint64(31)), np.uint64)


def _table() -> NDArray[np.int8]:
    """Return the number of times for each of 65,536 equal chances."""
    below = list(accumulate(exp(-1) / factorial(times) for times in range(12)))
    ends = np.round(np.array(below) * 65536)
    return np.searchsorted(ends, np.arange(65536), side="right").astype(np.int8)
