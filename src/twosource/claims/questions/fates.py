"""What can befall people and things, by whatever words a report tells it."""

from __future__ import annotations

FATES = {
    "kill": "killed",
    "injure": "injured",
    "detain": "detained",
    "miss": "missing",
    "damage": "damaged",
    "destroy": "destroyed",
    "rescue": "rescued",
    "evacuate": "evacuated",
    "hospitalise": "taken to hospital",
    "displace": "displaced",
}
"""What can befall the counted, with the word that a question asks for it by."""

_SAME_FATE = {
    "die": "kill",
    "dead": "kill",
    "death": "kill",
    "perish": "kill",
    "drown": "kill",
    "fatality": "kill",
    "toll": "kill",
    "slay": "kill",
    "wound": "injure",
    "hurt": "injure",
    "injury": "injure",
    "injured": "injure",
    "wounded": "injure",
    "arrest": "detain",
    "missing": "miss",
    "disappear": "miss",
    "hospitalize": "hospitalise",
    "save": "rescue",
    "wreck": "destroy",
}

_SIGNS = dict.fromkeys(
    "burn mark|scorch mark|scorch|crater|bullet hole|hole|crack|dent|rubble|broken glass|"
    "shattered glass|broken window|shattered window|debris|wreckage|ruin".split("|"),
    "damage",
)
"""What is seen where something was damaged, by lemma with the noun before it."""

OF_PERSONS = frozenset("kill injure detain miss hospitalise displace".split())
"""Fates of people; the others may befall things."""


def fate_of(word: str) -> str:
    """The fate that a verb, adjective or noun tells of, by lemma; ``""``: none."""
    found = _SAME_FATE.get(word.lower(), word.lower())
    return found if found in FATES else ""


def fate_shown_by(thing: str) -> str:
    """The fate of which a thing is a sign ("burn mark": damage), by lemma; ``""``: none."""
    return _SIGNS.get(thing.lower(), "")
