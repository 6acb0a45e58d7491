"""Telling the brief: statements grouped by speaker, worded by templates, checked, annotated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.brief.evidence import supported
from twosource.brief.naming import is_named, naming_span, shown_name
from twosource.brief.notes import Shortfalls
from twosource.brief.wording import (
    LONGEST_CONTENT,
    act,
    content_words,
    own_voice_line,
    said_line,
    same_wording,
)
from twosource.errors import InvariantError
from twosource.model.brief import BriefLine, BriefSection, SectionKind, line_id
from twosource.model.entity import Entity
from twosource.model.identity import EntityId, ReportId
from twosource.model.report import Report, Span
from twosource.model.statement import Stance, Statement

STANCE_ORDER: tuple[Stance, ...] = (
    Stance.ACCUSES,
    Stance.DENIES,
    Stance.ASSERTS,
    Stance.PREDICTS,
    Stance.HEDGES,
    Stance.DECLINES,
)
"""Order of the lines in a section: what is alleged and denied first, silence last."""

OWN_VOICE_HEADING = "In the reports' own voice"


@dataclass(frozen=True, slots=True)
class _Material:
    """What every verb below looks things up in."""

    reports: Mapping[ReportId, Report]
    numbers: Mapping[ReportId, int]
    entities: Mapping[EntityId, Entity]


@dataclass(frozen=True, slots=True)
class _Voice:
    """One who speaks in the brief: an entity, printed words that lead to none, or the reports.

    ``told_by`` names the report where the words alone do not say who is meant: a role such as
    "a clerk" may be another person in the next report.
    """

    words: str
    entity: EntityId | None
    report: ReportId | None
    told_by: str | None

    @property
    def own(self) -> bool:
        return self.entity is None and self.report is None

    @property
    def heading(self) -> str:
        return self.within(self.words)

    def within(self, words: str) -> str:
        """Name the report with the words where they do not say alone who is meant."""
        return f"{words} ({self.told_by})" if self.told_by else words


def tell(
    reports: Sequence[Report], entities: Sequence[Entity], statements: Sequence[Statement]
) -> tuple[tuple[BriefSection, ...], Shortfalls]:
    """Tell who says what, one section per speaker.

    Speakers come by number of statements, then by first appearance; then those that lead to no
    entity, in the same order; last what the reports state in their own voice. Identical wording
    by one speaker in one act is one line that rests on every report which prints it.

    Args:
        reports: The reports, in the order in which the brief numbers them.
        entities: Whom speakers lead to.
        statements: Who says what.

    Returns:
        The sections, and what they leave out.

    Raises:
        InvariantError: If a statement names a report or an entity that was not passed.
    """
    material = _Material(
        {r.id: r for r in reports},
        {r.id: number for number, r in enumerate(reports)},
        {e.id: e for e in entities},
    )
    sections: list[BriefSection] = []
    dropped: list[str] = []
    for voice, said in _by_voice(material, statements):
        good: list[BriefLine] = []
        for line in _lines(material, voice, said):
            if supported(line, _names(material, line.spans)):
                good.append(line)
            else:
                dropped += line.statements
        if good:
            sections.append(
                BriefSection(
                    SectionKind.SPEAKER, voice.heading, voice.entity, voice.own, tuple(good)
                )
            )
    cut_short = sum(len(_words(s)) > LONGEST_CONTENT for s in statements)
    speakers = [material.entities[s.entity] for s in sections if s.entity is not None]
    by_role = sum(not is_named(speaker) for speaker in speakers)
    return tuple(sections), Shortfalls(by_role, tuple(dropped), cut_short)


def _place(material: _Material, statement: Statement) -> tuple[int, int]:
    if statement.report not in material.numbers:
        raise InvariantError(f"statement {statement.id} names report {statement.report}, not given")
    return material.numbers[statement.report], statement.content.start


def _voice(material: _Material, statement: Statement) -> _Voice:
    speaker = statement.speaker
    if speaker is None:
        return _Voice(OWN_VOICE_HEADING, None, None, None)
    report = material.reports[statement.report]
    if speaker.entity is None:
        return _Voice(shown_name(material.entities, speaker), None, report.id, report.name)
    if speaker.entity not in material.entities:
        raise InvariantError(f"statement {statement.id} names entity {speaker.entity}, not given")
    entity = material.entities[speaker.entity]
    pinned = not is_named(entity) and {m.span.report for m in entity.mentions} <= {report.id}
    return _Voice(entity.name, entity.id, None, report.name if pinned else None)


def _by_voice(
    material: _Material, statements: Sequence[Statement]
) -> list[tuple[_Voice, list[Statement]]]:
    voices: dict[_Voice, list[Statement]] = {}
    for statement in sorted(statements, key=lambda s: _place(material, s)):
        voices.setdefault(_voice(material, statement), []).append(statement)
    # sorted() is stable, so that equal counts stay in order of first appearance
    return sorted(
        voices.items(), key=lambda item: (item[0].own, item[0].entity is None, -len(item[1]))
    )


def _lines(material: _Material, voice: _Voice, said: Sequence[Statement]) -> list[BriefLine]:
    alike: dict[tuple[object, ...], list[Statement]] = {}
    for statement in said:
        relayers = tuple(shown_name(material.entities, via) for via in statement.via)
        wording = same_wording(_words(statement))
        key = (statement.stance, act(statement), statement.kind, relayers, wording)
        alike.setdefault(key, []).append(statement)
    groups = sorted(alike.values(), key=lambda group: STANCE_ORDER.index(group[0].stance))
    return [_line(material, voice, group) for group in groups]


def _line(material: _Material, voice: _Voice, alike: Sequence[Statement]) -> BriefLine:
    first = alike[0]
    relayers = tuple(shown_name(material.entities, via) for via in first.via)
    if voice.own:
        names = tuple(dict.fromkeys(material.reports[s.report].name for s in alike))
        text = own_voice_line(first.stance, names, _words(first))
    else:
        who = voice.words if first.speaker is None else shown_name(material.entities, first.speaker)
        text = said_line(first, voice.within(who), relayers, _words(first))
    spans = _evidence(material, alike)
    return BriefLine(
        id=line_id(None, text, spans),
        standing=None,
        stance=first.stance,
        text=text,
        spans=spans,
        statements=tuple(s.id for s in alike),
        relayed_by=relayers,
    )


def _evidence(material: _Material, alike: Sequence[Statement]) -> tuple[Span, ...]:
    """Content spans first, then who speaks, the cue and who relays, then where a name stands."""
    contents = [part for s in alike for part in s.parts]
    around: list[Span] = []
    naming: list[Span] = []
    for statement in alike:
        voices = [v for v in (statement.speaker, *statement.via) if v is not None]
        cue = [] if statement.cue is None else [statement.cue]
        around += [*(v.span for v in voices[:1]), *cue, *(v.span for v in voices[1:])]
        naming += [span for v in voices if (span := naming_span(material.entities, v)) is not None]
    return tuple(dict.fromkeys((*contents, *around, *naming)))


def _names(material: _Material, spans: Sequence[Span]) -> list[str]:
    return [material.reports[span.report].name for span in spans]


def _words(statement: Statement) -> str:
    return content_words(statement.parts, statement.kind)
