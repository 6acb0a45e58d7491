from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from tests.brief.ferry import ferry_case
from tests.brief.telling import spoken
from tests.factory import entity, report, span, speaker, statement

from twosource.brief.assemble import OWN_VOICE_HEADING, STANCE_ORDER
from twosource.brief.evidence import supported, unsupported
from twosource.errors import InvariantError
from twosource.model.brief import BriefDocument, BriefLine, Standing
from twosource.model.identity import EntityId, LineId
from twosource.model.statement import Resolution, Stance, StatementKind

DIRECT = StatementKind.DIRECT


def voices() -> BriefDocument:
    case = ferry_case()
    return spoken(case.reports, case.entities, case.statements)


def headings() -> list[str]:
    return [section.heading for section in voices().sections]


def test_speakers_come_by_number_of_statements_then_the_unled_then_own_voice() -> None:
    assert headings() == [
        "Mara Quill",
        "Tobias Renn",
        "Coast Guard",
        "Denvale Aggregates",
        "A port official (Harbour Post)",
        "Residents of Skerry (ledger.txt)",
        "a former deckhand (ledger.txt)",
        OWN_VOICE_HEADING,
    ]


def test_lines_of_a_section_follow_the_order_of_stances() -> None:
    for section in voices().sections:
        places = [STANCE_ORDER.index(line.stance) for line in section.lines if line.stance]
        assert all(a <= b for a, b in pairwise(places))


def test_every_statement_is_told_once() -> None:
    case = ferry_case()
    told = [id_ for line in voices().lines for id_ in line.statements]
    assert sorted(told) == sorted(s.id for s in case.statements)


def test_content_spans_come_first_and_every_span_quotes_its_report() -> None:
    case = ferry_case()
    texts = {r.id: r.text for r in case.reports}
    contents = {part for s in case.statements for part in s.parts}
    for line in voices().lines:
        kinds = [span in contents for span in line.spans]
        assert kinds == sorted(kinds, reverse=True)
        assert all(texts[s.report][s.start : s.end] == s.quote for s in line.spans)


def test_lines_of_the_speakers_tell_of_the_reports_and_have_no_standing() -> None:
    assert {line.standing for line in voices().lines} == {None}


def test_the_same_words_in_two_reports_are_one_line_that_rests_on_both() -> None:
    case = ferry_case()
    lamps = [line for line in voices().lines if "Every lamp" in line.text]
    assert len(lamps) == 1
    assert len(lamps[0].statements) == 2
    assert {span.report for span in lamps[0].spans} == {case.reports[0].id, case.reports[1].id}


def test_the_same_words_in_another_act_are_another_line() -> None:
    told = report("Ada Orme denied the lamps were out. Ada Orme said the lamps were out.")
    ada = entity("Ada Orme", span(told, "Ada Orme"))
    who = speaker(told, "Ada Orme", ada)
    said = (
        statement(told, who, "denied", "the lamps were out", Stance.DENIES),
        statement(told, who, "said", "the lamps were out", Stance.ASSERTS),
    )
    assert len(spoken((told,), (ada,), said).lines) == 2


def test_a_pronoun_speaker_is_named_and_the_line_shows_where_the_name_stands() -> None:
    told = report("Ada Orme came late. “I saw nothing,” she said.")
    ada = entity("Ada Orme", span(told, "Ada Orme"))
    she = replace(speaker(told, "she", ada), resolution=Resolution.PRONOUN)
    said = statement(told, she, "said", "“I saw nothing,”", kind=DIRECT)
    (line,) = spoken((told,), (ada,), (said,)).lines
    assert line.text == "Ada Orme said: “I saw nothing”"
    assert span(told, "Ada Orme") in line.spans


def test_a_name_that_no_mention_prints_gives_way_to_the_printed_words() -> None:
    told = report("“I saw nothing,” the pilot said.")
    ada = entity("Ada Orme", span(told, "the pilot"))
    said = statement(told, speaker(told, "the pilot", ada), "said", "“I saw nothing,”", kind=DIRECT)
    brief = spoken((told,), (ada,), (said,))
    assert [line.text for line in brief.lines] == ["the pilot (Harbour Post) said: “I saw nothing”"]


def test_a_role_in_one_report_is_told_with_its_report_and_is_no_name() -> None:
    told = report("The clerk came. “I saw nothing,” he said.")
    clerk = entity("clerk", span(told, "clerk"))
    said = statement(told, speaker(told, "he", clerk, 30), "said", "“I saw nothing,”", kind=DIRECT)
    brief = spoken((told,), (clerk,), (said,))
    assert [s.heading for s in brief.sections] == ["clerk (Harbour Post)"]
    assert brief.lines[0].text == "clerk (Harbour Post) said: “I saw nothing”"
    assert any("by a role only: 1" in note for note in brief.notes)


def test_unled_speakers_with_the_same_words_in_two_reports_stay_apart() -> None:
    first, second = (report("A clerk said nothing moved.", file=f"{n}.txt") for n in "ab")
    said = [statement(r, "A clerk", "said", "nothing moved") for r in (first, second)]
    assert len(spoken((first, second), (), said).sections) == 2


def test_one_own_voice_wording_in_two_reports_names_both() -> None:
    first = report("The lamps were out.", "Harbour Post", "a.txt")
    second = report("Yesterday: The lamps were out.", "Coast Wire", "b.txt")
    said = [statement(r, None, None, "The lamps were out") for r in (first, second)]
    (line,) = spoken((first, second), (), said).lines
    assert line.text == "Harbour Post and Coast Wire, in their own voice: The lamps were out"


def test_a_long_content_is_cut_in_the_line_and_whole_in_its_span() -> None:
    words = "lamp " * 90 + "end"
    told = report(f"A clerk said {words}.")
    brief = spoken((told,), (), (statement(told, "A clerk", "said", words),))
    (line,) = brief.lines
    assert line.text.endswith(" […]")
    assert line.spans[0].quote == words
    assert "Cut here: 1" in " ".join(brief.notes)


def test_a_report_without_statements_is_named() -> None:
    told, silent = (
        report("A clerk said no.", file="a.txt"),
        report("Weather.", "Dry Times", "b.txt"),
    )
    brief = spoken((told, silent), (), (statement(told, "A clerk", "said", "no"),))
    assert "No statement was found in: Dry Times (b.txt)." in brief.notes


def test_no_statements_give_a_brief_that_says_so() -> None:
    brief = spoken((report("Weather."),), (), ())
    assert brief.sections == ()
    assert any("No statement was found" in note for note in brief.notes)


def test_every_word_of_every_line_is_supported() -> None:
    case = ferry_case()
    names = {r.id: r.name for r in case.reports}
    for line in voices().lines:
        assert unsupported(line, [names[s.report] for s in line.spans]) == ()


def test_a_word_a_name_or_a_number_from_nowhere_is_not_supported() -> None:
    told = report("Ada Orme said that 11 were hurt.")
    spans = (span(told, "11 were hurt"), span(told, "Ada Orme"))

    def line(text: str) -> BriefLine:
        return BriefLine(LineId("ln-1"), Standing.CLAIMED, Stance.ASSERTS, text, spans, ())

    for wrong in ("Ada Orme said: 12 were hurt", "Ada Orme said: 11 were killed", "Bo said: 11"):
        assert not supported(line(wrong), ())
    assert supported(line("Ada Orme said: 11 were hurt"), ())


def test_a_line_that_its_spans_do_not_support_is_left_out_and_named() -> None:
    endless = "a" * 400
    told = report(f"A clerk said {endless} again. A clerk said no.")
    # no word boundary lies within a line's length, so the cut makes a word that nobody printed
    said = statement(told, "A clerk", "said", f"{endless} again")
    brief = spoken((told,), (), (said, statement(told, "A clerk", "said", "no")))
    assert [line.text for line in brief.lines] == [
        "A clerk (Harbour Post) said, in the report's words: no"
    ]
    assert any(note.startswith("Left out") and said.id in note for note in brief.notes)


def test_only_an_unknown_line_may_lack_evidence() -> None:
    for standing in set(Standing) - {Standing.UNKNOWN}:
        with pytest.raises(InvariantError, match="without evidence"):
            BriefLine(LineId("ln-1"), standing, None, "Something.", (), ())
    BriefLine(LineId("ln-1"), Standing.UNKNOWN, None, "Nobody says.", (), ())


def test_lines_with_indirect_content_hold_no_mark_that_the_report_lacks() -> None:
    case = ferry_case()
    kinds = {s.id: s.kind for s in case.statements}
    for line in voices().lines:
        if any(kinds[id_] is DIRECT for id_ in line.statements):
            continue
        quotes = "".join(s.quote for s in line.spans)
        assert {c for c in line.text if c in '“”„«»"‘'} <= set(quotes)


def test_a_statement_of_an_unknown_report_or_entity_is_a_defect() -> None:
    told = report("A clerk said no.")
    said = statement(told, "A clerk", "said", "no")
    with pytest.raises(InvariantError):
        spoken((), (), (said,))
    assert said.speaker is not None
    stray = replace(said, speaker=replace(said.speaker, entity=EntityId("en-none")))
    with pytest.raises(InvariantError):
        spoken((told,), (), (stray,))


def test_telling_twice_gives_the_same_brief() -> None:
    assert ferry_case() == ferry_case()
