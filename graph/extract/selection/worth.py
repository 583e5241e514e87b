"""Which sentences are worth a parse, which is most of what reading costs.

A statement takes two actors. A sentence that names but one can hold it only if a word of it
looks back at another, and what that word looks back at stands in the sentences just before;
or if it answers the sentence before it: "Iran denied the charge", "Oslo applauded". Of those that
could hold one, many do not look like it (``promise.py``). What goes just before one that does is
parsed too, for what that looks back at: who was speaking, the day that it counts from.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Literal

from graph.actors.mention import Mention
from graph.extract.selection.promise import Candidate, Promise, Why
from graph.extract.selection.topic import Worded, is_about
from graph.languages import LanguagePack
from graph.model import Actor

#: How many sentences back one looks for whom its pronouns mean.
_BACK = 3

#: A statement has a subject and an object.
_PAIR = 2

#: A word without the apostrophe or hyphen that joins it to another.
_WORD = re.compile(r"[^\W\d_]+")

#: Lists of anaphora that may stand for another than the one named, and where nobody is named.
_ANOTHER = ("person", "country", "any", "latter", "plural")
_SEVERAL = ("plural", "possessive_plural")
_ALONE = ("person", "country", "plural", "possessive_plural", "events", "latter")


#: Why a sentence is not parsed: the article is about ``sport``, or names one actor ``only``; the
#: sentence could hold no statement (``none``), or does not look like it (``unlikely``).
Passed = Literal["sport", "only", "none", "unlikely"]


def passed_over(
    sentences: Sequence[str],
    named: Sequence[Sequence[Mention]],
    pack: LanguagePack,
    promise: Promise,
    title: str = "",
) -> list[Passed | None]:
    """Return of each sentence of an article why not to parse it, None of those to be parsed.

    Args:
        sentences: Their text, in order.
        named: Whom each mentions.
        pack: The language.
        promise: Which of those that could hold a statement may.
        title: Of the article.
    """
    if len(_actors([mention for mentions in named for mention in mentions])) < _PAIR:
        return ["only"] * len(sentences)
    spoken = [Worded.of(text) for text in sentences]
    if is_about(spoken, pack.tables["nouns"]["sport"]["words"], title):
        return ["sport"] * len(sentences)
    article = candidates(spoken, named, pack)
    holding = promise.kept(article)
    parsed = [
        holds or (ahead and (bool(each.actors) or _goes_on(after, pack)))
        for holds, ahead, each, after in zip(
            holding, [*holding[1:], False], article, [*sentences[1:], ""], strict=True
        )
    ]
    others: Iterator[Passed] = ("unlikely" if each.why else "none" for each in article)
    return [None if each else other for each, other in zip(parsed, others, strict=True)]


def candidates(
    sentences: Sequence[Worded], named: Sequence[Sequence[Mention]], pack: LanguagePack
) -> list[Candidate]:
    """Return the sentences of an article, with whom they name and why they could hold a statement.

    Args:
        sentences: All of them, in order.
        named: Whom each mentions.
        pack: The language.
    """
    actors = [_actors(mentions) for mentions in named]
    ids = [frozenset(found) for found in actors]
    words = [sentence.words for sentence in sentences]
    looking = _look_back(words, ids, pack)
    means = [_means(spoken, pack) for spoken in words]
    whys = [_why(ids, at, means[at], looks=looks) for at, looks in enumerate(looking)]
    return [
        Candidate.of(sentences[at].text, len(named[at]), actors[at], means[at], why)
        for at, why in enumerate(whys)
    ]


def _why(
    ids: Sequence[frozenset[str]], at: int, means: AbstractSet[str], *, looks: bool
) -> Why | None:
    own = ids[at]
    if len(own) > 1:
        return "two"
    if looks and len(own.union(*ids[max(0, at - _BACK) : at])) > 1:
        several = at and len(ids[at - 1]) > 1 and not means.isdisjoint(_SEVERAL)
        return "both" if several else "looks"
    return "answers" if own and at and len(own | ids[at - 1]) > 1 else None


def _goes_on(text: str, pack: LanguagePack) -> bool:
    """Return whether a sentence may go on with somebody's words: quoted, or in the conditional."""
    cues = pack.tables["cues"]
    words, endings = cues["tense"]["conditional_auxiliaries"], cues["tense"]["conditional_endings"]
    ends = tuple(endings)
    unreal = any(word in words or word.endswith(ends) for word in text.split())
    return unreal or text.startswith(tuple(cues["speech"]["opening"]))


def _actors(mentions: Sequence[Mention]) -> dict[str, Actor]:
    """Return whom some mentions mean, by id."""
    return {
        actor.id: actor
        for mention in mentions
        for actor in (*mention.actors, mention.post)
        if actor is not None
    }


def _look_back(
    sentences: Iterable[frozenset[str]], ids: Iterable[frozenset[str]], pack: LanguagePack
) -> Iterator[bool]:
    """Yield of each sentence, by its words, whether one of them may mean somebody named before."""
    another, alone = _looking_back(pack)
    for words, own in zip(sentences, ids, strict=True):
        yield not (another if own else alone).isdisjoint(words)


def _means(words: frozenset[str], pack: LanguagePack) -> frozenset[str]:
    """Return the lists of anaphora that have one of some words, but for those before a verb."""
    listed = _listed(pack)
    return frozenset([name for word in listed.keys() & words for name in listed[word]])


@lru_cache(maxsize=8)
def _listed(pack: LanguagePack) -> dict[str, list[str]]:
    """Return by a word the lists of anaphora that have it."""
    barred, found = _barred(pack), defaultdict[str, list[str]](list)
    for name, own in pack.tables["mentions"]["anaphora"].items():
        for word in frozenset(own) - barred:
            found[word].append(name)
    return dict(found)


def _barred(pack: LanguagePack) -> frozenset[str]:
    """Return what stands before a verb rather than for somebody."""
    parser = pack.tables["parser"]
    return frozenset((*parser["object_clitics"], *parser["reflexive"]))


@lru_cache(maxsize=8)
def _looking_back(pack: LanguagePack) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that look back beside one actor, and those that do where none is named."""
    anaphora, barred = pack.tables["mentions"]["anaphora"], _barred(pack)
    another, alone = (
        frozenset(part for name in names for word in anaphora[name] for part in _WORD.findall(word))
        for names in (_ANOTHER, _ALONE)
    )
    return another - barred, alone - barred
