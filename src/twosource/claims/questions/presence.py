"""Noun phrases that name in one what a denial says is not there.

"Ammunition was never kept at the depot" answers a report that writes of "the ammunition depot".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.claims.questions.context import Context
from twosource.claims.questions.predicates import EXIST
from twosource.claims.questions.telling import place
from twosource.claims.questions.told import ANSWERING, Told, is_other_voice
from twosource.claims.questions.words import Word
from twosource.model.claim import YES
from twosource.model.proposition import Argument
from twosource.model.report import Span
from twosource.reference.happenings import NOMINALISATIONS

HARBOURING = frozenset("keep store live reside stay house hold base station deploy hide".split())
"""Verbs that say that something is or was in a place."""

# Words of a phrase beyond which it names more than one thing.
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun phrase that names things together: "the ammunition depot"."""

    told: Told
    keys: frozenset[str]


class Phrases:
    """The noun phrases of clauses that say yes, by each word and each entity that they name.

    Args:
        told: The clauses of the case.
    """

    def __init__(self, told: Sequence[Told]) -> None:
        self._by_key: defaultdict[str, list[_Phrase]] = defaultdict(list)
        seen: set[Span] = set()
        for one in told:
            if one.polarity == YES and one.layer in ANSWERING:
                for part in one.clause.arguments:
                    if part.span not in seen and not part.negative and not _is_deed(part):
                        seen.add(part.span)
                        self._add(one, part.span)

    def _add(self, one: Told, span: Span) -> None:
        words = [word.lower().strip("“”\"'’,.") for word in span.quote.split()]
        if not 1 < len(words) <= _LONGEST:
            return
        shown = replace(one, found=replace(one.found, answer=replace(one.found.answer, span=span)))
        keys = frozenset(map(_singular, words)) | _entities_in(one.found.context, span)
        phrase = _Phrase(shown, keys)
        for key in phrase.keys:
            self._by_key[key].append(phrase)

    def naming(self, denial: Told) -> list[Told]:
        """Those that name in one, in another voice, what a denial says is not there."""
        gist = denial.gist
        if gist.any or not (gist.predicate == EXIST or denial.clause.lemma in HARBOURING):
            return []
        if gist.matter is None or len(gist.around) != 1:
            return []
        there = _keys(gist.around[0])
        return [
            phrase.told
            for phrase in sorted(self._with(gist.matter), key=lambda one: place(one.told.found))
            if there & phrase.keys and is_other_voice(denial.found, phrase.told.found)
        ]

    def _with(self, word: Word) -> list[_Phrase]:
        found = [one for key in _keys(word) for one in self._by_key[key]]
        return list({one.told.found.answer.span: one for one in found}.values())


def _keys(word: Word) -> set[str]:
    """What shows that a phrase names a thing: its entity, or its noun where it is no name."""
    noun = "" if word.named else _singular(word.text.split()[-1])
    return {word.entity, noun} - {""}


def _singular(word: str) -> str:
    """A noun without the ending of most plurals, so that both forms are one key."""
    return word.removesuffix("s")


def _is_deed(part: Argument) -> bool:
    return part.lemma.split()[-1] in NOMINALISATIONS


def _entities_in(context: Context, span: Span) -> frozenset[str]:
    return frozenset(
        entity for start, end, entity in context.mentions if span.start <= start and end <= span.end
    )
