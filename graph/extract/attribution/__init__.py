"""Who says so: reporting verbs, asides, named sources, quotation marks."""
