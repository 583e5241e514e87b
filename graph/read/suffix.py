"""What a file is by its name."""

from collections.abc import Collection

#: What packs one file, and the ends of names that stand for two.
PACKINGS = (".gz", ".bz2")
_SHORT = {".tgz": ".tar.gz", ".tbz2": ".tar.bz2"}


def unpacked_suffix(name: str, known: Collection[str]) -> str | None:
    """Return the longest known suffix that a name ends in, or None."""
    ends = [suffix for suffix in known if name.lower().endswith(suffix)]
    return max(ends, key=len) if ends else None


def kind(name: str, known: Collection[str]) -> tuple[str, str] | None:
    """Return the known suffix of a name and what packs it, "" where nothing does; None if none."""
    name = name.lower()
    for short, long in _SHORT.items():
        if name.endswith(short):
            name = name.removesuffix(short) + long
    packing = next((packing for packing in PACKINGS if name.endswith(packing)), "")
    suffix = unpacked_suffix(name.removesuffix(packing), known)
    return (suffix, packing) if suffix else None
