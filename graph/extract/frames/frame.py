"""Frames: what a predicate in one construction says of two actors.

A frame is data, in ``graph/languages/<code>/frames/``; ``matching`` finds where
its patterns fit.
"""

from dataclasses import dataclass

from graph.errors import DataFileError
from graph.extract.frames.notation import Notation
from graph.extract.frames.patterns import Pattern
from graph.languages import LanguagePack
from graph.model import MODALITIES, Modality
from graph.relations import relations


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate sense in one language."""

    id: str
    """``<language>.<relation>.<number>``."""

    relation: str
    patterns: tuple[Pattern, ...]
    matches: tuple[str, ...]
    """Sentences it must read, each behind "SUBJECT > OBJECT: "."""

    rejects: tuple[str, ...]
    """Sentences in which its relation must not be found."""

    modality: Modality | None = None
    """How things stand where the clause does not say: what is promised is planned."""

    deniable: bool = True
    """Whether to deny it is to deny the relation: who is not at war may bomb all the same."""

    refused: bool = False
    """Whether it is the denial that makes the relation: who "will not accept" a ruling does."""

    affirmed: bool = False
    """Whether it tells of what is to be done: who promises not to attack threatens nobody."""

    mutual: bool = False
    """Whether it is done to whoever does it, too: who fought somebody was fought by him."""


#: What is true of a frame or not, with what holds where its file does not say.
_FLAGS = {"deniable": True, "refused": False, "affirmed": False, "mutual": False}


def read_frames(pack: LanguagePack) -> tuple[Frame, ...]:
    """Return the frames of a language.

    Raises:
        DataFileError: A frame names no relation of the vocabulary, or a pattern is malformed.
    """
    notation = Notation(pack.tables["nouns"]["classes"])
    numbers: dict[str, int] = {}
    return tuple(
        _frame(pack.code, file, dict(table), notation, numbers) for file, table in pack.frames
    )


def _frame(
    lang: str,
    file: str,
    table: dict[str, object],
    notation: Notation,
    numbers: dict[str, int],
) -> Frame:
    name = str(table.get("relation"))
    where = f"frame {numbers.get(name, 0) + 1} of {name!r}"
    path = f"graph/languages/{lang}/frames/{file}.toml"
    if name not in relations():
        raise DataFileError(
            path, where, "is no relation of the vocabulary", "See graph/relations.csv"
        )
    numbers[name] = numbers.get(name, 0) + 1
    lists = [table.get(key, []) for key in ("patterns", "matches", "rejects")]
    if not all(isinstance(items, list) for items in lists):
        raise DataFileError(
            path, where, "patterns, matches and rejects must be lists", "See its header"
        )
    patterns, matches, rejects = lists
    try:
        read = tuple(notation.read(text) for text in patterns)  # type: ignore[attr-defined]
    except (ValueError, KeyError) as error:
        raise DataFileError(
            path, where, str(error), "See graph/extract/frames/notation.py"
        ) from error
    modality = table.get("modality")
    if modality is not None and modality not in MODALITIES:
        raise DataFileError(path, where, f"{modality!r} is no modality", "See graph/model.py")
    flags = {flag: table.get(flag, default) for flag, default in _FLAGS.items()}
    if odd := [flag for flag, value in flags.items() if not isinstance(value, bool)]:
        raise DataFileError(path, where, f"{odd[0]} must be true or false", "See its header")
    id_ = f"{lang}.{name}.{numbers[name]}"
    return Frame(id_, name, read, tuple(matches), tuple(rejects), modality, **flags)  # type: ignore[arg-type]
