"""Why a sentence gives nothing, in one phrase."""

from graph.explain.records import Told


def why_nothing(told: Told) -> str:
    """Return what kept a sentence from giving a statement; empty where it gives one."""
    if told.statements:
        return ""
    if not told.span.is_read:
        return f"a {told.span.kind} is not read"
    return _passed(told) or _unfit(told)


def _passed(told: Told) -> str:
    """Return why no frame was tried on a sentence that could hold a statement, if none was."""
    if told.sport or told.passed == "sport":
        return f"{'the sentence' if told.sport else 'the article'} is about sport"
    if told.passed == "unlikely":
        return "not parsed, since its words and those around it promise no statement"
    return ""


def _unfit(told: Told) -> str:
    if not told.mentions:
        return "no mention of an actor"
    if told.passed == "only":
        return "the article names only one actor"
    if not told.clauses and _alone(told):
        return "only one actor, and no word that may mean another"
    if told.fired or told.lost:
        return "all that fits was dropped"
    tried = told.near or told.tried
    return f"{'no frame fits' if tried else 'no predicate of a frame'}{_alone(told)}"


def _alone(told: Told) -> str:
    actors = {actor.id for _, mention in told.mentions for actor in mention.actors}
    actors |= {a.id for clause in told.clauses for item in clause.arguments for a in item.actors}
    return ", and only one actor" if len(actors) == 1 else ""
