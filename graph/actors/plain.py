"""TOML files of ours, read fast where they are written plainly, as the long ones are.

Plain is a field whose value is a text in double quotes, true or false, or a list of these: JSON
writes them alike, so that its reader, which is compiled, takes all values of a file at once. A file
with anything else, or with a mistake, is left to ``tomllib``: it alone knows what TOML is, and says
what is wrong. A copy in a faster form, made beforehand, would be a second source of the same facts.
"""

import json
import re
import tomllib
from typing import Any

_Table = dict[str, Any]
#: The name of a table, a field and its value, or a line that counts for nothing.
_PLAIN = re.compile(
    r'^(?:\[([\w-]+)\]|([\w-]+(?:\.[\w-]+)?) = (\[\n(?: .+\n)+\]|["\[tf].*)|#.*|)$',
    re.ASCII | re.MULTILINE,
)
#: What TOML allows behind the last item of a list, and JSON does not.
_LAST = ",\n]"


def loads(text: str) -> _Table:
    """Return what ``tomllib`` reads in a text, in a tenth of the time where it is plain.

    Raises:
        TOMLDecodeError: It is not TOML.
    """
    found = tables(text)
    return tomllib.loads(text) if found is None else found


def tables(text: str) -> _Table | None:
    """Return the tables of a text, or None where it is not written plainly."""
    pieces = _PLAIN.split(text)
    between, names, fields, written = (pieces[at::4] for at in range(4))
    if "\\" in text or not {"", "\n"}.issuperset(between):
        return None
    values = _values([value for value in written if value])
    return None if values is None else _filled(names, fields, values)


def _values(written: list[str]) -> list[Any] | None:
    """Return what values mean, or None where JSON does not write them so."""
    try:
        values: list[Any] = json.loads(f"[{','.join(written)}]".replace(_LAST, "]"))
    except ValueError:
        return None
    plain = all(_is_plain(value) for value in values)
    return values if plain and len(values) == len(written) else None


#: What most lists are of, which is asked of all items at once.
_TEXTS = frozenset({str})


def _is_plain(value: object) -> bool:
    """Whether TOML writes a value of JSON alike: it has no null, and numbers are few in ours."""
    if isinstance(value, list):
        return _TEXTS.issuperset(map(type, value)) or all(map(_is_plain, value))
    return isinstance(value, (str, bool))


def _filled(names: list[str | None], fields: list[str | None], values: list[Any]) -> _Table | None:
    """Return fields in their tables, or None where one is given twice."""
    found: _Table = {}
    here, following = found, iter(values)
    for name, field in zip(names, fields, strict=True):
        if name is not None:
            if name in found:
                return None
            here = found[name] = {}
        elif field is not None:
            whole, _, part = field.partition(".")
            inner, key = (here.setdefault(whole, {}), part) if part else (here, whole)
            if not isinstance(inner, dict) or key in inner:
                return None
            inner[key] = next(following)
    return found
