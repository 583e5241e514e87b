"""The words of a sentence as repairs change them.

A module of its own, which is never compiled (``tools/compiled.py``): a compiled class cannot be a
list, and one that only holds a list would cost a call for every look at a word.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.extract.parsing.word import Word


class Words(list["Word"]):
    """The words of a sentence, in order; one is put right by putting another in its place."""

    hanging: "dict[int, list[Word]] | None" = None
    """What hangs from each word that something hangs from; None until somebody asks."""

    with_role: "dict[str, list[Word]] | None" = None
    """The words of each role that there is, likewise."""

    with_text: "dict[str, list[Word]] | None" = None
    """The words of each text that there is, likewise."""

    def __setitem__(self, at: int, word: "Word") -> None:  # type: ignore[override]
        """Put a word in the place of another."""
        super().__setitem__(at, word)
        self.hanging = self.with_role = self.with_text = None
