"""Who is said to have done it: by deed, charge, suspicion or denial, or by calling it staged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from twosource.hypotheses.bodies import Body, body_of, country_of, same_body
from twosource.hypotheses.offer import Offer, short, shown
from twosource.hypotheses.scene import Scene
from twosource.hypotheses.testimony import Testimony
from twosource.model.event import Layer
from twosource.model.hypothesis import HypothesisKind
from twosource.model.identity import ReportId
from twosource.model.proposition import Argument, ArgumentRole, Modality, Proposition, Tense
from twosource.model.report import Report, Span, cut
from twosource.model.statement import Stance
from twosource.reference.explanations import (
    ANSWERABLE,
    COMMITTING,
    INVOLVEMENT,
    PRESENCE,
    STAGED_PHRASES,
    STAGING,
)

# Looked ahead at, so that a charge inside the name of another is found too.
_NAME = r"(?=[“\"'‘]?(?P<who>[^.;:!?\n]{2,90}))"
_CHARGES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:the work|handiwork|hand|doing|presence|involvement|activities|responsibility) "
        rf"of {_NAME}",
        rf"\b(?:carried out|staged|ordered|organi[sz]ed|planned|masterminded|committed|perpetrated"
        rf"|orchestrated|directed|launched|fabricated) by {_NAME}",
        rf"\b(?:pin(?:s|ned|ning)?|put(?:s|ting)?|lay|lays|laid) (?:the )?(?:blame|responsibility) "
        rf"(?:for \w+(?: \w+)? )?on {_NAME}",
        r"\bblam(?:e|es|ed|ing) (?P<who>[^.;:!?,\n]{2,60}?) (?:for|over)\b",
        rf"\bpoint(?:s|ed|ing)? (?:a|the) finger at {_NAME}",
        rf"\b(?:attributed|ascribed|traced) (?:\w+ ){{0,4}}to {_NAME}",
        rf"\bsuspect(?:s|ed|ing)? (?!that\b){_NAME}",
        rf"\b(?:shots?|bullets?|gunfire|firing|fire|rockets?|missiles?|shells?|stones?) "
        rf"(?:had |was |were )?(?:came|come|coming|fired|launched|thrown|originated) from {_NAME}",
    )
)
_WORDS = re.compile(r"[^\W\d_][\w-]+")
# A denial of what the sentence before says.
_THAT = re.compile(
    r"(?:that|this|it|the (?:claim|idea|suggestion|theory|report)s?)\b(?: as \w+)?\W*$"
)
_SELF = frozenset("it they we he she its forces".split())
_THOSE = re.compile(
    r"(?:those|these|they|the (?:attackers?|gunm[ae]n|shooters?|men|culprits?|perpetrators?"
    r"|assailants?|killers?|bombers?|arsonists?))\b",
    re.IGNORECASE,
)
# A denial of charges clears its speaker only where somebody charges him.
_CHARGED = re.compile(r"\b(?:accusations?|allegations?|charges?)\b")
_NOTHING = re.compile(
    r"(?P<who>[^.;:!?,\n“”\"]{2,60}?)\s+[“\"]?(?:had|has|have) (?:absolutely )?(?:had )?"
    r"nothing to do with"
    r"|(?P<whose>[A-Z][\w.-]+(?: [A-Z][\w.-]+)?)['’]s? (?:\w+ )?"
    r"(?:involvement|responsibility|role|part)\b"
)
_CLAIMED = re.compile(
    r"\bclaim(?:s|ed|ing)? responsibility\b|\btook responsibility\b", re.IGNORECASE
)
_DENIED = re.compile(rf"\b(?:{INVOLVEMENT})", re.IGNORECASE)
_FALSE_FLAG = re.compile(r"(?P<who>[A-Z][\w.-]+)(?:['’]s)?,? (?:\w+ )?[“\"‘']?false[- ]flag")
_ASIDE = frozenset({Layer.BACKGROUND, Layer.PARALLEL, Layer.FORESEEN})
_OPEN = frozenset({Modality.ASKED, Modality.CONDITIONAL, Modality.INTENDED})
STAGED_THEMES = frozenset({"stage", "staged", "fabricated", "fake", "hoax", "flag"})


def actors_in(
    one: Testimony, scene: Scene, reports: Mapping[ReportId, Report], own: Body | None
) -> Iterable[Offer]:
    """Every doer whom a testimony names, charges or clears.

    Args:
        one: What is said.
        scene: The event.
        reports: The reports by id, to cut spans from.
        own: The body that the speaker belongs to or is.
    """
    if one.layer in _ASIDE:
        return
    for clause in one.clauses:
        yield from _of_clause(clause, one, scene, own)
        yield from _identified(clause, one, scene)
        yield from _absent(clause, one, scene)
    yield from _charged(one, scene, reports, own)
    yield from _staged(one, scene)
    yield from _cleared(one, own, scene)


def _of_clause(
    clause: Proposition, one: Testimony, scene: Scene, own: Body | None
) -> Iterable[Offer]:
    if clause.modality in _OPEN or clause.tense is Tense.FUTURE or is_staged(clause, clause.span):
        return
    told = _does(clause, one, scene) or _answers_for(clause, one, scene)
    suspected = _suspects(one) and one.stance is Stance.HEDGES and clause.tense is Tense.PAST
    if not told and not suspected:
        return
    for argument in clause.arguments:
        if argument.role is not ArgumentRole.AGENT:
            continue
        body = _body(argument, own, scene)
        if body is not None:
            denied = not clause.positive or argument.negative
            yield _actor(body, clause.span, False if denied else None, clause)


def _identified(clause: Proposition, one: Testimony, scene: Scene) -> Iterable[Offer]:
    """Who a clause says that those were who did it: "those who fired were not policemen"."""
    if clause.lemma != "be" or clause.modality in _OPEN:
        return
    subject = [a for a in clause.arguments if a.role is ArgumentRole.AGENT]
    doing = any(scene.is_deed(other) and other is not clause for other in one.clauses)
    told = doing or scene.is_named_in(one.before)
    if not subject or not told or not _THOSE.match(subject[0].span.quote):
        return
    for argument in clause.arguments:
        words = re.sub(r"^not\s+", "", argument.span.quote)
        if argument.role is ArgumentRole.ATTRIBUTE and scene.can_act(words, argument.head.quote):
            denied = not clause.positive or argument.negative
            yield _actor(body_of(words), clause.span, not denied, clause)


def _absent(clause: Proposition, one: Testimony, scene: Scene) -> Iterable[Offer]:
    """Who is said to have had nobody there."""
    if clause.lemma not in PRESENCE or (clause.positive and one.stance is not Stance.DENIES):
        return
    for argument in clause.arguments:
        if argument.role is ArgumentRole.PATIENT and scene.can_act(
            argument.span.quote, argument.head.quote
        ):
            body = body_of(argument.span.quote)
            yield replace(
                _actor(body, clause.span, False, clause), key=("absent", body.words.casefold())
            )


def _body(argument: Argument, own: Body | None, scene: Scene) -> Body | None:
    """Whom an argument names: a doer by name, or the speaker's own side as "we" or "our forces"."""
    words = argument.span.quote.casefold()
    if re.match(r"(?:we|our|us)\b|(?:its|his|her|their) (?:own )?(?:country|forces|troops)", words):
        return own
    doer = scene.can_act(argument.span.quote, argument.head.quote)
    return body_of(argument.span.quote) if doer else None


def _does(clause: Proposition, one: Testimony, scene: Scene) -> bool:
    """Whether a clause says that its subject did the deed, or committed the event."""
    lemma = clause.lemma.replace(" ", "_")
    # What somebody is at is not what happened.
    past = clause.tense in {Tense.PAST, Tense.NONE} or clause.nominal
    if lemma in COMMITTING and scene.is_pointed_to(clause) and past:
        return scene.is_what_was_done(f"{one.before} {one.sentence}")
    has_target = clause.nominal or any(
        one.role is ArgumentRole.PATIENT
        or (one.role is ArgumentRole.OBLIQUE and one.preposition in {"at", "on", "against"})
        for one in clause.arguments
    )
    habit = clause.tense is Tense.PRESENT and not clause.nominal and clause.positive
    return scene.is_deed(clause) and has_target and not habit


def _answers_for(clause: Proposition, one: Testimony, scene: Scene) -> bool:
    """Whether a clause says that its subject is behind the event, responsible for it, or is not."""
    behind = [a for a in clause.arguments if a.preposition == "behind"]
    if any(a.lemma.casefold() in {"it", "this", "that"} for a in behind):
        return True
    answers = any(
        a.role is ArgumentRole.ATTRIBUTE and a.lemma.casefold() in ANSWERABLE
        for a in clause.arguments
    )
    takes_part = clause.lemma in {"take", "take part", "join", "participate"} and (
        clause.lemma != "take" or " part " in clause.span.quote
    )
    if clause.lemma in {"involve", "implicate"} or takes_part:
        answers = True
    names = any(scene.is_deed_noun(a.lemma) for a in clause.arguments)
    if takes_part:
        return names
    return (bool(behind) or answers) and (names or scene.is_named_in(one.sentence))


def _charged(
    one: Testimony, scene: Scene, reports: Mapping[ReportId, Report], own: Body | None
) -> Iterable[Offer]:
    """Whom words beside a charge name: "the work of", "blamed X for", "points a finger at"."""
    if not _suspects(one) and not scene.is_named_in(f"{one.sentence} {one.before}"):
        return
    report = reports[one.span.report]
    yield from _freed(one, report, scene, own)
    for pattern in _CHARGES:
        for match in pattern.finditer(one.span.quote):
            begins, ends = match.span("who")
            purpose = re.search(r"\s+to\s", one.span.quote[begins:ends])
            ends = begins + purpose.start() if purpose else ends
            # Blame for something else than the event names a cause, not who did it.
            after = re.match(r"\s*(?:for|over) ([^.;!?]{3,80})", one.span.quote[ends:])
            if after and not scene.is_named_in(after[1]):
                continue
            start, end = short(one.span.quote, begins, ends)
            if end > start and scene.can_act(one.span.quote[start:end]):
                span = cut(report, one.span.start + start, one.span.start + end)
                yield _actor(body_of(span.quote), span, None, None)


def _suspects(one: Testimony) -> bool:
    """Whether somebody suspects or blames by the verb that attributes."""
    cue = None if one.statement is None else one.statement.cue
    return cue is not None and bool(re.search(r"\bsuspect|\bblam", cue.quote.casefold()))


def _freed(one: Testimony, report: Report, scene: Scene, own: Body | None) -> Iterable[Offer]:
    """Whom words clear by name: "had nothing to do with", a denial of somebody's involvement."""
    for match in _NOTHING.finditer(one.span.quote):
        name = "who" if match["who"] else "whose"
        if name == "whose" and one.stance is not Stance.DENIES:
            continue
        words = re.split(r"\bthat\b|\bsaid\b", match[name])[-1].strip()
        if words.casefold().endswith("we") and own is not None:
            yield _actor(own, one.span, False, None)
            continue
        start = match.start(name) + match[name].rindex(words) if words else 0
        if words and scene.can_act(words):
            span = cut(report, one.span.start + start, one.span.start + start + len(words))
            yield _actor(body_of(words), span, False, None)


def _staged(one: Testimony, scene: Scene) -> Iterable[Offer]:
    """That the event was none, or was the work of the one who complains of it."""
    for clause in one.clauses:
        if not is_staged(clause, clause.span):
            continue
        agents = [a for a in clause.arguments if a.role is ArgumentRole.AGENT]
        named = [body_of(a.span.quote) for a in agents if scene.can_act(a.span.quote, a.head.quote)]
        flag = _FALSE_FLAG.search(one.span.quote)
        if not named and flag is not None and body_of(flag["who"]).country:
            named = [body_of(flag["who"])]
        body = named[0] if named else None
        yield Offer(
            HypothesisKind.ACTOR,
            ("staged",),
            "staged" if body is None else f"{shown(body.words)}: staged it",
            clause.span,
            STAGED_THEMES,
            body=body,
            staged=True,
            clause=clause,
        )


def _cleared(one: Testimony, own: Body | None, scene: Scene) -> Iterable[Offer]:
    """Who says of himself that he did it, or had no part in it."""
    if own is None:
        return
    if _CLAIMED.search(one.span.quote):
        yield _actor(own, one.span, True, None)
        return
    if one.stance is not Stance.DENIES or _others(one, own, scene):
        return
    before = _WORDS.findall(one.before)
    answers = _THAT.match(one.words) and any(
        country_of(word.title()) == own.country != "" for word in before
    )
    if _DENIED.search(one.words) or answers:
        yield _actor(own, one.span, False, None)
    elif _CHARGED.search(one.words):
        yield replace(_actor(own, one.span, False, None), key=("cleared", own.words.casefold()))


def _others(one: Testimony, own: Body, scene: Scene) -> bool:
    """Whether a denial speaks of what another than the speaker's side did."""
    return any(
        argument.role is ArgumentRole.AGENT
        and scene.can_act(argument.span.quote, argument.head.quote)
        and not same_body(body_of(argument.span.quote), own)
        and argument.span.quote.casefold() not in _SELF
        for clause in one.clauses
        for argument in clause.arguments
    )


def _actor(body: Body, span: Span, side: bool | None, clause: Proposition | None) -> Offer:
    words = shown(body.words)
    return Offer(
        HypothesisKind.ACTOR,
        ("actor", body.words.casefold()),
        words,
        span,
        body.stems,
        side=side,
        body=body,
        clause=clause,
    )


def is_staged(value: object, span: Span) -> bool:
    """Whether a clause says that the event was made up, or staged by its victim."""
    words = span.quote.casefold()
    lemma = value.lemma if isinstance(value, Proposition) else ""
    return lemma in STAGING - {"orchestrate", "engineer"} or any(p in words for p in STAGED_PHRASES)
