"""Two editions of one report compared: the whole of it, as a pure function of the two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.claims.extract import Extract
from twosource.comparison.editions.figures import figure_changes
from twosource.comparison.editions.notices import notices_in, speaks_of
from twosource.comparison.editions.runs import Difference, Run, difference
from twosource.comparison.editions.sayings import statement_changes
from twosource.model.edition import Disclosure, Edit, Edition, EditKind, Redated, SharedBy
from twosource.model.report import Publication, PublicationBasis, Report, Span, cut, readable
from twosource.model.statement import Statement

_WORD = re.compile(r"\w+")
ENOUGH = 0.5
"""Share of the words of the shorter text that two texts of one address have in common if they are
editions of one report; a page of news changes wholly under its address."""


_DATED_BY = frozenset(PublicationBasis) - {PublicationBasis.TEXT_CUE}
_MARGIN = 1.2
"""Words that may be put in together with a notice, its own words being one."""


@dataclass(frozen=True, slots=True)
class Text:
    """One edition, with what was read off it; ``extract`` is none where it is not in English."""

    report: Report
    statements: Sequence[Statement]
    extract: Extract | None


def edition_of(before: Text, after: Text, shared: SharedBy) -> Edition | None:
    """What became of a report between one edition and the next; nothing where its text is the same.

    What yields no statements is not compared: adverts, captions, link marks and header lines change
    without anybody having changed the report. That it gives another date of publication is told.

    Args:
        before: The edition that was kept first.
        after: The edition that was kept after it.
        shared: By what the two are known as one report.
    """
    found = difference(readable(before.report), readable(after.report))
    disclosure, notices = notices_in(before.report, after.report)
    told = notices if disclosure is Disclosure.TOLD else ()
    edits = [
        edit
        for edit in _edits(found, before.report, after.report, told)
        if not _is_a_notice(edit, notices)
    ]
    redated = _redated(before.report.published, after.report.published)
    if not edits and redated is None:
        return None
    both = before.extract is not None and after.extract is not None
    spoken = [one for one in after.statements if not _within(one.content, notices)]
    return Edition(
        earlier=before.report.id,
        later=after.report.id,
        shared=shared,
        disclosure=disclosure,
        notices=notices,
        edits=tuple(edits),
        statements=statement_changes(before.statements, spoken, found) if both else (),
        figures=(
            figure_changes(before.extract, after.extract, edits, told)
            if before.extract is not None and after.extract is not None
            else ()
        ),
        redated=redated,
    )


def _redated(before: Publication | None, after: Publication | None) -> Redated | None:
    """The dates of two editions where they differ and the reports give them as their own.

    A date that is worked out from the words of a text ("told the paper on Wednesday") moves with
    them, and nobody has dated anything.
    """
    given = [one for one in (before, after) if one is not None]
    if any(one.basis not in _DATED_BY for one in given):
        return None
    old, new = (None if one is None else one.at for one in (before, after))
    return None if old == new else Redated(old, new)


def share_words(one: Report, other: Report) -> bool:
    """Whether two texts have so many words in common that they can be editions of one report."""
    mine, theirs = (Counter(_WORD.findall(readable(r).casefold())) for r in (one, other))
    least = min(mine.total(), theirs.total())
    return least > 0 and (mine & theirs).total() >= ENOUGH * least


def _edits(
    found: Difference, before: Report, after: Report, told: Sequence[Span]
) -> Sequence[Edit]:
    edits = [_edit(run, run, before, after, told) for run in found.runs]
    edits += [_edit(gone, come, before, after, told) for gone, come in found.moved]
    return sorted(edits, key=_place)


def _edit(gone: Run, come: Run, before: Report, after: Report, told: Sequence[Span]) -> Edit:
    old = cut(before, *gone.before) if gone.before[0] < gone.before[1] else None
    new = cut(after, *come.after) if come.after[0] < come.after[1] else None
    kind = EditKind.REPLACED if gone is come else EditKind.MOVED
    if old is None or new is None:
        kind = EditKind.PUT_IN if old is None else EditKind.TAKEN_OUT
    return Edit(kind, old, new, speaks_of(told, old, new))


def _place(edit: Edit) -> tuple[int, int]:
    """Where an edit stands: in the later text, else in the earlier one."""
    span = edit.after or edit.before
    return (0, 0) if span is None else (span.start, span.end)


def _within(span: Span, notices: Sequence[Span]) -> bool:
    return any(span.start < one.end and one.start < span.end for one in notices)


def _is_a_notice(edit: Edit, notices: Sequence[Span]) -> bool:
    """Whether what was put in is the notice itself."""
    if edit.kind is not EditKind.PUT_IN or edit.after is None:
        return False
    words = len(_WORD.findall(edit.after.quote))
    noticed = sum(len(_WORD.findall(one.quote)) for one in notices if _within(edit.after, [one]))
    return words <= _MARGIN * noticed
