"""The standing rules: what makes a claim *known*, and what can only be *claimed*.

The newsroom's rule is two independent sources. The terms of art are those of the Berkeley Protocol
on Digital Open Source Investigations (2020) and of house style books; the rules themselves are
written out in ``RULES`` and printed with the documentation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from twosource.brief.material import Material, layer_of, sentence_of
from twosource.brief.naming import is_named
from twosource.brief.wording import sentence
from twosource.comparison.voices import STEM, one_voice, stems
from twosource.model.brief import Standing
from twosource.model.claim import POSSIBLY, Answer, Claim, Question, QuestionKind
from twosource.model.entity import EntityKind
from twosource.model.event import Layer
from twosource.model.identity import ReportId
from twosource.model.relation import Origin
from twosource.model.statement import SourceKind, Speaker, Stance

RULES: tuple[str, ...] = (
    "Known is what two independent origins give and no report disputes, and, apart from it, that "
    "somebody said something where two reports that share no text give the utterance, or the "
    "speaker's own statement is in the case.",
    "An origin counts when the reports name it: a person with a name, a body, a document or "
    "footage. All footage and documents together count once, since two mentions may be of one.",
    "Speakers who are named by nobody count for nothing beside one who is named, since they may be "
    "the same.",
    "A report's own voice counts only where a sentence about the event says it and nobody is named "
    "for the same answer, since the report may have it from whoever is. Reports that share text, "
    "or of which one cites the other, count once.",
    "A party's word about itself, an accusation, a denial, a forecast and whatever is hedged count "
    "for nothing here. Who is to blame is never known by being said.",
    "Versions that cannot hold together are disputed, all of them.",
    "Unknown is what somebody was asked or is told not to know, and what reports ask themselves.",
    "Everything else is claimed, by whom the line names.",
)
"""The rules in plain words, in the order in which they are applied."""

_COUNTING = frozenset({Stance.ASSERTS})
_TEXTS = frozenset({SourceKind.DOCUMENT})
_BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.PLACE})
NEEDED = 2
"""Independent origins that make a claim known."""


@dataclass(frozen=True, slots=True)
class Support:
    """How many independent origins stand behind a claim.

    Attributes:
        standing: Known or claimed.
        count: Origins that count.
        reason: One sentence: which count, and why others do not.
    """

    standing: Standing
    count: int
    reason: str


def support_of(claim: Claim, question: Question, material: Material) -> Support:
    """Count the independent origins of a claim and give its standing. See ``RULES``."""
    counting = [a for a in claim.given if _counts(a, material)]
    own = [a for a in counting if _speaker(a, material) is None]
    speakers = [s for a in counting if (s := _speaker(a, material)) is not None]
    named = _named(speakers, own, claim, material)
    spoken = any(_speaker(a, material) is not None for a in claim.given)
    if not counting:
        count, told = 0, _why_none(claim, material)
    elif named:
        count, told = len(named), _told_named(named)
    elif spoken:
        count, told = 1, _told_unnamed(claim, material)
    else:
        count, told = _told_own([a.report for a in own], material)
    told += _discounted(claim, counting, material)
    barred = question.kind is QuestionKind.WHO or claim.answer.startswith(POSSIBLY)
    known = count >= NEEDED and not barred
    return Support(Standing.KNOWN if known else Standing.CLAIMED, count, sentence(told))


def _counts(answer: Answer, material: Material) -> bool:
    """Whether an answer is said without reserve, accuses and clears nobody, and is of the event."""
    statement = None if answer.statement is None else material.statements.get(answer.statement)
    if statement is not None and (statement.stance not in _COUNTING or statement.hedges):
        return False
    spoken = statement is not None and statement.speaker is not None
    return spoken or layer_of(answer.span, material) is Layer.EVENT


def _speaker(answer: Answer, material: Material) -> Speaker | None:
    statement = None if answer.statement is None else material.statements.get(answer.statement)
    return None if statement is None else statement.speaker


def _named(
    speakers: Sequence[Speaker], own: Sequence[Answer], claim: Claim, material: Material
) -> list[str]:
    """Names of the origins that count, one for each voice."""
    sourcing = material.sourcing.get(claim.id)
    roots = () if sourcing is None else sourcing.origins
    names: list[str] = []
    for id_ in roots:
        origin = material.origins[id_]
        told = [s for s in speakers if s.span in origin.spans]
        if not told or _speaks_of_itself(origin, claim, material):
            continue
        if any(s.kind in _TEXTS for s in told):
            names.append(material.parties.get(told[0].span.report, _FOOTAGE))
        elif any(_leads_to_a_name(s, material) for s in told):
            names.append(origin.name)
    names += [material.parties[a.report] for a in own if a.report in material.parties]
    return _voices(names, material)


def _voices(names: Iterable[str], material: Material) -> list[str]:
    """Each voice once, under the first of its names."""
    kept: list[str] = []
    for name in names:
        if not any(_one(name, known, material) or _one(known, name, material) for known in kept):
            kept.append(name)
    return kept


def _one(name: str, body: str, material: Material) -> bool:
    """Whether two names are one voice, or the first is printed beside a word of the second.

    A person who speaks for a body is printed beside it ("a police spokeswoman, ..."). One who is
    not may be too; the count is then too low, never too high.
    """
    if name == body or one_voice(name, body):
        return True
    kinds = {entity.kind for entity in material.case.entities if entity.name == body}
    if EntityKind.PERSON in kinds:
        return False
    words = {word[:STEM].casefold() for word in body.split() if len(word) > STEM}
    beside = " ".join(_beside(name, material)).casefold().split()
    return bool(words & {word.strip("“”\"',.;:()")[:STEM] for word in beside})


def _beside(name: str, material: Material) -> Iterator[str]:
    """The words around each mention of an entity, within its sentence."""
    for entity in material.case.entities:
        if entity.name == name:
            for span in (mention.span for mention in entity.mentions):
                text = material.reports[span.report].text
                within = sentence_of(span, material) or span
                start = max(within.start, span.start - _BESIDE)
                yield text[start : min(within.end, span.end + _BESIDE)]


_BESIDE = 50
"""Code points before and after a name in which its role is printed."""


def _speaks_of_itself(origin: Origin, claim: Claim, material: Material) -> bool:
    """Whether an origin's name stands in what it says; the words that attribute it do not count."""
    return any(
        stems(origin.name) & stems(_said(answer, speaker, material))
        for answer in claim.given
        if (speaker := _speaker(answer, material)) is not None and speaker.span in origin.spans
    )


def _said(answer: Answer, speaker: Speaker, material: Material) -> str:
    """The words of an answer that stand in the content of its statement."""
    span, own = answer.span, speaker.span
    parts = () if answer.statement is None else material.statements[answer.statement].parts
    text = material.reports[span.report].text
    words = [
        text[max(span.start, part.start) : min(span.end, part.end)]
        for part in parts
        if part.start < span.end and span.start < part.end
    ]
    inside = span.report == own.report and span.start <= own.start < span.end
    told = " ".join(words) or span.quote
    return told.replace(own.quote, "") if inside else told


_FOOTAGE = "documents or footage"


def _leads_to_a_name(speaker: Speaker, material: Material) -> bool:
    """Whether a speaker has a name, or is a body that its role names ("the coast guard")."""
    if speaker.kind is SourceKind.OUTLET:
        return False
    entity = None if speaker.entity is None else material.entities.get(speaker.entity)
    return speaker.kind in _BODIES or (entity is not None and is_named(entity))


def _why_none(claim: Claim, material: Material) -> str:
    layers = {layer_of(answer.span, material) for answer in claim.given}
    if Layer.EVENT not in layers:
        return "no sentence that is about the event says it"
    return "whoever says it holds it possible only, foresees, denies or alleges it"


def _told_unnamed(claim: Claim, material: Material) -> str:
    sourcing = material.sourcing.get(claim.id)
    roots = () if sourcing is None else sourcing.origins
    itself = any(_speaks_of_itself(material.origins[id_], claim, material) for id_ in roots)
    return "nobody else is named for it" if itself else "nobody is named for it"


def _told_named(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"one named origin: {names[0]}"
    return f"{len(names)} independent origins: {', '.join(names)}"


def _told_own(reports: Sequence[ReportId], material: Material) -> tuple[int, str]:
    groups = unrelated(reports, material)
    names = ", ".join(material.reports[group[0]].name for group in groups)
    if len(groups) == 1:
        return 1, f"one origin: {names} in its own voice"
    return len(groups), (
        f"{len(groups)} reports that share no text state it in their own voice: {names}; how they "
        "know it is not printed"
    )


def unrelated(reports: Iterable[ReportId], material: Material) -> list[list[ReportId]]:
    """Group reports by what ties them: shared text, or one that cites the other."""
    wanted = list(dict.fromkeys(reports))
    tied: dict[str, set[str]] = {}
    for edge in material.case.lineage:
        tied.setdefault(edge.source, set()).add(edge.target)
        tied.setdefault(edge.target, set()).add(edge.source)
    groups: list[list[ReportId]] = []
    for report in wanted:
        for group in groups:
            if any(other in tied.get(report, ()) for other in group):
                group.append(report)
                break
        else:
            groups.append([report])
    return groups


def _discounted(claim: Claim, counting: Sequence[Answer], material: Material) -> str:
    """What does not count, in words."""
    sourcing = material.sourcing.get(claim.id)
    roots = () if sourcing is None else sourcing.origins
    reasons = []
    if any(_speaks_of_itself(material.origins[id_], claim, material) for id_ in roots):
        reasons.append("a party speaks about itself")
    if 0 < len(counting) < len(claim.given):
        reasons.append("what is hedged, foreseen, denied or alleged does not count")
    return "".join(f"; {reason}" for reason in reasons)
