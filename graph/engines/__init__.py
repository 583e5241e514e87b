"""Where and how the work is done: on this machine, or on a cluster.

The work itself is two functions that depend on nothing but what they are given:
``graph.careful.read_all`` turns a batch of articles into what was read of them, and
``graph.summary.merge`` puts together what parts of the statements say of one tie. An engine
hands them out. To add one, write a module here.
"""
