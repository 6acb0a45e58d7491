"""A question asks each voice only what that voice says; a value is given by who gives it."""

from __future__ import annotations

from tests.examining import Examined

from twosource.model.case import Case

FIRE = "A fire broke out in the market hall of Lorvik on Monday."


def answers(case: Case, asked: str) -> list[tuple[str, list[str]]]:
    """The answers to the questions that hold some words, each with the words that give it."""
    return [
        (claim.answer, [span.quote for span in claim.spans])
        for question in case.questions
        if asked in question.text
        for claim in question.claims
    ]


def texts(case: Case) -> list[str]:
    return [question.text for question in case.questions]


def test_who_tells_of_a_rumour_does_not_say_that_it_is_so(examined: Examined) -> None:
    case = examined(
        f"{FIRE} People ran when a rumour spread that a beam had fallen on the crowd, the fire "
        "chief, Ana Bellin, said.",
        f"{FIRE} A beam fell on the crowd, a baker said.",
        f"{FIRE} No beam had fallen, the police said.",
    )
    yes = [spans for answer, spans in answers(case, "beam") if answer.startswith("yes")]
    assert yes == [["A beam fell on the crowd"]]


def test_what_is_said_to_be_a_rumour_by_nobody_stays_what_is_said(examined: Examined) -> None:
    case = examined(
        f"{FIRE} A beam had fallen on the crowd, the fire chief, Ana Bellin, said.",
        f"{FIRE} No beam had fallen, the police said.",
    )
    assert any(answer.startswith("yes") for answer, _ in answers(case, "beam"))


def test_a_figure_in_a_claim_that_is_rejected_is_not_the_figure_of_who_rejects_it(
    examined: Examined,
) -> None:
    case = examined(
        "A tram left the rails in Lorvik on Monday. The speed limit on the bend is 30 km/h. "
        "The operator rejects the claim that a temporary limit of 15 km/h was in force.",
        "A tram left the rails in Lorvik on Monday. The limit was 30 km/h, police said.",
    )
    assert not any("15" in answer for answer, _ in answers(case, "limit"))


def test_a_number_that_another_is_held_against_counts_nobody(examined: Examined) -> None:
    case = examined(
        f"{FIRE} Three wardens were on duty instead of the eight that the plan asks for, a "
        "trader said.",
        f"{FIRE} Six wardens were on duty, the city said.",
    )
    assert {answer for answer, _ in answers(case, "wardens")} == {"three", "six"}


def test_a_place_that_a_distance_is_measured_from_is_not_where_it_happened(
    examined: Examined,
) -> None:
    case = examined(
        "A fire broke out in Kisumu, about 260 kilometres west of Nairobi, on Monday.",
        "A fire broke out in Kakamega on Monday.",
    )
    assert not any("Nairobi" in answer for answer, _ in answers(case, "Where"))


def test_how_long_something_was_refused_is_not_how_long_it_was_done(examined: Examined) -> None:
    case = examined(
        f"{FIRE} The guards refused to open the gates for twenty minutes, a trader said.",
        f"{FIRE} The guards refused to open the gates for forty minutes, a baker said.",
    )
    (asked,) = [text for text in texts(case) if text.startswith("For how long")]
    assert " not open " in asked or " not opened" in asked


def test_many_of_something_answers_no_question(examined: Examined) -> None:
    case = examined(
        f"{FIRE} Several streets were closed.", f"{FIRE} Several streets had been closed."
    )
    assert not any("streets" in text for text in texts(case) if text.startswith("How many"))


def test_people_who_are_searched_for_are_missing(examined: Examined) -> None:
    case = examined(
        f"{FIRE} Rescuers were searching for four people in the ruins.",
        f"{FIRE} The search for seven people went on.",
    )
    assert {answer for answer, _ in answers(case, "How many people were missing?")} == {
        "four",
        "seven",
    }


def test_degrees_of_injury_are_injuries(examined: Examined) -> None:
    case = examined(f"{FIRE} Nineteen others sustained varying degrees of injury, a doctor said.")
    assert answers(case, "injured") == [("nineteen", ["Nineteen"])]


def test_a_price_counts_no_things(examined: Examined) -> None:
    case = examined(
        f"{FIRE} The lamps are sold for forty shillings each, a trader said.",
        f"{FIRE} Such lamps are sold for 40 shillings each, a baker said.",
    )
    assert not any("How many shillings" in text for text in texts(case))


def test_one_doer_is_one_however_it_is_described(examined: Examined) -> None:
    case = examined(
        "A dyke broke near Lorvik on Monday. Heavy rain had filled the basin, a mayor said.",
        "A dyke broke near Lorvik on Monday. Torrential rain had filled the basin, police said.",
    )
    assert not any(text.startswith("Who filled") for text in texts(case))


def test_nobody_is_asked_about_a_doer_whom_he_did_not_name(examined: Examined) -> None:
    case = examined(
        f"{FIRE} The fire might have been set from inside, a historian, Ilse Vann, said.",
        f"{FIRE} Traders set the fire from inside, a baker said.",
    )
    (asked,) = [text for text in texts(case) if "set" in text and text.startswith(("Was", "Did"))]
    assert "raders" not in asked


def test_what_is_denied_is_asked_in_the_words_of_the_denial(examined: Examined) -> None:
    case = examined(
        f"{FIRE} Two wardens were treated for burns, a nurse said.",
        f"{FIRE} No warden was hurt, the city said.",
    )
    assert "Was any warden hurt?" in texts(case)


def test_what_parts_two_happenings_is_the_length_of_neither(examined: Examined) -> None:
    case = examined(
        f"{FIRE} The props were taken out five days after the roof was laid, a mason said.",
        f"{FIRE} The lamps went out about a minute beforehand, a baker said. The roof was laid "
        "five days before, a trader said.",
    )
    assert not any(text.startswith("For how long") for text in texts(case))


def test_what_came_over_a_thing_is_not_asked_as_done_to_it(examined: Examined) -> None:
    case = examined(
        "A three-storey warehouse collapsed in Lorvik on Monday, police said.",
        "A warehouse that collapsed in Lorvik on Monday had no permit, the city office said.",
        "No warehouse collapsed in Lorvik, the owner said.",
    )
    assert not any("Was a" in text and "collapsed" in text for text in texts(case))


def test_one_who_died_is_no_count_of_her_trade(examined: Examined) -> None:
    case = examined(f"{FIRE} A retired nurse died.", f"{FIRE} A nurse was killed, police said.")
    assert not any("nurses" in text for text in texts(case))


def test_how_many_speak_is_not_how_many_there_were(examined: Examined) -> None:
    case = examined(
        f"{FIRE} Three traders said the hall had been full.",
        f"{FIRE} Two traders told the paper that the gates were shut.",
    )
    assert not any("traders" in text for text in texts(case))


def test_the_parts_of_a_thing_are_asked_of_the_thing(examined: Examined) -> None:
    case = examined(
        "A four-storey hostel collapsed in Lorvik on Monday, police said.",
        "A five-storey hostel collapsed in Lorvik on Monday, the mayor said.",
    )
    assert "How many storeys did the hostel have?" in texts(case)
