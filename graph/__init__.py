"""diplograph: news articles in, a sourced graph of diplomatic relations out.

Start reading at ``graph.pipeline``, which is the whole flow on one page; the
words it uses are defined in ``graph.model``. In Python and in notebooks
``KnowledgeGraph`` gives what the commands give.
"""

TYPE_CHECKING = False  # typing's own costs as much as the start of Python
if TYPE_CHECKING:
    from graph.analysis import KnowledgeGraph

__version__ = "0.1.0"
__all__ = ["KnowledgeGraph", "__version__"]


def __getattr__(name: str) -> object:
    """Load what is asked for when it is: the command line needs the version alone."""
    if name == "KnowledgeGraph":
        from graph.analysis import KnowledgeGraph  # noqa: PLC0415

        return KnowledgeGraph
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
