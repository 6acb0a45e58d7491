"""The case file: format ``twosource-case/1``, one JSON document that needs nothing else.

Parts that this version does not look for are left out and named under ``not_examined``: an empty
list would read as "looked for, none found".
"""

from __future__ import annotations

import json
import re

from twosource.errors import InvariantError, MaterialError
from twosource.model.case import Case
from twosource.model.edition import Edition
from twosource.model.event import EventFrame, LayeredSentence
from twosource.store.brief_nodes import brief_from, brief_node
from twosource.store.case_nodes import (
    entity_from,
    entity_node,
    statement_from,
    statement_node,
)
from twosource.store.claim_nodes import claim_nodes, question_node, questions_from
from twosource.store.codec import read_as, written
from twosource.store.comparison_nodes import Comparison, comparison_from, comparison_nodes
from twosource.store.fields import CASE_FILE, REMEDY, Node, field, items, node_of, words
from twosource.store.finding_nodes import finding_from, finding_node
from twosource.store.hypothesis_nodes import hypothesis_from, hypothesis_node
from twosource.store.indented import indented
from twosource.store.report_nodes import report_from, report_node

FORMAT = "twosource-case/1"

NOT_EXAMINED: tuple[str, ...] = ()
"""Parts of the format that this version does not look for, in the order of the format."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def case_json(case: Case) -> str:
    """Write a case as a ``twosource-case/1`` document.

    The same case gives the same characters: keys in a fixed order, lists as the case has them, no
    time of writing. Text is written as it is; only lone surrogates are escaped, which UTF-8
    cannot hold.

    Args:
        case: The case.

    Returns:
        JSON, indented by one space, with a line feed at its end.
    """
    document: Node = {
        "format": FORMAT,
        "not_examined": list(NOT_EXAMINED),
        "reports": [report_node(report) for report in case.reports],
        "entities": [entity_node(entity) for entity in case.entities],
        "statements": [statement_node(statement) for statement in case.statements],
        "event": written(case.event),
        "sentences": [written(sentence) for sentence in case.sentences],
        "questions": [question_node(question) for question in case.questions],
        "claims": claim_nodes(case.questions, case.sourcing),
        **comparison_nodes(case),
        "findings": [finding_node(finding) for finding in case.findings],
        "hypotheses": [hypothesis_node(hypothesis) for hypothesis in case.hypotheses],
        "superseded": [report_node(report) for report in case.superseded],
        "editions": [written(edition) for edition in case.editions],
        "brief": brief_node(case.brief),
    }
    text = indented(document)
    return _LONE_SURROGATE.sub(lambda lone: f"\\u{ord(lone[0]):04x}", text) + "\n"


def read_case(text: str) -> Case:
    """Read a case from a ``twosource-case/1`` document and check every span against its report.

    Parts that this version does not know are not read.

    Args:
        text: The document.

    Returns:
        The case; written again it gives the same document, less the parts that were not read.

    Raises:
        MaterialError: If the text is no such document, lacks a field, or quotes a report wrongly.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise MaterialError(CASE_FILE, f"not readable as JSON ({error})", REMEDY) from error
    root = node_of(document, "the document")
    if (found := words(root, "format", "the document")) != FORMAT:
        raise MaterialError(
            CASE_FILE, f"its format is {found!r}, not {FORMAT!r}", "read it with its own version"
        )
    try:
        return _case(root)
    except InvariantError as error:
        raise MaterialError(CASE_FILE, str(error), REMEDY) from error


def _case(root: Node) -> Case:
    reports = tuple(
        report_from(node, f"reports[{i}]") for i, node in enumerate(items(root, "reports", "case"))
    )
    superseded = tuple(
        report_from(node, f"superseded[{i}]")
        for i, node in enumerate(items({"superseded": [], **root}, "superseded", "case"))
    )
    texts = {report.id: report.text for report in (*reports, *superseded)}
    if len(texts) < len(reports) + len(superseded):
        raise MaterialError(CASE_FILE, "two of its reports have one id", REMEDY)
    entities = tuple(
        entity_from(node, texts, f"entities[{i}]")
        for i, node in enumerate(items(root, "entities", "case"))
    )
    statements = tuple(
        statement_from(node, texts, f"statements[{i}]")
        for i, node in enumerate(items(root, "statements", "case"))
    )
    event = read_as(EventFrame | None, field(root, "event", "case"), texts, "event")
    sentences = read_as(tuple[LayeredSentence, ...], root.get("sentences"), texts, "sentences")
    compared = comparison_from(root, texts)
    return Case(
        reports,
        entities,
        statements,
        brief_from(root, (*reports, *superseded)),
        event,  # type: ignore[arg-type] # read_as gives what it was asked for
        sentences,  # type: ignore[arg-type]
        questions_from(root, texts),
        **{name: getattr(compared, name) for name in Comparison.__slots__},
        findings=tuple(
            finding_from(node, texts, f"findings[{i}]")
            for i, node in enumerate(items(root, "findings", "case"))
        ),
        hypotheses=tuple(
            hypothesis_from(node, texts, f"hypotheses[{i}]")
            for i, node in enumerate(items(root, "hypotheses", "case"))
        ),
        superseded=superseded,
        editions=read_as(  # type: ignore[arg-type]
            tuple[Edition, ...], root.get("editions", []), texts, "editions"
        ),
    )
