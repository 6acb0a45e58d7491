"""Lines for what is on record: that somebody said something, whatever it is worth."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.brief.ground import Draft
from twosource.brief.lines.answers import quoted
from twosource.brief.material import Material, called
from twosource.brief.naming import is_named, naming_span
from twosource.brief.standing import unrelated
from twosource.brief.wording import content_words, said_line, same_wording
from twosource.model.brief import Standing, Version
from twosource.model.identity import StatementId
from twosource.model.report import Span
from twosource.model.statement import Speaker, Statement, StatementKind

ON_RECORD = "On record as said"


def speech_drafts(material: Material) -> list[Draft]:
    """One line per utterance that is on record.

    An utterance is on record where a speaker with a name is given it by two reports that share no
    text. That it was said is known by it; what it says is not.
    """
    drafts: list[Draft] = []
    for ids in _utterances(material):
        said = [material.statements[id_] for id_ in ids]
        speakers = [s.speaker for s in said if s.speaker is not None]
        groups = unrelated([s.report for s in said], material)
        if len(groups) < 2 or not _one_named(speakers, material):
            continue
        drafts.append(_draft(said, len(groups), material))
    return drafts


def _utterances(material: Material) -> list[list[StatementId]]:
    """The statements of each utterance; wordings that share one are one utterance."""
    found: list[list[StatementId]] = []
    for wording in material.case.wordings:
        joined = [group for group in found if set(group) & set(wording.statements)]
        merged = [id_ for group in joined for id_ in group]
        merged += [id_ for id_ in wording.statements if id_ not in merged]
        found = [group for group in found if group not in joined]
        found.append(merged)
    return found


def _one_named(speakers: list[Speaker], material: Material) -> bool:
    ids = (s.entity for s in speakers if s.entity is not None)
    return any(is_named(material.entities[id_]) for id_ in ids if id_ in material.entities)


def _draft(said: list[Statement], reports: int, material: Material) -> Draft:
    first = _plainest(said)
    words = content_words(first.parts, first.kind)
    who = "" if first.speaker is None else called(first.speaker, material)
    relayers = tuple(called(via, material) for via in first.via)
    return Draft(
        standing=Standing.KNOWN,
        text=said_line(first, who, relayers, words),
        spans=speech_spans(said, material),
        statements=tuple(s.id for s in said),
        reason=(
            f"{ON_RECORD}: {reports} reports that share no text give the utterance. What it says "
            "is not known by it."
        ),
        versions=_wordings(said, material),
        stance=first.stance,
    )


def _plainest(said: Sequence[Statement]) -> Statement:
    """The first with a speaker who is traced, in the speaker's own words where one is."""
    traced = [s for s in said if s.speaker is not None and s.speaker.entity is not None]
    return next((s for s in traced if s.kind is StatementKind.DIRECT), traced[0])


def _wordings(said: Sequence[Statement], material: Material) -> tuple[Version, ...]:
    """The utterance as each report words it, where they differ."""
    versions: dict[str, Version] = {}
    for statement in said:
        words = same_wording(content_words(statement.parts, statement.kind))
        name = material.reports[statement.report].name
        versions.setdefault(words, Version(f"{name}: {quoted(statement.content)}", statement.parts))
    return tuple(versions.values()) if len(versions) > 1 else ()


def speech_spans(said: list[Statement], material: Material) -> tuple[Span, ...]:
    """The words said, then who says them, the cue and who relays, then where a name stands."""
    spans: list[Span] = [part for s in said for part in s.parts]
    for statement in said:
        voices = [v for v in (statement.speaker, *statement.via) if v is not None]
        spans += [v.span for v in voices]
        spans += [] if statement.cue is None else [statement.cue]
        found = (naming_span(material.entities, voice) for voice in voices)
        spans += [span for span in found if span is not None]
    return tuple(dict.fromkeys(spans))
