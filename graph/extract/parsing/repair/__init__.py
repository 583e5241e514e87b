"""Put right what parsers get wrong, where the words leave no doubt.

Each rule looks at one kind of error and holds for any language; what it needs
to know of a language is in ``parser.toml``. The order matters: verbs, names,
then what is between clauses.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.extract.parsing.repair import (
    agreeing,
    beside,
    bidding,
    clauses,
    exceptives,
    gaps,
    headlines,
    infinitives,
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


def repaired(found: Iterable[Word], table: Mapping[str, Any]) -> Words:
    """Return the words of a sentence with what the parser got wrong put right.

    Rules that together would tie words in a loop put nothing right.

    Args:
        found: As parsed, in order.
        table: The language's ``parser.toml``.
    """
    parsed = Words(found)
    words = Words(parsed)
    _repair(words, table)
    return words if is_tree(words) else parsed


def _repair(words: Words, table: Mapping[str, Any]) -> None:
    names.named(words)
    _verbs(words, table)
    _names(words, table)
    _joined(words, table)
    _relatives(words, table)
    _told(words, table)


def _verbs(words: Words, table: Mapping[str, Any]) -> None:
    """Repair verbs, and what leans on them."""
    roots.bare_roots(words)
    verbs.plurals(words)
    roots.third_persons(words, table)
    roots.conditions(words, table)
    roots.presents(words, table)
    roots.hidden(words, table)
    roots.gerunds(words, table)
    verbs.verbs(words)
    verbs.bearers(words)
    verbs.infinitives(words)
    verbs.tagged_infinitives(words, table)
    roots.roots(words)
    roots.subjects(words, table)
    verbs.lone_auxiliaries(words)
    verbs.openers(words, table)
    verbs.fronted(words)
    means.means(words, table)
    means.talks(words, table)
    participles.agents(words)
    participles.paths(words)
    verbs.settings(words)
    verbs.adverbs(words, table)
    verbs.prepositions(words, table)
    pronouns.pronouns(words, table)
    relating.contracted(words, table)
    verbs.perfects(words, table)
    verbs.particles(words, table)


def _names(words: Words, table: Mapping[str, Any]) -> None:
    """Repair names and lists."""
    names.names(words, table)
    names.governed(words, table)
    names.givers(words, table)
    names.substitutes(words, table)
    names.places(words)
    names.bearers(words)
    names.coined(words)
    names.neighbours(words)
    names.described(words, table)
    qualities.qualities(words, table)
    qualities.judged(words)
    verbs.objects(words)
    objects.articled(words)
    objects.objects(words, table)
    infinitives.infinitives(words, table)
    verbs.gerunds(words)
    verbs.causatives(words, table)
    undergone.undergone(words, table)
    staying.staying(words, table)
    headlines.headlines(words, table)
    headlines.on_the_way(words, table)
    headlines.visited(words, table)
    bidding.bidden(words, table)
    lists.enumerations(words, table)
    names.owners(words, table)
    lists.fellows(words)
    gaps.gapped(words)
    gaps.counted(words)
    lists.repeated(words, table)
    lists.behind_relatives(words, table)
    beside.leading(words, table)
    beside.examples(words, table)
    beside.bystanders(words, table)
    beside.second_names(words, table)
    beside.acronyms(words)
    beside.attributes(words, table)
    together.together(words, table)
    exceptives.exceptions(words, table)


def _joined(words: Words, table: Mapping[str, Any]) -> None:
    """Repair what joins clauses of one rank."""
    clauses.introduced(words, table)
    clauses.coordinated_verbs(words)
    clauses.resumed(words)
    clauses.repeated_verbs(words)
    clauses.parallel_verbs(words)
    clauses.next_subjects(words)
    clauses.pairs(words, table)
    clauses.coordination(words)
    participles.shared_auxiliaries(words)


def _relatives(words: Words, table: Mapping[str, Any]) -> None:
    """Repair relative clauses, and what they are taken for."""
    relating.owners(words, table)
    parted.parted(words, table)
    relating.swapped(words, table)
    relating.outer(words)
    relating.asides(words)
    relatives.relatives(words, table)
    agreeing.agreeing(words, table)
    relatives.pursued(words)
    outer.names(words)
    outer.verbs(words)
    outer.infinitives(words)
    outer.kinds(words, table)
    relating.governed(words, table)
    relatives.contents(words, table)
    relatives.told(words, table)
    relatives.lacking(words, table)
    relatives.clefts(words, table)
    relatives.inversions(words, table)
    relatives.claimed(words, table)
    mainverbs.main_verbs(words)
    mainverbs.fronted_names(words)
    mainverbs.owned_objects(words, table)


def _told(words: Words, table: Mapping[str, Any]) -> None:
    """Repair what is told beside a clause: who says it, with participles, in apposition."""
    telling.announced(words, table)
    telling.speakers(words, table)
    telling.interrupted(words)
    undergone.held(words, table)
    participles.finite(words, table)
    participles.agreement(words)
    participles.present(words, table)
    participles.asides(words, table)
    participles.strikers(words, table)
    participles.authors(words, table)
    undertaken.several(words)
    undertaken.undertaken(words, table)
    participles.apposed(words, table)
    beside.sufferers(words, table)
    beside.detached(words)
    beside.plans(words, table)
