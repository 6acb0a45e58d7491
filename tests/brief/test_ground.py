"""The support check: no name, number or word that nothing gives."""

from __future__ import annotations

from tests.brief.asked import case_with
from tests.factory import entity, report, span

from twosource.brief.ground import Draft, Refused, grounded, lines_of
from twosource.brief.material import material_of
from twosource.model.brief import BriefLine, Standing, Version

TOLD = report(
    "Ines Tolland said that the kiln had burst.\nShe counted eleven injuries.\nThe Merrow sank.",
    "Harbour Post",
)
MATERIAL = material_of(
    case_with((TOLD,), (entity("Ines Tolland", span(TOLD, "Ines Tolland")),), (), ())
)


def drafted(text: str, *words: str, stated: tuple[str, ...] = ()) -> Draft:
    spans = tuple(span(TOLD, word) for word in words)
    return Draft(Standing.CLAIMED, text, spans, stated=stated)


def test_a_line_of_the_words_of_its_spans_is_printed_as_drafted() -> None:
    line = grounded(drafted("the kiln had burst", "the kiln had burst"), MATERIAL)
    assert isinstance(line, BriefLine)
    assert line.spans == (span(TOLD, "the kiln had burst"),)


def test_another_form_of_a_word_is_the_same_word_and_another_number_is_not() -> None:
    injured = grounded(drafted("injured", "eleven injuries"), MATERIAL)
    assert isinstance(injured, BriefLine)
    numbered = report("There were 11 at 7.40.", "Post")
    material = material_of(case_with((numbered,), (), (), ()))
    wrong = Draft(Standing.CLAIMED, "There were 110", (span(numbered, "There were 11"),))
    assert grounded(wrong, material) == Refused("There were 110", ("110",))


def test_what_a_passage_lacks_is_looked_for_in_its_sentence_and_becomes_a_passage() -> None:
    line = grounded(drafted("eleven: She counted", "eleven"), MATERIAL)
    assert isinstance(line, BriefLine)
    assert line.spans == (span(TOLD, "eleven"), span(TOLD, "She counted eleven injuries."))


def test_a_name_is_shown_where_the_report_prints_it() -> None:
    line = grounded(drafted("Ines Tolland: eleven", "eleven"), MATERIAL)
    assert isinstance(line, BriefLine)
    assert span(TOLD, "Ines Tolland") in line.spans


def test_a_name_or_a_word_from_nowhere_is_refused_with_the_words() -> None:
    refused = grounded(drafted("Bo Marsh: eleven", "eleven"), MATERIAL)
    assert refused == Refused("Bo Marsh: eleven", ("bo", "marsh"))


def test_a_version_is_checked_like_its_line() -> None:
    where = span(TOLD, "The Merrow sank")
    good = Draft(Standing.DISPUTED, "sank", (where,), versions=(Version("The Merrow", (where,)),))
    assert isinstance(grounded(good, MATERIAL), BriefLine)
    bad = Draft(Standing.DISPUTED, "sank", (where,), versions=(Version("The Tern", (where,)),))
    assert grounded(bad, MATERIAL) == Refused("sank", ("tern",))


def test_a_stated_normalisation_needs_no_passage() -> None:
    line = grounded(drafted("eleven (9 April 2031)", "eleven", stated=("9 April 2031",)), MATERIAL)
    assert isinstance(line, BriefLine)


def test_drafts_that_say_the_same_for_the_same_reason_are_one_line_on_all_passages() -> None:
    drafts = [drafted("the kiln", "the kiln"), drafted("the kiln", "kiln had burst", "the kiln")]
    lines, refused = lines_of(drafts, MATERIAL)
    assert refused == ()
    assert [line.text for line in lines] == ["the kiln"]
    assert lines[0].spans == (span(TOLD, "the kiln"), span(TOLD, "kiln had burst"))
