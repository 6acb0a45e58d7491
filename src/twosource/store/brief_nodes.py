"""The brief in the case file: its lines in one list, its sections naming theirs by id."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.errors import MaterialError
from twosource.model.brief import (
    BriefDocument,
    BriefLine,
    BriefSection,
    SectionKind,
    Standing,
    Version,
)
from twosource.model.identity import EntityId, LineId, ReportId, StatementId
from twosource.model.report import Report
from twosource.model.statement import Stance
from twosource.store.fields import (
    CASE_FILE,
    REMEDY,
    Node,
    Texts,
    field,
    items,
    kind,
    node_of,
    span_node,
    spans_from,
    strings,
    truth,
    words,
    words_or_none,
    wrong,
)


def brief_node(brief: BriefDocument) -> Node:
    """Write a brief: lines that have a standing apart from those that tell of the reports."""
    return {
        "title": brief.title,
        "reports": [report.id for report in brief.reports],
        "lines": [_line_node(line) for line in brief.lines if line.standing is not None],
        "further": [_line_node(line) for line in brief.lines if line.standing is None],
        "sections": [
            {
                "kind": section.kind,
                "heading": section.heading,
                "entity": section.entity,
                "own_voice": section.own_voice,
                "lines": [line.id for line in section.lines],
            }
            for section in brief.sections
        ],
        "notes": list(brief.notes),
    }


def brief_from(root: Node, reports: Sequence[Report]) -> BriefDocument:
    """Read the brief of a case whose reports are read.

    Sections take their lines off the lists in order, so that two lines with one id stay two.
    """
    node = node_of(field(root, "brief", "case"), "brief")
    by_id = {report.id: report for report in reports}
    texts = {report.id: report.text for report in reports}
    numbered = strings(node, "reports", "brief")
    for i, id_ in enumerate(numbered):
        if id_ not in by_id:
            raise wrong(f"brief.reports[{i}]", id_, "a report of this case")
    left = {name: _lines_from(node, name, texts) for name in ("lines", "further")}
    sections: list[BriefSection] = []
    for i, section in enumerate(items(node, "sections", "brief")):
        place = f"brief.sections[{i}]"
        kind_ = kind(SectionKind, section, "kind", place)
        name = "lines" if kind_.value in set(Standing) else "further"
        wanted = strings(section, "lines", place)
        own, left[name] = left[name][: len(wanted)], left[name][len(wanted) :]
        if tuple(line.id for line in own) != wanted:
            raise wrong(f"{place}.lines", list(wanted), "the next lines of the brief")
        entity = words_or_none(section, "entity", place)
        sections.append(
            BriefSection(
                kind=kind_,
                heading=words(section, "heading", place),
                entity=None if entity is None else EntityId(entity),
                own_voice=truth(section, "own_voice", place),
                lines=tuple(own),
            )
        )
    for line in (*left["lines"], *left["further"]):
        raise MaterialError(CASE_FILE, f"brief line {line.id} is in no section", REMEDY)
    return BriefDocument(
        title=words(node, "title", "brief"),
        reports=tuple(by_id[ReportId(id_)] for id_ in numbered),
        sections=tuple(sections),
        notes=strings(node, "notes", "brief"),
    )


def _lines_from(node: Node, name: str, texts: Texts) -> list[BriefLine]:
    found = enumerate(items(node, name, "brief"))
    return [_line_from(line, texts, f"brief.{name}[{i}]") for i, line in found]


def _line_node(line: BriefLine) -> Node:
    return {
        "id": line.id,
        "standing": line.standing,
        "stance": line.stance,
        "text": line.text,
        "reason": line.reason,
        "spans": [span_node(span) for span in line.spans],
        "versions": [
            {"text": version.text, "spans": [span_node(span) for span in version.spans]}
            for version in line.versions
        ],
        "statements": list(line.statements),
        "relayed_by": list(line.relayed_by),
    }


def _line_from(node: Node, texts: Texts, place: str) -> BriefLine:
    stance = words_or_none(node, "stance", place)
    standing = words_or_none(node, "standing", place)
    return BriefLine(
        id=LineId(words(node, "id", place)),
        standing=None if standing is None else kind(Standing, node, "standing", place),
        stance=None if stance is None else kind(Stance, node, "stance", place),
        text=words(node, "text", place),
        spans=spans_from(node, "spans", texts, place),
        statements=tuple(StatementId(s) for s in strings(node, "statements", place)),
        relayed_by=strings(node, "relayed_by", place),
        reason=words(node, "reason", place),
        versions=tuple(
            Version(
                words(version, "text", f"{place}.versions[{i}]"),
                spans_from(version, "spans", texts, f"{place}.versions[{i}]"),
            )
            for i, version in enumerate(items(node, "versions", place))
        ),
    )
