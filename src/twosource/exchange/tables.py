"""The parts of a case as tables: one row for each passage, so that a row can be looked up.

Every row that rests on words names their report (``S1``, as the brief numbers it), its file, the
code points and the words themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from twosource.brief.lines.answers import listed, voices_of
from twosource.brief.lines.timeline import dated
from twosource.brief.marks import report_label
from twosource.brief.material import material_of
from twosource.errors import NotFoundError
from twosource.exchange.values import VALUE_COLUMNS, value_cells
from twosource.model.case import Case
from twosource.model.finding import Verdict
from twosource.model.hypothesis import Evidence, Hypothesis
from twosource.model.lineage import LineageEdge
from twosource.model.report import Report, Span
from twosource.model.statement import Speaker, Statement
from twosource.model.table import Cell, Table

PLACE_COLUMNS = ("report", "file", "start", "end", "quote")
"""Where words stand: the label of their report, its file, the code points, the words."""

_Row = tuple[Cell, ...]
_OWN_VOICE = "own voice"
_BETWEEN = "; "


class Places:
    """Where the words of a case stand, as cells."""

    def __init__(self, case: Case) -> None:
        self.labels = {r.id: report_label(n) for n, r in enumerate(case.brief.reports)}
        self.labels |= {
            r.id: report_label(n) for n, r in enumerate(case.reports) if r.id not in self.labels
        }
        self.files = {r.id: r.file for r in (*case.reports, *case.superseded)}

    def __call__(self, span: Span | None) -> _Row:
        """The cells of ``PLACE_COLUMNS`` for a span; empty ones for none."""
        if span is None:
            return ("", "", None, None, "")
        where = (self.labels[span.report], self.files[span.report])
        return (*where, span.start, span.end, span.quote)

    def of_report(self, ident: str) -> str:
        """The label of a report, or what names something outside the case."""
        return next((label for key, label in self.labels.items() if key == ident), ident)


def reports_table(case: Case) -> Table:
    """The reports, one row for each."""
    places = Places(case)
    columns = (
        *("report", "id", "file", "publisher", "title", "published", "basis", "language"),
        *("characters", "sha256"),
    )
    return Table("reports", columns, tuple(_report(one, places) for one in case.reports))


def _report(report: Report, places: Places) -> _Row:
    when = report.published
    dated_on = (None, None) if when is None else (when.at, when.basis.value)
    told = (report.publisher, report.title, *dated_on, report.language)
    label = places.labels[report.id]
    return (label, report.id, report.file, *told, len(report.text), report.sha256)


def entities_table(case: Case) -> Table:
    """Who and what the reports name, one row for each."""
    rows = (
        (
            one.id,
            one.name,
            one.kind.value,
            len(one.mentions),
            _BETWEEN.join(dict.fromkeys(mention.span.quote for mention in one.mentions)),
        )
        for one in case.entities
    )
    return Table("entities", ("id", "name", "kind", "mentions", "names"), tuple(rows))


def statements_table(case: Case) -> Table:
    """Who says what, one row for each statement, with the place of the first part of its words."""
    places = Places(case)
    names = {one.id: one.name for one in case.entities}
    columns = (
        *("id", "speaker", "entity", "via", "cue", "stance", "kind"),
        *PLACE_COLUMNS,
        *("more", "hedges", "confidence"),
    )

    def named(speaker: Speaker | None) -> str:
        return "" if speaker is None or speaker.entity is None else names[speaker.entity]

    def row(one: Statement) -> _Row:
        return (
            one.id,
            _OWN_VOICE if one.speaker is None else one.speaker.span.quote,
            named(one.speaker),
            _BETWEEN.join(relayer.span.quote for relayer in one.via),
            "" if one.cue is None else one.cue.quote,
            one.stance.value,
            one.kind.value,
            *places(one.content),
            " […] ".join(part.quote for part in one.more),
            _BETWEEN.join(hedge.quote for hedge in one.hedges),
            one.confidence,
        )

    return Table("statements", columns, tuple(row(one) for one in case.statements))


def claims_table(case: Case) -> Table:
    """What the reports give answers to: one row for each place where an answer is given."""
    places = Places(case)
    sourcing = {one.claim: one.independent for one in case.sourcing}
    said = {one.id: one for one in case.statements}
    columns = (
        *("question", "kind", "claim", "answer", "independent", "speaker", "stance"),
        *VALUE_COLUMNS,
        *PLACE_COLUMNS,
    )

    def rows() -> Iterator[_Row]:
        for asked in case.questions:
            for claim in asked.claims:
                lead = (asked.text, asked.kind.value, claim.id, claim.answer)
                for given in claim.given:
                    statement = None if given.statement is None else said.get(given.statement)
                    yield (
                        *(*lead, sourcing.get(claim.id)),
                        *_voice(statement),
                        *value_cells(given.value),
                        *places(given.span),
                    )

    return Table("claims", columns, tuple(rows()))


def _voice(statement: Statement | None) -> _Row:
    if statement is None or statement.speaker is None:
        return (_OWN_VOICE, None if statement is None else statement.stance.value)
    return (statement.speaker.span.quote, statement.stance.value)


def contradictions_table(case: Case) -> Table:
    """Where the versions collide: one row for each place where a side is given."""
    places = Places(case)
    columns = ("number", "id", "question", "kind", "side", "answer", *PLACE_COLUMNS, "reason")
    rows = (
        (number, one.id, one.question, one.kind.value, place, side.answer, *places(span), told)
        for number, one in enumerate(case.contradictions, start=1)
        for told in (one.reason,)
        for place, side in enumerate(one.sides, start=1)
        for span in side.spans
    )
    return Table("contradictions", columns, tuple(rows))


def wordings_table(case: Case) -> Table:
    """Utterances in several wordings: one row for each of them."""
    places = Places(case)
    rows = (
        (number, one.id, *places(span), _BETWEEN.join(one.differences))
        for number, one in enumerate(case.wordings, start=1)
        for span in one.spans
    )
    return Table("wordings", ("number", "id", *PLACE_COLUMNS, "differences"), tuple(rows))


def findings_table(case: Case) -> Table:
    """What checking gave: one row for each passage that was checked, the failures first."""
    places = Places(case)
    numbered = enumerate(case.findings, start=1)
    order = (Verdict.FAILS, Verdict.CANNOT_TELL, Verdict.HOLDS)
    columns = (
        *("number", "check", "version", "verdict"),
        *PLACE_COLUMNS,
        *("reason", "suggestion"),
    )
    rows = (
        (
            *(number, one.check, one.version, one.verdict.value),
            *places(span),
            *(one.reason, one.suggestion),
        )
        for number, one in sorted(numbered, key=lambda pair: order.index(pair[1].verdict))
        for span in one.spans
    )
    return Table("findings", columns, tuple(rows))


def hypotheses_table(case: Case) -> Table:
    """The explanations: one row for each item of evidence, and one for those without any."""
    places = Places(case)
    columns = (
        *("id", "kind", "label", "side", "rating", "evidence", "origin", "counted"),
        *PLACE_COLUMNS,
        "reason",
    )

    def rows() -> Iterator[_Row]:
        for one in case.hypotheses:
            lead = (one.id, one.kind.value, one.label)
            items = [*_sided(one)]
            for side, item in items:
                told = (item.rating.value, item.kind.value, item.origin, item.counted)
                yield (*lead, side, *told, *places(item.span), item.reason)
            if not items:
                yield (*lead, None, None, None, None, None, *places(one.raised[0]), one.reason)

    return Table("hypotheses", columns, tuple(rows()))


def _sided(one: Hypothesis) -> Iterable[tuple[str, Evidence]]:
    yield from (("for", item) for item in one.supporting)
    yield from (("against", item) for item in one.opposing)


def lineage_table(case: Case) -> Table:
    """Which report descends from, cites, or shares text with which: one row for each tie."""
    places = Places(case)
    outside = {one.id: one.name for one in case.outside}
    columns = (
        *("number", "from", "to", "kind", "direction", "score"),
        *PLACE_COLUMNS,
        "reason",
    )

    def row(number: int, one: LineageEdge) -> _Row:
        words = one.citation or (one.runs[0][1] if one.runs else None)
        source = next((name for key, name in outside.items() if key == one.source), None)
        return (
            number,
            places.of_report(one.source) if source is None else source,
            places.labels[one.target],
            *(one.kind.value, one.direction.value, one.score),
            *places(words),
            one.reason,
        )

    rows = (row(number, one) for number, one in enumerate(case.lineage, start=1))
    return Table("lineage", columns, tuple(rows))


def losses_table(case: Case) -> Table:
    """What reports lost of what they pass on: one row for each loss."""
    places = Places(case)
    columns = (
        *("number", "kind", *PLACE_COLUMNS),
        *(f"source_{name}" for name in PLACE_COLUMNS),
        *("changed", "reason"),
    )
    rows = (
        (number, one.kind.value, *places(one.span), *places(one.source), one.changed, one.reason)
        for number, one in enumerate(case.losses, start=1)
    )
    return Table("losses", columns, tuple(rows))


def timeline_table(case: Case) -> Table:
    """What the reports date, in the order of the times: one row for each passage."""
    places = Places(case)
    material = material_of(case)
    columns = ("from", "to", "printed", "question", "who", *PLACE_COLUMNS)
    rows = (
        (
            None if one.interval is None else one.interval.start.isoformat(),
            None if one.interval is None else one.interval.end.isoformat(),
            one.claim.answer,
            one.question.text,
            listed(voices_of([given], material)),
            *places(given.span),
        )
        for one in dated(material)
        for given in one.claim.given
    )
    return Table("timeline", columns, tuple(rows))


def changes_table(case: Case) -> Table:
    """What changed between editions of a report: one row for each run of words that differs."""
    places = Places(case)
    columns = (
        *("number", "earlier", "later", "disclosure", "kind", "told"),
        *PLACE_COLUMNS,
        *(f"before_{name}" for name in PLACE_COLUMNS),
    )
    rows = (
        (
            *(number, places.labels[one.earlier], places.labels[one.later], one.disclosure.value),
            *(edit.kind.value, edit.told),
            *places(edit.after),
            *places(edit.before),
        )
        for number, one in enumerate(case.editions, start=1)
        for edit in one.edits
    )
    return Table("changes", columns, tuple(rows))


def brief_table(case: Case) -> Table:
    """The brief: one row for each line."""
    places = Places(case)
    columns = ("section", "standing", "stance", "text", "reason", "places")

    def where(spans: Iterable[Span]) -> str:
        return " ".join(f"{places.labels[s.report]}:{s.start}-{s.end}" for s in spans)

    rows = (
        (
            section.heading,
            None if line.standing is None else line.standing.value,
            None if line.stance is None else line.stance.value,
            *(line.text, line.reason, where(line.spans)),
        )
        for section in case.brief.sections
        for line in section.lines
    )
    return Table("brief", columns, tuple(rows))


PARTS: Mapping[str, Callable[[Case], Table]] = {
    "brief": brief_table,
    "reports": reports_table,
    "entities": entities_table,
    "statements": statements_table,
    "claims": claims_table,
    "contradictions": contradictions_table,
    "wordings": wordings_table,
    "lineage": lineage_table,
    "losses": losses_table,
    "findings": findings_table,
    "hypotheses": hypotheses_table,
    "timeline": timeline_table,
    "changes": changes_table,
}
"""What of a case is a table, by name."""


def table_named(case: Case, name: str) -> Table:
    """The table of a part of a case.

    Raises:
        NotFoundError: If no part of that name is a table; the message lists those that are.
    """
    if name not in PARTS:
        raise NotFoundError(f"there is no table {name!r}; there are {', '.join(PARTS)}")
    return PARTS[name](case)
