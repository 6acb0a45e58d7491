"""A large case, made once: ``python -m benchmarks.speed.large FOLDER``.

A thousand invented reports on one event go through the real pipeline into a kept case. Each has a
lead and 27 sentences in which somebody says, denies, accuses, fears or declines, so that
the case has about 30,000 statements. The reports are the same each time; the case is made once and
found again, so that ``benchmarks.speed.served`` and ``benchmarks.speed.workbench`` can measure on
it. Printed are the counts and the time that it took.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

from twosource.engine.cases import add_files, new_case, update_case
from twosource.engine.served import refresh
from twosource.model.custody import Stamp
from twosource.store.place import is_kept

NOW = Stamp("nobody", "2031-04-10T09:00:00+00:00")
_REPORTS, _SENTENCES = 1000, 27
_FIRST = ("Nadia", "Halvard", "Oskar", "Prue", "Imre", "Edda", "Rui", "Leila", "Jan", "Tessa")
_LAST = ("Ferrow", "Stene", "Lindqvist", "Allanby", "Kasza", "Marsh", "Calado", "Ansari", "Kubec")
_ROLES = ("harbour master", "fire chief", "spokesman", "crane driver", "union secretary", "surgeon")
_BODIES = ("the port authority", "Brannock Chemicals", "the county police", "the dockers' union")
_PLACES = ("the north quay", "the grain silo", "the customs shed", "the ferry ramp", "Mill Lane")
_MATTERS = (
    "{n} people were hurt at {place}",
    "{n} containers had stood at {place} for weeks",
    "the alarm was raised at {hour} p.m.",
    "the doors at {place} were locked",
    "the cargo was declared as fertiliser",
    "{n} firefighters were sent to {place}",
    "the fire began at {place}",
    "a forklift had leaked fuel near {place}",
    "the sprinklers failed",
    "nobody was missing after the fire",
)
_FORMS = (
    "{who} said that {what}.",
    "{who} denied that {what}.",
    "According to {who}, {what}.",
    "“We know that {what},” {who} said.",
    "{who} told reporters that {what}.",
    "{who} feared that {what}.",
    "{Body} announced that {what}.",
    "{who} accused {body} of having left {place} unguarded.",
    "{Body} declined to say whether {what}.",
)


def main() -> None:
    """Make the case where it is not yet, and print what it holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reports", type=int, default=_REPORTS)
    parser.add_argument("--sentences", type=int, default=_SENTENCES, help="to a report")
    flags = parser.parse_args()
    print(made(flags.folder, flags.reports, flags.sentences))


def made(folder: Path, reports: int, sentences: int) -> str:
    """The place of a case of invented reports, made if it is not there.

    Args:
        folder: Where originals and case are kept.
        reports: How many reports it has.
        sentences: How many sentences each has after its lead; nearly each makes a statement.
    """
    coming, place = folder / "in", str(folder / "case")
    finished = folder / "finished"
    if finished.exists() and is_kept(place):
        return place
    coming.mkdir(parents=True)
    for number in range(reports):
        (coming / f"{number:05}.txt").write_text(report(number, sentences), "utf-8")
    new_case(place, NOW)
    add_files(place, [coming], NOW)
    began = time.perf_counter()
    case = update_case(place, NOW).case
    spent = time.perf_counter() - began
    print(f"{reports} reports, {len(case.statements)} statements examined in {spent:.0f} s")
    began = time.perf_counter()
    refresh(place)
    print(f"served view made or found fresh in {time.perf_counter() - began:.1f} s")
    finished.touch()
    return place


def report(number: int, sentences: int) -> str:
    """One invented report, by its number."""
    chance = random.Random(f"large-{number}")  # noqa: S311 - chosen, not secret
    lead = f"A fire at {chance.choice(_PLACES)} of Vellmar harbour burned through Tuesday night."
    said = [_sentence(chance) for _ in range(sentences)]
    return "\n\n".join([f"publisher: Paper {number}", lead, *said])


def _sentence(chance: random.Random) -> str:
    body, place = chance.choice(_BODIES), chance.choice(_PLACES)
    name = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
    what = chance.choice(_MATTERS).format(
        n=chance.randint(2, 60), hour=chance.randint(6, 11), place=place
    )
    who = name if chance.random() < 0.5 else f"the {chance.choice(_ROLES)} {name}"
    form = chance.choice(_FORMS)
    told = form.format(who=who, what=what, body=body, Body=body, place=place)
    return told[:1].upper() + told[1:]


if __name__ == "__main__":
    main()
