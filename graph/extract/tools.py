"""Everything needed to read articles in one language, built once."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.actors.gazetteer import Gazetteer
from graph.actors.link import Linker
from graph.extract.frames.frame import Frame, read_frames
from graph.extract.looked import FrameIndex
from graph.extract.marks import keys_of
from graph.extract.selection.promise import Promise, load
from graph.languages import LanguagePack
from graph.text.dates import DateWords, load_date_words
from graph.undisturbed import loading


@dataclass(frozen=True, slots=True)
class Tools:
    """The names, frames and words of one language, indexed."""

    gazetteer: Gazetteer
    pack: LanguagePack
    linker: Linker
    frames: tuple[Frame, ...]
    index: FrameIndex
    promise: Promise
    dates: DateWords
    keys: Mapping[str, str]
    """Keys of listed names by the IRI of the actor they stand for."""


@loading()
def make_tools(gazetteer: Gazetteer, pack: LanguagePack) -> Tools:
    """Index the names and frames of a language.

    Raises:
        DataFileError: A frame of the pack is malformed.
    """
    frames = read_frames(pack)
    linker, index = Linker(gazetteer, pack), FrameIndex(frames)
    dates = load_date_words(pack.code)
    promise = load(pack.code)
    return Tools(gazetteer, pack, linker, frames, index, promise, dates, keys_of(gazetteer))
