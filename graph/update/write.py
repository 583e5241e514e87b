"""Write entries as TOML, in the form of a user's own file."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

#: Its first line tells such a file from one that somebody wrote by hand.
HEADER = """\
# Written by 'diplograph actors update'; it writes this file anew.
# What Wikidata has of people and organisations that the listed entries lack, for --gazetteer.
"""


def to_toml(tables: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> str:
    """Return tables of entries as TOML, sorted by key."""
    return "".join(
        f"\n[{name}.{key}]\n{''.join(_fields(entry))}"
        for name, entries in sorted(tables.items())
        for key, entry in sorted(entries.items())
    )


def _fields(entry: Mapping[str, Any], above: str = "") -> Iterator[str]:
    for name, value in entry.items():
        if isinstance(value, Mapping):
            yield from _fields(value, f"{above}{name}.")
        else:
            yield f"{above}{name} = {_value(value)}\n"


def _value(value: object) -> str:
    # JSON's texts and lists are TOML's, but for this sign.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
