"""Where the reports offer an explanation: who is said to have done it, and what to have caused it.

Four sources. Bodies to which the event is laid are taken from the question of who was behind it.
Things that one voice says and another denies are explanations where they are no count of the
harmed. Words that name a cause ("because of", "blamed on", "ruled out", "was set off by") name it
outright. An accusation names a deed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.claims.questions.fates import fate_of
from twosource.hypotheses.testimony import Testimony
from twosource.model.claim import NO, POSSIBLY, Claim, Question, QuestionKind
from twosource.model.hypothesis import HypothesisKind
from twosource.model.identity import ReportId
from twosource.model.proposition import Argument, ArgumentRole, Modality, Proposition, Tense
from twosource.model.report import Report, Span, cut
from twosource.model.statement import Stance
from twosource.reference.cues import VERBS
from twosource.reference.explanations import (
    BLAMED_AFTER,
    BRINGING,
    CAUSAL_PHRASES,
    CAUSING,
    INQUIRY,
    RUMOURS,
    STAGED_PHRASES,
    STAGING,
    THEORY_NOUNS,
)

EXCLUDING = frozenset({"rule out", "exclude", "discount", "preclude"})
_LONGEST_LABEL = 12
_MOST_WORDS = 6
_BARE = 5
_TWO = 3
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
STAGED_THEMES = frozenset({"stage", "staged", "fabricated", "fake", "hoax", "flag"})
_STOP = frozenset(
    "the a an this that these those its his her their our my your and or but which who whom whose "
    "when while where in on at by for with from to of as was were is are had has have been be it "
    "he she they we i not no any some all there".split()
)
_CUT = frozenset(
    "and but which that who whose when while after before since although in at".split()
)


@dataclass(frozen=True, slots=True)
class Offer:
    """One place where an explanation is offered.

    Attributes:
        kind: What it explains.
        key: Offers with equal keys are one explanation.
        label: The explanation in printed words.
        raised: Where it stands.
        themes: Lemmas by which other words on it are recognised.
        side: Whether the words that raise it speak for it; ``None``: to be told from them.
        agent: Who is said to have done it, as printed; ``""`` where nobody is named.
    """

    kind: HypothesisKind
    key: tuple[str, ...]
    label: str
    raised: Span
    themes: frozenset[str]
    side: bool | None = True
    agent: str = ""


def offers_in(
    questions: Sequence[Question],
    testimonies: Sequence[Testimony],
    reports: Mapping[ReportId, Report],
    terms: Collection[str] = (),
) -> list[Offer]:
    """Every place of a case where an explanation is offered, in a fixed order.

    Args:
        questions: The questions of the case.
        testimonies: What is said in it.
        reports: Its reports by id, to cut spans from.
        terms: Lemmas that name the event.
    """
    found = [offer for question in questions for offer in _asked(question)]
    for one in testimonies:
        found += _causes(one)
        phrases = _phrases(one, reports[one.span.report])
        found += [offer for offer in phrases if not offer.themes & set(terms)]
        found += _staged(one)
        found += _rumours(one)
        found += _accusations(one, frozenset(terms))
        found += _guesses(one, frozenset(terms))
    return found


def _asked(question: Question) -> Iterable[Offer]:
    if question.kind is QuestionKind.WHO and question.topic[:2] == ("behind", "event"):
        for claim in question.claims:
            yield from _actor(claim, question)
    elif question.kind is QuestionKind.WHO:
        for claim in question.claims:
            yield _doer(claim, question)
    elif question.kind is QuestionKind.WHETHER and _is_disputed(question):
        yes = [claim for claim in question.claims if not claim.answer.startswith(NO)]
        yield from _deed(question, yes)


def _actor(claim: Claim, question: Question) -> Iterable[Offer]:
    name = claim.answer.removeprefix(f"{POSSIBLY} ").removeprefix("the ").strip()
    given = [one for one in claim.given if not is_staged(one.value, one.span)]
    if not given or (not name[:1].isupper() and len(name.split()) > _LONGEST_LABEL):
        return
    what = question.text.removeprefix("Who was behind ").rstrip("?")
    for one in given:
        yield Offer(
            HypothesisKind.ACTOR,
            ("actor", name.casefold()),
            f"{name}: behind {what}",
            one.span,
            frozenset(_own_name(name).casefold().split()) - _STOP,
            agent=name,
        )


def _own_name(name: str) -> str:
    """A name without those whom it belongs to: the opponents of "the governor's opponents"."""
    return re.split(r"['’]s?\s+", name)[-1]


def _rumours(one: Testimony) -> Iterable[Offer]:
    """Talk that may itself have brought it about."""
    for clause in one.clauses:
        for argument in clause.arguments:
            if argument.role is ArgumentRole.AGENT and argument.lemma.split()[-1] in RUMOURS:
                themes = frozenset({argument.lemma.split()[-1]})
                words = clause.span if len(argument.span.quote.split()) < _TWO else argument.span
                yield Offer(
                    HypothesisKind.CAUSE, ("rumour",), _shown(words.quote), words, themes, True
                )


def _staged(one: Testimony) -> Iterable[Offer]:
    """That the event was none, or was the work of the one who complains of it."""
    for clause in one.clauses:
        if is_staged(clause, clause.span):
            agents = [a.span.quote for a in clause.arguments if a.role is ArgumentRole.AGENT]
            by = f", by {agents[0]}" if agents and clause.lemma in STAGING else ""
            yield Offer(
                HypothesisKind.ACTOR, ("staged",), f"staged{by}", clause.span, STAGED_THEMES, None
            )


def _doer(claim: Claim, question: Question) -> Offer:
    """One of those who are said to have done what a question asks about."""
    name = claim.answer.removeprefix(f"{POSSIBLY} ").removeprefix("the ").strip()
    given = [a.value for a in claim.given if isinstance(a.value, Proposition)]
    themes = {lemma for clause in given for lemma in themes_of(clause)}
    return Offer(
        HypothesisKind.ACTOR,
        ("doer", question.id, name.casefold()),
        _shown(claim.given[0].span.quote),
        claim.given[0].span,
        frozenset(themes | (set(_names(name)) - _STOP)),
    )


def is_staged(value: object, span: Span) -> bool:
    """Whether a clause says that the event was made up, or staged by its victim."""
    words = span.quote.casefold()
    lemma = value.lemma if isinstance(value, Proposition) else ""
    return lemma in STAGING - {"orchestrate", "engineer"} or any(p in words for p in STAGED_PHRASES)


def _is_disputed(question: Question) -> bool:
    answers = {claim.answer.partition(":")[0] for claim in question.claims}
    return NO in answers and len(answers) > 1 and question.topic[:1] not in {("any",), ("behind",)}


def _deed(question: Question, yes: Sequence[Claim]) -> Iterable[Offer]:
    given = [answer for claim in yes for answer in claim.given]
    spans = sorted((a.span for a in given), key=lambda s: (len(s.quote), s.report, s.start))
    if not spans:
        return
    themes = frozenset(
        lemma
        for claim in question.claims
        for answer in claim.given
        if isinstance(answer.value, Proposition)
        for lemma in themes_of(answer.value)
    )
    yield Offer(
        HypothesisKind.CAUSE, ("whether", question.id), _shown(spans[0].quote), spans[0], themes
    )


def _causes(one: Testimony) -> Iterable[Offer]:
    """What a clause makes the cause: the subject of causing, the object of excluding."""
    for clause in one.clauses:
        lemma = clause.lemma.replace(" ", "_")
        causing = lemma in CAUSING and lemma not in {"lead", "bring", "start", "result", "prompt"}
        if causing:
            yield from _named(clause, ArgumentRole.AGENT)
        elif clause.lemma in EXCLUDING or _is_inquiry(clause, one):
            yield from _named(clause, ArgumentRole.PATIENT)
    content = one.parts[0]
    cue = None if one.statement is None else one.statement.cue
    excluded = one.stance is Stance.DENIES and cue is not None and "rul" in cue.quote.casefold()
    if excluded and len(content.quote.split()) <= _BARE:
        yield _of_words(content, content.quote)


def _is_inquiry(clause: Proposition, one: Testimony) -> bool:
    ongoing = "being" in one.words or "line of inquiry" in one.words or "cause" in one.words
    return clause.lemma.replace(" ", "_") in INQUIRY and ongoing


def _named(clause: Proposition, role: ArgumentRole) -> Iterable[Offer]:
    for argument in clause.arguments:
        if argument.role is role and _tells(argument):
            yield _of_words(argument.span, argument.span.quote)


def _tells(argument: Argument) -> bool:
    return argument.lemma.casefold() not in _STOP and argument.lemma.casefold() not in {
        "anything", "nothing", "everything", "incident", "accident", "event", "cause",
    }  # fmt: skip


_AFTER = re.compile(
    rf"\b(?:{'|'.join(re.escape(p) for p in CAUSAL_PHRASES)})\s+(?P<what>[^.;:!?\n]{{3,90}})",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?P<what>[^.;:!?,\n]{{3,60}}?)\s+(?:{'|'.join(re.escape(p) for p in BLAMED_AFTER)})\b",
    re.IGNORECASE,
)
_THEORY = re.compile(
    rf"\b(?:{'|'.join(sorted(THEORY_NOUNS - {'line', 'claim', 'cause'}))})s?\s+"
    r"(?:that|of|about|was that|is that|was|is)\s+(?P<what>[^.;:!?\n]{3,90})",
    re.IGNORECASE,
)


def _phrases(one: Testimony, report: Report) -> Iterable[Offer]:
    """What stands beside words that name a cause."""
    for part in one.parts:
        for pattern in (_AFTER, _BEFORE, _THEORY):
            for match in pattern.finditer(part.quote):
                start, end = _short(part.quote, *match.span("what"), from_end=pattern is _BEFORE)
                if end > start:
                    span = cut(report, part.start + start, part.start + end)
                    yield _of_words(span, span.quote)


def _short(text: str, start: int, end: int, *, from_end: bool) -> tuple[int, int]:
    """The first words of a phrase up to where another begins; the last ones, counted back."""
    words = list(_WORD.finditer(text, start, end))
    if from_end:
        words = words[-3:]
    kept: list[re.Match[str]] = []
    for word in words[: _MOST_WORDS + 2]:
        between = text[kept[-1].end() : word.start()] if kept else ""
        if kept and ("," in between or word.group().casefold() in _CUT):
            break
        if not kept and word.group().casefold() in _STOP:
            continue
        kept.append(word)
        if len(kept) == _MOST_WORDS:
            break
    return (kept[0].start(), kept[-1].end()) if kept else (start, start)


def _accusations(one: Testimony, terms: Collection[str]) -> Iterable[Offer]:
    statement = one.statement
    if statement is None or statement.stance is not Stance.ACCUSES or statement.speaker is None:
        return
    content = statement.content
    counts_harm = any(fate_of(clause.lemma) for clause in one.clauses[:1])
    future = any(clause.tense is Tense.FUTURE for clause in one.clauses)
    if len(content.quote.split()) > 2 * _LONGEST_LABEL or counts_harm or future:
        return
    told = [clause for clause in one.clauses if not clause.nominal and _brings(clause, terms)]
    agents = [a.span.quote for c in told for a in c.arguments if a.role is ArgumentRole.AGENT]
    if told and not is_staged(told[0], content):
        yield Offer(
            HypothesisKind.CAUSE,
            ("accused", statement.id),
            _shown(told[0].span.quote),
            content,
            frozenset(lemma for clause in one.clauses for lemma in themes_of(clause)),
            agent=agents[0] if agents else "",
        )


def _brings(clause: Proposition, terms: Collection[str]) -> bool:
    """Whether a clause says that somebody brought something about, or names the event."""
    if clause.lemma in VERBS:
        return False
    named = {clause.lemma, *(argument.lemma for argument in clause.arguments)}
    return clause.lemma.replace(" ", "_") in BRINGING or bool(named & set(terms))


def _guesses(one: Testimony, terms: Collection[str]) -> Iterable[Offer]:
    """What may have happened: a clause on the event that is held possible only."""
    for clause in one.clauses:
        about = {clause.lemma, *(argument.lemma for argument in clause.arguments)}
        is_past = clause.tense is Tense.PAST and not clause.nominal
        if is_past and _explained(one) and clause.lemma.replace(" ", "_") in BRINGING:
            yield _guess(clause)
            continue
        brought = clause.lemma.replace(" ", "_") in BRINGING and about & set(terms)
        if clause.modality is not Modality.POSSIBLE or not (is_past and brought):
            continue
        if is_staged(clause, clause.span):
            continue
        yield _guess(clause)


def _explained(one: Testimony) -> bool:
    """Whether words say that they give an explanation: "another theory is that"."""
    return any(f"{noun} " in one.span.quote.casefold() for noun in THEORY_NOUNS - {"line", "claim"})


def _guess(clause: Proposition) -> Offer:
    agents = [a.span.quote for a in clause.arguments if a.role is ArgumentRole.AGENT]
    about = sorted({clause.lemma, *(argument.lemma for argument in clause.arguments)})
    heads = [a.lemma for a in clause.arguments if a.role is ArgumentRole.AGENT]
    return Offer(
        HypothesisKind.CAUSE,
        ("guess", *about),
        _shown(clause.span.quote),
        clause.span,
        frozenset([*themes_of(clause), *heads]),
        None,
        agents[0] if agents else "",
    )


def _of_words(span: Span, words: str) -> Offer:
    themes = frozenset(word for word in _names(words) if word not in _STOP)
    head = " ".join(sorted(themes))
    return Offer(HypothesisKind.CAUSE, ("cause", head), _shown(words), span, themes, None)


def themes_of(clause: Proposition) -> list[str]:
    """Lemmas that a clause is about: its participants but for names, and a noun's happening."""
    found = [
        a.lemma.casefold()
        for a in clause.arguments
        if a.role is not ArgumentRole.OBLIQUE and not a.head.quote[:1].isupper()
    ]
    if clause.nominal:
        found.append(clause.predicate.quote.casefold())
    return [word for lemma in found for word in lemma.split()[-1:] if word not in _STOP]


def _names(words: str) -> list[str]:
    return [match.group().casefold() for match in _WORD.finditer(words)]


def _shown(words: str) -> str:
    printed = " ".join(words.split()).strip("“”\"'’‘,.; ")
    kept = printed.split()
    while len(kept) > 1 and kept[-1].casefold() in _STOP:
        kept.pop()
    return " ".join(kept[:_LONGEST_LABEL]) + (" […]" if len(kept) > _LONGEST_LABEL else "")
