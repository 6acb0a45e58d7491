"""Whether something is so, where one denies what another says in other words.

What shares its words with a denial stands under one question already; here a denial is held against
every clause of the case that says, by nearness of its words, what the denial denies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from twosource.claims.questions.clauses import LIGHT_DEEDS, TURNED
from twosource.claims.questions.context import Found, reports_in
from twosource.claims.questions.gist import Gist
from twosource.claims.questions.idioms import given, idiom_of, turned
from twosource.claims.questions.kin import covered_by
from twosource.claims.questions.messages import never_reached, sent_in
from twosource.claims.questions.nearness import Nearness
from twosource.claims.questions.opposing import (
    LIKE_DEED,
    breaks_what_is_denied,
    deny_alike,
    is_contrary,
    opposes,
)
from twosource.claims.questions.phrasing import Parts, asked, clause_parts, lowered
from twosource.claims.questions.predicates import EXIST
from twosource.claims.questions.presence import Phrases
from twosource.claims.questions.sameness import argument, aspect_of
from twosource.claims.questions.telling import Topic, question_of
from twosource.claims.questions.told import Told, place_of
from twosource.claims.questions.wide import is_of_meeting, reaches_far
from twosource.claims.questions.wording import is_determined, phrase
from twosource.model.claim import NO, YES, Question, QuestionKind
from twosource.model.proposition import ArgumentRole, Proposition
from twosource.model.report import Span
from twosource.reference.contraries import ALL_CONTRARIES

MOST_HELD = 48
"""Clauses that one denial is held against: those of its predicate, and with most words in common,
first."""

_FURTHER = frozenset("another other others further more additional".split())
# Words of a clause that a question quotes where no pattern of questions fits.
_LONGEST = 14


def denial_questions(
    told: Sequence[Told], near: Nearness, raised: Sequence[Question]
) -> Iterable[Question]:
    """Ask whether what is denied is so, where another voice says so in other words.

    Args:
        told: What the clauses of the case say or deny, as :func:`told_in` has it.
        near: Tells which words are near in meaning.
        raised: The questions that stand already; what they oppose is not asked again.
    """
    index = _Index(told, near)
    known = _opposed_already(raised)
    phrases = Phrases(told)
    broken = [replace(one, polarity=YES) for one in told if _is_turned(one)][:MOST_HELD]
    sent = sent_in(told, YES)
    groups: list[tuple[list[Told], list[Told]]] = []
    for denial in told:
        if denial.polarity != NO:
            continue
        unsent = sent_in([denial], NO)
        if not (_is_worth(denial) or unsent):
            continue
        against = [
            one
            for one in index.candidates(denial)
            if opposes(denial, one, near) and not _known(denial, one, known)
            if not _is_one_verb(denial, one)
        ]
        against += [one.told for no in unsent for one in sent if never_reached(no, one, near)]
        against += phrases.naming(denial)
        if reaches_far(denial):
            against += [
                one
                for one in told
                if one.polarity == YES and one not in against and opposes(denial, one, near)
            ][:MOST_HELD]
        against += [one for one in broken if breaks_what_is_denied(denial, one, near)]
        if against:
            _grouped(groups, denial, against)
    by_predicate: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.polarity == NO:
            by_predicate[one.gist.predicate].append(one)
    for denials, claims in groups:
        alike = [
            other
            for other in by_predicate[denials[0].gist.predicate][:MOST_HELD]
            if other not in denials and deny_alike(denials[0].gist, other.gist, near)
        ]
        yield from _question([*denials, *alike], claims)


def _is_turned(one: Told) -> bool:
    """Whether a clause says something of a thing and so denies its contrary: "was wrecked"."""
    return one.polarity == NO and one.clause.positive and not one.gist.positive


def _is_worth(denial: Told) -> bool:
    """Whether a denial says of something what did not happen to it."""
    if denial.gist.any and aspect_of(denial.clause) is not None:
        # "Nothing happened" says what nobody did, as a rule.
        return False
    if denial.gist.any and denial.clause.lemma in LIGHT_DEEDS:
        # "Had nothing to do with it" says of no thing that it is not there.
        return False
    if denial.gist.predicate == EXIST and denial.clause.span.quote.lower().startswith("then "):
        # "Then there was no light" tells of one moment.
        return False
    if denial.clause.lemma != "involve" and any(
        _FURTHER & set(one.span.quote.lower().split()) for one in denial.clause.arguments
    ):
        # "No sign of another" leaves the first as it is.
        return False
    if is_of_meeting(denial):
        return True
    return bool(denial.gist.about) or (denial.gist.any and not denial.clause.nominal)


class _Index:
    """The clauses that say yes, by predicate and by the words that they are said of."""

    def __init__(self, told: Sequence[Told], near: Nearness) -> None:
        self.by_key: defaultdict[str, list[int]] = defaultdict(list)
        self.told = [one for one in told if one.polarity == YES]
        self.order = [place_of(one) for one in self.told]
        self.near = near
        for number, one in enumerate(self.told):
            for key in {one.gist.predicate, *_keys(one.gist)}:
                self.by_key[key].append(number)
        self.words = sorted(key for key in self.by_key if key)
        near.read(self.words)
        self.vectors = near.matrix(self.words)

    def candidates(self, denial: Told) -> Iterator[Told]:
        """Those that share words with a denial, by nearness; most in common first."""
        counts: dict[int, int] = defaultdict(int)
        for key in {denial.gist.predicate, *_keys(denial.gist)}:
            for other in self._near(key):
                for number in self.by_key[other]:
                    counts[number] += 2 if key == denial.gist.predicate else 1
        best = sorted(counts, key=lambda n: (-counts[n], self.order[n]))
        yield from (self.told[number] for number in best[:MOST_HELD])

    def _near(self, key: str) -> list[str]:
        if not self.words:
            return []
        cosines = self.vectors @ self.near.matrix([key])[0]
        found = [self.words[n] for n in (cosines >= LIKE_DEED).nonzero()[0]]
        found += [word for word in sorted(covered_by(key)) if word in self.by_key]
        return found if key not in self.by_key or key in found else [*found, key]


def _keys(gist: Gist) -> set[str]:
    return {word.entity or word.text.split()[-1] for word in gist.about}


_Places = frozenset[Span]


def _opposed_already(raised: Sequence[Question]) -> list[tuple[_Places, _Places]]:
    """The spans that say yes and those that say no, of each question of whether."""
    found = []
    for question in raised:
        if question.kind is QuestionKind.WHETHER:
            denied = [claim for claim in question.claims if claim.answer.startswith(NO)]
            no = {span for claim in denied for span in claim.spans}
            every = {span for claim in question.claims for span in claim.spans}
            if no and every - no:
                found.append((frozenset(no), frozenset(every - no)))
    return found


def _known(denial: Told, claim: Told, known: Collection[tuple[_Places, _Places]]) -> bool:
    ours, theirs = denial.found.answer.span, claim.found.answer.span
    return any(ours in no or ours in yes or theirs in yes for no, yes in known)


def _grouped(
    groups: list[tuple[list[Told], list[Told]]], denial: Told, against: Sequence[Told]
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


def _question(denials: Sequence[Told], claims: Sequence[Told]) -> Iterable[Question]:
    if all(_own_sign(one) == NO for one in claims) and any(_is_turned(d) for d in denials):
        # "Without stopping" and "came to a stop": asked by what was done, not by what was not.
        denials, claims = [_flipped(c) for c in claims], [_flipped(d) for d in denials]
    polarity = {one.found.answer.span: one.polarity for one in (*claims, *denials)}
    found = list({one.found.answer.span: one.found for one in (*denials, *claims)}.values())
    # What is denied is asked as it was denied: nobody denied what another said in other words.
    plain = [one.clause for one in denials if _is_plain(one)]
    parts = _as_denied(plain) or clause_parts([one.clause for one in claims if _is_asked_by(one)])
    parts = parts or clause_parts([one.clause for one in denials if _is_asked_by(one)])
    if parts is not None:
        parts = lowered(parts, [one.clause for one in (*claims, *denials)])
    gist = min(denials, key=place_of).gist
    involved = any(one.clause.lemma == "involve" for one in denials)
    if (
        gist.predicate == EXIST
        and gist.matter
        and not involved
        and EXIST not in {c.gist.predicate for c in claims}
    ):
        parts = ("was", f"there any {gist.matter.text}")
    first = min(claims, key=place_of).found.answer.span.quote.split()
    text = asked(parts) if parts else f"Is it so: “{' '.join(first[:_LONGEST])}”?"
    key = ("denied", gist.predicate, *sorted(word.entity or word.text for word in gist.about))
    reason = f"one denies what another says in other words; {reports_in(found)} report(s)"
    yield question_of(
        Topic(QuestionKind.WHETHER, text, key, reason),
        found,
        lambda one: polarity[one.answer.span],
        lambda one: _polar(polarity[one.answer.span], one),
    )


def _own_sign(one: Told) -> str:
    """What a clause answers to its own words: "not empty" says no, though the thing is full."""
    return one.polarity if one.gist.positive else TURNED[one.polarity]


def _flipped(one: Told) -> Told:
    """A clause with the sign that its own words have."""
    return replace(one, polarity=TURNED[one.polarity])


def _as_denied(clauses: Sequence[Proposition]) -> Parts | None:
    """A question in the words of denials: "any" for what no article determines.

    "No ammunition was kept at the depot" asks whether any ammunition was kept at the depot.
    """
    bare = not any(argument(clause, ArgumentRole.PATIENT) for clause in clauses)
    parts = clause_parts(clauses, oblique=bare) if clauses else None
    if parts is None:
        return None
    auxiliary, rest = parts
    if auxiliary in {"was", "were"} and rest.startswith("there "):
        return parts
    for one in (one for clause in clauses for one in clause.arguments):
        named = phrase(one)
        if (
            one.role is not ArgumentRole.AGENT
            and named.startswith("the ")
            and not is_determined(one)
        ):
            rest = rest.replace(named, f"any {named.removeprefix('the ')}", 1)
    return auxiliary, rest


def _is_asked_by(one: Told) -> bool:
    """Whether a clause can be asked about as it stands: yes to it is yes to the question.

    What its object says of a thing, or makes of its verb, no pattern of questions brings out.
    """
    bare = one.clause.lemma == "be" and given(one.clause)
    if bare or idiom_of(one.clause) or turned(one.clause) or one.clause.lemma == "leave":
        return False
    return one.clause.positive == (one.polarity == YES)


def _is_one_verb(denial: Told, claim: Told) -> bool:
    """Whether two states are told with one verb, so that its own sign decides: "did not brake"."""
    verb = denial.clause.lemma
    if not (is_contrary(denial.gist) and verb == claim.clause.lemma and verb in ALL_CONTRARIES):
        return False
    # "Left" and "denied having left" are one question, whichever of two states is asked about.
    return _own_sign(denial) == _own_sign(claim)


def _is_plain(denial: Told) -> bool:
    """Whether a denial denies its own clause: not its contrary, nor all but one thing."""
    bare = denial.clause.lemma == "be" and given(denial.clause)
    if bare or idiom_of(denial.clause) or turned(denial.clause):
        return False
    return denial.polarity == NO and denial.gist.positive and denial.gist.only is None


def _polar(polarity: str, one: Found) -> str:
    if polarity == YES:
        return polarity
    return f"{polarity}: {' '.join(one.answer.span.quote.split())}"
