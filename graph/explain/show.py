"""An explanation as lines to read."""

from collections.abc import Iterable, Iterator

from graph.explain.records import Clause, Explained, Fired, Fit, Lost, Near, Told
from graph.explain.why import why_nothing
from graph.model import Actor, Statement
from graph.terminal import Line, Part, Style, line, one_line

#: Characters of a pattern that are shown.
_WIDE = 100

_COLOURS: dict[str, Style] = {"found": "green", "dropped": "yellow", "near": "yellow"}

_REASONS = {
    "itself": "both ends are one actor, or a person and its own state",
    "kinds": "the relation does not hold between such kinds of actor",
    "convenes": "an organisation only calls what others meet at",
    "sought": "who acts only asks for what the noun names",
    "brokered": "who only brokers a truce is no side of it",
    "matter": "it is done to what is fought or eased there, not to the actor",
    "part": "whoever leads some who act for a state does not lead the state",
    "own": "force hit, at that place, those of whoever used it",
    "town": "the state is named by a town, which nobody arrests",
    "near": "a person only named near a noun of force has not used it",
    "domestic": "both act for one state, and the relation is not told within one",
    "home": "the text is about the state of one, and does not say for whom the other acts",
    "civil": "a charity or the like is no side of what states and parties say to each other",
    "private": "a state goes nowhere but through somebody who is named as serving it",
    "outward": "what is done to somebody else comes before what several do among themselves",
    "place": "where several do something among themselves is nobody they do it with",
    "specific": "a more specific pattern reads this pair at this word",
    "spoken": "the noun is part of another match of this pair",
}


def show(explained: Explained, sentences: Iterable[Told], *, near: int) -> Iterator[Line]:
    """Yield the lines of an article.

    Args:
        explained: The article.
        sentences: Those of its sentences to show.
        near: How many patterns that nearly fit to show for each predicate.
    """
    chosen = tuple(sentences)
    if not chosen:
        return
    article = explained.article
    count = sum(len(told.statements) for told in explained.sentences)
    about = f"  {article.lang}  {article.published or 'undated'}  {article.title}".rstrip()
    yield line(Part(article.id, "bold"), about)
    yield line(f"{_several(len(explained.sentences), 'sentence')}, {_several(count, 'statement')}")
    for told in chosen:
        yield ()
        yield from _sentence(told, near)
    yield ()


def _several(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _sentence(told: Told, near: int) -> Iterator[Line]:
    why = why_nothing(told)
    result = (
        Part(f"nothing: {why}", "red") if why else Part(f"{len(told.statements)} found", "green")
    )
    place = f"  {told.span.kind} {told.span.start}–{told.span.end}  "
    yield line(Part(str(told.number), "bold"), Part(place, "dim"), result)
    yield line("  ", Part(one_line(told.text), "bold"))
    for written, mention in told.mentions:
        post = f", posted to {mention.post.label}" if mention.post else ""
        actors = ", ".join(map(actor_text, mention.actors))
        yield _row("mention", one_line(written), f" is {actors}", f"  by {mention.how}{post}")
    for dated in told.dates:
        owner = f"  of {dated.owner}" if dated.owner else "  of no predicate"
        yield _row("date", one_line(dated.text), f" is {dated.value or 'not known'}", owner)
    for clause in told.clauses:
        yield from _clause(clause)
    for statement in told.statements:
        yield from _statement(statement, told.fired)
    for fired in told.fired:
        if not fired.kept:
            yield from _unsaid(fired)
    for lost in told.lost:
        yield from _lost(lost)
    yield from _nearly(told.near, near)
    for word in told.unfit:
        wanted = " or ".join(word.parts)
        yield _row("near", word.text, f" is {word.pos}; frames know it as a {wanted}")


def _row(head: str, main: str, value: str = "", rest: str = "") -> Line:
    return line(Part(f"  {head:9}", _COLOURS.get(head, "cyan")), main, value, Part(rest, "dim"))


def _more(text: str) -> Line:
    return line(" " * 13, Part(text, "dim"))


def actor_text(actor: Actor) -> str:
    """Return an actor as its label and its state: "Vladimir Putin (RU)"."""
    return f"{actor.label} ({actor.country or actor.kind})"


def _clause(clause: Clause) -> Iterator[Line]:
    said = f"  says {one_line(clause.source)}" if clause.source else ""
    cues = ", ".join(f"{effect} at {one_line(word)!r}" for effect, word in clause.cues)
    cues = f" ({cues})" if cues else ""
    date = f"  {one_line(clause.date)}" if clause.date else ""
    voice = "  passive" if clause.passive else ""
    about = f"{voice}  {clause.modality}{cues}{date}{said}"
    yield _row("clause", clause.text, f" {clause.lemma} {clause.pos}", about)
    for item in clause.arguments:
        prep = f" {item.prep}" if item.prep else ""
        actors = f" is {', '.join(map(actor_text, item.actors))}" if item.actors else ""
        yield _more(f"{item.role}{prep}: {one_line(item.text)}{actors}")


def _pair(fit: Fit) -> str:
    return f"{fit.subject.label} → {fit.object.label}"


def _statement(statement: Statement, fired: Iterable[Fired]) -> Iterator[Line]:
    pair = f"{actor_text(statement.subject)} {statement.relation} {actor_text(statement.object)}"
    said = f"  says {one_line(statement.said_by)}" if statement.said_by else ""
    yield _row("found", pair, f"  {statement.modality}  {statement.date or 'undated'}{said}")
    fits = [item.fit for item in fired if item.kept and item.statement == statement]
    for fit in fits:
        yield _more(_rule(fit))
    if not fits:
        rule = statement.evidence.rule
        why = "the title says so" if rule.endswith(".title") else "it is where they meet"
        yield _more(f"{rule}: {why}")


def _rule(fit: Fit) -> str:
    firm = "loose: one end found beside the predicate" if fit.loose else "firm"
    return f"{fit.rule} at {fit.predicate!r}, {firm}: {one_line(fit.pattern, _WIDE)}"


def _unsaid(fired: Fired) -> Iterator[Line]:
    why = "a threat, or something asked not to be"
    if fired.statement is not None:
        why = f"{fired.statement.modality}; another reading of the same triple is more guarded"
    yield _row("dropped", _pair(fired.fit), f"  {why}")
    yield _more(_rule(fired.fit))


def _lost(lost: Lost) -> Iterator[Line]:
    yield _row("dropped", _pair(lost.fit), f"  {_REASONS[lost.reason]}")
    yield _more(_rule(lost.fit))
    if lost.winner is not None:
        yield _more(f"in its place {_rule(lost.winner)}")


def _nearly(near: Iterable[Near], limit: int) -> Iterator[Line]:
    shown: dict[str, int] = {}
    for item in near:
        shown[item.predicate] = shown.get(item.predicate, 0) + 1
        if shown[item.predicate] <= limit:
            yield _row("near", item.predicate, f" lacks {one_line(item.missing, _WIDE)}")
            yield _more(f"{', '.join(item.rules)}: {one_line(item.pattern, _WIDE)}")
