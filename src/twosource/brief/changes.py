"""What changed in a brief since an earlier examination of the same event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from twosource.brief.wording import ACCORDING
from twosource.model.brief import BriefLine, BriefSection, SectionKind, Standing, line_id
from twosource.model.case import Case
from twosource.model.report import Span

CHANGED, NEW, WAS = "What changed since the earlier brief", "New under", "was"
NO_CHANGE = "Nothing changed since the earlier brief."


def changes_since(
    earlier: Case, case: Case, sections: Sequence[BriefSection]
) -> tuple[list[BriefSection], tuple[str, ...]]:
    """Compare the lines of a brief with those of an earlier one.

    A line is the same where it answers one question in one way, whoever gives the answer; then
    its standing is compared.

    Args:
        earlier: The case as it stood before, with its brief.
        case: The case as it stands.
        sections: The sections of the new brief that have a standing.

    Returns:
        A section with one line per change, absent where nothing changed; and notes that name
        reports that came or went and lines that are no longer told.
    """
    before = by_subject(earlier.brief.lines)
    now = by_subject(line for section in sections for line in section.lines)
    lines = [
        _change(line, before.get(subject))
        for subject, line in now.items()
        if subject not in before or before[subject].standing is not line.standing
    ]
    notes = (*_reports(earlier, case), *_gone(before, now))
    if not lines:
        return [], notes or (NO_CHANGE,)
    return [BriefSection(SectionKind.CHANGES, CHANGED, None, False, tuple(lines))], notes


def by_subject(lines: Iterable[BriefLine]) -> dict[str, BriefLine]:
    """Lines that have a standing by what they say, whoever says it; the first of each."""
    found: dict[str, BriefLine] = {}
    for line in lines:
        if line.standing is not None:
            found.setdefault(line.text.partition(f", {ACCORDING} ")[0], line)
    return found


def _change(line: BriefLine, before: BriefLine | None) -> BriefLine:
    standing = "" if line.standing is None else line.standing.value
    lead = f"{NEW} {standing}"
    if before is not None and before.standing is not None:
        lead = f"{standing.capitalize()}, {WAS} {before.standing.value}"
    text = f"{lead}: {line.text}"
    spans: tuple[Span, ...] = line.spans
    return BriefLine(
        id=line_id(None, text, spans),
        standing=None,
        stance=line.stance,
        text=text,
        spans=spans,
        statements=line.statements,
        reason=line.reason,
        versions=line.versions,
    )


def _reports(earlier: Case, case: Case) -> Iterable[str]:
    before = {report.id: report for report in earlier.reports}
    now = {report.id: report for report in case.reports}
    # A text that came back has several that came after it: what stands now is what it became.
    later = {one.earlier: one.later for one in sorted(case.editions, key=lambda e: e.later in now)}
    renewed = [now[later[id_]] for id_ in before if id_ not in now and later.get(id_) in now]
    new = {report.id for report in renewed}
    came = [report for id_, report in now.items() if id_ not in before and id_ not in new]
    went = [r for id_, r in before.items() if id_ not in now and later.get(id_) not in now]
    if renewed:
        yield f"Reports in a new edition: {'; '.join(f'{r.name} ({r.file})' for r in renewed)}."
    if came:
        yield f"Reports that are new: {'; '.join(f'{r.name} ({r.file})' for r in came)}."
    if went:
        yield f"Reports that are gone: {'; '.join(f'{r.name} ({r.file})' for r in went)}."


def _gone(before: Mapping[str, BriefLine], now: Mapping[str, BriefLine]) -> Iterable[str]:
    for subject, line in before.items():
        if subject not in now and line.standing in set(Standing):
            yield f"No longer told, {WAS} {line.standing}: {line.text}"
