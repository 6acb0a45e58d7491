"""The brief as CSV (RFC 4180): one row for each passage of each line, for spreadsheets."""

from __future__ import annotations

import csv
import io

from twosource.brief.inert import inert
from twosource.brief.printed import printed
from twosource.model.brief import BriefDocument

COLUMNS = (
    "section",
    "line",
    "mark",
    "text",
    "reason",
    "version",
    "report",
    "name",
    "file",
    "published",
    "start",
    "end",
    "quote",
)
_FORMULA_LEADS = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_brief(brief: BriefDocument) -> str:
    """Write the brief as CSV.

    A line gives one row for each of its passages; a version under it gives rows of its own, named
    in the column ``version``. Offsets are code points, half-open. A cell that a spreadsheet would
    run as a formula begins with an apostrophe (OWASP, CSV injection).

    Args:
        brief: The brief to write.

    Returns:
        The table with its header, lines ended by carriage return and line feed.
    """
    page = printed(brief)
    by_number = {passage.number: passage for passage in page.passages}
    published = {report.label: report.published for report in page.reports}
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    number = 0
    for section in page.sections:
        for line in section.lines:
            number += 1
            lead = [section.heading, str(number), line.word, line.text, line.reason]
            below = {n for item in line.items for n in item.numbers}
            own = [("", n) for n in line.numbers if n not in below]
            items = [(item.text, n) for item in line.items for n in item.numbers]
            for version, n in (*own, *items):
                one = by_number[n]
                report = one.report
                cells = [*lead, version, one.label, report.name, report.file]
                cells += [published[one.label], str(one.span.start), str(one.span.end)]
                writer.writerow([safe(cell) for cell in (*cells, one.span.quote)])
            if not line.numbers:
                writer.writerow([safe(cell) for cell in (*lead, *[""] * 8)])
    return out.getvalue()


def safe(cell: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe before what would begin a formula."""
    shown = inert(cell)
    return f"'{shown}" if shown.lstrip(" ").startswith(_FORMULA_LEADS) else shown
