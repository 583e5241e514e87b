"""How long the tie index of many statements takes: all pairs of states, all months.

    python benchmarks/ties.py 1000000

The statements are made up: 200 states, 20 years, 40 statements to an article, one
in twenty dated to its month or year alone. Given are CPU seconds
to make the statements, to make them and gather their columns, then for each index, with
its errors over 50 draws of articles; and the peak of memory.
"""

import argparse
import random
import resource
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TypeVar

from graph.actors.gazetteer import load_gazetteer
from graph.analysis.columns import columns_of
from graph.analysis.index import TieIndex, tie_index
from graph.model import Evidence, Source, Statement
from graph.relations import relations

Made = TypeVar("Made")
STATES, YEARS, PER_ARTICLE = 200, 20, 40
START = date(2004, 1, 1)
#: How many signs of an ISO date remain, one of which is picked for each statement.
PRECISIONS = (10,) * 38 + (7, 4)


def made(number: int) -> Iterator[Statement]:
    """Yield statements, the same each time."""
    chance = random.Random(7)
    states = list(load_gazetteer().countries.values())[:STATES]
    names = [name for name, relation in relations().items() if relation.score is not None]
    for article in range(-(-number // PER_ARTICLE)):
        published = START + timedelta(days=chance.randrange(365 * YEARS))
        source = Source(f"a{article:07}", "en", "", published.isoformat(), None, f"p{article % 50}")
        for place in range(min(PER_ARTICLE, number - article * PER_ARTICLE)):
            one, other = chance.sample(states, 2)
            day = (published - timedelta(days=chance.randrange(3))).isoformat()
            yield Statement(
                one,
                chance.choice(names),
                other,
                Evidence(source, f"Sentence {place} of {article}.", place, place + 1, "en.x.1"),
                day[: chance.choice(PRECISIONS)],
                confidence=0.8,
            )


def _timed(name: str, work: Callable[[], Made]) -> Made:
    start = time.process_time()
    found = work()
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:44} {seconds:6.1f} s {memory:8.0f} MB", flush=True)
    return found


def main() -> None:
    """Measure the columns, then each index."""
    parser = argparse.ArgumentParser()
    parser.add_argument("number", type=int, nargs="?", default=1_000_000)
    number = parser.parse_args().number
    _timed("statements made", lambda: sum(1 for _ in made(number)))
    columns = _timed("statements made and put in columns", lambda: columns_of(made(number)))
    ways: dict[str, Callable[[], TieIndex]] = {
        "pairs and months, no errors": lambda: tie_index(columns, draws=0),
        "pairs and months": lambda: tie_index(columns),
        "pairs and months, decaying": lambda: tie_index(columns, half_life=12),
        "directed pairs and months, decaying": lambda: tie_index(
            columns, half_life=12, directed=True
        ),
    }
    for name, way in ways.items():
        months, pairs = _timed(name, lambda way=way: way().cooperation.shape)  # type: ignore[misc]
        print(f"    {pairs} pairs, {months} months")


if __name__ == "__main__":
    main()
