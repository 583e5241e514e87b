"""The arguments and options that commands share, one name for each meaning."""

from pathlib import Path
from typing import Annotated, Literal

import typer

Articles = Annotated[
    list[str],
    typer.Argument(
        metavar="ARTICLES...",
        help="Files (.txt, .md, .html, .htm, .xhtml, .jsonl, .ndjson, .csv, .xml, .rss, .atom, "
        ".parquet, .pdf, .zip, .tar; also with .gz), folders, - for standard input.",
        show_default=False,
    ),
]
Saved = Annotated[
    Path,
    typer.Argument(
        metavar="OUTPUT",
        help="A folder that 'build' wrote, or a file that 'extract' wrote.",
        show_default=False,
    ),
]
Folder = Annotated[
    Path, typer.Option("--output", "-o", metavar="FOLDER", help="The folder to write to.")
]
File = Annotated[
    Path,
    typer.Option("--output", "-o", metavar="FILE", help="The file to write; - standard output."),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="The day all articles appeared, such as 2023-10-13."),
]
Lang = Annotated[
    str | None, typer.Option(metavar="LANGUAGE", help="The language of all articles: fr or en.")
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="What to write, such as ttl; may be given several times.",
        show_default="jsonl, ttl, graphml, csv and html",
    ),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="What to write, such as ttl.",
        show_default="what the name of the file ends in",
    ),
]
Profile = Annotated[
    str | None,
    typer.Option(
        "--rdf-profile",
        metavar="PROFILE",
        help="The shape of RDF: standard, quads, rdf12 or wikidata.",
        show_default="quads for trig and nq, else standard",
    ),
]
Base = Annotated[
    str | None,
    typer.Option("--base-iri", metavar="IRI", help="What the IRIs that are made start with."),
]
Own = Annotated[
    Path | None,
    typer.Option(
        "--gazetteer",
        "-g",
        metavar="FILE",
        help="A file of your own with more names (TOML or CSV).",
    ),
]
Decided = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help="A file that says which actors are the same, and which are not (TOML).",
        show_default="decisions.toml in the folder of a build",
    ),
]


def _workers(text: str) -> int | None:
    """Return a number of processes, or None for what pays."""
    if text == "auto":
        return None
    if not text.isdecimal() or int(text) == 0:
        raise typer.BadParameter(f"{text!r} is neither a number from 1 on nor 'auto'.")
    return int(text)


Workers = Annotated[
    int | None,
    typer.Option(
        parser=_workers,
        metavar="NUMBER",
        help="How many processes read articles; auto: as many as pay on this machine.",
        show_default="auto",
    ),
]
Engine = Annotated[
    Literal["local", "spark"],
    typer.Option(
        help="What does the work: this machine, or Apache Spark (docs/scale.md), which takes "
        "Parquet and JSON Lines and writes a page, N-Triples and Parquet.",
    ),
]
Master = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="Of Spark, such as local[4].",
        show_default="as spark-submit has it, else all cores of this machine",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what went wrong.")]


Endpoint = Annotated[
    str,
    typer.Argument(
        metavar="ENDPOINT", help="The address of the store, such as http://127.0.0.1:7878."
    ),
]
RdfFile = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="A file of RDF: .ttl, .trig, .nt, .nq, .jsonld, .rdf."),
]
Asked = Annotated[
    Path,
    typer.Argument(
        metavar="OUTPUT", help="A folder that 'build' wrote, a statements.jsonl, or a file of RDF."
    ),
]
StoreKind = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="KIND",
        help="oxigraph, fuseki, virtuoso, rdf4j, sparql, or a TOML file.",
        show_default="found out by asking",
    ),
]
Target = Annotated[
    str | None,
    typer.Option("--graph", metavar="IRI", help="The graph to write.", show_default="the default"),
]
Replace = Annotated[bool, typer.Option("--replace", help="Let go what the graph held before.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be sent; send nothing.")]
SecretFile = Annotated[
    Path | None,
    typer.Option(
        "--credentials", metavar="FILE", help="A file that holds user:password, or Bearer TOKEN."
    ),
]
Question = Annotated[
    str | None,
    typer.Argument(
        metavar="QUESTION",
        help="A question's name, SPARQL, or a file that ends in .rq; none lists them.",
    ),
]
With = Annotated[
    list[str] | None,
    typer.Option("--with", "-w", metavar="NAME=VALUE", help="A value that a question needs."),
]
Form = Annotated[
    str, typer.Option("--format", "-f", metavar="FORM", help="table, csv, json or ttl.")
]
Port = Annotated[
    int, typer.Option(metavar="N", help="The port on 127.0.0.1; 0 for any.", min=0, max=65535)
]


One = Annotated[
    str | None,
    typer.Argument(metavar="ACTOR", help="Only ties of this actor.", show_default=False),
]
Prune = Annotated[
    bool, typer.Option("--prune", help="Remove articles of earlier runs that are not given now.")
]
Removed = Annotated[
    list[str],
    typer.Argument(
        metavar="ARTICLES...",
        help="Ids or addresses of articles, or their files.",
        show_default=False,
    ),
]
Urls = Annotated[
    list[str],
    typer.Argument(
        metavar="URLS...",
        help="Addresses of articles, or of RSS and Atom feeds.",
        show_default=False,
    ),
]
NewArticles = Annotated[
    Path, typer.Option("--output", "-o", metavar="FOLDER", help="The folder for the articles.")
]
Networks = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NETWORK",
        help="A private network that may be asked, such as 10.1.0.0/16.",
        show_default="none",
    ),
]
Pause = Annotated[
    float,
    typer.Option(metavar="SECONDS", help="Between two requests to one host.", min=0),
]
Largest = Annotated[int, typer.Option(metavar="MB", help="Of one answer.", min=1)]
Longest = Annotated[float, typer.Option(metavar="SECONDS", help="For one answer.", min=1)]
