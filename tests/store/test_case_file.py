from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.brief.ferry import ferry_case
from tests.brief.telling import case_of
from tests.factory import report, statement

import twosource.store
from twosource.errors import MaterialError
from twosource.model.case import Case
from twosource.store.case_file import NOT_EXAMINED, case_json, read_case

SCHEMA = Path(twosource.store.__file__).with_name("twosource-case-1.schema.json")


def small_case(text: str) -> Case:
    told = report(text)
    statements = (statement(told, None, None, text),)
    return case_of((told,), (), statements)


def spans_in(node: object) -> list[dict[str, object]]:
    if isinstance(node, list):
        return [span for item in node for span in spans_in(item)]
    if not isinstance(node, dict):
        return []
    own = [node] if {"report", "start", "end", "quote"} <= node.keys() else []
    return own + [span for item in node.values() for span in spans_in(item)]


def test_a_case_reads_back_as_it_was() -> None:
    case = ferry_case()
    assert read_case(case_json(case)) == case


def test_a_case_read_and_written_again_is_the_same_document() -> None:
    written = case_json(ferry_case())
    assert case_json(read_case(written)) == written


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=40))
@example("lone \ud800 surrogate, \u2028 separator, \x00 and \x1b[31m")
def test_any_text_survives_the_case_file(text: str) -> None:
    case = small_case(text)
    written = case_json(case)
    assert written.encode("utf-8").decode("utf-8") == written
    assert read_case(written) == case


def test_the_same_case_gives_the_same_bytes() -> None:
    assert case_json(ferry_case()) == case_json(ferry_case())


def test_the_shipped_schema_holds_for_a_case() -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    validator = jsonschema.Draft202012Validator
    validator.check_schema(schema)
    validator(schema).validate(json.loads(case_json(ferry_case())))


def test_the_schema_refuses_a_line_without_spans() -> None:
    document = json.loads(case_json(ferry_case()))
    document["brief"]["further"][0]["spans"] = []
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, json.loads(SCHEMA.read_text("utf-8")))


def test_parts_that_are_not_looked_for_are_absent_and_named() -> None:
    document = json.loads(case_json(ferry_case()))
    assert document["not_examined"] == list(NOT_EXAMINED)
    assert not document.keys() & set(NOT_EXAMINED)


def test_every_span_of_the_document_quotes_its_report() -> None:
    document = json.loads(case_json(ferry_case()))
    texts = {r["id"]: r["text"] for r in document["reports"]}
    spans = spans_in(document)
    assert len(spans) > 60
    for span in spans:
        assert texts[span["report"]][span["start"] : span["end"]] == span["quote"]


def test_offsets_count_code_points_beyond_the_basic_plane() -> None:
    told = report("🚢🚢 The crew said: all safe.")
    case = case_of((told,), (), (statement(told, "The crew", "said", "all safe"),))
    content = json.loads(case_json(case))["statements"][0]["content"]
    assert (content["start"], content["end"]) == (18, 26)


def _wrong_quote(document: dict) -> None:
    document["statements"][0]["content"]["quote"] = "the ferry sank"


def _moved(document: dict) -> None:
    document["statements"][1]["content"]["start"] += 1


def _far(document: dict) -> None:
    document["statements"][1]["content"]["end"] = 10**6


def _lost_report(document: dict) -> None:
    del document["reports"][2]


def _no_evidence(document: dict) -> None:
    document["brief"]["further"][0]["spans"] = []


def _unknown_stance(document: dict) -> None:
    document["statements"][0]["stance"] = "mumbles"


def _missing_field(document: dict) -> None:
    del document["entities"][0]["name"]


def _true_as_number(document: dict) -> None:
    document["reports"][0]["regions"][0]["start"] = True


def _backward_interval(document: dict) -> None:
    document["reports"][0]["published"]["interval"]["end"] = "2001-01-01T00:00:00+00:00"


def _no_zone(document: dict) -> None:
    document["reports"][0]["published"]["interval"]["end"] = "2039-01-01T00:00:00"


def _swapped_lines(document: dict) -> None:
    document["brief"]["sections"].reverse()


def _line_without_section(document: dict) -> None:
    document["brief"]["sections"].pop()


def _other_format(document: dict) -> None:
    document["format"] = "twosource-case/9"


def _one_id_twice(document: dict) -> None:
    document["reports"].append(document["reports"][0])


def _short_run(document: dict) -> None:
    document["reports"][0]["extraction"]["runs"] = [[0, 0]]


def _words_for_a_list(document: dict) -> None:
    document["statements"] = "none"


DAMAGES = [
    (_wrong_quote, "the ferry sank"),
    (_moved, "statements[1].content"),
    (_far, "statements[1].content"),
    (_lost_report, "a report of this case"),
    (_no_evidence, "without evidence"),
    (_unknown_stance, "mumbles"),
    (_missing_field, "no field 'name'"),
    (_true_as_number, "regions[0].start"),
    (_backward_interval, "ends at"),
    (_no_zone, "offset from UTC"),
    (_swapped_lines, "brief.sections[0]"),
    (_line_without_section, "in no section"),
    (_other_format, "twosource-case/9"),
    (_one_id_twice, "one id"),
    (_short_run, "three whole numbers"),
    (_words_for_a_list, "a list"),
]


@pytest.mark.parametrize(("damage", "told"), DAMAGES)
def test_a_damaged_case_file_is_refused_with_the_place_and_the_value(
    damage: Callable[[dict], None], told: str
) -> None:
    document = json.loads(case_json(ferry_case()))
    damage(document)
    with pytest.raises(MaterialError) as refusal:
        read_case(json.dumps(document))
    assert told in str(refusal.value)


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 100_000, "[]", "null", '{"format": 1}', "1" * 5000]
)
def test_what_is_no_case_file_is_refused(text: str) -> None:
    with pytest.raises(MaterialError):
        read_case(text)


def test_two_lines_with_one_id_stay_two() -> None:
    case = ferry_case()
    first = case.brief.sections[0]
    doubled = replace(first, lines=(first.lines[0], first.lines[0]))
    case = replace(case, brief=replace(case.brief, sections=(doubled, doubled)))
    assert read_case(case_json(case)) == case
