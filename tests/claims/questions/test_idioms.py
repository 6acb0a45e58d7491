from __future__ import annotations

from pathlib import Path

import pytest
from tests.claims.questions.collisions import colliding

COLLIDING = {
    "set foot": (
        "The mayor visited the yard on Tuesday, her office said.",
        "Workers said the mayor had not set foot in the yard.",
    ),
    "lay a hand on": (
        "Youths attacked the firemen with sticks, the brigade said.",
        "A resident, Ole Brandt, said no one laid a hand on the firemen.",
    ),
    "no life lost": (
        "No life was lost, the brigade said.",
        "A watchman died in the fire, his family said.",
    ),
    "no such promise": (
        "The mayor promised the workers new homes.",
        "The mayor's spokesman, Ole Brandt, said no such promise was made.",
    ),
    "full and empty": (
        "The owner, Eva Lund, said the tank of the engine was empty.",
        "The brigade said that the engine carried a full tank.",
    ),
    "asleep and awake": (
        "Police said the watchman had fallen asleep.",
        "A neighbour, Ole Brandt, said the watchman was awake.",
    ),
    "left open": (
        "The owner, Eva Lund, said the watchman had left the gate open.",
        "Firemen said the gate was locked.",
    ),
    "registered with": (
        "The council said the workshop was not registered with the Safety Board.",
        "The owner said the workshop was registered with the Safety Board in 2019.",
    ),
    "among the dead": (
        "Police said the watchman had survived.",
        "The owner, Eva Lund, said the watchman was among the dead.",
    ),
}
COLLIDING |= {
    "nothing but": (
        "The porters carried nothing but banners, the union said.",
        "Police said the porters were armed with machetes.",
    ),
    "turned back": (
        "The ambulance was turned back at a roadblock, its driver, Eva Lund, said.",
        "The ambulance was let through, police said.",
    ),
    "at large": (
        "All three prisoners have been recaptured, the warden said.",
        "Two of the three are still at large, a clerk, Ole Brandt, said.",
    ),
    "against": (
        "Shopkeepers supported the strike, the mayor said.",
        "A baker, Ole Brandt, said shopkeepers were against the strike.",
    ),
    "in command": (
        "The commander has been suspended, the minister said.",
        "The commander remains in command, a police officer, Ole Brandt, said.",
    ),
    "not a cent": (
        "The mayor said the workers had been paid.",
        "The workers have not received a cent, the union said.",
    ),
    "no offer": (
        "The owner offered the union back pay, her lawyer said.",
        "The union said that the owner had not made any offer.",
    ),
}
COLLIDING |= {
    "to a stop": (
        "The lorry drove off without stopping, a clerk, Ole Brandt, said.",
        "The lorry had come to a complete stop, its owner said.",
    ),
    "fitted with": (
        "The engine had no alarm, the union said.",
        "The engine was fitted with an alarm, the owner said.",
    ),
    "wait for": (
        "The body was handed over to the family on Tuesday, police said.",
        "The widow said the family was still waiting for the body.",
    ),
    "turn down": (
        "The family accepted compensation, the mayor said.",
        "The widow said that the family had turned down compensation.",
    ),
    "a general deed": (
        "The owner fired Ole Brandt in February, a former clerk said.",
        "The company said that Ole Brandt had never been disciplined.",
    ),
}
COLLIDING |= {
    "in force": (
        "The weather office had issued a warning, the mayor said.",
        "No warning was in force, the weather service said.",
    ),
    "a sum given": (
        "Each of the families was given $5,000, the minister said.",
        "A widow, Eva Lund, said that nobody had paid her anything.",
    ),
    "a suspension order": (
        "Ole Brandt has been suspended, the minister said.",
        "Ole Brandt said that he had received no suspension order.",
    ),
    "one date": (
        "The wall had been repaired last year, the council said.",
        "No repair of the wall was taken up last year, the union said.",
    ),
    "a document's owner": (
        "The rescue team denied having waited.",
        "The team's log shows that it waited until noon.",
    ),
    "what is kept": (
        "The recording has been kept, the police said.",
        "The owner, Eva Lund, said that there was no recording.",
    ),
}
AT_PEACE = {
    "whose driver": (
        "A lorry hit a bus. Its driver, Ole Brandt, was unhurt, police said.",
        "The bus driver, Eva Lund, was sober, her lawyer said.",
    ),
    "a week later": (
        "Ole Brandt had driven for the firm for eleven years, the union said.",
        "The firm dismissed Ole Brandt in May and took him back a week later, a clerk said.",
    ),
    "another's officers": (
        "An officer fired at a clerk, a witness said.",
        "The owner said that none of her staff was present.",
    ),
    "a visit elsewhere": (
        "The mayor visited the hospital on Tuesday, her office said.",
        "Workers said the mayor had not set foot in the yard.",
    ),
    "what needs doing": (
        "A mechanic, Ole Brandt, said the pumps needed changing.",
        "The owner said that the pumps had not been changed.",
    ),
    "left with somebody": (
        "Police said the watchman had left the keys with a neighbour.",
        "The owner said the gate was locked.",
    ),
    "what a jail holds": (
        "The jail was holding 300 prisoners, the mayor said.",
        "The cameras of the jail were broken, the union said.",
    ),
    "any of what": (
        "The engine had a green lamp, police said.",
        "The engine had no belts, a mother said. There never were any.",
    ),
    "a shot is no dismissal": (
        "A guard fired at Ole Brandt, police said.",
        "The company said that Ole Brandt had never been disciplined.",
    ),
    "one man's hands": (
        "His widow said that he had no weapon.",
        "A pistol had reached the shed, police said.",
    ),
    "another's promise": (
        "The owner promised the workers new homes.",
        "The mayor's spokesman, Ole Brandt, said that no promise was made.",
    ),
}


@pytest.mark.parametrize(("one", "other"), COLLIDING.values(), ids=COLLIDING)
def test_a_verb_means_with_its_object_what_another_verb_means_alone(
    tmp_path: Path, one: str, other: str
) -> None:
    (found,) = colliding(tmp_path, one, other)
    assert len(found.sides) == 2
    assert {side.answer.partition(":")[0] for side in found.sides} in ({"yes", "no"},)


@pytest.mark.parametrize(("one", "other"), AT_PEACE.values(), ids=AT_PEACE)
def test_words_of_another_deed_or_place_collide_with_nothing(
    tmp_path: Path, one: str, other: str
) -> None:
    assert colliding(tmp_path, one, other) == ()
