"""What the brief does not do, in plain sentences that every writer prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.brief.ground import Refused
from twosource.brief.wording import LONGEST_CONTENT
from twosource.model.report import Report
from twosource.model.statement import Statement

CLAIMED_MEANS = (
    "Claimed means that somebody says it, or that a report states it in its own voice. "
    "It says nothing on whether it is true."
)
KNOWN_MEANS = (
    "Known means that two independent origins give it and no report disputes it, or, apart from "
    "that, that somebody is on record as saying something. A party's word about itself, an "
    "accusation, a denial and a forecast make nothing known. It is what the reports support, not "
    "what is true."
)
ONE_LINE = (
    "Under who says what, the same words by the same speaker in several reports are one line. "
    "Reports that print the same words may have them from one origin."
)


@dataclass(frozen=True, slots=True)
class Shortfalls:
    """What a brief cannot tell, or leaves out of its lines.

    Attributes:
        by_role: Number of speakers whom the reports name by a role only.
        unsupported: Ids of statements whose line held a word that its spans do not give.
        cut_short: Number of statements whose content is longer than a line prints.
    """

    by_role: int
    unsupported: tuple[str, ...]
    cut_short: int


def notes_for(
    reports: Sequence[Report], statements: Sequence[Statement], short: Shortfalls
) -> tuple[str, ...]:
    """The notes of a brief: first what holds for every brief, then what holds for this one."""
    notes = [KNOWN_MEANS, CLAIMED_MEANS, ONE_LINE]
    unresolved = sum(s.speaker is not None and s.speaker.entity is None for s in statements)
    if unresolved:
        notes.append(
            f"Of {len(statements)} statements, {unresolved} have a speaker that the reports do not "
            "lead back to anyone; the same printed words need not be one person."
        )
    if short.by_role:
        notes.append(
            f"Speakers that the reports name by a role only: {short.by_role}. One role in two "
            "reports may be one person or two."
        )
    silent = [
        f"{r.name} ({r.file})" for r in reports if not any(s.report == r.id for s in statements)
    ]
    if silent:
        notes.append(f"No statement was found in: {'; '.join(silent)}.")
    if short.cut_short:
        notes.append(
            f"Contents longer than {LONGEST_CONTENT} characters are cut in their line at […]; the "
            f"text of the report has them whole. Cut here: {short.cut_short}."
        )
    if short.unsupported:
        notes.append(
            "Left out, because their line held a word that the quoted passages do not give: "
            f"{', '.join(short.unsupported)}."
        )
    return tuple(notes)


def left_out_notes(refused: Iterable[Refused]) -> tuple[str, ...]:
    """What was drafted and not printed, with the words that no passage gives."""
    return tuple(
        f"Not printed, since nothing that it rests on gives {', '.join(one.words)}: {one.text}"
        for one in refused
    )
