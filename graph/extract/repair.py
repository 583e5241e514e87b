"""Put right what parsers get wrong, where the words leave no doubt.

Each rule looks at one kind of error and holds for any language; what it needs
to know of a language is in ``parser.toml``. The order matters: verbs, names,
then what is between clauses.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.extract import (
    repairbeside,
    repairclauses,
    repairexceptives,
    repairlists,
    repairnames,
    repairobjects,
    repairouter,
    repairparticiples,
    repairpronouns,
    repairqualities,
    repairrelating,
    repairrelatives,
    repairroots,
    repairtogether,
    repairundergone,
    repairverbs,
)
from graph.extract.word import Word, Words, is_tree


def repaired(found: Iterable[Word], table: Mapping[str, Any]) -> Words:
    """Return the words of a sentence with what the parser got wrong put right.

    Rules that together would tie words in a loop put nothing right.

    Args:
        found: As parsed, in order.
        table: The language's ``parser.toml``.
    """
    parsed = Words(found)
    words = Words(map(repairnames.named, parsed))
    _repair(words, table)
    return words if is_tree(words) else parsed


def _repair(words: Words, table: Mapping[str, Any]) -> None:
    _verbs(words, table)
    _names(words, table)
    _between(words, table)


def _verbs(words: Words, table: Mapping[str, Any]) -> None:
    """Repair verbs, and what leans on them."""
    repairroots.bare_roots(words)
    repairverbs.plurals(words)
    repairroots.third_persons(words, table)
    repairroots.presents(words, table)
    repairroots.hidden(words, table)
    repairverbs.verbs(words)
    repairverbs.bearers(words)
    repairverbs.infinitives(words)
    repairverbs.tagged_infinitives(words, table)
    repairroots.roots(words)
    repairroots.subjects(words, table)
    repairverbs.lone_auxiliaries(words)
    repairverbs.openers(words, table)
    repairverbs.fronted(words)
    repairparticiples.agents(words)
    repairparticiples.paths(words)
    repairverbs.settings(words)
    repairverbs.adverbs(words, table)
    repairverbs.prepositions(words, table)
    repairpronouns.pronouns(words, table)
    repairrelating.contracted(words, table)
    repairverbs.perfects(words, table)
    repairverbs.particles(words, table)


def _names(words: Words, table: Mapping[str, Any]) -> None:
    """Repair names and lists."""
    repairnames.names(words, table)
    repairnames.governed(words, table)
    repairnames.givers(words, table)
    repairnames.substitutes(words, table)
    repairnames.places(words)
    repairnames.neighbours(words)
    repairnames.described(words, table)
    repairqualities.qualities(words, table)
    repairverbs.objects(words)
    repairobjects.articled(words)
    repairobjects.objects(words, table)
    repairverbs.gerunds(words)
    repairverbs.causatives(words, table)
    repairundergone.undergone(words, table)
    repairlists.enumerations(words, table)
    repairnames.owners(words, table)
    repairlists.fellows(words)
    repairlists.gapped(words)
    repairlists.repeated(words, table)
    repairbeside.leading(words, table)
    repairbeside.examples(words, table)
    repairbeside.second_names(words, table)
    repairbeside.acronyms(words)
    repairbeside.attributes(words, table)
    repairtogether.together(words, table)
    repairexceptives.exceptions(words, table)


def _between(words: Words, table: Mapping[str, Any]) -> None:
    """Repair what ties clauses."""
    repairclauses.introduced(words, table)
    repairclauses.coordinated_verbs(words)
    repairclauses.resumed(words)
    repairclauses.repeated_verbs(words)
    repairclauses.parallel_verbs(words)
    repairclauses.next_subjects(words)
    repairclauses.pairs(words, table)
    repairclauses.coordination(words)
    repairparticiples.shared_auxiliaries(words)
    repairrelating.owners(words, table)
    repairrelating.swapped(words, table)
    repairrelating.outer(words)
    repairrelating.asides(words)
    repairrelatives.relatives(words, table)
    repairrelatives.pursued(words)
    repairouter.names(words)
    repairouter.verbs(words)
    repairrelating.governed(words, table)
    repairrelatives.contents(words, table)
    repairrelatives.told(words, table)
    repairrelatives.clefts(words, table)
    repairrelatives.inversions(words, table)
    repairrelatives.claimed(words, table)
    repairclauses.announced(words, table)
    repairclauses.speakers(words, table)
    repairclauses.interrupted(words)
    repairparticiples.finite(words, table)
    repairparticiples.agreement(words)
    repairparticiples.present(words, table)
    repairparticiples.asides(words, table)
    repairparticiples.strikers(words, table)
    repairparticiples.authors(words, table)
    repairparticiples.apposed(words, table)
    repairbeside.sufferers(words, table)
    repairbeside.detached(words)
    repairbeside.plans(words, table)
