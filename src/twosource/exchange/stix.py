"""A case as a STIX 2.1 bundle (OASIS Standard of 10 June 2021).

What STIX has stands in its own objects: who speaks (identity), the reports (file), descent and
attribution (relationship), evidence (opinion), collisions (note), the case (report). Statements and
hypotheses, which it lacks, are objects of one declared extension.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from twosource.exchange.names import NAMESPACE, content_words, json_bytes, told, urn, voice_name
from twosource.model.case import Case
from twosource.model.entity import Entity, EntityKind
from twosource.model.hypothesis import Evidence, Hypothesis, Rating
from twosource.model.identity import EntityId, ReportId, StatementId
from twosource.model.lineage import Direction
from twosource.model.report import Report
from twosource.model.statement import Statement

OPINIONS = {
    Rating.STRONGLY_FOR: "strongly-agree",
    Rating.FOR: "agree",
    Rating.NEITHER: "neutral",
    Rating.AGAINST: "disagree",
    Rating.STRONGLY_AGAINST: "strongly-disagree",
}
"""The word of STIX's opinion for each rating."""

_OURS = uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE)
_OBSERVABLES = uuid.UUID("00abedb4-aa42-466c-9c01-fed23315a9b7")
"""The namespace of STIX 2.1, section 2.9, for ids of cyber-observable objects."""
_CLASSES = {EntityKind.PERSON: "individual", EntityKind.ORGANISATION: "organization"}
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
_TOOL = "Twosource"
_SCHEMA = (
    "x-twosource-statement: report_ref (file), stance, content, offsets (code points of"
    " the report's text). x-twosource-hypothesis: name, explains."
)

Node = dict[str, object]


def stix(case: Case) -> bytes:
    """Write a case as a bundle; ids are UUIDs of version 5, so that it is the same every time."""
    at = _stamp(case)
    reports = {report.id: report for report in case.reports}
    entities = {entity.id: entity for entity in case.entities}
    objects = [_maker(at), _extension(at), *(file_object(report) for report in case.reports)]
    speaking = {s.speaker.entity for s in case.statements if s.speaker is not None}
    objects += [_identity(one, at) for one in case.entities if one.id in speaking]
    for statement in case.statements:
        objects += _statement(statement, reports, entities, at)
    for hypothesis in case.hypotheses:
        objects += _hypothesis(hypothesis, at)
    objects += _ties(case, reports, at)
    objects += _collisions(case, at)
    once = list({str(one["id"]): one for one in objects}.values())
    once.append(_whole(case, once, at))
    return json_bytes(
        {"type": "bundle", "id": _id("bundle", *(r.id for r in case.reports)), "objects": once}
    )


def file_object(report: Report) -> Node:
    """The original of a report as a file; its id is the one that STIX prescribes."""
    told = {"hashes": {"SHA-256": report.sha256}, "name": report.file}
    sealed = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    ident = uuid.uuid5(_OBSERVABLES, sealed.encode("utf-8", "replace").decode("utf-8"))
    return {"type": "file", "spec_version": "2.1", "id": f"file--{ident}", **told}


def _stamp(case: Case) -> str:
    dated = [one.published.interval.start for one in case.reports if one.published is not None]
    return f"{max(dated, default=_UNDATED):%Y-%m-%dT%H:%M:%S}.000Z"


def _id(kind: str, *fields: str) -> str:
    return f"{kind}--{uuid.uuid5(_OURS, json.dumps([kind, *fields]))}"


def _object(kind: str, fields: tuple[str, ...], at: str, told: Node) -> Node:
    head: Node = {"type": kind, "spec_version": "2.1", "id": _id(kind, *fields)}
    return head | {"created": at, "modified": at} | told


def _maker(at: str) -> Node:
    return _object("identity", (_TOOL,), at, {"name": _TOOL, "identity_class": "system"})


def _extension(at: str) -> Node:
    return _object(
        "extension-definition",
        (_TOOL,),
        at,
        {
            "created_by_ref": _id("identity", _TOOL),
            "name": "Statements and hypotheses",
            "schema": _SCHEMA,
            "version": "1.0.0",
            "extension_types": ["new-sdo"],
        },
    )


def _extended() -> Node:
    return {_id("extension-definition", _TOOL): {"extension_type": "new-sdo"}}


def _identity(entity: Entity, at: str) -> Node:
    kind = _CLASSES.get(entity.kind, "unknown")
    return _object("identity", (entity.id,), at, {"name": entity.name, "identity_class": kind})


def _statement(
    statement: Statement,
    reports: Mapping[ReportId, Report],
    entities: Mapping[EntityId, Entity],
    at: str,
) -> Iterator[Node]:
    report = reports[statement.report]
    said = _object(
        "x-twosource-statement",
        (statement.id,),
        at,
        {
            "name": told(statement, entities, report),
            "report_ref": file_object(report)["id"],
            "stance": statement.stance.value,
            "content": content_words(statement),
            "offsets": [f"{part.start}-{part.end}" for part in statement.parts],
            "extensions": _extended(),
        },
    )
    yield said
    if statement.speaker is None:
        return
    voices = [("attributed-to", statement.speaker)]
    voices += [("relayed-by", relayer) for relayer in statement.via]
    for number, (how, voice) in enumerate(voices):
        if voice.entity is not None and voice.entity in entities:
            target = _id("identity", voice.entity)
            if number:
                yield _identity(entities[voice.entity], at)
        else:
            target = _id("identity", statement.id, str(number))
            named: Node = {"name": voice_name(voice, entities), "identity_class": "unknown"}
            yield _object("identity", (statement.id, str(number)), at, named)
        yield _relationship(str(said["id"]), how, target, at)


def _relationship(source: str, how: str, target: str, at: str, why: str = "") -> Node:
    told: Node = {"relationship_type": how, "source_ref": source, "target_ref": target}
    if why:
        told["description"] = why
    return _object("relationship", (source, how, target), at, told)


def _hypothesis(hypothesis: Hypothesis, at: str) -> Iterator[Node]:
    ident = _id("x-twosource-hypothesis", hypothesis.id)
    yield _object(
        "x-twosource-hypothesis",
        (hypothesis.id,),
        at,
        {
            "name": hypothesis.label,
            "explains": hypothesis.kind.value,
            "extensions": _extended(),
        },
    )
    for evidence in (*hypothesis.supporting, *hypothesis.opposing):
        yield _opinion(evidence, ident, at)


def _opinion(evidence: Evidence, hypothesis: str, at: str) -> Node:
    words = " ".join(evidence.span.quote.split())
    place = (evidence.span.report, str(evidence.span.start), str(evidence.span.end))
    told: Node = {
        "opinion": OPINIONS[evidence.rating],
        "explanation": f"“{words}” ({evidence.origin}). {evidence.reason}",
        "object_refs": [hypothesis],
    }
    return _object("opinion", (hypothesis, *place, evidence.rating.value), at, told)


def _ties(case: Case, reports: Mapping[ReportId, Report], at: str) -> Iterator[Node]:
    for edge in case.lineage:
        source = reports.get(ReportId(edge.source))
        if edge.direction is Direction.KNOWN and source is not None:
            yield _relationship(
                str(file_object(reports[edge.target])["id"]),
                "derived-from",
                str(file_object(source)["id"]),
                at,
                edge.reason,
            )


def _collisions(case: Case, at: str) -> Iterator[Node]:
    by_claim = {c.id: c.statements for question in case.questions for c in question.claims}
    for collision in case.contradictions:
        sides = [f"{side.answer}" for side in collision.sides]
        said: list[StatementId] = []
        for side in collision.sides:
            said += [one for claim in side.claims for one in by_claim.get(claim, ())]
        printed = {span.report for side in collision.sides for span in side.spans}
        files = [file_object(r)["id"] for r in case.reports if r.id in printed]
        told: Node = {
            "abstract": collision.question,
            "content": f"{' / '.join(sides)}. {collision.reason}",
            "object_refs": [
                *dict.fromkeys(_id("x-twosource-statement", one) for one in said),
                *files,
            ],
            "external_references": [{"source_name": _TOOL, "external_id": urn(collision.id)}],
        }
        yield _object("note", (collision.id,), at, told)


def _whole(case: Case, objects: list[Node], at: str) -> Node:
    told: Node = {
        "name": case.brief.title or "A case of Twosource",
        "published": at,
        "object_refs": [str(one["id"]) for one in objects],
    }
    return _object("report", tuple(report.id for report in case.reports), at, told)
