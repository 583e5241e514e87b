"""diplograph: news articles in, a sourced graph of diplomatic relations out.

Start reading at ``graph.pipeline``, which is the whole flow on one page; the
words it uses are defined in ``graph.model``.
"""

__version__ = "0.1.0"
