from __future__ import annotations

from pathlib import Path

import pytest
from tests.claims.questions.collisions import colliding

COLLIDING = {
    "nobody was trapped": (
        "A clerk, Ole Brandt, said two apprentices could not get out.",
        "Nobody was trapped, the brigade said.",
    ),
    "no trouble": (
        "Bottles were thrown at firemen, police said.",
        "The union said there had been no trouble of any kind.",
    ),
    "no other vehicle": (
        "The owner, Eva Lund, said the tanker was struck by a lorry.",
        "Police said no other vehicle was involved.",
    ),
    "never happened": (
        "The road was closed after landslides, the council said.",
        "The highway office said that no landslide had occurred.",
    ),
}
COLLIDING |= {
    "no meeting": (
        "The mayor said she had met the union. The union said that there was no meeting.",
        "The weather was mild.",
    ),
    "no wound": (
        "His widow said that the watchman had been shot in the back.",
        "A doctor, Ole Brandt, said she had found no wound in the back.",
    ),
    "no warning": (
        "The officers gave no warning, workers said.",
        "Police said the crowd had been ordered over a loudspeaker to disperse.",
    ),
    "a general word": (
        "The substance was harmless, the owner said.",
        "The dye was toxic, the council said.",
    ),
    "no siren": (
        "A vicar said he had heard the siren.",
        "Residents said there was no siren.",
    ),
}
COLLIDING |= {
    "not one was there": (
        "Fishermen picked up most of the workers.",
        "The commander, Ole Brandt, said that not one fisherman was there.",
    ),
    "a thing that burst": (
        "A gas cylinder had exploded, the mayor said.",
        "The owner, Eva Lund, said there were no gas cylinders in the yard.",
    ),
    "a noun and its verb": (
        "The pipe had been leaking for a month, a clerk, Ole Brandt, said.",
        "The owner said that the pipe had never had a leak.",
    ),
    "no official": (
        "The mayor visited the families on Tuesday, her office said.",
        "A widow, Eva Lund, said that no official had come to see them.",
    ),
    "given to nobody": (
        "All the masks were handed out before the shift, the owner said.",
        "A worker, Eva Lund, said that no masks were given to anyone.",
    ),
    "a title and a role": (
        "The captain had left the lane, the mayor said.",
        "Captain Ole Juma denied having left the lane.",
    ),
}
AT_PEACE = {
    "one vehicle alone": (
        "The owner, Eva Lund, said the tanker struck a wall.",
        "Police said no other vehicle was involved.",
    ),
    "none in one place": (
        "Ammonia had escaped from a tank, the mayor said.",
        "Measurements found no ammonia in the air of the village.",
    ),
    "on no list": (
        "Hawkers had climbed on to the wagons, police said.",
        "The owner said that hawkers were on no passenger list.",
    ),
    "trouble with the heart": (
        "Two officers were stabbed, police said.",
        "Her brother said that she had never had any trouble with her heart.",
    ),
    "who reports nothing": (
        "Oil had leaked from the shed, the council said.",
        "The owner said that no worker had ever reported a leak.",
    ),
    "held for other things": (
        "Police arrested four persons for looting.",
        "A prosecutor, Ole Brandt, said nobody had been arrested over the fire itself.",
    ),
    "nothing, not nobody": (
        "A beam had snapped, a clerk said.",
        "Nobody was trapped, the brigade said.",
    ),
    "something of it": (
        "The fire spread to a shed, the council said.",
        "The power company said the fire was not electrical.",
    ),
}


@pytest.mark.parametrize(("one", "other"), COLLIDING.values(), ids=COLLIDING)
def test_who_denies_all_of_a_kind_denies_each_of_it(tmp_path: Path, one: str, other: str) -> None:
    (found,) = colliding(tmp_path, one, other)
    assert sorted(side.answer.partition(":")[0] for side in found.sides) == ["no", "yes"]


@pytest.mark.parametrize(("one", "other"), AT_PEACE.values(), ids=AT_PEACE)
def test_a_wide_denial_leaves_what_it_does_not_reach(tmp_path: Path, one: str, other: str) -> None:
    assert colliding(tmp_path, one, other) == ()
