"""Words for one thing: lemmas that are the same, or so near in meaning that they are taken so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from twosource.language.meaning import Meaning

NOUNS_NEAR = 0.62
VERBS_NEAR = 0.68
"""Cosines above which two lemmas are taken for one, set by eye on pairs of everyday words.

Among nouns, "explosion" and "blast" reach .72, "lorry" and "bus" .35; among verbs, "begin" and
"start" reach .84, "open" and "close" .56.
"""

TELLING_APART = frozenset(
    "first second third fourth fifth last other another more further additional previous next new "
    "northern southern eastern western north south east west upper lower left right central "
    "female male young elderly old front rear main".split()
)
"""Modifiers that tell one body of things from another; others describe the same."""

_OPPOSITES = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "increase/decrease rise/fall win/lose arrive/depart enter/leave open/close open/shut "
        "start/stop begin/stop begin/end start/end attack/defend lock/unlock buy/sell "
        "import/export accept/reject allow/forbid load/unload approve/disapprove confirm/deny "
        "survive/die explosive/explosion "
        "hit/miss land/launch free/jail arrest/release evening/morning morning/afternoon "
        "evening/afternoon day/night north/south east/west man/woman boy/girl father/mother "
        "brother/sister son/daughter husband/wife first/second"
    ).split()
)
# Each line is one role by several words; words of two lines are never one.
_ROLES = {
    word: number
    for number, line in enumerate(
        (
            "mayor burgomaster", "governor", "president", "minister", "premier chancellor",
            "police policeman policewoman officer constable garda",
            "army soldier troop military serviceman", "navy sailor", "rebel insurgent militant",
            "guard watchman", "driver motorist", "pilot", "captain skipper", "conductor",
            "teacher", "pupil student", "doctor physician medic", "nurse", "patient",
            "owner landlord proprietor", "tenant", "prosecutor", "lawyer attorney solicitor",
            "judge magistrate", "husband", "wife", "father", "mother", "brother", "sister",
            "priest", "worker labourer laborer employee", "manager boss", "passenger", "crew",
        )
    )
    for word in line.split()
}  # fmt: skip
# Each line is one thing by several words, which vectors hold apart.
_THINGS = {
    word: number
    for number, line in enumerate(
        (
            "earthquake quake tremor", "siren alarm klaxon", "fire blaze inferno",
            "ferry ship boat vessel craft", "lorry truck", "wire cable", "footpath path",
            "roster rota", "corpse body", "sign notice placard",
            "photo photograph picture", "electricity power current",
        )
    )
    for word in line.split()
}  # fmt: skip
_STAFF = (
    "officer warder guard jailer nurse doctor porter worker teacher attendant clerk driver "
    "conductor cleaner cook paramedic firefighter deputy"
)
_KINDS_OF = {
    "staff": frozenset(_STAFF.split()),
    "personnel": frozenset(f"{_STAFF} soldier sailor policeman".split()),
    "employee": frozenset(_STAFF.split()),
    "officer": frozenset("policeman policewoman constable warder jailer guard sergeant".split()),
    "official": frozenset(
        "commissioner minister mayor governor prefect councillor officer deputy secretary".split()
    ),
    "substance": frozenset("dye gas liquid powder chemical oil fuel acid paint smoke".split()),
    "weapon": frozenset("gun pistol rifle revolver shotgun knife machete cutlass bomb".split()),
    "vehicle": frozenset("car lorry truck bus van tanker motorcycle ambulance jeep".split()),
    "property": frozenset("house flat building shop cottage apartment bungalow site".split()),
    "premises": frozenset("house flat building shop cottage apartment site office".split()),
    "building": frozenset("house shed school church hall block barn kiosk".split()),
}
"""What a general word covers: who denies it of the one denies it of the others."""
# Rows of one matrix product: 512 by 20,000 words take 40 MB.
_ROWS = 512

_NOT = ("un", "dis", "in", "non")


def kin(
    words: Iterable[str],
    meaning: Meaning,
    nearness: float,
    alike: Callable[[str, str], bool] | None = None,
) -> Mapping[str, str]:
    """Map each word to the one that stands for it.

    The most frequent word leads; each next one joins the nearest leader if it is near enough, else
    leads itself. A word never joins through a third.

    Args:
        words: Lemmas, as often as they occur, in any order.
        meaning: Gives words their vectors.
        nearness: The least cosine to join.
        alike: Whether two words are one, however far their vectors are.
    """
    counts = Counter(words)
    ordered = sorted(counts, key=lambda word: (-counts[word], word))
    found: dict[str, str] = {}
    for word, near in zip(ordered, _near_before(meaning.vectors(ordered), nearness), strict=True):
        leaders = [ordered[other] for other in near if found[ordered[other]] == ordered[other]]
        thing = _THINGS.get(word)
        same = [one for one in found if thing is not None and _THINGS.get(one) == thing]
        if same:
            found[word] = found[same[0]]
            continue
        if alike is not None:
            leaders += [one for one in list(found) if found[one] == one and alike(word, one)]
        found[word] = next((one for one in leaders if not opposed(word, one)), word)
    return found


def _near_before(vectors: NDArray[np.float32], nearness: float) -> Iterator[list[int]]:
    """For each row, the rows before it that are near enough, the nearest first."""
    for start in range(0, len(vectors), _ROWS):
        block = vectors[start : start + _ROWS]
        cosines = block @ vectors[: start + len(block)].T
        for number, row in enumerate(cosines, start):
            near = np.flatnonzero(row[:number] >= nearness)
            yield near[np.argsort(-row[near], kind="stable")].tolist()


def same_role(first: str, second: str) -> bool:
    """Whether two words are two words for one role, or one thing ("skipper", "captain")."""
    for table in (_ROLES, _THINGS):
        known = table.get(first)
        if known is not None and known == table.get(second):
            return True
    return False


def covers(general: str, special: str) -> bool:
    """Whether a word means, among others, what another means ("weapon", "rifle"), by last words."""
    known = _KINDS_OF.get(general.split()[-1]) if general else None
    return known is not None and bool(known.intersection(special.split()[-1:]))


def covered_by(general: str) -> frozenset[str]:
    """The words that a general word covers ("vehicle": "lorry", "tanker"); none as a rule."""
    return _KINDS_OF.get(general, frozenset())


def opposed(first: str, second: str) -> bool:
    """Whether two words are near in meaning only because they are opposites, or two roles."""
    if TELLING_APART & (set(first.split()) ^ set(second.split())):
        return True
    roles = _ROLES.get(first), _ROLES.get(second)
    if None not in roles and roles[0] != roles[1]:
        return True
    return frozenset((first, second)) in _OPPOSITES or any(
        prefix + first == second or prefix + second == first for prefix in _NOT
    )
