"""The arguments and options that say which relations are asked for, of what time, in what form."""

from pathlib import Path
from typing import Annotated

import typer

During = Annotated[
    str | None,
    typer.Option(metavar="PERIOD", help="Only what lies in a period: 2014, 2013-06/2014-05."),
]
AsOf = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Only what had come about by the end of a date: 2014-03."),
]
Maybe = Annotated[
    bool,
    typer.Option("--maybe", help="With --as-of: also what is dated too vaguely to be sure."),
]
Step = Annotated[
    str | None, typer.Option(metavar="STEP", help="A row for each month, quarter or year.")
]
HalfLife = Annotated[
    float | None,
    typer.Option(
        metavar="N",
        help="Steps after which an event counts half; months where there is no step.",
        min=0.01,
        show_default="none; 12 with --as-of",
    ),
]
Directed = Annotated[bool, typer.Option("--directed", help="Tell A to B from B to A.")]
ByActor = Annotated[
    bool, typer.Option("--by-actor", help="Persons and bodies apart from their states.")
]
Dated = Annotated[bool, typer.Option("--dated", help="Only what the text gives a date for.")]
Top = Annotated[int, typer.Option(metavar="N", help="How many to show on a terminal.", min=1)]
ToFile = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="The file to write; its ending tells the form.",
        show_default="standard output",
    ),
]
TextOrJson = Annotated[
    str | None, typer.Option("--format", "-f", metavar="FORM", help="text or json.")
]
TiesForm = Annotated[
    str | None, typer.Option("--format", "-f", metavar="FORM", help="text, csv or json.")
]
ChangesForm = Annotated[
    str | None, typer.Option("--format", "-f", metavar="FORM", help="text, json or html.")
]
Contested = Annotated[
    bool, typer.Option("--contested", help="Only what one says and another denies.")
]
Least = Annotated[int, typer.Option(metavar="N", help="Only what so many articles tell.", min=0)]
ReportForm = Annotated[
    str | None, typer.Option("--format", "-f", metavar="FORM", help="md or html.")
]
ReportLang = Annotated[
    str, typer.Option("--lang", metavar="LANGUAGE", help="The language to write in: en or fr.")
]
Other = Annotated[
    str | None,
    typer.Argument(metavar="OTHER", help="Only the tie of these two.", show_default=False),
]
Reported = Annotated[
    str,
    typer.Argument(metavar="ACTOR", help="A name, an ISO code or an IRI.", show_default=False),
]
Result = Annotated[Path, typer.Argument(metavar="OUTPUT", help="What 'build' or 'extract' wrote.")]
Compared = Annotated[
    str,
    typer.Argument(
        metavar="A", help="A period, such as 2013, or what a build wrote.", show_default=False
    ),
]
ComparedTo = Annotated[
    str, typer.Argument(metavar="B", help="What to compare it with.", show_default=False)
]
Inside = Annotated[
    Path, typer.Option("--in", metavar="OUTPUT", help="What two periods are periods of.")
]
