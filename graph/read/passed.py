"""What in a folder or an archive is no article by its name: said, and no fault."""

from collections import Counter

from graph.errors import InputError


class PassedOver(InputError):  # noqa: N818  # a note, in the place of an error
    """Files that were not read, since their names do not end as those of articles do."""

    @classmethod
    def of(cls, where: str, suffixes: Counter[str]) -> "PassedOver":
        """Return the note on a folder or archive, from how often each suffix was passed over."""
        number = suffixes.total()
        kinds = sorted(suffixes.items(), key=lambda item: (-item[1], item[0]))
        told = [f"{count} {suffix or 'without suffix'}" for suffix, count in kinds[:_KINDS]]
        more = [f"{len(kinds) - _KINDS} kinds more"] if len(kinds) > _KINDS else []
        files = "1 file" if number == 1 else f"{number} files"
        return cls(where, f"{files} passed over ({', '.join(told + more)})", "They are no articles")


#: Kinds of file that are named in the one line.
_KINDS = 5
