"""A group of commands of which the first need not be named."""

from typing import Any

from typer.core import TyperGroup


class DefaultGroup(TyperGroup):
    """Takes what names no command of it for arguments of the first: ``actors Moscow``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - of typer's own click
        """Put the name of the first command before arguments that begin with none."""
        if args and args[0] not in (*self.commands, "--help"):
            args = [next(iter(self.commands)), *args]
        return super().parse_args(ctx, args)
