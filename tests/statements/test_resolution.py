from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.factory import report
from tests.statements.conftest import Told

from twosource.language.interface import Annotator
from twosource.model.report import readable
from twosource.model.statement import Resolution
from twosource.statements.extract import statements_in

Tell = Callable[[str], Told]


def test_a_pronoun_leads_to_the_person_who_spoke_last(told: Tell) -> None:
    found = told("The mayor, Ana Sol, said the dyke broke. She declined to say who was to blame.")
    statement = found.of("who was to blame")
    assert found.who(statement) == "Ana Sol"
    assert statement.speaker is not None
    assert statement.speaker.resolution is Resolution.PRONOUN


def test_a_pronoun_of_the_other_gender_leads_to_nobody(told: Tell) -> None:
    found = told(
        "Spokeswoman Ana Sol said the dyke broke.\n\nThe valley is flat.\n\n"
        "He said it was never safe."
    )
    statement = found.of("it was never safe")
    assert found.who(statement) is None
    assert statement.speaker is not None
    assert statement.speaker.resolution is Resolution.UNRESOLVED


def test_a_role_leads_to_the_one_person_who_bears_it(told: Tell) -> None:
    found = told("Mayor Ana Sol opened the gate at noon. The mayor said the valley was dry.")
    assert found.who(found.of("the valley was dry")) == "Ana Sol"


def test_a_surname_leads_to_the_full_name_in_the_same_report(told: Tell) -> None:
    found = told("Tomas Reyes left at noon. Reyes said the valley was dry.")
    assert found.who(found.of("the valley was dry")) == "Tomas Reyes"


def test_a_surname_that_two_people_share_leads_to_neither(told: Tell) -> None:
    found = told("Tomas Reyes and Clara Reyes left. Reyes said the valley was dry.")
    assert found.who(found.of("the valley was dry")) not in {"Tomas Reyes", "Clara Reyes"}


def test_a_statement_leads_to_the_body_that_issued_it(told: Tell) -> None:
    found = told(
        "The water board issued a statement saying that the gate was shut. "
        "“Nobody was in danger,” the statement says."
    )
    assert found.who(found.of("Nobody was in danger")) == "water board"


@pytest.mark.parametrize(
    ("publisher", "who"),
    [("Sol Shipping Ltd", "Sol Shipping Ltd"), ("Sol Times Ltd", "company"), ("Sol", "company")],
)
def test_the_company_is_the_publisher_only_in_the_statement_of_a_company(
    reader: Annotator, publisher: str, who: str
) -> None:
    item = report("The mast broke. The company denies that it was rotten.", publisher)
    found = Told(item, statements_in(item, reader.read(readable(item))))
    assert found.who(found.of("it was rotten")) == who


def test_a_pronoun_inside_quoted_words_is_not_who_utters_them(told: Tell) -> None:
    found = told("Karl Voss was blunt. “He told me that the horn failed,” Karl Voss said.")
    statement = found.of("the horn failed")
    assert found.who(statement) != "Karl Voss"


def test_a_role_whose_bearer_is_named_later_is_that_person(told: Tell) -> None:
    found = told(
        "A pilot told the board that the lamp was out.\n\n"
        "“I saw no light,” said the pilot, Ilse Brandt."
    )
    assert found.who(found.of("the lamp was out")) == "Ilse Brandt"


def test_a_press_officer_is_not_the_officer(told: Tell) -> None:
    found = told(
        "The chief executive officer, Ana Sol, thanked the crew. A policeman said the lock was "
        "cut. The officer said that the key was gone."
    )
    assert found.who(found.of("the key was gone")) == "policeman"


def test_a_surname_of_two_halves_is_one_name(told: Tell) -> None:
    found = told("The mayor, Ana Sol-Brandt, said the dyke broke.")
    assert found.who(found.of("the dyke broke")) == "Ana Sol-Brandt"
