"""Build a graph on a cluster that runs Apache Spark, from articles of any number.

The work on articles, copies, ties and RDF is done by the same functions as on one machine, so
the result is the same; this package says what goes where. What is read of an article is kept in
``read/`` and used again by the next build, so that one that was cut off goes on, and one with
more articles reads the new ones alone. In the output folder, on any file system that Spark
writes to:

* ``read/``: what was read of each article, by the hash of its content and the version of the rules
* ``statements/``: Parquet, in the order of ``statements.jsonl``, whose lines are in ``line``
* ``ties/``: Parquet, a row a tie, as GraphML has it
* ``rdf/``: N-Triples in parts, which put behind each other are ``graph.nt``, and ``manifest.json``
* ``graph.html``: the page, of the ties that are told most where there are too many

``graph.engines.spark.build`` is the way in. It needs the extra ``diplograph[spark]`` and Java 17
or later.
"""
