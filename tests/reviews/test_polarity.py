"""A corrected stance moves what a statement answers; a person's word moves it too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factory import report, statement
from tests.reviews.test_apply import ABOUT, ACTION, applied, counted, only, pointed, why_unfit

from twosource.model.case import Case
from twosource.model.claim import Answer, Claim, Question, QuestionKind
from twosource.model.identity import ClaimId, QuestionId
from twosource.model.proposition import Modality, Proposition, Tense
from twosource.model.review import Decision, Part
from twosource.model.statement import Stance, Statement

ONE = report("The keeper said the lamp was lit.", file="one.txt")
TWO = report("The pilot said the lamp was not lit.", file="two.txt")
THREE = report("A clerk said the lamp may have been lit.", file="three.txt")


def asked(*said: tuple[Statement, str]) -> Case:
    """A case in which statements answer whether the lamp was lit."""
    claims = []
    for told, polarity in said:
        clause = Proposition(
            told.content,
            told.content,
            "light",
            (),
            polarity != "no",
            Modality.POSSIBLE if polarity == "possibly" else Modality.ACTUAL,
            Tense.PAST,
            False,
            0,
            told.id,
        )
        words = polarity if polarity == "yes" else f"{polarity}: {told.content.quote}"
        answer = Answer(clause, told.content, told.report, told.id)
        claims.append(Claim(ClaimId(f"cl-{told.report}"), QuestionId("qu-1"), words, (answer,)))
    question = Question(
        QuestionId("qu-1"), QuestionKind.WHETHER, "Was the lamp lit?", ("lamp",), tuple(claims), "."
    )
    base = counted(9)
    return replace(
        base,
        reports=(ONE, TWO, THREE),
        statements=tuple(told for told, _ in said),
        questions=(question,),
    )


LIT = statement(ONE, "The keeper", "said", "the lamp was lit")
UNLIT = statement(TWO, "The pilot", "said", "the lamp was not lit")
MAYBE = statement(THREE, "A clerk", "said", "the lamp may have been lit")


def stance(case: Case, told: Statement, word: str) -> Decision:
    return Decision(
        ACTION.CORRECT, ABOUT.STATEMENT, pointed(case, told.content), part=Part.STANCE, word=word
    )


def sides(case: Case) -> dict[str, list[str]]:
    return {
        claim.answer.partition(":")[0]: [answer.report for answer in claim.given]
        for question in case.questions
        for claim in question.claims
    }


def test_a_stance_corrected_to_a_denial_moves_its_answer_to_no_and_the_collision_ends() -> None:
    case = asked((LIT, "yes"), (UNLIT, "no"))
    found = only(case, stance(case, LIT, "denies"))
    assert sides(found) == {"no": [UNLIT.report, LIT.report]}
    assert found.contradictions == ()


def test_a_stance_corrected_from_a_denial_gives_what_the_clause_says_itself() -> None:
    denied = replace(LIT, stance=Stance.DENIES)
    case = asked((denied, "no"), (UNLIT, "no"))
    clause = case.questions[0].claims[0].given[0].value
    assert isinstance(clause, Proposition)
    plain = replace(case.questions[0].claims[0].given[0], value=replace(clause, positive=True))
    claims = (replace(case.questions[0].claims[0], given=(plain,)), case.questions[0].claims[1])
    case = replace(case, questions=(replace(case.questions[0], claims=claims),))
    found = only(case, stance(case, denied, "asserts"))
    assert sides(found) == {"no": [UNLIT.report], "yes": [LIT.report]}
    assert [one.kind for one in found.contradictions] == ["polarity"]


@pytest.mark.parametrize("word", ["declines", "predicts"])
def test_who_declines_or_predicts_answers_nothing(word: str) -> None:
    case = asked((LIT, "yes"), (UNLIT, "no"))
    found = only(case, stance(case, LIT, word))
    assert sides(found) == {"no": [UNLIT.report]}
    assert found.contradictions == ()


def test_what_is_held_possible_is_answered_with_possibly_and_a_no_stays_a_no() -> None:
    case = asked((LIT, "yes"), (UNLIT, "no"), (MAYBE, "possibly"))
    found = applied(case, stance(case, LIT, "hedges"), stance(case, UNLIT, "hedges")).case
    assert sides(found) == {"no": [UNLIT.report], "possibly": [MAYBE.report, LIT.report]}


def test_a_count_in_what_is_denied_after_all_is_given_no_more() -> None:
    case = counted(9, 11)
    found = only(case, stance(case, case.statements[0], "denies"))
    assert [one.answer for one in found.questions[0].claims] == ["11"]
    stays = only(case, stance(case, case.statements[0], "hedges"))
    assert [one.answer for one in stays.questions[0].claims] == ["9", "11"]


def test_a_corrected_stance_that_is_undone_gives_the_case_of_the_run() -> None:
    case = asked((LIT, "yes"), (UNLIT, "no"))
    assert applied(case).case == case


def test_an_answer_is_corrected_to_yes_no_or_possibly_and_to_nothing_else() -> None:
    case = asked((LIT, "yes"), (UNLIT, "no"))
    change = Decision(
        ACTION.CORRECT, ABOUT.ANSWER, pointed(case, UNLIT.content), "Was the lamp lit?", Part.VALUE
    )
    assert sides(only(case, replace(change, word="yes"))) == {"yes": [LIT.report, UNLIT.report]}
    assert why_unfit(case, replace(change, word="red")) == (
        "'no: the lamp was not lit' cannot become 'red'"
    )
    count = counted(9, 11)
    wrong = Decision(
        ACTION.CORRECT,
        ABOUT.ANSWER,
        pointed(count, count.questions[0].claims[0].given[0].span),
        part=Part.VALUE,
        word="yes",
    )
    assert why_unfit(count, wrong) == "'9' cannot become 'yes'"
