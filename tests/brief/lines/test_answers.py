"""Lines for what is known and claimed: one answer, who gives it, in which words."""

from __future__ import annotations

from tests.brief.asked import case_with, question
from tests.factory import entity, report, span, speaker, statement

from twosource.brief.ground import lines_of
from twosource.brief.lines.answers import answer_drafts, answer_words, listed
from twosource.brief.material import Voice, material_of
from twosource.model.brief import BriefLine, Standing
from twosource.model.claim import QuestionKind

POST = report(
    "Ines Tolland said that the kiln had burst before dawn.\nThe kiln did not burst.", "Post"
)
TOLLAND = entity("Ines Tolland", span(POST, "Ines Tolland"))
SAID = statement(
    POST,
    speaker(POST, "Ines Tolland", TOLLAND),
    "said",
    "that the kiln had burst before dawn",
)
ASKED = question(
    "Did the kiln burst?",
    QuestionKind.WHETHER,
    {
        "yes": ((POST, "the kiln had burst", SAID),),
        "no: did not burst": ((POST, "did not burst", None),),
    },
)
CASE = case_with((POST,), (TOLLAND,), (SAID,), (ASKED,))


def claimed() -> list[BriefLine]:
    material = material_of(CASE)
    known, drafts = answer_drafts(material, frozenset())
    assert known == []
    lines, refused = lines_of(drafts, material)
    assert refused == ()
    return list(lines)


def test_a_line_asks_answers_names_who_says_so_and_quotes_the_words() -> None:
    assert [line.text for line in claimed()] == [
        "Did the kiln burst? Yes, according to Ines Tolland: “the kiln had burst”",
        "Did the kiln burst? No, according to Post in its own voice: “The kiln did not burst.”",
    ]


def test_words_too_short_to_tell_anything_are_quoted_with_their_sentence() -> None:
    short = claimed()[1]
    assert span(POST, "The kiln did not burst.") in short.spans
    assert span(POST, "did not burst") in short.spans


def test_a_line_rests_on_the_answer_the_speaker_and_the_cue() -> None:
    spans = claimed()[0].spans
    for words in ("the kiln had burst", "Ines Tolland", "said"):
        assert span(POST, words) in spans


def test_what_is_disputed_is_told_nowhere_else() -> None:
    material = material_of(CASE)
    every = frozenset(claim.id for claim in ASKED.claims)
    assert answer_drafts(material, every) == ([], [])


def test_words_that_answer_two_questions_are_told_once() -> None:
    again = question(
        "Was the kiln whole?", QuestionKind.WHETHER, {"no": ((POST, "the kiln had burst", SAID),)}
    )
    material = material_of(case_with((POST,), (TOLLAND,), (SAID,), (ASKED, again)))
    _, drafts = answer_drafts(material, frozenset())
    assert [draft.text.partition("?")[0] for draft in drafts] == ["Did the kiln burst"] * 2


def test_every_line_has_a_reason_and_its_standing() -> None:
    for line in claimed():
        assert line.standing is Standing.CLAIMED
        assert line.reason.endswith(".")


def test_an_answer_of_yes_or_no_stands_without_its_lemma() -> None:
    assert answer_words("no: damage") == "No"
    assert answer_words("possibly: burn marks on the roof") == "Possibly"
    assert answer_words("at least 14") == "At least 14"
    assert answer_words("struck: it flew into a mast") == "Struck: it flew into a mast"


def test_voices_are_listed_as_a_sentence_lists_them() -> None:
    quill, post = Voice("Mara Quill", False, ()), Voice("Harbour Post", True, ())
    assert listed((quill,)) == "Mara Quill"
    assert listed((quill, post)) == "Mara Quill and Harbour Post in its own voice"
