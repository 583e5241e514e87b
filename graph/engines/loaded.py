"""What processes that read articles have in common: loaded once, and forked with them."""

import graph.careful  # noqa: F401
from graph.knowledge import load_knowledge

load_knowledge()
