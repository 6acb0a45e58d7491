"""A case cut into the pieces of its served view: one for each thing that is shown on its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from twosource.brief.marks import report_label
from twosource.engine.brief_pieces import brief_pieces
from twosource.engine.figures import grid_rows, places_page, sourced_claims, timeline_page
from twosource.engine.told import folded, page_piece, told
from twosource.hypotheses.analysis import analysed
from twosource.model.case import Case
from twosource.model.identity import ReportId
from twosource.model.report import Report
from twosource.model.statement import Statement
from twosource.reviews.apply import Applied
from twosource.reviews.statements import OWN_VOICE
from twosource.store.case_nodes import entity_node, statement_node
from twosource.store.claim_nodes import claim_nodes, question_node
from twosource.store.codec import written
from twosource.store.comparison_nodes import comparison_nodes
from twosource.store.fields import Node, items, span_node
from twosource.store.finding_nodes import finding_node
from twosource.store.hypothesis_nodes import hypothesis_node
from twosource.store.report_nodes import report_node
from twosource.store.served import Piece

FEW, MANY = 5, 50
"""How many of many a list shows; the thing itself gives all."""
_CARD = ("id", "file", "container", "publisher", "title", "byline", "url", "published", "language")


def pieces_of(done: Applied) -> Iterator[Piece]:
    """Every piece of a case to which its reviews were applied."""
    case = done.case
    nodes = comparison_nodes(case)
    yield page_piece("summary", _summary(case, done))
    yield from brief_pieces(done)
    yield from _lineage(case, nodes)
    yield page_piece("timeline", timeline_page(case))
    yield page_piece("places", places_page(case))
    yield page_piece("hypotheses", _hypotheses(case))
    yield page_piece("decisions", _decisions(done))
    yield page_piece("editions", {"items": [written(one) for one in case.editions]})
    yield from _reports(case)
    yield from _statements(case.statements)
    yield from _questions(case, nodes)
    yield from _listed(case, nodes)
    for number, node in enumerate(sourced_claims(case)):
        yield Piece("sourced", str(node["claim"]), number, told(node))


def _summary(case: Case, done: Applied) -> Node:
    said = Counter(one.report for one in case.statements)
    return {
        "title": case.brief.title,
        "event": written(case.event),
        "counts": {
            "reports": len(case.reports),
            "statements": len(case.statements),
            "entities": len(case.entities),
            "questions": len(case.questions),
            "contradictions": len(case.contradictions),
            "wordings": len(case.wordings),
            "lineage": len(case.lineage),
            "losses": len(case.losses),
            "findings": len(case.findings),
            "hypotheses": len(case.hypotheses),
        },
        "reports": [
            _card(number, report, said[report.id])
            for number, report in enumerate(case.brief.reports)
        ],
        "waiting": {"pending": len(done.pending), "unfit": len(done.unfit)},
    }


def _card(number: int, report: Report, statements: int) -> Node:
    node = report_node(report)
    return {
        "label": report_label(number),
        **{key: node[key] for key in _CARD},
        "name": report.name,
        "sha256": report.sha256,
        "length": len(report.text),
        "statements": statements,
    }


def _decisions(done: Applied) -> Node:
    """How each review that is in force stands to the case, by its number."""
    states: dict[str, Node] = {}
    for review in done.applied:
        states[str(review.seq)] = {"state": "applied", "reason": ""}
    for one in done.remarks:
        states[str(one.review.seq)] = {"state": "remark", "reason": ""}
    for review in done.pending:
        states[str(review.seq)] = {"state": "pending", "reason": ""}
    for unfit in done.unfit:
        states[str(unfit.review.seq)] = {"state": "unfit", "reason": unfit.reason}
    return {"states": states}


def _lineage(case: Case, nodes: Node) -> Iterator[Piece]:
    """The reports and origins on one page, the ties one by one: there may be thousands."""
    page = {
        "nodes": [
            {"id": report.id, "label": report_label(number), "name": report.name}
            for number, report in enumerate(case.brief.reports)
        ],
        "outside": nodes["outside_origins"],
        "origins": [
            {**one, "spans": _first(one["spans"], FEW)} for one in items(nodes, "origins", "case")
        ],
    }
    yield page_piece("lineage", page)
    edges = _numbered("lineage", items(nodes, "lineage", "case"))
    for number, node in enumerate(edges):
        ends, kind = (str(node["to"]), str(node["from"])), str(node["kind"])
        yield Piece("edge", str(node["ref"]), number, told(node), *ends, kind)


def _numbered(name: str, nodes: Iterable[Node]) -> Iterator[Node]:
    """Things without ids under the names by which a decision can call them."""
    for number, node in enumerate(nodes, start=1):
        yield {"ref": f"{name}-{number}", **node}


def _hypotheses(case: Case) -> Node:
    return {
        "items": [hypothesis_node(one) for one in case.hypotheses],
        "analysis": written(analysed(case.hypotheses)),
    }


def _reports(case: Case) -> Iterator[Piece]:
    sentences: dict[ReportId, list[object]] = defaultdict(list)
    for sentence in case.sentences:
        sentences[sentence.span.report].append(written(sentence))
    mentions: dict[ReportId, list[object]] = defaultdict(list)
    for entity in case.entities:
        for one in entity.mentions:
            node = {**span_node(one.span), "kind": one.kind, "form": one.form, "entity": entity.id}
            mentions[one.span.report].append(node)
    values: dict[ReportId, list[object]] = defaultdict(list)
    for question in case.questions:
        for claim in question.claims:
            for given in claim.given:
                values[given.report].append(
                    {
                        "question": question.id,
                        "claim": claim.id,
                        "span": span_node(given.span),
                        "statement": given.statement,
                        "value": written(given.value),
                    }
                )
    for number, report in enumerate(case.brief.reports):
        node = {
            "label": report_label(number),
            "name": report.name,
            "report": report_node(report),
            "sentences": sentences[report.id],
            "mentions": mentions[report.id],
            "values": values[report.id],
        }
        words = folded(report.name, report.title or "", report.file)
        yield Piece("report", report.id, number, told(node), report.id, words=words)


def _statements(statements: Sequence[Statement]) -> Iterator[Piece]:
    for number, one in enumerate(statements):
        voice, named = OWN_VOICE, ""
        if one.speaker is not None:
            named = one.speaker.span.quote
            voice = one.speaker.entity or folded(named)
        yield Piece(
            "statement",
            one.id,
            number,
            told(statement_node(one)),
            one.report,
            voice,
            one.stance.value,
            folded(named, *(part.quote for part in one.parts)),
        )


def _questions(case: Case, nodes: Node) -> Iterator[Piece]:
    claims: dict[str, list[Node]] = defaultdict(list)
    for claim in claim_nodes(case.questions, case.sourcing):
        claims[str(claim["question_id"])].append(claim)
    relations: dict[str, list[Node]] = defaultdict(list)
    for one in items(nodes, "relations", "case"):
        relations[str(one["question"])].append(one)
    sourcing = {str(one["claim"]): one for one in items(nodes, "sourcing", "case")}
    origins = {str(one["id"]): one for one in items(nodes, "origins", "case")}
    clashes: dict[str, list[Node]] = defaultdict(list)
    for one in items(nodes, "contradictions", "case"):
        clashes[str(one["question"])].append(one)
    rows = grid_rows(case)
    for number, (question, row) in enumerate(zip(case.questions, rows, strict=True)):
        own = claims[question.id]
        where = [sourcing[str(claim["id"])] for claim in own if str(claim["id"]) in sourcing]
        roots = dict.fromkeys(str(root) for claim in own for root in _strings(claim["origins"]))
        node = {
            "question": question_node(question),
            "claims": own,
            "relations": relations[question.id],
            "contradictions": clashes[question.text],
            "sourcing": where,
            "origins": [origins[root] for root in roots if root in origins],
        }
        words = folded(question.text, *(claim.answer for claim in question.claims))
        state, kind = str(row["state"]), question.kind.value
        yield Piece("question", question.id, number, told(node), "", state, kind, words)
        for answer in question.claims:
            yield Piece("claim", answer.id, number, told({"question": question.id}))
        yield Piece("row", question.id, number, told(row), "", state, kind, words)


def _first(value: object, most: int) -> list[object]:
    """The first of a list; a list of thousands is not what a page shows."""
    return value[:most] if isinstance(value, list) else []


def _strings(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def _listed(case: Case, nodes: Node) -> Iterator[Piece]:
    """What is shown as plain lists."""
    for number, entity in enumerate(case.entities):
        words = folded(entity.name, *(one.span.quote for one in entity.mentions[:20]))
        node = entity_node(entity)
        sort = entity.kind.value
        yield Piece("entity", entity.id, number, told(node), sort=sort, words=words)
        item = {
            **node,
            "mentions": _first(node["mentions"], MANY),
            "reasons": _first(node["reasons"], FEW),
            "joins": _first(node["joins"], FEW),
            "mentioned": len(entity.mentions),
        }
        yield Piece("entity-item", entity.id, number, told(item), sort=sort, words=words)
    for kind, name in (("contradiction", "contradictions"), ("wording", "wordings")):
        for number, node in enumerate(items(nodes, name, "case")):
            words = folded(str(node.get("question", "")))
            sort = str(node.get("kind", ""))
            yield Piece(kind, str(node["id"]), number, told(node), sort=sort, words=words)
    losses = _numbered("loss", items(nodes, "attribution_losses", "case"))
    for number, node in enumerate(losses):
        yield Piece("loss", str(node["ref"]), number, told(node), sort=str(node["kind"]))
    findings = _numbered("finding", [finding_node(one) for one in case.findings])
    for number, node in enumerate(findings):
        yield Piece("finding", str(node["ref"]), number, told(node), sort=str(node["verdict"]))
