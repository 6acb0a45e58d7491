"""Independent reports on one invented event: same facts, names and quotations, own sentences.

Two writers work from one sheet of facts. Each has sentences of his or her own for every fact, so
that what they share is what independent reporters share: names, figures, the words of officials.
All sentences, persons and places are invented for this benchmark.
"""

from __future__ import annotations

import random
from collections.abc import Mapping

_POOLS: Mapping[str, tuple[str, ...]] = {
    "town": ("Vellmar", "Osterby", "Cranlow", "Pethick", "Sandmere", "Ilkhaven", "Torrance Bay"),
    "road": ("Mill Lane", "Quay Street", "the old ring road", "Station Parade", "Dyer's Row"),
    "chief": ("Nadia Ferrow", "Halvard Stene", "Oskar Lindqvist", "Prue Allanby", "Imre Kasza"),
    "witness": ("Tom Haverley", "Edda Marsh", "Rui Calado", "Leila Ansari", "Jan Kubec"),
    "body": ("the county fire service", "the rescue service", "the town's fire brigade"),
    "clinic": ("St Anne's Hospital", "the university clinic", "Northgate Infirmary"),
    "day": ("Monday", "Tuesday", "Thursday", "Saturday"),
    "hour": ("3 a.m.", "half past nine in the evening", "noon", "6.20 p.m."),
    "dead": ("two", "three", "five"),
    "hurt": ("14", "nine", "27", "31"),
    "firm": ("Brannock Chemicals", "Lowe & Tarn", "Aldgate Mills", "Sorrel Foods"),
    "quote": (
        "We have seen nothing like this in twenty years",
        "Every family will be told before any name is given out",
        "I ran and did not look back until I reached the bridge",
        "The doors were locked, that is all I can say",
    ),
}

_FIRST: tuple[tuple[str, ...], ...] = (
    (
        "{Dead} people died and {hurt} were hurt when a warehouse of "
        "{firm} caught fire in {town} on {day}.",
        "A fire in a store owned by {firm} killed {dead} people in "
        "{town} on {day} and injured {hurt}.",
    ),
    (
        "The first call reached {body} shortly before {hour}.",
        "{Body} said that the alarm came in just before {hour}.",
    ),
    (
        "Flames had spread through the roof by the time crews turned into {road}.",
        "When engines arrived at {road}, the roof was already burning from end to end.",
    ),
    (
        "{chief}, who leads the operation, said: “{quote}.”",
        "“{quote},” {chief}, the officer in command, told reporters.",
    ),
    (
        "{clinic} took in most of the wounded, some with severe burns.",
        "Most of those hurt were driven to {clinic}; several have grave burns.",
    ),
    (
        "People living nearby were told to keep their windows shut because of the smoke.",
        "Residents had to close doors and windows as thick smoke drifted over the roofs.",
    ),
    (
        "{witness}, who runs a bakery opposite, noticed a smell of solvent an hour earlier.",
        "A baker across the street, {witness}, recalled that it had "
        "smelled of paint thinner beforehand.",
    ),
    (
        "The cause is not known, and prosecutors have opened a file.",
        "Investigators could not yet say what started the blaze; a case has been opened.",
    ),
    ("{firm} declined to comment.", "A request to {firm} for comment was turned down."),
    (
        "The hall was built in the seventies and had been inspected last spring.",
        "Inspectors had last visited the building, which dates from the seventies, in spring.",
    ),
    (
        "About a hundred firefighters worked through the night with water drawn from the canal.",
        "Some one hundred crew members fought the fire until morning, pumping from the canal.",
    ),
    (
        "Trains were held for two hours because the line passes behind the yard.",
        "Rail traffic behind the site stood still for two hours.",
    ),
)
_SECOND: tuple[tuple[str, ...], ...] = (
    (
        "{town} mourns: after {day}'s blaze at {firm}, the number of "
        "dead stands at {dead}, with {hurt} in care.",
        "At least {dead} lives were lost in {day}'s inferno on the "
        "premises of {firm} near {town}; {hurt} others need treatment.",
    ),
    (
        "It was not yet {hour} when a passer-by dialled the emergency number.",
        "Somebody who walked past rang for help a little ahead of {hour}.",
    ),
    (
        "From {road} one could see sparks climbing above the "
        "gutters, yet the ladder truck had not come.",
        "Burning slates crashed on {road} while hoses were still being unrolled.",
    ),
    (
        "“{quote},” is how {chief} summed up the shift.",
        "Asked about the scene, {chief} answered: “{quote}.”",
    ),
    (
        "Wards at {clinic} cancelled planned surgery to make beds free.",
        "Doctors of {clinic} were called back from leave and operated without pause.",
    ),
    (
        "Loudspeaker vans toured the quarter with a warning not to air rooms.",
        "A warning by telephone asked the quarter to stay indoors until the wind turned.",
    ),
    (
        "To {witness}, whose ovens face the gate, something sharp hung in the air since dawn.",
        "“It stank of glue,” says {witness} about the hour in which bread was set to rise.",
    ),
    (
        "Whether a machine, a cigarette or malice lit it is anybody's guess so far.",
        "Three experts with dogs will sift the ashes; theories abound, proof does not.",
    ),
    (
        "Lawyers for {firm} let questions go unanswered.",
        "No manager of {firm} picked up the telephone.",
    ),
    (
        "Records at the town hall show a visit of the safety board "
        "in April and a permit half a century old.",
        "Concrete of that age splits early, as an engineer of the "
        "safety board, last there in April, points out.",
    ),
    (
        "Volunteers from eleven villages took turns at the pumps beside the lock.",
        "Pump after pump went down to the lock, manned by farmers from all around.",
    ),
    (
        "Commuters walked along the embankment to the next halt, shoes in hand.",
        "Season-ticket holders shared taxis, for no engine driver was let past the yard.",
    ),
)


def independent_pair(seed: int) -> tuple[str, str]:
    """Two reports by two writers on one invented event.

    Args:
        seed: Decides the facts, which of them each writer uses, and in which order.

    Returns:
        The two texts; each has eight to eleven paragraphs of one sentence.
    """
    chance = random.Random(f"independent-{seed}")  # noqa: S311 - chosen, not secret
    facts = {name: chance.choice(pool) for name, pool in _POOLS.items()}
    facts |= {"Dead": facts["dead"].capitalize(), "Body": _upper(facts["body"])}
    return _written(_FIRST, facts, chance), _written(_SECOND, facts, chance)


def case_report(chance: random.Random, number: int) -> str:
    """One of many reports on one invented event: most facts alike, some figures otherwise.

    Args:
        chance: Decides which facts the report has, in which words.
        number: Number of the report; a few in ten print other figures or another hour.
    """
    facts = {name: pool[0] for name, pool in _POOLS.items()}
    for name in ("hurt", "hour", "dead", "witness"):
        if chance.random() < 0.15:
            facts[name] = chance.choice(_POOLS[name])
    facts |= {"Dead": facts["dead"].capitalize(), "Body": _upper(facts["body"])}
    return _written(_FIRST if number % 2 else _SECOND, facts, chance)


def _written(
    sheet: tuple[tuple[str, ...], ...], facts: Mapping[str, str], chance: random.Random
) -> str:
    lead, *rest = [chance.choice(forms) for forms in sheet]
    chosen = chance.sample(rest, chance.randint(7, 10))
    return "\n\n".join(_upper(form.format(**facts)) for form in (lead, *chosen))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
