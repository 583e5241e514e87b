"""Relations over time: how close, how hostile, what changed, who stands with whom.

Statements become columns of numbers (``columns``), columns become events that
are counted once however many articles tell them (``events``), and events
become cooperation and conflict for each pair and period (``index``). What is
compared, grouped and told (``compare``, ``blocs``, ``balance``, ``brokers``,
``brief``) rests on these. ``KnowledgeGraph`` is the door to all of it.
"""

from graph.analysis.knowledge_graph import KnowledgeGraph

__all__ = ["KnowledgeGraph"]
