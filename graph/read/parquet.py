"""Parquet: one article a row. Needs the extra ``diplograph[parquet]``."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

from graph.errors import InputError
from graph.read.record import FIELDS, Record

#: Rows that are unpacked together.
_ROWS = 64


def read_parquet(stream: BinaryIO, where: str) -> Iterator[Record | InputError]:
    """Yield the article of each row.

    Args:
        stream: The file.
        where: Its name, for messages.

    Raises:
        InputError: pyarrow is not installed, or this is no Parquet.
    """
    try:
        import pyarrow as arrow  # noqa: PLC0415
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415
    except ImportError:
        fix = "Install it: pip install 'diplograph[parquet]'"
        raise InputError(where, "Parquet needs pyarrow, which is not installed", fix) from None
    try:
        for number, row in enumerate(_rows(ParquetFile(stream), where), 1):
            fields = {name: _plain(value) for name, value in row.items()}
            yield Record(f"{where}, row {number}", fields)
    except arrow.ArrowException as error:
        raise InputError(where, "cut off, or no Parquet", "Check the file") from error


def _rows(file: Any, where: str) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    columns = [name for name in ("id", *FIELDS) if name in file.schema_arrow.names]
    if "text" not in columns:
        raise InputError(where, "no column 'text'", "Name the column of the article's text 'text'")
    for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
        yield from batch.to_pylist()


def _plain(value: Any) -> Any:  # noqa: ANN401
    """Return a value as JSON would have it."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else value
