"""Fetch articles from the web into a folder: the one part that touches the network.

Only http and https, one request at a time, as ``robots.txt`` allows; never an
address inside this machine or its network unless that was asked for. What was
fetched is not fetched again, so a run that was cut off goes on where it ended.
"""

from graph.fetch.address import networks
from graph.fetch.task import Fetched, Limits, fetch

__all__ = ["Fetched", "Limits", "fetch", "networks"]
