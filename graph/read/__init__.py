"""Read articles from files, folders and standard input.

To add a format: write a module here with a function that turns a stream of
bytes into records, and add one line to ``DOCUMENTS``; import a library that it
needs when it is first used. Everything that can be wrong with an article comes
out as an ``InputError`` in its place, so that one broken line or file never
costs the others.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from graph.errors import InputError, UnknownNameError
from graph.languages import codes
from graph.model import Article
from graph.read.archive import in_tar, in_zip, read_archive
from graph.read.feed import read_feed
from graph.read.guard import Reader, cut, guarded
from graph.read.jsonl import read_json_lines
from graph.read.parquet import read_parquet
from graph.read.passed import PassedOver
from graph.read.pdf import read_pdf
from graph.read.record import Overrides, Record, day, to_article
from graph.read.sources import Source, sources
from graph.read.stdin import read_standard_input
from graph.read.table import read_table
from graph.read.text import read_text
from graph.read.webpage import read_page

#: Called before each article with its file, and line if there is one, with the bytes of input read
#: so far, and with those of all input.
Watch = Callable[[str, int, int], object]

#: Readers of files that hold articles, by suffix in lower case.
DOCUMENTS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_text,
        ".md": read_text,
        ".html": read_page,
        ".htm": read_page,
        ".xhtml": read_page,
        ".jsonl": read_json_lines,
        ".ndjson": read_json_lines,
        ".csv": read_table,
        ".xml": read_feed,
        ".rss": read_feed,
        ".atom": read_feed,
        ".parquet": read_parquet,
        ".pdf": read_pdf,
    }
)

#: The same, and readers of files that hold such files. Each may be packed, with .gz or .bz2.
FORMATS: Mapping[str, Reader] = MappingProxyType(
    {
        **DOCUMENTS,
        ".zip": partial(read_archive, files=in_zip, readers=DOCUMENTS),
        ".tar": partial(read_archive, files=in_tar, readers=DOCUMENTS),
    }
)


def read_articles(
    inputs: Sequence[str],
    *,
    published: str | None = None,
    lang: str | None = None,
    watch: Watch | None = None,
) -> Iterator[Article | InputError]:
    """Read articles, one in memory at a time where the format allows.

    Text is kept as read, but for a byte order mark at the start of a file: that is how the file
    is encoded, not part of the article. Line ends stay, so that offsets are true.

    Args:
        inputs: Files, folders (read recursively, sorted by path), or "-" for standard input.
        published: The day all articles appeared, ISO 8601, in place of what they say.
        lang: The language of all articles, ISO 639-1, in place of what they say.
        watch: Told where the reading is; standard input counts for no bytes.

    Yields:
        In the order of the inputs, the articles, and an error for each that is left out: a
        missing, empty, binary or misencoded file, a line that is no JSON object, a record without
        text, an article in another language or in none that is sure. A ``PassedOver`` is no
        error: it says which files of a folder have other suffixes.

    Raises:
        InputError: `published` is not a day.
        UnknownNameError: There is no pack for `lang`.
    """
    if lang is not None and lang not in codes():
        raise UnknownNameError("language", lang, codes())
    overrides = Overrides(day("--published", published) if published else None, lang)
    listed = [source for name in inputs for source in sources(name, FORMATS)]
    total = sum(source.size for source in listed if isinstance(source, Source))
    before = 0
    for source in listed:
        if isinstance(source, InputError):
            yield source
            continue
        for record, place in _records(source):
            if watch:
                watch(record.where, before + place, total)
            yield record if isinstance(record, InputError) else article_of(record, overrides)
        before += source.size


def readable(
    inputs: Sequence[str],
    refuse: Callable[[InputError], object],
    *,
    published: str | None = None,
    lang: str | None = None,
) -> Iterator[Article]:
    """Yield the articles of ``read_articles`` that can be read.

    Args:
        inputs: As ``read_articles`` takes them.
        refuse: Called with the error of each article that is left out.
        published: As ``read_articles`` takes it.
        lang: As ``read_articles`` takes it.
    """
    for item in read_articles(inputs, published=published, lang=lang):
        if isinstance(item, InputError):
            if not isinstance(item, PassedOver):
                refuse(item)
        else:
            yield item


def article_of(record: Record, overrides: Overrides) -> Article | InputError:
    """Return the article of a record, or why there is none."""
    try:
        return to_article(record, overrides)
    except InputError as error:
        return error


def _records(source: Source) -> Iterator[tuple[Record | InputError, int]]:
    """Yield what a source holds, each with the bytes of the file that were read for it."""
    if source.path is None:
        yield from ((record, 0) for record in read_standard_input(sys.stdin.buffer))
        return
    place = 0
    try:
        with source.open() as (stream, file):
            for record in guarded(FORMATS[source.suffix], stream, source.where):
                place = max(place, file.tell())
                yield record, place
    except InputError as error:
        yield error, place
    except OSError as error:
        yield cut(source.where, error), place
