"""What speaks for and against an explanation: which words bear on it, and on which side."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from twosource.comparison.voices import STEM, stems
from twosource.hypotheses.offers import EXCLUDING, themes_of
from twosource.hypotheses.testimony import Testimony
from twosource.model.hypothesis import Evidence, EvidenceKind, Rating
from twosource.model.proposition import ArgumentRole
from twosource.model.report import Span
from twosource.model.statement import Stance
from twosource.reference.explanations import (
    DOUBTING,
    MEANS,
    MOTIVES,
    PRECEDENTS,
    RUMOURS,
    STAGED_PHRASES,
    SUPPORTING,
)

NEAR, NEAR_WITH_THEME, NEAR_TO_BODY = 0.66, 0.36, 0.42
"""Cosines of an explanation and of what is said from which the one bears on the other: by itself,
where both name one rare thing, and where what is said argues about a body. Chosen on the example
and on the three invented events of ``benchmarks/quality/events``."""

_INVOLVED = ("involve", "responsib", "accus", "allegation", "nothing to do", "behind")
_OWN = re.compile(r"\b(?:we|our|us|my|i|its|his|her|their) ?(?:country|forces|troops|side)?\b")
_NEGATIVE = re.compile(r"\b(?:not|n't|n’t|no|never|none|nothing|nobody|nor|neither|without)\b")
_STRONG = ("impossible", "cannot", "significant evidence", "never", "proof", "clearly")


@dataclass(frozen=True, slots=True)
class Bearing:
    """How a testimony bears on an explanation.

    Attributes:
        testimony: What is said.
        is_for: Which side it stands on.
        nearness: Cosine of the two.
        reason: One sentence.
    """

    testimony: Testimony
    is_for: bool
    nearness: float
    reason: str


@dataclass(frozen=True, slots=True)
class Profile:
    """How words on an explanation are recognised.

    Attributes:
        is_body: Whether it says who did it; then words have to argue about that body.
        themes: Lemmas and names, in lower case.
        terms: Lemmas that name the event.
        is_staging: Whether it says that the event was staged.
        known: Spans whose side is known: those that answered the question behind it.
    """

    is_body: bool
    themes: frozenset[str]
    known: Mapping[Span, bool]
    terms: frozenset[str] = frozenset()
    is_staging: bool = False


def bears_on(testimony: Testimony, profile: Profile, nearness: float) -> Bearing | None:
    """Whether what is said bears on an explanation, and on which side.

    Args:
        testimony: What is said.
        profile: How words on the explanation are recognised.
        nearness: Cosine of the explanation and of what is said.
    """
    sides = {side for span, side in profile.known.items() if _meets(testimony, span)}
    if len(sides) == 1:
        side = next(iter(sides))
        return Bearing(testimony, side, nearness, _reason(testimony, side, "answers it outright"))
    named = _named(testimony, profile.themes)
    if profile.is_staging:
        bears = _speaks_of_staging(testimony)
    elif profile.is_body:
        bears = _argues(testimony, named, nearness, profile.terms)
    else:
        bears = _tells(named, nearness)
    if not bears:
        return None
    against = _is_against(testimony, profile.themes, whole=profile.is_staging)
    why = f"names {', '.join(sorted(named))}" if named else "says much the same"
    return Bearing(testimony, not against, nearness, _reason(testimony, not against, why))


def _tells(named: Collection[str], nearness: float) -> bool:
    return nearness >= NEAR or (bool(named) and nearness >= NEAR_WITH_THEME)


def _speaks_of_staging(testimony: Testimony) -> bool:
    """Whether words speak of staging, or doubt that somebody did a thing to himself."""
    words = testimony.span.quote.casefold()
    if any(phrase in words for phrase in STAGED_PHRASES):
        return True
    to_himself = re.search(r"\b(?:itself|himself|themselves|his own|its own|their own)\b", words)
    return to_himself is not None and any(word in words for word in DOUBTING)


def _argues(
    testimony: Testimony, named: Collection[str], nearness: float, terms: Collection[str]
) -> bool:
    """Whether words argue that a body did it or did not, and do not only name it.

    They deny a part in it, or give a motive, the means, a precedent or a judgement.
    """
    if not named:
        return False
    if testimony.stance is Stance.DENIES:
        about = any(word in testimony.words for word in (*_INVOLVED, *terms))
        own = bool(_OWN.search(testimony.words)) or any(w in testimony.words for w in _INVOLVED)
        spoken_of = any(name[:STEM] in testimony.words for name in named)
        return about and (own or spoken_of) and not testimony.is_nested
    cues = (*MOTIVES, *MEANS, *DOUBTING, *PRECEDENTS)
    acts = any(
        argument.role is ArgumentRole.AGENT
        and stems(argument.span.quote) & {name[:STEM] for name in named}
        and any(cue in clause.span.quote.casefold() for cue in cues)
        for clause in testimony.clauses
        for argument in clause.arguments
    )
    return acts and nearness >= NEAR_TO_BODY


def is_rumour(words: str) -> bool:
    """Whether words tell of talk that goes round."""
    return any(word in words.casefold() for word in RUMOURS)


def _meets(testimony: Testimony, span: Span) -> bool:
    return any(
        part.report == span.report and part.start < span.end and span.start < part.end
        for part in testimony.parts
    )


def _named(testimony: Testimony, themes: Collection[str]) -> set[str]:
    """The themes that a testimony names, by word or by the beginning of a name."""
    own = set(re.findall(r"[^\W\d_][\w'’-]*", testimony.words))
    own |= {lemma for clause in testimony.clauses for lemma in themes_of(clause)}
    found = {theme for theme in themes if theme in own or f"{theme}s" in own}
    found |= {
        theme for theme in themes if "." in theme and theme in testimony.span.quote.casefold()
    }
    names = stems(testimony.span.quote)
    return found | {theme for theme in themes if theme[:STEM] in names and len(theme) >= STEM}


def _is_against(testimony: Testimony, themes: Collection[str], *, whole: bool = False) -> bool:
    """Whether the words speak against: a denial, a doubt, or a negative clause on the theme.

    Args:
        testimony: What is said.
        themes: What tells the explanation from another.
        whole: Whether a negative clause about anything counts.
    """
    words = testimony.span.quote.casefold()
    if any(clause.lemma in EXCLUDING for clause in testimony.clauses):
        return not _NEGATIVE.search(words)
    doubts = any(word in words for word in DOUBTING)
    denies = testimony.stance is Stance.DENIES
    negative = any(
        not clause.positive or any(one.negative for one in clause.arguments)
        for clause in testimony.clauses
        if whole or set(themes_of(clause)) & set(themes)
    )
    return doubts or denies or negative


def _reason(testimony: Testimony, is_for: bool, why: str) -> str:
    act = {Stance.DENIES: "denies", Stance.HEDGES: "holds possible", Stance.ACCUSES: "accuses"}
    said = act.get(testimony.stance, "says")
    side = "for" if is_for else "against"
    return f"{testimony.voice} {said} what stands {side} it; it {why}"


_GOING_ON = re.compile(
    r"\W*(?:in particular|for example|for instance|moreover|in addition|furthermore|besides|that "
    r"is why|what is more)\b|[^.]{0,60}, for (?:example|instance),",
    re.IGNORECASE,
)


def goes_on(testimony: Testimony, before: Testimony) -> bool:
    """Whether words give an example of what the report said right before, in its own voice."""
    own = testimony.speaker is None and before.speaker is None
    here = testimony.span.report == before.span.report
    return own and here and _GOING_ON.match(testimony.span.quote) is not None


def kind_of(testimony: Testimony, is_for: bool) -> EvidenceKind:
    """What sort of evidence words are, by what they name."""
    words = testimony.span.quote.casefold()
    if testimony.stance is Stance.DENIES:
        return EvidenceKind.DENIAL
    for kind, table in (
        (EvidenceKind.MOTIVE, MOTIVES),
        (EvidenceKind.MEANS, MEANS),
        (EvidenceKind.PRECEDENT, PRECEDENTS),
        (EvidenceKind.JUDGEMENT, (*SUPPORTING, *DOUBTING)),
    ):
        if any(word in words for word in table):
            return kind
    own = testimony.speaker is None
    return EvidenceKind.OBSERVATION if own else EvidenceKind.ASSERTION


def rated(bearings: Sequence[Bearing]) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """The evidence for and against; of one origin only the nearest item on a side counts."""
    best: dict[tuple[str, bool], Bearing] = {}
    bearings = [one for one in bearings if not _inside_another(one, bearings)]
    for one in bearings:
        key = (one.testimony.voice.casefold(), one.is_for)
        if key not in best or one.nearness > best[key].nearness:
            best[key] = one
    counted = {id(one) for one in best.values()}
    ordered = sorted(bearings, key=lambda one: (*one.testimony.place, one.testimony.span.end))
    made = [(one.is_for, _evidence(one, id(one) in counted)) for one in ordered]
    supporting = tuple(item for is_for, item in made if is_for)
    return supporting, tuple(item for is_for, item in made if not is_for)


def _inside_another(one: Bearing, others: Sequence[Bearing]) -> bool:
    """Whether a wider item of the same side and voice quotes these words too."""
    own = one.testimony.span
    return any(
        other is not one
        and other.is_for is one.is_for
        and other.testimony.voice == one.testimony.voice
        and other.testimony.span.report == own.report
        and other.testimony.span.start <= own.start
        and own.end <= other.testimony.span.end
        and other.testimony.span != own
        for other in others
    )


def _evidence(one: Bearing, counted: bool) -> Evidence:
    strong = any(word in one.testimony.words for word in _STRONG)
    if one.is_for:
        rating = Rating.STRONGLY_FOR if strong else Rating.FOR
    else:
        rating = Rating.STRONGLY_AGAINST if strong else Rating.AGAINST
    return Evidence(
        span=one.testimony.span,
        statement=None if one.testimony.statement is None else one.testimony.statement.id,
        rating=rating,
        kind=kind_of(one.testimony, one.is_for),
        origin=one.testimony.voice,
        counted=counted,
        reason=one.reason,
    )
