"""What was made of a text in usual spelling, told of the text as it is."""

from dataclasses import replace

from graph.actors.mention import Mention
from graph.explain.records import Told
from graph.extract.asread import AsRead


def as_written(told: Told, usual: AsRead) -> Told:
    """Return what was made of a sentence with places and text of the article as it is.

    Single words that frames were tried at stay as they were read.

    Args:
        told: Of the article in usual spelling.
        usual: How the article was read.
    """
    start, end = usual.place(told.span.start), usual.place(told.span.end)
    return replace(
        told,
        span=replace(told.span, start=start, end=end),
        text=usual.written.text[start:end],
        mentions=tuple(_written(mention, usual) for _, mention in told.mentions),
        fired=tuple(
            replace(each, statement=usual.restored(each.statement)) if each.statement else each
            for each in told.fired
        ),
        statements=tuple(map(usual.restored, told.statements)),
    )


def _written(mention: Mention, usual: AsRead) -> tuple[str, Mention]:
    start, end = usual.place(mention.start), usual.place(mention.end)
    return usual.written.text[start:end], replace(mention, start=start, end=end)
