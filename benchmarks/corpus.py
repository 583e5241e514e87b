"""Short articles that are made up, as many as are wanted, the same each time."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from graph.actors.gazetteer import load_gazetteer

#: Sentences with two states, and without: no two articles have the same.
_TOLD = {
    "en": (
        "{a} recalled its ambassador from {b} on Monday after {n} days of talks.",
        "{a} and {b} signed an agreement on trade worth {n} million euros.",
        "The foreign minister of {a} met her counterpart from {b} for the {n}th time.",
        "{a} condemned {b} for the arrest of {n} fishermen, an official said.",
        "{a} may impose sanctions on {b} within {n} days.",
    ),
    "fr": (
        "{a} : le gouvernement a rappelé lundi son ambassadeur, après {n} jours de crise avec {b}.",
        "Le ministre des affaires étrangères a reçu {n} diplomates. {a} a condamné {b}.",
        "{a} a signé un accord de {n} millions d'euros avec {b}.",
        "{a} pourrait imposer des sanctions à {b} d'ici {n} jours.",
    ),
}
_OTHER = {
    "en": (
        "Shops in the old town stayed open for {n} hours, and nobody spoke of anything else.",
        "Rain fell on {n} villages in the hills, where the harvest is late this year.",
        "Prices rose by {n} cents in a week, and those who can wait do not buy.",
    ),
    "fr": (
        "Les boutiques de la vieille ville sont restées ouvertes {n} heures durant.",
        "La pluie est tombée sur {n} villages, où la récolte est en retard cette année.",
        "Les prix ont monté de {n} centimes en une semaine, et qui peut attendre n'achète pas.",
    ),
}


def articles(number: int, langs: tuple[str, ...] = ("en", "fr")) -> Iterator[dict[str, str]]:
    """Yield articles of some forty words, one sentence in three with two states."""
    states = list(load_gazetteer().countries.values())
    for at in range(number):
        chance, lang = random.Random(at), langs[at % len(langs)]
        one, other = chance.sample(states, 2)
        names = {"a": one.label, "b": other.label}
        if lang == "fr":
            names = {"a": one.label_fr or one.label, "b": other.label_fr or other.label}
        said = [chance.choice(_TOLD[lang]), *chance.sample(_OTHER[lang], 2)]
        text = " ".join(each.format(**names, n=at * 3 + place) for place, each in enumerate(said))
        day = f"20{at % 24 + 1:02}-{at % 12 + 1:02}-{at % 28 + 1:02}"
        yield {"id": f"a{at:08}", "lang": lang, "published": day, "text": text}


def write(path: Path, number: int, langs: tuple[str, ...] = ("en", "fr")) -> Path:
    """Write articles as JSON Lines, and return where."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(
            json.dumps(row, ensure_ascii=False) + "\n" for row in articles(number, langs)
        )
    return path
