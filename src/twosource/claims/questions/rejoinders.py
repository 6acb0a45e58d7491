"""Whether something is so, where one voice only points at what another said and rejects it.

"The ministry called this a lie", "she rejected the accusation", "he dismissed the words of Sol":
such a denial has no words of its own for what it denies. It denies what was said right before it by
somebody else, or what the person whom it names says in the same report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from twosource.claims.questions.context import Context, Found, holds, sentence_at
from twosource.claims.questions.phrasing import asked, clause_parts
from twosource.claims.questions.sameness import is_pronoun
from twosource.claims.questions.telling import Topic, question_of
from twosource.model.claim import NO, YES, Answer, Question, QuestionKind
from twosource.model.identity import EntityId
from twosource.model.proposition import Proposition, Tense
from twosource.model.report import Span, cut
from twosource.model.statement import Stance, Statement
from twosource.reference.cues import BASELESS

_POINTING = frozenset("this that these those it them".split())
_SAYINGS = frozenset(
    "claim allegation accusation charge assertion report statement word account story suggestion "
    "contention insinuation version theory".split()
)
_CLAIMING = ("claim", "alleg", "suggest", "accus", "insist", "contend", "blam")
"""How cues begin that tell of a claim to be rejected, rather than of a remark on it."""
_BEFORE_NOUN = frozenset("the a an such any all his her its their these those this that".split())
# Words that may follow what is pointed at: how it is called, and who said it.
_CALLED = re.compile(r"(?i)^(?:as|to be|is|are|was|were|a|an|of|by|from|made|against|being)$")
_REACH, _FEW = 2, 2
_RELATIVE = frozenset("who which that whom whose what".split())
_LONGEST = 14
_WORD = re.compile(r"[\w’'-]+")


def rejoinder_questions(cases: Sequence[Context], raised: Sequence[Question]) -> Iterable[Question]:
    """Ask whether what one says is so, where another rejects it by pointing at it.

    Args:
        cases: The reports.
        raised: The questions that stand already; what they oppose is not asked again.
    """
    known = {
        id_
        for question in raised
        if question.kind is QuestionKind.WHETHER
        for claim in question.claims
        if claim.answer.startswith(NO)
        for id_ in claim.statements
    }
    for context in cases:
        told = [one for one in context.facts.statements if one.speaker is not None]
        for denial in told:
            if denial.id in known or not _only_points(denial):
                continue
            named = _entities_in(context, denial.content)
            seek = _named if named else _before
            said = seek(context, denial, told)
            if said is not None:
                yield from _question(context, said, denial, raised)


def _only_points(denial: Statement) -> bool:
    """Whether a denial's content only points at what was said."""
    if denial.stance is not Stance.DENIES or denial.more:
        return False
    words = [word.lower() for word in _WORD.findall(denial.content.quote)]
    if not words or len(words) > _LONGEST:
        return False
    if words[0] in _POINTING and (len(words) == 1 or words[1] not in _SAYINGS):
        return len(words) == 1 or bool(BASELESS.intersection(words))
    while words and words[0] in _BEFORE_NOUN:
        words.pop(0)
    if not words or not _is_saying(words[0]):
        return False
    return len(words) == 1 or bool(_CALLED.match(words[1]))


def _is_saying(word: str) -> bool:
    return word in _SAYINGS or word.removesuffix("s") in _SAYINGS


def _named(context: Context, denial: Statement, told: Sequence[Statement]) -> Statement | None:
    """What the person says whom a denial names, the last before it first; ``None``: too much."""
    entities = _entities_in(context, denial.content)
    theirs = [one for one in told if one.speaker and one.speaker.entity in entities]
    theirs = [one for one in theirs if _is_claim(one, denial)]
    before = [one for one in theirs if one.content.start < denial.content.start]
    # Of somebody who says much, it cannot be told which words are meant.
    return (before or theirs)[-1] if 0 < len(theirs) <= _FEW else None


def _entities_in(context: Context, span: Span) -> set[EntityId]:
    return {
        entity for start, end, entity in context.mentions if span.start <= start and end <= span.end
    }


def _before(context: Context, denial: Statement, told: Sequence[Statement]) -> Statement | None:
    """What somebody else says right before a denial."""
    at = sentence_at(context, denial.content)
    for one in reversed(told):
        if one.content.start >= denial.content.start or not _is_claim(one, denial):
            continue
        there = sentence_at(context, one.content)
        near = at is not None and there is not None and at.number - there.number <= _REACH
        return _claim_of(context, one, denial, told) if near else None
    return None


def _claim_of(
    context: Context, last: Statement, denial: Statement, told: Sequence[Statement]
) -> Statement:
    """What the last speaker claims, where the last words only bear it out: "I saw it myself"."""
    at = sentence_at(context, denial.content)
    for one in told:
        there = sentence_at(context, one.content)
        if at is None or there is None or not 0 < at.number - there.number <= _REACH:
            continue
        ours = None if one.speaker is None else one.speaker.entity
        same = ours is not None and last.speaker is not None and ours == last.speaker.entity
        claims = one.cue is not None and one.cue.quote.lower().startswith(_CLAIMING)
        if same and claims and _is_claim(one, denial):
            return one
    return last


def _is_claim(one: Statement, denial: Statement) -> bool:
    """Whether a statement claims something that a denial by another can reject."""
    if one.stance in {Stance.DECLINES, Stance.PREDICTS} or one is denial:
        return False
    ours, theirs = denial.speaker, one.speaker
    if ours is None or theirs is None or _only_points(one):
        return False
    same = ours.entity == theirs.entity if ours.entity and theirs.entity else False
    return not same and ours.span.quote.lower() != theirs.span.quote.lower()


def _question(
    context: Context, said: Statement, denial: Statement, raised: Sequence[Question]
) -> Iterator[Question]:
    clause = _widest(context, said)
    if clause is None:
        return
    # Who calls a denial a lie says that it was so.
    yes = NO if said.stance is Stance.DENIES else YES
    no = YES if yes == NO else NO
    report = context.facts.report.id
    pair = [
        (Found(Answer(clause, clause.span, report, said.id), clause, context), yes),
        (Found(Answer(clause, _rejection(context, denial), report, denial.id), None, context), no),
    ]
    pair += [(one, no) for one in _grounds(context, denial, clause)]
    polarity = {one.answer.span: word for one, word in pair}
    parts = clause_parts([clause]) if clause.tense is not Tense.FUTURE else None
    words = " ".join(clause.span.quote.split()[:_LONGEST])
    text = asked(parts) if parts and clause.positive else f"Is it so: “{words}”?"
    text = _asked_already(clause, raised) or text
    key = ("rejected", clause.lemma, *sorted(one.lemma for one in clause.arguments))
    reason = "one voice rejects what another says, without words of its own for it; 1 report"
    yield question_of(
        Topic(QuestionKind.WHETHER, text, key, reason),
        [one for one, _ in pair],
        lambda one: polarity[one.answer.span],
        lambda one: f"{polarity[one.answer.span]}: {' '.join(one.answer.span.quote.split())}",
    )


def _asked_already(clause: Proposition, raised: Sequence[Question]) -> str:
    """The question that a clause says yes to and another voice no; the two are one question."""
    for question in raised:
        if question.kind is QuestionKind.WHETHER:
            yes = {s for c in question.claims if c.answer.startswith(YES) for s in c.spans}
            if clause.span in yes and any(c.answer.startswith(NO) for c in question.claims):
                return question.text
    return ""


def _rejection(context: Context, denial: Statement) -> Span:
    """The words that reject, with who does, where they stand in one short run."""
    speaker = () if denial.speaker is None else (denial.speaker.span,)
    spans = (denial.content, *speaker, *(() if denial.cue is None else (denial.cue,)))
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    whole = cut(context.facts.report, start, end)
    sentence = sentence_at(context, whole)
    inside = sentence is not None and holds(sentence.span, whole)
    return whole if inside and len(whole.quote.split()) <= _LONGEST else denial.content


def _widest(context: Context, said: Statement) -> Proposition | None:
    """The widest clause of a content."""
    inside = [
        clause
        for clause in context.facts.propositions
        if clause.statement == said.id
        and any(holds(part, clause.span) for part in said.parts)
        and not clause.nominal
        and not all(is_pronoun(one) for one in clause.arguments)
        and not any(one.lemma.lower() in _RELATIVE for one in clause.arguments)
    ]
    return max(
        inside,
        key=lambda clause: (len(clause.span.quote), -clause.span.start),
        default=None,
    )


def _grounds(context: Context, denial: Statement, clause: Proposition) -> Iterator[Found]:
    """What is said on a rejection's behalf right after it, of something that the claim names."""
    at = sentence_at(context, denial.content)
    told = {one.lemma.split()[-1] for one in clause.arguments if one.lemma and one.span.quote}
    for one in context.facts.statements:
        there = sentence_at(context, one.content)
        if at is None or there is None or there.number != at.number + 1 or one.speaker is None:
            continue
        ours = denial.speaker is not None and one.speaker.entity == denial.speaker.entity
        theirs = one.speaker.span.quote.split()[0].lower() in {"its", "his", "her", "their"}
        found = _widest(context, one) if ours or theirs else None
        if found is not None and told & {a.lemma.split()[-1] for a in found.arguments if a.lemma}:
            yield Found(Answer(found, found.span, context.facts.report.id, one.id), found, context)
