"""Web Annotations: both selectors agree with the text, and what does not fit is refused."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import pytest
from rdflib import Graph, Namespace, URIRef
from tests.factory import report

from twosource.errors import MaterialError
from twosource.exchange.annotations import CONTEXT, web_annotations
from twosource.exchange.annotations_read import read_annotations
from twosource.exchange.names import text_address
from twosource.model.case import Case

OA = Namespace("http://www.w3.org/ns/oa#")
# rdflib 7 reads JSON-LD through a class that it deprecates itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
CONTEXT_FILE = Path(__file__).parent / "vocabularies" / "anno.jsonld"


def items(case: Case) -> list[dict]:
    return json.loads(web_annotations(case))["first"]["items"]


def expanded(case: Case) -> Graph:
    document = json.loads(web_annotations(case))
    assert document["@context"] == CONTEXT
    document["@context"] = json.loads(CONTEXT_FILE.read_text("utf-8"))["@context"]
    return Graph().parse(data=json.dumps(document), format="json-ld")


def test_every_annotation_expands_to_the_terms_of_the_vocabulary(example: Case) -> None:
    graph = expanded(example)
    found = set(graph.subjects(None, OA.Annotation))
    assert {str(one) for one in found} == {item["id"] for item in items(example)}
    for one in found:
        assert set(graph.objects(one, OA.motivatedBy)) <= {
            OA.describing, OA.identifying, OA.classifying, OA.questioning
        }  # fmt: skip
        assert list(graph.objects(one, OA.hasBody))
        for target in graph.objects(one, OA.hasTarget):
            assert len(list(graph.objects(target, OA.hasSelector))) == 2
    used = {p for p in graph.predicates() if isinstance(p, URIRef) and str(p).startswith(str(OA))}
    assert {str(p).removeprefix(str(OA)) for p in used} <= {
        "hasBody", "hasTarget", "hasSource", "hasSelector", "hasPurpose", "motivatedBy", "exact",
        "prefix", "suffix", "start", "end",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["ferry", "example", "hostile"])
def test_every_annotation_reads_back_to_the_span_it_came_from(
    name: str, request: pytest.FixtureRequest
) -> None:
    case: Case = request.getfixturevalue(name)
    read = read_annotations(web_annotations(case).decode("utf-8"), case.reports)
    assert read.refused == ()
    spans = {span for one in read.found for span in one.spans}
    assert {part for one in case.statements for part in one.parts} <= spans
    assert {m.span for entity in case.entities for m in entity.mentions} <= spans
    texts = {one.id: one.text for one in case.reports}
    assert all(texts[s.report][s.start : s.end] == s.quote for s in spans)


def test_ids_are_unique_and_the_same_case_gives_the_same_bytes(example: Case) -> None:
    idents = [item["id"] for item in items(example)]
    assert len(set(idents)) == len(idents)
    assert web_annotations(example) == web_annotations(example)


def test_selectors_that_disagree_are_refused_by_name(ferry: Case) -> None:
    moved, misquoted, unquoted, elsewhere = (deepcopy(items(ferry)[i]) for i in range(4))
    moved["target"][0]["selector"][1]["start"] += 1
    misquoted["target"][0]["selector"][0]["exact"] += " not"
    del unquoted["target"][0]["selector"][0]
    elsewhere["target"][0]["source"] = "https://harbour.invalid/other"
    made = [moved, misquoted, unquoted, elsewhere, items(ferry)[4]]
    read = read_annotations(json.dumps(made), ferry.reports)
    assert [one.ident for one in read.found] == [made[4]["id"]]
    assert len(read.refused) == 4
    assert all(told.startswith(one["id"]) for told, one in zip(read.refused, made, strict=False))
    assert "no words are quoted" in read.refused[2]


def test_a_quotation_alone_is_taken_where_it_stands_once_and_never_guessed() -> None:
    one = report("The quay was dark. The crane was dark.")
    source = text_address(one)

    def made(**quote: str) -> str:
        selector = {"type": "TextQuoteSelector", **quote}
        return json.dumps({"target": {"source": source, "selector": selector}})

    assert read_annotations(made(exact="was dark"), [one]).refused == (
        "annotation 1: its words 'was dark' stand in 2 places in a.txt",
    )
    taken = read_annotations(made(exact="was dark", prefix="crane "), [one])
    assert taken.found[0].spans[0].start == 29
    assert "nowhere" in read_annotations(made(exact="was lit"), [one]).refused[0]


def test_a_comment_keeps_its_words_and_its_maker(ferry: Case) -> None:
    made = items(ferry)[0] | {
        "motivation": "commenting",
        "creator": {"type": "Person", "name": "Ada Voss"},
        "body": [{"type": "TextualBody", "value": "Seen by two crews."}],
    }
    read = read_annotations(json.dumps(made), ferry.reports).found[0]
    assert (read.motivation, read.text, read.creator) == (
        "commenting", "Seen by two crews.", "Ada Voss"
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "{", "[]", '{"items": 3}', "null"])
def test_what_holds_no_annotation_is_one_clear_error(text: str) -> None:
    with pytest.raises(MaterialError):
        read_annotations(text, [])
