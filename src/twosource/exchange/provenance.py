"""The attribution chain and the lineage of a case in PROV-O (Recommendation of 30 April 2013).

JSON-LD with its context inside, so that no reader needs the network. Terms of the house that PROV
lacks stand under ``ts``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from twosource.exchange.names import (
    NAMESPACE,
    bytes_address,
    content_words,
    json_bytes,
    text_address,
    urn,
    voice_name,
)
from twosource.model.case import Case
from twosource.model.entity import Entity, EntityKind
from twosource.model.identity import EntityId, ReportId, content_id
from twosource.model.lineage import Direction, LineageEdge, OutsideOrigin
from twosource.model.report import Report
from twosource.model.statement import Speaker, Statement

_CONTEXT: dict[str, object] = {
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "http://schema.org/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "ts": f"{NAMESPACE}term:",
    "id": "@id",
    "type": "@type",
}
_AGENTS = {EntityKind.PERSON: "prov:Person", EntityKind.ORGANISATION: "prov:Organization"}

Node = dict[str, object]


def prov(case: Case) -> bytes:
    """Write where each report and each statement comes from."""
    reports = {report.id: report for report in case.reports}
    entities = {entity.id: entity for entity in case.entities}
    graph: list[Node] = []
    for report in case.reports:
        graph += _report(report)
    speaking = {
        voice.entity
        for statement in case.statements
        for voice in _voices(statement)
        if voice.entity is not None
    }
    graph += [_agent(entity) for entity in case.entities if entity.id in speaking]
    for statement in case.statements:
        graph += _statement(statement, reports[statement.report], entities)
    graph += [_outside(origin) for origin in case.outside]
    graph += [_derived(edge, reports) for edge in case.lineage if edge.direction is Direction.KNOWN]
    once = {
        str(node["id"]): node for node in reversed(graph) if "prov:qualifiedDerivation" not in node
    }
    derived = [node for node in graph if "prov:qualifiedDerivation" in node]
    return json_bytes({"@context": _CONTEXT, "@graph": [*reversed(once.values()), *derived]})


def _report(report: Report) -> Iterator[Node]:
    made, tool = report.extraction, f"{report.extraction.tool} {report.extraction.version}"
    original, step = bytes_address(report.sha256), urn(f"{report.id}:extraction")
    agent = urn(content_id("tl", made.tool, made.version))
    yield {"id": original, "type": "prov:Entity", "rdfs:label": report.container or report.file}
    yield {"id": agent, "type": ["prov:Agent", "prov:SoftwareAgent"], "rdfs:label": tool}
    yield {
        "id": step,
        "type": "prov:Activity",
        "prov:used": {"id": original},
        "prov:wasAssociatedWith": {"id": agent},
        "ts:encoding": made.encoding,
    }
    publisher = urn(content_id("pb", report.name))
    yield {"id": publisher, "type": ["prov:Agent", "prov:Organization"], "rdfs:label": report.name}
    node: Node = {
        "id": urn(report.id),
        "type": "prov:Entity",
        "rdfs:label": report.title or report.file,
        "prov:wasDerivedFrom": {"id": original},
        "prov:wasGeneratedBy": {"id": step},
        "prov:wasAttributedTo": {"id": publisher},
        "ts:text": {"id": text_address(report)},
    }
    if report.published is not None:
        node["schema:datePublished"] = report.published.at
        node["ts:publicationBasis"] = report.published.basis.value
    yield node


def _agent(entity: Entity) -> Node:
    kinds = ["prov:Agent", *([_AGENTS[entity.kind]] if entity.kind in _AGENTS else [])]
    return {"id": urn(entity.id), "type": kinds, "rdfs:label": entity.name}


def _voices(statement: Statement) -> tuple[Speaker, ...]:
    """Who speaks, then who relays it, outermost first."""
    first = () if statement.speaker is None else (statement.speaker,)
    return (*first, *statement.via)


def _statement(
    statement: Statement, report: Report, entities: Mapping[EntityId, Entity]
) -> Iterator[Node]:
    attributed: list[Node] = []
    for number, voice in enumerate(_voices(statement)):
        speaks = number == 0 and statement.speaker is not None
        known = voice.entity is not None and voice.entity in entities
        agent = urn(str(voice.entity)) if known else urn(f"{statement.id}:voice-{number}")
        if not known:
            label = voice_name(voice, entities)
            yield {"id": agent, "type": "prov:Agent", "rdfs:label": label}
        attributed.append(
            {
                "type": "prov:Attribution",
                "prov:agent": {"id": agent},
                "prov:hadRole": {"id": urn(f"term:{'speaker' if speaks else 'relayer'}")},
                "ts:asPrinted": voice.span.quote,
            }
        )
    node: Node = {
        "id": urn(statement.id),
        "type": "prov:Entity",
        "prov:value": content_words(statement),
        "prov:wasQuotedFrom": {"id": urn(report.id)},
        "ts:stance": statement.stance.value,
        "ts:kind": statement.kind.value,
        "ts:offsets": [f"{part.start}-{part.end}" for part in statement.parts],
    }
    if statement.speaker is None:
        node["prov:wasAttributedTo"] = {"id": urn(content_id("pb", report.name))}
    else:
        node["prov:wasAttributedTo"] = attributed[0]["prov:agent"]
        node["prov:qualifiedAttribution"] = attributed
    if statement.parent is not None:
        node["prov:wasDerivedFrom"] = {"id": urn(statement.parent)}
    yield node


def _outside(origin: OutsideOrigin) -> Node:
    words = origin.name or " ".join(span.quote for span in origin.spans)
    return {"id": urn(origin.id), "type": "prov:Entity", "rdfs:label": words}


def _derived(edge: LineageEdge, reports: Mapping[ReportId, Report]) -> Node:
    """A descent whose direction is shown, with what shows it."""
    rests = [pair[1] for pair in edge.runs] or ([edge.citation] if edge.citation else [])
    derivation: Node = {
        "type": "prov:Derivation",
        "prov:entity": {"id": urn(edge.source)},
        "ts:kind": edge.kind.value,
        "ts:score": edge.score,
        "ts:reason": edge.reason,
        "ts:offsets": [f"{span.start}-{span.end}" for span in rests],
    }
    return {
        "id": urn(edge.target),
        "prov:wasDerivedFrom": {"id": urn(edge.source)},
        "prov:qualifiedDerivation": derivation,
    }
