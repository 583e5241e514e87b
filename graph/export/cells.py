"""Cells of tables that spreadsheets open."""

#: What a spreadsheet would run as a formula if a cell began with it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def guarded(value: object) -> object:
    """Return a cell that a spreadsheet shows and does not run."""
    risky = isinstance(value, str) and value.startswith(_FORMULA)
    return f"'{value}" if risky else value
