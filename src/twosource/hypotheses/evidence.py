"""What speaks for and against an explanation: which words bear on it, and on which side."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from twosource.comparison.voices import STEM, stems
from twosource.hypotheses.bodies import Body, body_of, is_doer, same_body
from twosource.hypotheses.offer import Offer, kinds_of_cause, themes_of, tokens_in
from twosource.hypotheses.sides import side_of
from twosource.hypotheses.testimony import Testimony
from twosource.model.event import Layer
from twosource.model.hypothesis import EvidenceKind, HypothesisKind
from twosource.model.proposition import Argument, ArgumentRole, Proposition, Tense
from twosource.model.report import Span
from twosource.model.statement import SourceKind, Stance, StatementKind
from twosource.reference.explanations import (
    DOUBTING,
    MEANS,
    MOTIVES,
    PRECEDENTS,
    RUMOURS,
    STAGED_PHRASES,
    SUPPORTING,
)

NEAR, NEAR_TO_AIM, NEAR_WITH_THEME, NEAR_OF_KIND, NEAR_GOING_ON = 0.66, 0.5, 0.36, 0.25, 0.2
"""Cosines of an explanation and of what is said from which the one bears on the other: by itself,
where both name one rare thing, where both name things of one kind of cause, and where what is said
goes on about it with a pronoun. Chosen on
the example and on the three invented events of ``benchmarks/quality/events``."""

_FEWEST = 3
_ADJOINING, _NEXT = 60, 16
_HIMSELF = re.compile(r"\b(?:itself|himself|herself|themselves|(?:his|its|her|their) own)\b")
_ANAPHORA = re.compile(r"^(?:such (?:a|an) |the )?(?:group|force|unit|body|they|it)s?\b", re.I)
_GOING_ON = re.compile(
    r"\W*(?:in particular|for example|for instance|moreover|in addition|furthermore|besides|that "
    r"is why|what is more)\b|[^.]{0,60}, for (?:example|instance),",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\b(?:it|this|that|so)\b[.”\"]*$", re.IGNORECASE)
_POINTING = re.compile(
    r"\W*(?:that )?(?:it|its|they|their|this|these|those|he|she)\b", re.IGNORECASE
)
_THEY = re.compile(r"\b(?:they|them|these|those)\b")
_THING = re.compile(r"[\W]*(?:that )?(?:it|its|this)\b", re.IGNORECASE)
_FALSE_TALK = re.compile(r"\b(?:false|untrue|unfounded|baseless|groundless|no truth|wrong)\b")
_ARGUING = (*MOTIVES, *MEANS, *DOUBTING, *PRECEDENTS)


@dataclass(frozen=True, slots=True)
class Bearing:
    """How a testimony bears on an explanation.

    Attributes:
        testimony: What is said.
        is_for: Which side it stands on.
        nearness: Cosine of the two.
        reason: One sentence.
        raises: Whether the words raise the explanation themselves.
    """

    testimony: Testimony
    is_for: bool
    nearness: float
    reason: str
    raises: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """How words on an explanation are recognised.

    Attributes:
        kind: What it explains.
        themes: Lemmas and names, in lower case, that few other words share.
        offers: The words that raise it.
        bodies: The names of its doer.
        known: Spans whose side is known: those that answer a question behind it.
        is_staging: Whether it says that the event was staged.
        is_talk: Whether it says that talk brought the event about.
    """

    kind: HypothesisKind
    themes: frozenset[str]
    offers: Sequence[Offer]
    bodies: Sequence[Body]
    known: Mapping[Span, bool]
    is_staging: bool = False
    is_talk: bool = False

    @property
    def raised(self) -> list[Proposition]:
        """The clauses that raise it."""
        return [offer.clause for offer in self.offers if offer.clause is not None]

    @property
    def heads(self) -> frozenset[str]:
        """The themes of which words on it name one."""
        return frozenset(head for offer in self.offers for head in offer.heads)


def bears_on(one: Testimony, profile: Profile, nearness: float) -> Bearing | None:
    """Whether what is said bears on an explanation, and on which side.

    Args:
        one: What is said.
        profile: How words on the explanation are recognised.
        nearness: Cosine of the explanation and of what is said.

    Returns:
        The bearing; ``None`` where the words do not bear on it, or stand on neither side.
    """
    if one.layer is Layer.FORESEEN:
        return None
    raising = [offer for offer in profile.offers if _is_by(offer, one.span)]
    if not raising and one.stance is Stance.PREDICTS and _is_to_come(one):
        return None
    if raising:
        said = {offer.side for offer in raising if offer.side is not None}
        side = said.pop() if len(said) == 1 else _side(one, profile)
        return _bearing(one, side, nearness, "names it", raises=True)
    here = one.span.report
    answered = {
        side for span, side in profile.known.items() if span.report == here and _answers(one, span)
    }
    if len(answered) == 1:
        return _bearing(one, answered.pop(), nearness, "answers it outright")
    if profile.kind is HypothesisKind.ACTOR:
        return _on_a_doer(one, profile, nearness)
    named = sorted(_named(one, profile.themes))
    if profile.kind is HypothesisKind.AIM:
        told = nearness >= NEAR_TO_AIM and _tells_the_aim(one, profile)
        return _bearing(one, _side(one, profile), nearness, "names the aim") if told else None
    akin = bool(kinds_of_cause(profile.themes) & kinds_of_cause(_words(one)))
    told = nearness >= NEAR or (_suffice(named, profile) and nearness >= NEAR_WITH_THEME)
    if told or (akin and nearness >= NEAR_OF_KIND):
        why = f"names {', '.join(named)}" if named else "says much the same"
        return _bearing(one, _side(one, profile), nearness, why)
    return None


def _tells_the_aim(one: Testimony, profile: Profile) -> bool:
    """Whether words name what an aim is to do: a form of its verb."""
    verbs = {clause.lemma.split()[0][:STEM] for clause in profile.raised}
    return any(word[:STEM] in verbs for word in tokens_in(one.words))


def _is_to_come(one: Testimony) -> bool:
    return not any(clause.tense is Tense.PAST for clause in one.clauses)


def _suffice(named: Sequence[str], profile: Profile) -> bool:
    """Whether the themes that words name tell the explanation: its head, or two of them."""
    return len(named) > 1 or bool(named and (not profile.heads or set(named) & profile.heads))


def _words(one: Testimony) -> set[str]:
    return tokens_in(one.words)


def _side(one: Testimony, profile: Profile) -> bool | None:
    staging = profile.is_staging and profile.kind is HypothesisKind.ACTOR
    if profile.is_talk and _FALSE_TALK.search(one.words):
        return None
    return side_of(one, profile.themes, profile.raised, whole=staging)


def _on_a_doer(one: Testimony, profile: Profile, nearness: float) -> Bearing | None:
    """Words that argue that a doer did it or did not, and do not only name him."""
    if profile.is_staging and _speaks_of_staging(one):
        return _bearing(one, side_of(one, (), whole=True), nearness, "speaks of staging")
    if one.layer is Layer.FORESEEN:
        return None
    for clause in one.clauses:
        acts = any(
            argument.role is ArgumentRole.AGENT
            and _is_doer(argument, profile, one)
            and _argues(clause, argument.span, one)
            for argument in clause.arguments
        )
        if acts and one.stance is not Stance.PREDICTS and len(one.words.split()) > _FEWEST:
            return _bearing(one, _side(one, profile), nearness, "argues about the doer")
    return None


def _argues(clause: Proposition, doer: Span, one: Testimony) -> bool:
    """Whether a clause says of its doer what argues that he did it or did not.

    Motive, means and precedent stand behind his name, doubt where it will.
    """
    tail = clause.span.quote[max(0, doer.end - clause.span.start) :].casefold()
    return any(cue in tail for cue in _ARGUING) or any(cue in one.words for cue in DOUBTING)


def _is_doer(argument: Argument, profile: Profile, one: Testimony) -> bool:
    """Whether a noun phrase is the doer of an explanation, by name or as "such a group"."""
    words = argument.span.quote
    named = body_of(words)
    acts = is_doer(words, argument.head.quote) or any(
        b.stems == named.stems for b in profile.bodies
    )
    if acts and any(same_body(body_of(words), body) for body in profile.bodies):
        return True
    pointing = _ANAPHORA.match(words) is not None and words.casefold().startswith("such")
    return pointing and any(_same_place(one, offer.raised) for offer in profile.offers)


def _same_place(one: Testimony, raised: Span) -> bool:
    """Whether an explanation is raised in the sentence that words stand in."""
    quote = " ".join(raised.quote.split()).lower()
    return raised.report == one.span.report and quote in one.sentence


def _speaks_of_staging(one: Testimony) -> bool:
    """Whether words speak of staging, or doubt that somebody did a thing to himself."""
    words = one.span.quote.casefold()
    if any(phrase in words for phrase in STAGED_PHRASES):
        return True
    doubts = any(word in words for word in DOUBTING)
    return doubts and _HIMSELF.search(words) is not None


def goes_on(one: Testimony, before: Bearing, profile: Profile, nearness: float) -> bool:
    """Whether words go on about what was said right before, by their wording.

    They give an example of it in the same voice, or turn on it, or speak of it as "it".
    """
    prior = before.testimony
    if one.span.report != prior.span.report:
        return False
    # "..., but that the police had no proof of it", whoever is made to say so.
    if 0 <= one.span.start - prior.span.end < _NEXT and _OF_IT.search(one.parts[0].quote):
        return True
    if one.origin != prior.origin:
        return False
    if prior.speaker is None and gives_example(one):
        return True
    adjoins = one.span.start - prior.span.end < _ADJOINING
    if one.turned and adjoins and _OF_IT.search(one.parts[0].quote):
        return True
    if profile.kind is HypothesisKind.ACTOR:
        return False
    points = _POINTING.match(one.parts[0].quote) is not None
    return points and adjoins and (one.turned or nearness >= NEAR_GOING_ON)


def gives_example(one: Testimony) -> bool:
    """Whether words in a report's own voice are an example of what it said right before."""
    return one.speaker is None and _GOING_ON.match(one.span.quote) is not None


def turns_on(one: Testimony) -> bool:
    """Whether words judge what was said right before, rather than go on with it."""
    return one.turned or (not gives_example(one) and _OF_IT.search(one.parts[0].quote) is not None)


def bears_out(one: Testimony, before: Bearing) -> bool:
    """Whether a quotation right behind words is their speaker's ground for them.

    Behind a denial or a charge any is; behind another statement one that goes on with "they".
    """
    prior = before.testimony
    quoted = one.statement is not None and one.statement.kind is StatementKind.DIRECT
    acts = prior.stance in {Stance.DENIES, Stance.ACCUSES} or _THEY.search(one.words) is not None
    acts = acts and before.raises
    here = one.span.report == prior.span.report and one.origin == prior.origin
    return quoted and acts and here and 0 <= one.span.start - prior.span.end < _ADJOINING


def _is_by(offer: Offer, span: Span) -> bool:
    """Whether some words raise an offer; where they begin tells most apart at once."""
    return offer.by is not None and offer.by.start == span.start and offer.by == span


def _answers(one: Testimony, span: Span) -> bool:
    return any(
        part.report == span.report and part.start < span.end and span.start < part.end
        for part in one.parts
    )


def _named(one: Testimony, themes: Collection[str]) -> set[str]:
    """The themes that a testimony names, by word or by the beginning of a name."""
    own = set(re.findall(r"[^\W\d_][\w'’-]*", one.words))
    if points_back(one):
        own |= set(re.findall(r"[^\W\d_][\w'’-]*", f"{one.before} {one.sentence}"))
    own |= {lemma for clause in one.clauses for lemma in themes_of(clause)}
    found = {theme for theme in themes if theme in own or f"{theme}s" in own}
    names = stems(one.span.quote)
    return found | {theme for theme in themes if theme[:STEM] in names and len(theme) >= STEM}


def points_back(one: Testimony) -> bool:
    """Whether what is said begins with a pronoun for a thing named before."""
    return _THING.match(one.parts[0].quote) is not None


def read_as(one: Testimony) -> str:
    """The words by whose meaning a testimony is known: with what its pronoun stands for."""
    return f"{one.before} {one.sentence}" if points_back(one) else one.words


def _bearing(
    one: Testimony, side: bool | None, nearness: float, why: str, *, raises: bool = False
) -> Bearing | None:
    if side is None:
        return None
    said = _acts(one)
    reason = f"{one.voice} {said} what stands {'for' if side else 'against'} it; it {why}"
    return Bearing(one, side, nearness, reason, raises)


_ACTS = {
    Stance.DENIES: ("denies", "deny"),
    Stance.HEDGES: ("holds possible", "hold possible"),
    Stance.ACCUSES: ("accuses of", "accuse of"),
}
_MANY = frozenset("people police some many others we they authorities".split())


def _acts(one: Testimony) -> str:
    """What a voice does, by a verb that agrees with it."""
    single, plural = _ACTS.get(one.stance, ("says", "say"))
    if one.speaker is None or not one.voice.split():
        return single
    last = one.voice.split()[-1]
    bare = last.islower() or one.speaker.kind in {SourceKind.GROUP, SourceKind.ANONYMOUS}
    many = last.lower() in _MANY or (bare and last.endswith("s") and last[-2:] != "ss")
    return plural if many else single


def kind_of(one: Testimony) -> EvidenceKind:
    """What sort of evidence words are, by what they name."""
    words = one.span.quote.casefold()
    if one.stance is Stance.DENIES:
        return EvidenceKind.DENIAL
    for kind, table in (
        (EvidenceKind.MOTIVE, MOTIVES),
        (EvidenceKind.MEANS, MEANS),
        (EvidenceKind.PRECEDENT, PRECEDENTS),
        (EvidenceKind.JUDGEMENT, (*SUPPORTING, *DOUBTING)),
    ):
        if any(word in words for word in table):
            return kind
    return EvidenceKind.OBSERVATION if one.speaker is None else EvidenceKind.ASSERTION


def tells_of_talk(one: Testimony) -> bool:
    """Whether words tell of a rumour; that there was talk of a thing does not say that it was.

    Words that call the talk false speak against what it was about.
    """
    return any(word in one.words for word in RUMOURS) and not _FALSE_TALK.search(one.words)
