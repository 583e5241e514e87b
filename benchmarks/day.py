"""What so many articles a day need: cores, memory, storage, money; and what breaks first.

    python benchmarks/day.py --articles 1000000 --cores 24

Arrivals follow a day of news, hour by hour, with a burst of twice as many for an hour in the
afternoon. They are read by cores that take what an article costs, with half as much again or
less, as measured (``docs/performance.md``); the queue is gone through minute by minute, over some
days. Then what the driver of a cluster holds is added up over a year, which says what breaks
first. Everything measured is an option, so that your own figures can be put in.
"""

import argparse
import random
from dataclasses import dataclass

#: Articles of an hour as shares of the day's: few at night, most from eight to eighteen.
HOURS = (2, 1, 1, 1, 2, 3, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 5, 5, 4, 4, 3, 2)
BURST, TIMES = 15, 2.0
MINUTES = 60


@dataclass(frozen=True)
class Figures:
    """What was measured."""

    milliseconds: float
    """CPU milliseconds an article."""

    kilobytes: float
    """Of what is kept of an article, packed."""

    statements: float
    """Of an article."""

    ties: float
    """New ties a thousand statements, late in a year."""


def arrivals(articles: int, chance: random.Random) -> list[int]:
    """Return the articles of each minute of a day."""
    total = sum(HOURS)
    found = []
    for hour, share in enumerate(HOURS):
        mean = articles * share / total / MINUTES * (TIMES if hour == BURST else 1)
        found += [max(0, round(chance.gauss(mean, mean**0.5))) for _ in range(MINUTES)]
    return found


def waiting(days: int, articles: int, cores: int, cost: float) -> list[float]:
    """Return the seconds that the last article of each minute waits to be read."""
    chance, left, waits = random.Random(0), 0.0, []
    for minute in (each for _ in range(days) for each in arrivals(articles, chance)):
        left += minute * cost * chance.uniform(0.5, 1.5)
        waits.append(left / cores)
        left = max(0.0, left - cores * 60)
    return waits


def driver(figures: Figures, articles: int, days: int) -> list[tuple[str, float]]:
    """Return the gigabytes that one process of a build over so many days has to hold."""
    told = articles * figures.statements * days
    return [
        ("the page's statements", 50_000 * 6e3 / 1e9),
        ("ids of copies, one article in ten", articles * days / 10 * 200 / 1e9),
        ("direct ties and actors, for RDF", told / 1000 * figures.ties * 250 / 1e9),
    ]


def main() -> None:
    """Simulate, and print what is needed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=1_000_000, help="a day")
    parser.add_argument("--cores", type=int, help="that read; by default the fewest that keep up")
    parser.add_argument("--milliseconds", type=float, default=28.0, help="of CPU an article")
    parser.add_argument("--kilobytes", type=float, default=2.0, help="kept of an article")
    parser.add_argument("--statements", type=float, default=1.0, help="of an article")
    parser.add_argument("--ties", type=float, default=50.0, help="new ones a thousand statements")
    parser.add_argument("--memory", type=float, default=0.7, help="GB a process that reads")
    parser.add_argument("--price", type=float, default=0.04, help="of a core an hour, in dollars")
    parser.add_argument("--storage", type=float, default=0.023, help="of a GB a month, in dollars")
    parser.add_argument("--driver", type=float, default=16.0, help="GB of the driver")
    given = parser.parse_args()
    figures = Figures(given.milliseconds, given.kilobytes, given.statements, given.ties)
    busy = given.articles * figures.milliseconds / 1000 / 86_400
    print(f"{given.articles:,} articles a day at {figures.milliseconds:.0f} ms: {busy:.2f} cores")
    fewest = max(1, round(busy))
    print("cores   longest wait   wait of 99 in 100   busy")
    for cores in [given.cores] if given.cores else [fewest, fewest + 1, 2 * fewest + 2]:
        waits = sorted(waiting(3, given.articles, cores, figures.milliseconds / 1000))
        late = waits[len(waits) * 99 // 100]
        print(f"{cores:5} {waits[-1] / 60:10.1f} min {late / 60:15.1f} min {busy / cores:8.0%}")
    year = given.articles * 365 * figures.kilobytes / 1e6
    dollars = busy * 24 * given.price
    print(f"memory of {fewest} that read: {fewest * given.memory:.1f} GB")
    print(f"kept: {year / 365:.1f} GB a day, {year:,.0f} GB a year")
    print(
        f"cores: {dollars:.2f} dollars a day; a year's storage: {year * given.storage:.0f} a month"
    )
    _show_driver(figures, given.articles, given.driver)


def _show_driver(figures: Figures, articles: int, room: float) -> None:
    print("what one process holds, in GB, after 1, 30 and 365 days:")
    columns = [driver(figures, articles, days) for days in (1, 30, 365)]
    for rows in zip(*columns, strict=True):
        print(f"  {rows[0][0]:36}" + "".join(f"{size:9.2f}" for _, size in rows))
    held = (sum(size for _, size in driver(figures, articles, day)) for day in range(1, 3650))
    first = next((day for day, size in enumerate(held, 1) if size > room), None)
    print(f"a driver of {room:.0f} GB is full after {first or 'more than 3,650'} days")


if __name__ == "__main__":
    main()
