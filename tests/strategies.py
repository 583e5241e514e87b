"""Hypothesis strategies for records; few values on purpose, so that they collide."""

from dataclasses import replace

from hypothesis import strategies as st

from graph.model import MODALITIES, Actor, Evidence, Graph, Marks, Source, Statement
from graph.relations import relations

hostile = st.text(max_size=30) | st.sampled_from(
    [
        "</script><script>alert(1)</script>",
        'a "quoted" \\ name',
        "line\nbreak\ttab",
        "\u2028",
        "é’»",
        "=1+1",
    ]
)
actors = st.builds(
    Actor,
    st.sampled_from([f"http://www.wikidata.org/entity/Q{n}" for n in range(1, 5)]),
    st.sampled_from(["France", "Russia", "Iran"]),
    st.sampled_from(["country", "person"]),
    st.sampled_from(["FR", "RU", None]),
    st.lists(st.sampled_from(["a", "b"]), max_size=2, unique=True).map(
        lambda names: tuple(sorted(names))
    ),
    st.sampled_from(["France", "Russie", None]),
)
sources = st.builds(
    Source,
    st.sampled_from(["a", "b", "c d"]),
    st.sampled_from(["fr", "en"]),
    hostile,
    st.sampled_from(["2023-10-13", None]),
    st.sampled_from(["https://example.org/a b?c=<d>", "javascript:alert(1)", None]),
    st.sampled_from(["AFP", None]),
)
evidences = st.builds(
    Evidence,
    sources,
    hostile,
    st.integers(0, 3),
    st.integers(4, 6),
    st.sampled_from(["fr.meets.1", "en.visits.2"]),
    st.builds(Marks, *[st.sampled_from([(), ((1, 3),), ((1, 3), (4, 6))])] * 3),
)
statements = st.builds(
    Statement,
    actors,
    st.sampled_from(sorted(relations())),
    actors,
    evidences,
    date=st.sampled_from(
        ["2023", "2023-10", "2023-10-13", "1948/2023", "2023-10-01/2023-10-08", None]
    ),
    place=st.sampled_from(["Paris", None]),
    modality=st.sampled_from(MODALITIES),
    said_by=hostile | st.none(),
    confidence=st.sampled_from([0.5, 0.7, 0.95]),
)
graphs = st.lists(statements, max_size=6).map(Graph.of)

#: Names that files, queries and terminals have been broken with.
HOSTILE = (
    'a "quoted" \\ name',
    "<http://example.org/> . <a> <b> <c>",
    "line\nbreak\r\nand\ttab",
    "} ; DROP ALL ; INSERT DATA {",
    "\u202eevil\u2066 right to left",
    "\x00\x07\x1b[2J\ud800\ufffe",
    "</rdf:RDF><!-- ]]> &amp;",
    "x" * 5000,
    "'''\"\"\"",
    "@en ^^<x> \\u0022",
    "{0} {{1}} %s place-0-here",
)


@st.composite
def corpora(draw: st.DrawFn) -> Graph:
    """Return graphs in which an actor is spelled, and an article cited, in one way."""
    nasty = st.sampled_from(HOSTILE) | st.text(max_size=20)
    actors_ = [
        Actor(
            f"{base}{number}",
            draw(nasty),
            draw(st.sampled_from(["country", "person", "organisation", "group"])),
            draw(st.sampled_from(["FR", "ZZ", None])),
            tuple(sorted(draw(st.sets(nasty, max_size=2)))),
            draw(nasty | st.none()),
        )
        for number, base in enumerate(
            ("http://www.wikidata.org/entity/Q900", "https://w3id.org/diplograph/actor/x-")
        )
    ]
    actors_ = [replace(one, names=tuple(n for n in one.names if n != one.label)) for one in actors_]
    sources_ = [
        Source(
            article,
            draw(st.sampled_from(["fr", "en"])),
            draw(nasty),
            draw(st.sampled_from(["2023-10-13", None])),
            draw(st.sampled_from(["https://example.org/a?b=c", None])),
            draw(nasty | st.none()),
        )
        for article in ("a", draw(nasty))
    ]
    one = st.builds(
        Statement,
        st.sampled_from(actors_),
        st.sampled_from(sorted(relations())),
        st.sampled_from(actors_),
        st.builds(
            Evidence,
            st.sampled_from(sources_),
            nasty,
            st.integers(0, 3),
            st.integers(4, 6),
            st.just("en.meets.1"),
        ),
        date=st.sampled_from(["2023", "2023-10", "2023-10-13", "1948/2023", None]),
        place=nasty | st.none(),
        modality=st.sampled_from(MODALITIES),
        said_by=nasty | st.none(),
        confidence=st.sampled_from([0.5, 0.712345, 1.0]),
    )
    found = draw(st.lists(one, max_size=5))
    return Graph.of({statement.id: statement for statement in found}.values())
