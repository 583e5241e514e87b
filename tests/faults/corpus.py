"""Articles for faults: many short ones of our own, each with something to find."""

import json
import random
from pathlib import Path

COUNTRIES = ("France", "Iran", "Mali", "Russia", "Turkey", "Egypt", "Japan", "Brazil", "Kenya")
ACTS = (
    "{one} condemned {two} on Monday.",
    "{one} recalled its ambassador from {two}.",
    "{one} may impose sanctions on {two}, a diplomat said.",
    "The foreign minister of {one} met his counterpart from {two} in Geneva.",
    "{one} and {two} signed a trade agreement on 12 March 2024.",
    "{one} denied that it had attacked {two}.",
)
FILLER = "The weather was fine, and nobody in the small town by the sea spoke of anything else."


def articles(number: int, sentences: int = 3) -> list[dict[str, str]]:
    """Return the same articles each time."""
    chance = random.Random(7)  # noqa: S311
    made = []
    for index in range(number):
        told = []
        for _ in range(sentences):
            one, two = chance.sample(COUNTRIES, 2)
            told.append(chance.choice(ACTS).format(one=one, two=two))
        day = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        text = f"{FILLER} Report {index}. {' '.join(told)}"
        made.append({"id": f"f-{index:05}", "lang": "en", "published": day, "text": text})
    return made


def write(path: Path, number: int, sentences: int = 3) -> Path:
    """Write articles as JSON Lines."""
    lines = (json.dumps(row) + "\n" for row in articles(number, sentences))
    path.write_text("".join(lines), encoding="utf-8")
    return path
