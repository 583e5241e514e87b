"""The graph as RDF: vocabulary, profiles, formats, validation, push and query.

The steps, one module each: ``describe`` says what holds of an actor, an
article, a sentence, a statement; ``document`` puts that in order as a stream
of blocks; ``profiles`` says what a profile adds; ``formats`` writes blocks.
``docs/rdf.md`` shows the shape with an example.
"""
