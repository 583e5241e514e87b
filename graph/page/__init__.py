"""The relationship map: one HTML file that opens from disk with the network off.

The steps, one module each: ``layout`` places the actors, ``pairs`` collapses
ties into lines, ``network`` builds the pyvis model, ``data`` gathers what the
evidence panel shows, ``render`` puts template, assets and data together.

pyvis makes the network (nodes, edges, options). Its writer is not used: it
loads Bootstrap from a CDN in every mode, writes headings unescaped and opens
the file with no encoding.
"""

from graph.page.render import render_page, write_page

__all__ = ["render_page", "write_page"]
