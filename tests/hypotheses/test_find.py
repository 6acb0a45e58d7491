from __future__ import annotations

from itertools import permutations

import pytest
from tests.examining import Examined

from twosource.model.case import Case
from twosource.model.hypothesis import Hypothesis, HypothesisKind
from twosource.store.case_file import case_json, read_case

FIRE = "A fire destroyed the grain store at Lorvik on Monday, killing two guards."


def words(items: object) -> list[str]:
    return [item.span.quote for item in items]  # type: ignore[attr-defined]


def on(case: Case, theme: str) -> Hypothesis:
    (found,) = [one for one in case.hypotheses if theme in one.label.lower()]
    return found


def test_a_named_cause_is_an_explanation_with_both_sides(examined: Examined) -> None:
    case = examined(
        f"{FIRE}\n\nThe fire was caused by a faulty heater, the fire chief, Ole Brandt, said.",
        f"{FIRE}\n\nThe owner, Eva Lund, said no heater was in use that night.",
    )
    found = on(case, "heater")
    assert any("faulty heater" in text for text in words(found.supporting))
    assert any("no heater" in text for text in words(found.opposing))


def test_what_is_not_ruled_out_speaks_for_and_what_is_ruled_out_against(
    examined: Examined,
) -> None:
    case = examined(
        f"{FIRE}\n\nThe prosecutor, Ole Brandt, ruled out sabotage.",
        f"{FIRE}\n\nThe union leader, Eva Lund, said that sabotage could not be excluded.",
    )
    found = on(case, "sabotage")
    assert any("could not be excluded" in text for text in words(found.supporting))
    assert any("ruled out" in text for text in words(found.opposing))


def test_a_refusal_to_answer_is_evidence_for_nothing(examined: Examined) -> None:
    case = examined(
        f"{FIRE}\n\nThe fire was caused by a faulty heater, the fire chief, Ole Brandt, said.",
        f"{FIRE}\n\nThe owner, Eva Lund, declined to say whether a heater had been in use.",
    )
    items = [*on(case, "heater").supporting, *on(case, "heater").opposing]
    assert not any("declined" in text for text in words(items))


def test_staging_is_an_explanation_of_its_own(examined: Examined) -> None:
    case = examined(
        "Drones struck the palace at Lorvik on Monday. Norland accused Sudria of the attack.",
        "Drones struck the palace at Lorvik on Monday.\n\nThe analyst Eva Lund said that the "
        "attack may have been staged by Norland.",
        "Drones struck the palace at Lorvik on Monday.\n\nThe analyst Ole Brandt said it was "
        "unlikely that Norland would have inflicted such a blow on itself.",
    )
    found = on(case, "staged")
    assert found.kind is HypothesisKind.ACTOR
    assert any("staged by Norland" in text for text in words(found.supporting))
    assert any("on itself" in text for text in words(found.opposing))


def test_one_origin_counts_once_on_a_side(examined: Examined) -> None:
    case = examined(
        f"{FIRE}\n\nThe fire was caused by a faulty heater, the fire chief, Ole Brandt, said. "
        "“The heater was thirty years old,” Brandt said.",
        f"{FIRE}\n\nA faulty heater caused the fire, fire chief Ole Brandt said.",
    )
    found = on(case, "heater")
    by_chief = [item for item in found.supporting if "Brandt" in item.origin]
    assert len(by_chief) > 1
    assert sum(item.counted for item in by_chief) == 1


def test_the_order_of_reports_changes_nothing(examined: Examined) -> None:
    texts = (
        f"{FIRE}\n\nThe fire was caused by a faulty heater, the fire chief, Ole Brandt, said.",
        f"{FIRE}\n\nThe owner, Eva Lund, said no heater was in use that night.",
    )
    labels = {
        tuple(sorted((one.label, len(one.supporting)) for one in examined(*order).hypotheses))
        for order in permutations(texts)
    }
    assert len(labels) == 1


def test_hypotheses_are_read_back_from_the_case_file(examined: Examined) -> None:
    case = examined(
        f"{FIRE}\n\nThe fire was caused by a faulty heater, the fire chief, Ole Brandt, said.",
        f"{FIRE}\n\nThe owner, Eva Lund, said no heater was in use that night.",
    )
    assert case.hypotheses
    assert read_case(case_json(case)).hypotheses == case.hypotheses


def test_reports_that_explain_nothing_give_no_hypothesis(examined: Examined) -> None:
    assert examined("The grain store opened on Monday, the mayor said.").hypotheses == ()


def test_a_weapon_that_was_stopped_speaks_against_its_having_done_it(examined: Examined) -> None:
    case = examined(
        f"{FIRE}\n\nThe fire was caused by drones, the rebel spokesman, Ole Brandt, said.",
        f"{FIRE}\n\nAll the drones had been shot down over the lake, the army said.",
    )
    found = on(case, "drones")
    assert any("caused by drones" in text for text in words(found.supporting))
    assert any("shot down" in text for text in words(found.opposing))
    assert not any("shot down" in text for text in words(found.supporting))


@pytest.mark.parametrize(
    "told",
    [
        "The cause of the fire is disputed.",
        "The cause of the fire is still under investigation.",
        "The cause of the fire was not yet known.",
    ],
)
def test_that_a_cause_is_open_names_none(examined: Examined, told: str) -> None:
    assert examined(f"{FIRE}\n\n{told}", f"{FIRE} Smoke hung over the lake.").hypotheses == ()


def test_how_a_person_may_have_died_is_an_explanation_where_two_speak_of_it(
    examined: Examined,
) -> None:
    death = "A clerk died in a cell at Lorvik on Monday."
    case = examined(
        f"{death}\n\nThe clerk had hanged himself with a belt, the warden, Ole Brandt, said.",
        f"{death}\n\nThe clerk was found hanged at noon, the doctor, Eva Lund, said.\n\n"
        "His sister, Ana Berg, said he had bruises on his back.",
        f"{death}\n\nA man in the next cell, Per Dahl, heard blows.",
    )
    labels = " ".join(one.label for one in case.hypotheses).lower()
    assert "hanged" in labels
    assert "bruises" in labels or "blows" in labels


def test_what_gave_way_is_no_explanation_of_its_giving_way(examined: Examined) -> None:
    case = examined(
        "An earthen dam above Lorvik gave way on Monday, killing six people.",
        "A dam broke above Lorvik on Monday. Six people died.",
    )
    assert case.hypotheses == ()


def test_a_deed_that_is_denied_is_told_with_what_underwent_it(examined: Examined) -> None:
    case = examined(
        "A clerk died in a cell at Lorvik on Monday. His sister, Ana Berg, said he was beaten.",
        "A clerk died in a cell at Lorvik on Monday.\n\n"
        "The warden, Ole Brandt, denied that force was used against the clerk.",
    )
    assert not any(one.label.startswith("used") for one in case.hypotheses)
