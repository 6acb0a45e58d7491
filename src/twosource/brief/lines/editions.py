"""Lines for reports that were changed after they were kept: what changed, and if they say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.brief.ground import Draft
from twosource.brief.lines.answers import quoted
from twosource.brief.marks import report_label
from twosource.brief.material import Material
from twosource.brief.wording import sentence
from twosource.model.brief import Version
from twosource.model.case import Case
from twosource.model.edition import Disclosure, Edit, Edition, EditKind, StatementChange
from twosource.model.report import Span

MOST_VERSIONS = 12
"""Changes that a line shows; its reason tells how many there are, and the case has them all."""

CHANGED_WORDS: dict[Disclosure, str] = {
    Disclosure.TOLD: "was changed after it was kept, and says so",
    Disclosure.DATED: "was changed after it was kept, and says only that it was updated",
    Disclosure.SILENT: "was changed after it was kept, and does not say so",
}
"""What a line says of a report that was changed."""

_BACK = "is back at words that it had before it was changed"
_BECAME = "{} became {}"
_PUT_IN, _TAKEN_OUT, _MOVED = "put in: {}", "taken out: {}", "moved: {}"
_NO_LONGER, _NEWLY, _NOTICE = "no longer printed as said: {}", "newly printed as said: {}", "{}"
_UNTOLD = ", of which its notice has no word"
STATED = " ".join(
    (
        *CHANGED_WORDS.values(),
        _BACK,
        _BECAME,
        _PUT_IN,
        _TAKEN_OUT,
        _MOVED,
        _NO_LONGER,
        _NEWLY,
        _UNTOLD,
    )
).replace("{}", "")
"""Every word that a template here puts in."""


def edition_drafts(material: Material) -> list[Draft]:
    """One line per edition; under it figures first, then statements, then the other words."""
    return [_draft(one, material) for one in material.case.editions if one.edits]


def edition_notes(case: Case) -> tuple[str, ...]:
    """Which numbered texts are earlier editions, and of which report."""
    label = {
        report.id: report_label(number)
        for number, report in enumerate((*case.reports, *case.superseded))
    }
    kept = {report.id for report in case.superseded}
    earlier = (
        f"{label[one.earlier]} is an earlier edition of {label[one.later]}: compared, not examined."
        for one in case.editions
        if one.earlier in kept
    )
    dated = (
        f"{label[one.later]} gives another date of publication than {label[one.earlier]}: "
        f"{dates_of(one)}."
        for one in case.editions
        if one.redated is not None
    )
    return (*earlier, *dated)


def _draft(edition: Edition, material: Material) -> Draft:
    report = material.reports[edition.later]
    versions = list(_versions(edition))[:MOST_VERSIONS]
    spans = dict.fromkeys(span for version in versions for span in version.spans)
    return Draft(
        standing=None,
        text=f"{report.name} {changed_words(edition)}",
        spans=tuple(spans),
        reason=sentence(counts_of(edition)),
        versions=tuple(versions),
        stated=(STATED, report.name),
    )


def changed_words(edition: Edition) -> str:
    """What is said of a report by what became of it."""
    return _BACK if edition.returned else CHANGED_WORDS[edition.disclosure]


def dates_of(edition: Edition) -> str:
    """The dates of publication of the two, in words; empty where they are the same."""
    if edition.redated is None:
        return ""
    before, after = (date or "no date" for date in (edition.redated.before, edition.redated.after))
    return f"published {before} became {after}"


def counts_of(edition: Edition) -> str:
    """How much changed, in words."""
    parts = [_count(len(edition.edits), "run of words differs", "runs of words differ")]
    if edition.redated is not None:
        parts.append("another date of publication")
    if edition.figures:
        parts.append(_count(len(edition.figures), "figure", "figures"))
    gone = sum(one.after is None for one in edition.statements)
    come = sum(one.before is None for one in edition.statements)
    other = len(edition.statements) - gone - come
    if gone:
        parts.append(f"{_count(gone, 'statement', 'statements')} gone")
    if come:
        parts.append(f"{_count(come, 'statement', 'statements')} new")
    if other:
        parts.append(f"{_count(other, 'statement', 'statements')} changed")
    return ", ".join(parts)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _versions(edition: Edition) -> Iterator[Version]:
    for notice in edition.notices:
        yield Version(_NOTICE.format(quoted(notice)), (notice,))
    told = edition.disclosure is Disclosure.TOLD
    shown: list[Span] = []
    for figure in edition.figures:
        words = _BECAME.format(quoted(figure.before), quoted(figure.after))
        shown += [figure.before, figure.after]
        rest = _UNTOLD if told and not figure.told else ""
        yield Version(f"{words}{rest}", (figure.before, figure.after))
    yield from _statements(edition)
    for edit in edition.edits:
        if not _all_within(_spans(edit), shown):
            rest = _UNTOLD if told and not edit.told else ""
            yield Version(f"{edit_words(edit)}{rest}", _spans(edit))


def _all_within(spans: Sequence[Span], shown: Sequence[Span]) -> bool:
    return all(
        any(o.report == s.report and o.start <= s.start and s.end <= o.end for o in shown)
        for s in spans
    )


def _statements(edition: Edition) -> Iterator[Version]:
    """Statements with a speaker that came or went; what a report says itself shows in its words."""
    for one in edition.statements:
        if one.before is not None and one.after is None and one.before.speaker is not None:
            yield Version(_said(_NO_LONGER, one), (one.before.speaker, one.before.content))
        if one.after is not None and one.before is None and one.after.speaker is not None:
            yield Version(_said(_NEWLY, one), (one.after.speaker, one.after.content))


def _said(words: str, change: StatementChange) -> str:
    said = change.before or change.after
    if said is None or said.speaker is None:
        return ""
    return words.format(f"{' '.join(said.speaker.quote.split())}, {quoted(said.content)}")


def edit_words(edit: Edit) -> str:
    """An edit in words, the words of the editions quoted."""
    if edit.before is None or edit.after is None:
        words = _PUT_IN if edit.before is None else _TAKEN_OUT
        return words.format(" ".join(quoted(span) for span in _spans(edit)))
    if edit.kind is EditKind.MOVED:
        return _MOVED.format(quoted(edit.after))
    return _BECAME.format(quoted(edit.before), quoted(edit.after))


def _spans(edit: Edit) -> tuple[Span, ...]:
    return tuple(span for span in (edit.before, edit.after) if span is not None)
