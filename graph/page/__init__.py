"""The relationship map: one HTML file that opens from disk with the network off.

The steps, one module each: ``cast`` says who is shown inside whom, ``lines``
collapses ties into lines, ``layout`` places symbols, ``levels`` does all three
for countries and for single actors, ``network`` builds the pyvis model,
``marks`` says what to highlight in a sentence, ``data`` gathers what the views
show, ``render`` puts template, assets and data together.

pyvis makes the network (nodes, edges, options). Its writer is not used: it
loads Bootstrap from a CDN in every mode, writes headings unescaped and opens
the file with no encoding.
"""

from graph.page.render import render_page, write_page

__all__ = ["render_page", "write_page"]
