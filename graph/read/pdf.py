"""PDF: one article a file. Needs the extra ``diplograph[pdf]``.

The day on which a PDF was made is not taken: that is seldom when it appeared.
"""

import io
import logging
from collections.abc import Iterator
from typing import Any, BinaryIO

from graph.errors import InputError
from graph.read.bounded import read_all
from graph.read.record import LONGEST, Record


def read_pdf(stream: BinaryIO, where: str) -> Iterator[Record | InputError]:
    """Yield the one article of a PDF."""
    yield Record(where, pdf_fields(read_all(stream, where), where))


def pdf_fields(data: bytes, where: str) -> dict[str, Any]:
    """Return the fields of the article that a PDF is.

    Raises:
        InputError: It cannot be read, holds pictures only, or pypdf is not installed.
    """
    try:
        from pypdf import PdfReader  # noqa: PLC0415
        from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError  # noqa: PLC0415
    except ImportError:
        fix = "Install it: pip install 'diplograph[pdf]'"
        raise InputError(where, "PDF needs pypdf, which is not installed", fix) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        file = PdfReader(io.BytesIO(data))
        text = _text(file)
        title = (file.metadata.title if file.metadata else None) or ""
    except (FileNotDecryptedError, DependencyError):
        raise InputError(where, "locked with a password", "Save it without one") from None
    except PyPdfError:
        raise InputError(where, "cut off, or no PDF", "Check the file") from None
    if not text.strip():
        raise InputError(where, "no text in this PDF, pictures only", "Give its text")
    return {"text": text, "title": str(title)}


def _text(file: Any) -> str:  # noqa: ANN401
    """Return the text of the pages, as far as an article can be long."""
    parts: list[str] = []
    length = 0
    for page in file.pages:
        parts.append(page.extract_text())
        length += len(parts[-1])
        if length > LONGEST:
            break
    return "\n\n".join(parts)
