"""Whether something is so, where one denies what another says in other words.

What shares its words with a denial stands under one question already; here a denial is held against
every clause of the case that says, by nearness of its words, what the denial denies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from twosource.claims.questions.context import (
    Context,
    Found,
    giver,
    holds,
    reports_in,
    sentence_at,
)
from twosource.claims.questions.gist import EXIST, Gist, Nearness, Word, gist_of
from twosource.claims.questions.phrasing import asked, clause_parts
from twosource.claims.questions.polarity import (
    LIGHT,
    answer_of,
    denied_clauses,
    denies_a_number,
)
from twosource.claims.questions.sameness import Classes
from twosource.claims.questions.telling import Topic, place, question_of
from twosource.language.meaning import Meaning
from twosource.model.claim import NO, YES, Question, QuestionKind
from twosource.model.event import Layer
from twosource.model.proposition import ArgumentRole, Proposition
from twosource.model.report import Span
from twosource.model.statement import Stance
from twosource.model.value import Precision
from twosource.reference.cues import VERBS

SAME_DEED, LIKE_DEED = 0.6, 0.46
"""Cosines of predicates above which two clauses tell of one deed, or of deeds that may be one."""
SAME_THING = 0.6
"""Cosine of words above which they may mean one thing ("gunman", "armed man": .66)."""
OTHER_BODY = 0.35
"""Cosine below which two doers are not one."""
MOST_HELD = 24
"""Clauses that one denial is held against, those with most words in common first."""

_CORE = frozenset({ArgumentRole.AGENT, ArgumentRole.PATIENT})
_ANSWERING = frozenset({Layer.EVENT, Layer.UNKNOWN, None})
_SPEAKING = frozenset("speak talk chat".split())
_FINDING = frozenset("find discover".split())
# Sentences after an accusation within which a denial may answer it.
_REPLY = 4
_LONGEST = 14
_HOURS = frozenset({Precision.SECOND, Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY})


@dataclass(frozen=True, slots=True)
class _Told:
    """A clause with what it answers and its gist."""

    found: Found
    clause: Proposition
    polarity: str
    gist: Gist
    layer: Layer | None


def denial_questions(
    cases: Sequence[Context], classes: Classes, meaning: Meaning, raised: Sequence[Question]
) -> Iterable[Question]:
    """Ask whether what is denied is so, where another voice says so in other words.

    Args:
        cases: The reports.
        classes: Which words are one.
        meaning: Tells which words are near in meaning.
        raised: The questions that stand already; what they oppose is not asked again.
    """
    told = [one for context in cases for one in _told_in(context, classes)]
    near = Nearness(meaning)
    index = _Index(told, near)
    known = _opposed_already(raised)
    groups: list[tuple[list[_Told], list[_Told]]] = []
    for denial in told:
        if denial.polarity != NO or not _is_worth(denial):
            continue
        against = [
            one
            for one in index.candidates(denial)
            if _opposes(denial, one, near) and not _known(denial, one, known)
        ]
        if against:
            _grouped(groups, denial, against)
    for denials, claims in groups:
        yield from _question(denials, claims)


def _told_in(context: Context, classes: Classes) -> Iterator[_Told]:
    denied = denied_clauses(context)
    for clause in context.facts.propositions:
        said = answer_of(context, clause, denied, any_verb=True, any_layer=True)
        if said is None or _is_about_words(clause):
            continue
        if said[1] == NO and denies_a_number(context, clause):
            continue
        gist = gist_of(context, clause, classes)
        polarity = said[1]
        if not gist.positive and polarity in {YES, NO}:
            polarity = NO if polarity == YES else YES
        layer = _layer(context, clause)
        yield _Told(said[0], clause, polarity, gist, layer)


def _is_about_words(clause: Proposition) -> bool:
    """Whether a clause tells of speech or belief, which is denied without denying a deed."""
    if clause.lemma in LIGHT or clause.lemma in _SPEAKING:
        return True
    return clause.lemma in VERBS and clause.lemma not in _FINDING


def _layer(context: Context, clause: Proposition) -> Layer | None:
    sentence = sentence_at(context, clause.span)
    return None if sentence is None else sentence.layer


def _is_worth(denial: _Told) -> bool:
    """Whether a denial says of something what did not happen to it."""
    return bool(denial.gist.about) or (denial.gist.any and not denial.clause.nominal)


class _Index:
    """The clauses that say yes, by predicate and by the words that they are said of."""

    def __init__(self, told: Sequence[_Told], near: Nearness) -> None:
        self.by_key: defaultdict[str, list[int]] = defaultdict(list)
        self.told = [one for one in told if one.polarity == YES]
        self.near = near
        for number, one in enumerate(self.told):
            for key in {one.gist.predicate, *_keys(one.gist)}:
                self.by_key[key].append(number)
        self.words = sorted(key for key in self.by_key if key)
        near.read(self.words)
        self.vectors = near.matrix(self.words)

    def candidates(self, denial: _Told) -> Iterator[_Told]:
        """Those that share words with a denial, by nearness; most in common first."""
        counts: dict[int, int] = defaultdict(int)
        for key in {denial.gist.predicate, *_keys(denial.gist)}:
            for other in self._near(key):
                for number in self.by_key[other]:
                    counts[number] += 1
        best = sorted(counts, key=lambda n: (-counts[n], place(self.told[n].found)))
        yield from (self.told[number] for number in best[:MOST_HELD])

    def _near(self, key: str) -> list[str]:
        if not self.words:
            return []
        cosines = self.vectors @ self.near.matrix([key])[0]
        found = [self.words[n] for n in (cosines >= LIKE_DEED).nonzero()[0]]
        return found if key not in self.by_key or key in found else [*found, key]


def _keys(gist: Gist) -> set[str]:
    return {word.entity or word.text.split()[-1] for word in gist.about}


def _opposes(denial: _Told, claim: _Told, near: Nearness) -> bool:
    """Whether a clause says, by another voice, what a denial denies."""
    if not _is_other_voice(denial.found, claim.found) or not _tell_of_one_event(denial, claim):
        return False
    ours, theirs = denial.gist, claim.gist
    deed = _deed(ours, theirs, near)
    if _elsewhere(ours, theirs, near):
        return False
    if ours.any:
        return deed >= SAME_DEED and _doers_agree(ours, theirs, near, needed=True)
    shared = sum(1 for word in ours.about if _found_in(word, theirs.about, near))
    matter = ours.matter
    if matter is None or not _found_in(matter, theirs.core, near):
        return False
    if _answers_charge(denial, claim):
        return deed >= LIKE_DEED
    if not _doers_agree(ours, theirs, near, needed=False):
        return False
    return deed >= SAME_DEED or (deed >= LIKE_DEED and shared > 1)


def _deed(ours: Gist, theirs: Gist, near: Nearness) -> float:
    """How near two predicates are; a state and a deed are near only where they are the same."""
    if ours.predicate == EXIST and theirs.works and not ours.around:
        return 1.0
    if ours.state != theirs.state or EXIST in {ours.predicate, theirs.predicate}:
        return float(ours.predicate == theirs.predicate)
    return near.of(ours.predicate, theirs.predicate)


def _is_other_voice(one: Found, other: Found) -> bool:
    (report, speaker), (also, told_by) = giver(one), giver(other)
    return speaker != told_by if speaker and told_by else (report, speaker) != (also, told_by)


def _tell_of_one_event(denial: _Told, claim: _Told) -> bool:
    """Whether neither clause is told of another event: one that is carries a date of its own."""
    return all(
        one.layer in _ANSWERING
        or (one.layer is not Layer.FORESEEN and not one.gist.any and not _dated(one))
        for one in (denial, claim)
    )


def _dated(one: _Told) -> bool:
    sentence = sentence_at(one.found.context, one.clause.span)
    return sentence is None or any(
        holds(sentence.span, value.span) and value.precision not in _HOURS
        for value in one.found.context.facts.times
    )


def _elsewhere(ours: Gist, theirs: Gist, near: Nearness) -> bool:
    """Whether both are set somewhere, by one preposition, in places that have nothing in common."""
    for word in ours.around:
        there = [other for other in theirs.around if other.preposition == word.preposition]
        if there and not any(_nearness(word, other, near) >= OTHER_BODY for other in there):
            return True
    return False


def _doers_agree(ours: Gist, theirs: Gist, near: Nearness, *, needed: bool) -> bool:
    """Whether the doers that both name may be one; a name and a noun may always be."""
    if not ours.doers or not theirs.doers:
        return not (needed and ours.doers)
    return any(
        bool(one.entity) != bool(other.entity) or _nearness(one, other, near) >= OTHER_BODY
        for one in ours.doers
        for other in theirs.doers
    )


def _found_in(word: Word, others: Sequence[Word], near: Nearness) -> bool:
    return any(_nearness(word, other, near) >= SAME_THING for other in others)


def _nearness(word: Word, other: Word, near: Nearness) -> float:
    if word.entity and word.entity == other.entity:
        return 1.0
    if word.named or other.named:
        return float(word.text == other.text)
    return near.of(word.text, other.text)


def _answers_charge(denial: _Told, claim: _Told) -> bool:
    """Whether a denial follows a charge in one report, and so answers it."""
    one, other = denial.found, claim.found
    if one.answer.report != other.answer.report or other.answer.statement is None:
        return False
    charge = other.context.statements[other.answer.statement]
    after = denial.clause.sentence - claim.clause.sentence
    return charge.stance is Stance.ACCUSES and 0 < after <= _REPLY


_Places = frozenset[Span]


def _opposed_already(raised: Sequence[Question]) -> list[tuple[_Places, _Places]]:
    """The spans that say yes and those that say no, of each question of whether."""
    found = []
    for question in raised:
        if question.kind is QuestionKind.WHETHER:
            no = {s for claim in question.claims if claim.answer.startswith(NO) for s in claim.spans}
            every = {span for claim in question.claims for span in claim.spans}
            if no and every - no:
                found.append((frozenset(no), frozenset(every - no)))
    return found


def _known(denial: _Told, claim: _Told, known: Collection[tuple[_Places, _Places]]) -> bool:
    ours, theirs = denial.found.answer.span, claim.found.answer.span
    return any(ours in no or theirs in yes for no, yes in known)


def _grouped(
    groups: list[tuple[list[_Told], list[_Told]]], denial: _Told, against: Sequence[_Told]
) -> None:
    """Put a denial with the first that denies one of the same clauses; else on its own."""
    spans = {one.found.answer.span for one in against}
    for denials, claims in groups:
        held = {one.found.answer.span for one in claims}
        if held & spans:
            denials.append(denial)
            claims += [one for one in against if one.found.answer.span not in held]
            return
    groups.append(([denial], list(against)))


def _question(denials: Sequence[_Told], claims: Sequence[_Told]) -> Iterable[Question]:
    polarity = {one.found.answer.span: one.polarity for one in (*claims, *denials)}
    found = list({one.found.answer.span: one.found for one in (*claims, *denials)}.values())
    parts = clause_parts([one.clause for one in claims]) or clause_parts(
        [one.clause for one in denials]
    )
    first = min(claims, key=lambda one: place(one.found)).found.answer.span.quote.split()
    text = asked(parts) if parts else f"Is it so: “{' '.join(first[:_LONGEST])}”?"
    gist = min(denials, key=lambda one: place(one.found)).gist
    key = ("denied", gist.predicate, *sorted(word.entity or word.text for word in gist.about))
    reason = f"one denies what another says in other words; {reports_in(found)} report(s)"
    yield question_of(
        Topic(QuestionKind.WHETHER, text, key, reason),
        found,
        lambda one: polarity[one.answer.span],
        lambda one: f"{polarity[one.answer.span]}: {' '.join(one.answer.span.quote.split())}",
    )
