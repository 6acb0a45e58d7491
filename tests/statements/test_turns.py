"""Transcripts and interviews: who speaks by turns is a speaker, who asks is not."""

from __future__ import annotations

from collections.abc import Callable

from tests.statements.conftest import Told

from twosource.model.statement import Stance, StatementKind
from twosource.statements.turns import turns_in

Tell = Callable[[str], Told]

DIALOGUE = (
    "HOST: On the line is the harbour master, Ilse Brandt.\n\n"
    "HOST: When did the quay break?\n\n"
    "BRANDT: It broke at noon. Nobody was on it.\n\n"
    "HOST: Who had the keys?\n\n"
    "BRANDT: I would rather not say."
)
INTERVIEW = (
    "Tomas Reyes kept the lock for nine years. He spoke to us on Friday.\n\n"
    "Q: Was the gate shut?\nA: I shut the gate at ten.\n\n"
    "The gate is new."
)


def test_every_sentence_of_a_turn_is_its_speakers_to_the_letter(told: Tell) -> None:
    said = told(DIALOGUE)
    first = said.of("It broke at noon")
    assert said.who(first) == "Ilse Brandt"
    assert first.kind is StatementKind.DIRECT
    assert said.who(said.of("Nobody was on it")) == "Ilse Brandt"


def test_who_will_not_say_in_a_turn_declines(told: Tell) -> None:
    assert told(DIALOGUE).of("I would rather not say").stance is Stance.DECLINES


def test_a_presenter_and_a_question_state_nothing(told: Tell) -> None:
    speakers = {s.speaker.span.quote for s in told(DIALOGUE).all() if s.speaker is not None}
    assert speakers == {"BRANDT"}


def test_an_answer_is_of_the_person_whom_the_interview_is_with(told: Tell) -> None:
    said = told(INTERVIEW)
    assert said.who(said.of("I shut the gate at ten")) == "Tomas Reyes"


def test_what_follows_an_answer_is_the_reports_own(told: Tell) -> None:
    assert told(INTERVIEW).of("The gate is new").speaker is None


def test_a_single_label_makes_no_dialogue() -> None:
    assert turns_in("UPDATE: The quay is shut.\n\nBoats wait outside.") == ()


def test_brackets_after_a_label_are_no_part_of_the_name() -> None:
    turns = turns_in("HOST: Good day to all.\nSOL (on tape): It broke.\nHOST: Thanks.")
    assert [turn.name for turn in turns] == ["HOST", "SOL", "HOST"]


def test_the_lines_of_a_form_are_no_dialogue() -> None:
    assert turns_in("PLACE: the long quay\nDATE: the third of May\nTIME: ten at night") == ()


def test_a_name_that_comes_back_before_a_colon_has_turns() -> None:
    text = "Presenter: Was it lit?\nPat Sol: It was dark.\nPresenter: Why?\nPat Sol: No lamp."
    assert [turn.name for turn in turns_in(text)][1::2] == ["PAT SOL", "PAT SOL"]
