"""Parties and armed movements that nobody lists, as a text names them and then calls them."""

from graph.actors.anaphora import Anaphora, Resolved
from graph.actors.discourse import Discourse
from graph.actors.phrases import Phrase
from graph.actors.records import Gazetteer, minted
from graph.actors.titles import TitleWords
from graph.text.folding import fold


class Fringe:
    """Names the movements of one text."""

    def __init__(
        self,
        text: str,
        gazetteer: Gazetteer,
        discourse: Discourse,
        words: TitleWords,
        anaphora: Anaphora,
    ) -> None:
        """Start before the first phrase of a text."""
        self._text, self._words = text, words
        self._descriptions = gazetteer.descriptions
        self._discourse, self._anaphora = discourse, anaphora

    def acronym(self, phrase: Phrase) -> tuple[str, ...]:
        """Return the unlisted capitals in brackets behind a name: "Acme Front (AF)"."""
        after = [self._text[unit.start : unit.end] for unit in phrase.after[:3]]
        if after[0::2] != ["(", ")"] or phrase.after[1].tag not in "NS":
            return ()
        return (after[1],)

    def movement(self, phrase: Phrase) -> Resolved:
        """Return a party or an armed movement that nobody lists, with its acronym."""
        name, acronym = self._text[phrase.start : phrase.end], self.acronym(phrase)
        actor = minted(name, "group", None, *acronym)
        head = next(unit for unit in phrase.units if unit.tag == "g")
        words = fold(self._text[head.start : head.end]).split()
        self._discourse.own[actor.id] = frozenset((*words, *map(fold, acronym)))
        return [actor], "name"

    def called(self, phrase: Phrase) -> Resolved:
        """Return a group that nobody lists, named beside what it is: "the Kwalu militia"."""
        name, noun = phrase.parts["called"], phrase.parts["noun"][0]
        written = self._text[name[0].start : name[-1].end]
        table, last = self._descriptions, written.rpartition("-")[2]
        if not any(table[entry.key].named for entry in noun.names) or last.islower():
            return [], "name"  # "the Genovia-based militia"
        if noun.start < name[0].start and self._text[noun.start].isupper():
            return [], "name"  # in a headline, "Militia Attacked" is none of that name
        if self._words.creeds.issuperset(fold(written).split()):
            return self._anaphora.described_by(phrase, noun)
        actor = minted(written, "group", None, *self.acronym(phrase))
        self._discourse.own[actor.id] = frozenset(map(fold, (written, *actor.names)))
        return [actor], "name"

    def short(self, phrase: Phrase) -> Resolved:
        """Return the movement that the text calls by the noun alone: "the Movement"."""
        word = self._text[phrase.start : phrase.end]
        actor = self._discourse.shortened(word)
        definite = word.isupper() or phrase.follows(self._text, self._words.definite)
        own = actor is not None and actor.label == word
        return [actor if definite or own else None], "name"
