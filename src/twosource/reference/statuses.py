"""What befalls people and things in the news, by the words that say so."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS: Mapping[str, str] = {
    "kill": "kill die dead death slay slain perish fatality murder murdered deceased dead body "
    "corpse lifeless fatal fatally succumb drown",
    "injure": "injure injury injured wound wounded hurt maim casualty burned scald",
    "hospitalise": "hospitalise hospitalize hospitalized hospitalised admit treat ward warded",
    "shoot": "shoot shot",
    "detain": "arrest detain detention detained arrested capture custody jail",
    "miss": "miss missing unaccounted unaccount",
    "rescue": "rescue save rescued",
    "evacuate": "evacuate evacuated evacuation",
    "displace": "displace homeless displaced",
    "damage": "damage destroy damaged destroyed wreck",
    "strand": "strand stranded trap trapped",
}


def _table() -> dict[str, str]:
    return {word: status for status, words in _WORDS.items() for word in words.split()}


STATUSES: Mapping[str, str] = _table()
"""Lemma to status. "Casualties" are counted with the injured; they may include the dead."""

HARMFUL_ACTS: Mapping[str, str] = {
    "death": "kill",
    "killing": "kill",
    "murder": "kill",
    "slaying": "kill",
    "homicide": "kill",
    "shooting": "shoot",
    "wounding": "injure",
    "injury": "injure",
    "arrest": "detain",
    "detention": "detain",
    "capture": "detain",
    "rescue": "rescue",
    "evacuation": "evacuate",
    "displacement": "displace",
    "disappearance": "miss",
    "destruction": "damage",
}
"""Nouns for what befell those named behind "of"."""

PERSONS = frozenset(
    "person people man woman boy girl child teenager teen baby infant toddler student worker "
    "officer soldier civilian pedestrian passenger driver resident victim pilgrim villager miner "
    "sailor firefighter policeman protester demonstrator bystander employee guard nurse doctor "
    "teacher customer shopper tourist migrant refugee prisoner inmate patient farmer father mother "
    "son daughter brother sister husband wife couple family member suspect gunman shooter youth "
    "male female individual adult juvenile deputy trooper neighbor neighbour friend occupant crew "
    "motorist cyclist biker rider intruder robber burglar clerk teen grandmother grandfather "
    "uncle aunt cousin nephew niece boyfriend girlfriend homeowner militant fighter rebel troop "
    "serviceman volunteer worshipper devotee commuter fisherman labourer laborer other "
    "watchman fireman salesman businessman mason baker trader hiker climber shopkeeper pilot "
    "trucker engineer journalist reporter cameraman priest monk nun mourner reveller".split()
)
"""Nouns for people: those that befalls can be told of one by one."""

TOLLS = frozenset("toll tally count number total figure".split())
"""Nouns whose value is a count of what the words beside them name."""

FEMALE = frozenset(
    "woman girl mother wife daughter sister grandmother aunt niece girlfriend female she "
    "herself".split()
)
MALE = frozenset(
    "man boy father husband son brother grandfather uncle nephew boyfriend male policeman he "
    "himself".split()
)
"""Nouns and pronouns that tell a woman from a man: two of them are two people."""

OTHERS = frozenset(
    "father mother son daughter brother sister grandmother grandfather husband wife uncle aunt "
    "cousin nephew niece friend girlfriend boyfriend officer deputy trooper".split()
)
"""Nouns for people beside the one that a report is about."""

ATTACKERS = frozenset("gunman shooter suspect attacker assailant bomber".split())
"""Nouns for those who did the harm."""
