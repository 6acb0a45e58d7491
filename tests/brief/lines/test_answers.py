"""Lines for what is known and claimed: one answer, who gives it, in which words."""

from __future__ import annotations

from dataclasses import replace

from tests.brief.asked import Given, case_with, question
from tests.factory import entity, report, span, speaker, statement

from twosource.brief.ground import lines_of
from twosource.brief.lines.answers import answer_drafts, answer_words, listed, voices_of
from twosource.brief.material import Voice, material_of
from twosource.model.brief import BriefLine, Standing
from twosource.model.claim import QuestionKind
from twosource.model.proposition import Modality, Proposition, Tense
from twosource.model.report import Report
from twosource.model.statement import Stance

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


def told(*given: tuple[str, tuple[Given, ...]], reports: tuple[Report, ...]) -> list[str]:
    """The lines of answers to one question, whatever their standing."""
    asked = question("How many died?", QuestionKind.HOW_MANY, dict(given))
    material = material_of(case_with(reports, (), (), (asked,)))
    known, drafts = answer_drafts(material, frozenset())
    return [draft.text for draft in (*known, *drafts)]


def test_two_voices_of_one_name_are_named_once() -> None:
    one = report("Nine died, police sources said.", "Post", "a.txt")
    other = report("Police sources said that nine died.", "Wire", "b.txt")
    here = entity("police sources", span(one, "police sources"))
    there = entity("Police sources", span(other, "Police sources"))
    said = (
        statement(one, speaker(one, "police sources", here), "said", "Nine died"),
        statement(other, speaker(other, "Police sources", there), "said", "nine died"),
    )
    asked = question(
        "How many died?",
        QuestionKind.HOW_MANY,
        {"nine": ((one, "Nine", said[0]), (other, "nine", said[1]))},
    )
    material = material_of(case_with((one, other), (here, there), said, (asked,)))
    (voice,) = voices_of(asked.claims[0].given, material)
    assert listed((voice,)) == "police sources"
    assert {span(one, "police sources"), span(other, "Police sources")} <= set(voice.spans)


def test_an_answer_that_a_voice_repeats_as_a_part_is_told_once() -> None:
    post = report("Three died. Of the 26, three have died.", "Post", "a.txt")
    wire = report("Three people died.", "Wire", "b.txt")
    assert told(
        ("three", ((post, "Three", None), (wire, "Three", None))),
        ("Three", ((post, "three", None),)),
        reports=(post, wire),
    ) == [
        "How many died? Three, according to Post in its own voice and Wire in its own voice",
    ]


def test_what_is_said_after_a_colon_is_not_told_as_denied() -> None:
    post = report("The yard denied that the kiln ever burst: only the chimney did.", "Post")
    denial = statement(
        post, "The yard", "denied", "the kiln ever burst: only the chimney did", Stance.DENIES
    )
    where = span(post, "the kiln ever burst: only the chimney did")
    clause = Proposition(
        span=where,
        predicate=span(post, "burst"),
        lemma="burst",
        arguments=(),
        positive=True,
        modality=Modality.ACTUAL,
        tense=Tense.PAST,
        hedges=(),
        negations=(),
        statement=denial.id,
        sentence=0,
        nominal=False,
    )
    asked = question(
        "Did the kiln burst?", QuestionKind.WHETHER, {"no": ((post, where.quote, denial),)}
    )
    claim = asked.claims[0]
    given = (replace(claim.given[0], value=clause),)
    asked = replace(asked, claims=(replace(claim, given=given),))
    material = material_of(case_with((post,), (), (denial,), (asked,)))
    (draft,) = answer_drafts(material, frozenset())[1]
    assert draft.text.endswith("; what is denied: “the kiln ever burst”")


def test_words_that_come_to_yes_without_those_of_the_question_are_told_as_other_words() -> None:
    post = report("The oven blew apart on Monday. Nobody saw the kiln burst.", "Post")
    asked = question(
        "Did the kiln burst?", QuestionKind.WHETHER, {"yes": ((post, "The oven blew apart", None),)}
    )
    material = material_of(case_with((post,), (), (), (asked,)))
    (draft,) = answer_drafts(material, frozenset())[1]
    assert draft.text == (
        "Did the kiln burst? Yes, according to Post in its own voice, in other words: "
        "“The oven blew apart”"
    )


def test_a_clause_that_only_words_outside_it_deny_is_told_as_denied() -> None:
    post = report("Reports that the pumps were out of order are untrue.", "Port authority")
    where = span(post, "the pumps were out of order")
    clause = Proposition(
        span=where,
        predicate=span(post, "were"),
        lemma="be",
        arguments=(),
        positive=False,
        modality=Modality.ACTUAL,
        tense=Tense.PAST,
        nominal=False,
        sentence=0,
        statement=None,
        negations=(span(post, "untrue"),),
    )
    asked = question(
        "Did the pumps work?", QuestionKind.WHETHER, {"yes": ((post, where.quote, None),)}
    )
    claim = asked.claims[0]
    asked = replace(asked, claims=(replace(claim, given=(replace(claim.given[0], value=clause),)),))
    (draft,) = answer_drafts(material_of(case_with((post,), (), (), (asked,))), frozenset())[1]
    assert draft.text == (
        "Did the pumps work? Yes, according to Port authority in its own voice; what is denied: "
        "“the pumps were out of order”"
    )
