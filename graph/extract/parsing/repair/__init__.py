"""Put right what parsers get wrong, where the words leave no doubt.

Each rule looks at one kind of error and holds for any language; what it needs
to know of a language is in ``parser.toml``. The order matters: verbs, names,
then what is between clauses.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from graph.extract.parsing.repair import (
    agreeing,
    beside,
    bidding,
    clauses,
    exceptives,
    excluded,
    gaps,
    headlines,
    infinitives,
    inserted,
    leaning,
    lists,
    mainverbs,
    means,
    names,
    objects,
    outer,
    parted,
    participles,
    pronouns,
    qualities,
    relating,
    relatives,
    roots,
    staying,
    telling,
    together,
    undergone,
    undertaken,
    verbs,
)
from graph.extract.parsing.word import Word, Words, is_tree


def repaired(found: Iterable[Iterable[Word]], table: Mapping[str, Any]) -> list[Words]:
    """Return the words of sentences with what the parser got wrong put right.

    Rules that together would tie the words of one in a loop put nothing right in it.

    Args:
        found: As parsed, in order.
        table: The language's ``parser.toml``.
    """
    parsed = [Words(words) for words in found]
    mended = [Words(words) for words in parsed]
    _repair(_Each(mended, table))
    return [
        after if is_tree(after) else before for before, after in zip(parsed, mended, strict=True)
    ]


class _Each:
    """Has rules go through sentences, each through all of them before the next one does.

    Rules are so many that a processor has lost the first when it has come to the last: sentence by
    sentence they take half as much time again.
    """

    def __init__(self, sentences: Sequence[Words], table: Mapping[str, Any]) -> None:
        self._sentences, self._table = sentences, table

    def by(self, rule: Callable[[Words], None]) -> None:
        """Have a rule go through them."""
        for words in self._sentences:
            rule(words)

    def by_table(self, rule: Callable[[Words, Mapping[str, Any]], None]) -> None:
        """Have a rule go through them that asks the table of the language."""
        for words in self._sentences:
            rule(words, self._table)


def _repair(each: _Each) -> None:
    each.by(names.named)
    _verbs(each)
    _names(each)
    _joined(each)
    _relatives(each)
    _told(each)


def _verbs(each: _Each) -> None:
    """Repair verbs, and what leans on them."""
    each.by(roots.bare_roots)
    each.by(pronouns.clitics)
    each.by(verbs.plurals)
    each.by_table(roots.third_persons)
    each.by_table(roots.conditions)
    each.by_table(roots.presents)
    each.by_table(roots.hidden)
    each.by_table(roots.gerunds)
    each.by_table(roots.opening)
    each.by(verbs.verbs)
    each.by(verbs.bearers)
    each.by(verbs.infinitives)
    each.by_table(verbs.tagged_infinitives)
    each.by(roots.roots)
    each.by(roots.interrupted)
    each.by_table(roots.subjects)
    each.by(verbs.lone_auxiliaries)
    each.by_table(parted.helped)
    each.by_table(verbs.openers)
    each.by(verbs.fronted)
    each.by_table(means.means)
    each.by_table(means.unjoined)
    each.by_table(means.acted)
    each.by_table(means.talks)
    each.by(participles.agents)
    each.by(participles.paths)
    each.by(verbs.settings)
    each.by_table(leaning.adverbs)
    each.by_table(leaning.prepositions)
    each.by_table(pronouns.pronouns)
    each.by_table(relating.contracted)
    each.by_table(verbs.perfects)
    each.by_table(leaning.particles)


def _names(each: _Each) -> None:
    """Repair names and lists."""
    each.by_table(names.names)
    each.by_table(names.near)
    each.by_table(names.governed)
    each.by_table(names.givers)
    each.by_table(names.substitutes)
    each.by(names.places)
    each.by(names.bearers)
    each.by(names.coined)
    each.by(names.neighbours)
    each.by_table(names.described)
    each.by_table(qualities.qualities)
    each.by(qualities.judged)
    each.by(verbs.objects)
    each.by(objects.articled)
    each.by_table(objects.objects)
    each.by_table(infinitives.infinitives)
    each.by(verbs.gerunds)
    each.by_table(verbs.causatives)
    each.by_table(undergone.undergone)
    each.by_table(undergone.caused)
    each.by_table(staying.staying)
    each.by_table(headlines.headlines)
    each.by_table(headlines.on_the_way)
    each.by_table(headlines.visited)
    each.by_table(bidding.bidden)
    each.by_table(bidding.pressed)
    each.by_table(bidding.addressed)
    each.by_table(bidding.seen)
    each.by(bidding.doers)
    each.by_table(bidding.minded)
    each.by_table(lists.enumerations)
    each.by_table(names.owners)
    each.by(lists.fellows)
    each.by(gaps.gapped)
    each.by(gaps.counted)
    each.by_table(gaps.owned)
    each.by_table(lists.repeated)
    each.by_table(lists.behind_relatives)
    each.by_table(beside.leading)
    each.by_table(beside.examples)
    each.by_table(beside.bystanders)
    each.by_table(beside.second_names)
    each.by(beside.acronyms)
    each.by_table(beside.attributes)
    each.by_table(together.together)
    each.by_table(exceptives.exceptions)
    each.by_table(excluded.excluded)
    each.by_table(excluded.corrected)


def _joined(each: _Each) -> None:
    """Repair what joins clauses of one rank."""
    each.by_table(clauses.introduced)
    each.by(clauses.coordinated_verbs)
    each.by(clauses.resumed)
    each.by(clauses.repeated_verbs)
    each.by(clauses.parallel_verbs)
    each.by(clauses.next_subjects)
    each.by_table(clauses.pairs)
    each.by(clauses.coordination)
    each.by(participles.shared_auxiliaries)


def _relatives(each: _Each) -> None:
    """Repair relative clauses, and what they are taken for."""
    each.by_table(relating.owners)
    each.by_table(parted.parted)
    each.by_table(relating.swapped)
    each.by(relating.outer)
    each.by(relating.asides)
    each.by_table(relatives.relatives)
    each.by_table(agreeing.agreeing)
    each.by(relatives.pursued)
    each.by(outer.names)
    each.by(outer.verbs)
    each.by(outer.infinitives)
    each.by_table(outer.kinds)
    each.by_table(relating.governed)
    each.by_table(relatives.stood_for)
    each.by_table(relatives.contents)
    each.by_table(relatives.told)
    each.by_table(relatives.lacking)
    each.by_table(relatives.clefts)
    each.by_table(relatives.inversions)
    each.by_table(relatives.claimed)
    each.by(mainverbs.main_verbs)
    each.by(mainverbs.fronted_names)
    each.by_table(mainverbs.owned_objects)


def _told(each: _Each) -> None:
    """Repair what is told beside a clause: who says it, with participles, in apposition."""
    each.by_table(inserted.inserted)
    each.by_table(telling.announced)
    each.by_table(telling.speakers)
    each.by(telling.interrupted)
    each.by_table(undergone.held)
    each.by_table(participles.finite)
    each.by(participles.agreement)
    each.by_table(participles.present)
    each.by_table(participles.asides)
    each.by_table(participles.strikers)
    each.by_table(participles.authors)
    each.by(undertaken.several)
    each.by_table(undertaken.undertaken)
    each.by_table(participles.apposed)
    each.by_table(beside.sufferers)
    each.by(beside.detached)
    each.by_table(beside.plans)
