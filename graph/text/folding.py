"""Compare text without case and accents."""

import unicodedata


def fold(text: str) -> str:
    """Return text without case and accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))
