"""Make the names of countries in other languages from CLDR: ``make names`` runs this.

    python tools/names.py package/main

Reads the territories of the npm package cldr-localenames-full, and writes those that
``countries.toml`` has. Left out are the forms by which CLDR takes sides in a dispute.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from graph.actors.abroad import BETWEEN, FILE  # noqa: E402
from graph.actors.gazetteer import load_gazetteer  # noqa: E402

LANGUAGES = ("ar", "de", "es", "it", "nl", "pt", "ru", "zh")

#: What CLDR adds to a code for other forms of its name: "UK", "Elfenbeinküste".
FORMS = ("", "-alt-short", "-alt-variant")


def main(source: Path) -> None:
    """Write the table, the header that is there kept."""
    tables = {lang: territories(source, lang) for lang in LANGUAGES}
    header = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line[:1] == "#"]
    rows = [
        "\t".join((code, *(BETWEEN.join(names(tables[lang], code)) for lang in LANGUAGES)))
        for code in sorted(load_gazetteer().countries)
        if code in tables["de"]
    ]
    lines = [*header, "\t".join(("code", *LANGUAGES)), *rows]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def territories(source: Path, lang: str) -> dict[str, str]:
    """Return the names of one language by code."""
    found = json.loads((source / lang / "territories.json").read_text(encoding="utf-8"))
    table: dict[str, str] = found["main"][lang]["localeDisplayNames"]["territories"]
    return table


def names(table: dict[str, str], code: str) -> Iterator[str]:
    """Yield the names of a country.

    Left out are other forms with a remark in brackets, and what looks like the code of a country:
    "RU" is the United Kingdom in Spanish.
    """
    first, *others = (table.get(code + form, "") for form in FORMS)
    shown = (
        name for name in others if name and "(" not in name and not re.match("[A-Z]{2}$", name)
    )
    yield from dict.fromkeys((first, *shown))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
