"""What two further events offer, an attack with many suspects and a blast with many causes.

Their names and words are made up for this file.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource import examine
from twosource.hypotheses.analysis import analysed
from twosource.model.case import Case
from twosource.model.hypothesis import Hypothesis, HypothesisKind

COURIER = """publisher: Sudrian Courier
published: 2025-06-12T08:00:00+02:00
title: Norland accuses Sudria after rockets hit port

LORVIK, June 12 - Rockets struck the harbour at Lorvik in Norland on Wednesday night, killing four
sailors, the Norland navy said.

Norland's defence minister, Ole Brandt, accused Sudria of carrying out the attack. "Sudria fired
these rockets to frighten our fishermen," Brandt said.

Sudria denied any involvement. "We had nothing to do with the attack on Lorvik," its president, Eva
Lund, said.

The analyst Nils Berg suspects local separatists.

The separatist Free Coast Movement claimed responsibility for the attack in a statement, according
to the news agency Kystnytt.

The harbour festival was called off because of strong winds.
"""
GAZETTE = """publisher: Harbour Gazette
published: 2025-06-13T08:00:00+02:00
title: Port asks who fired the rockets

Rockets struck the harbour at Lorvik on Wednesday, and nobody agrees on who was behind it.

The attack may have been staged by Norland itself, the Sudrian envoy, Pia Falk, told the Gazette.

It was carried out by the Free Coast Movement, according to two officers of the coastguard.

Retired general Knut Moe said it was unlikely that the separatists had such rockets.

Norland was behind it, Falk said.

Norland's government declined to comment on the claim that it had staged the attack.
"""
POST = """publisher: Brenna Post
published: 2025-05-03T08:00:00+02:00
title: Nine dead in blast at Brenna bakery

BRENNA, May 3 - An explosion destroyed a bakery in Brenna on Friday morning, killing nine people,
the mayor's office said.

Investigators are looking at three possibilities: a gas leak, faulty wiring and arson, chief
inspector Ida Holm told reporters.

"We cannot exclude arson," Holm said. A gas leak is suspected, according to two firefighters who did
not want to be named.

The blast was caused by an overheated oven, the baker's union said. The mayor cancelled the spring
fair because of the mourning.
"""
DAILY = """publisher: Fjord Daily
published: 2025-05-04T08:00:00+02:00
title: Gas leak ruled out in bakery blast

The explosion that killed nine people at a bakery in Brenna on Friday was not caused by gas, chief
inspector Ida Holm said on Saturday.

Neighbours blamed the explosion on the wiring of the old house.

The owner, Per Dahl, ruled out arson. The police refused to say whether anyone had been questioned.
"""


@pytest.fixture(scope="module")
def attack(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The rockets on a port."""
    return _examined(tmp_path_factory.mktemp("attack"), COURIER, GAZETTE)


@pytest.fixture(scope="module")
def blast(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The blast in a bakery."""
    return _examined(tmp_path_factory.mktemp("blast"), POST, DAILY)


def _examined(folder: Path, *texts: str) -> Case:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return examine(sorted(folder.glob("*.txt"))).case


def on(case: Case, theme: str) -> Hypothesis:
    (found,) = [one for one in case.hypotheses if theme in one.label]
    return found


def said(items: object) -> str:
    return " | ".join(" ".join(item.span.quote.split()) for item in items)  # type: ignore[attr-defined]


def test_who_is_said_to_have_done_it_is_one_row_a_body(attack: Case) -> None:
    who = [one.label for one in attack.hypotheses if one.kind is HypothesisKind.ACTOR]
    assert len(who) == 3
    assert {label.partition(":")[0] for label in who} == {
        "Free Coast Movement",
        "Norland",
        "Sudria",
    }


def test_staged_by_a_body_and_behind_it_are_one_hypothesis(attack: Case) -> None:
    norland = on(attack, "Norland")
    assert "staged" in norland.label
    assert "staged by Norland" in said(norland.supporting)
    assert "Norland was behind it" in said(norland.supporting)


def test_a_suspicion_a_claim_of_responsibility_and_a_passive_name_a_doer(attack: Case) -> None:
    coast = said(on(attack, "Free Coast").supporting)
    assert "suspects local separatists" in coast
    assert "claimed responsibility" in coast
    assert "carried out by the Free Coast Movement" in coast
    assert "unlikely that the separatists" in said(on(attack, "Free Coast").opposing)


def test_a_denial_of_involvement_clears_the_one_who_denies(attack: Case) -> None:
    sudria = on(attack, "Sudria")
    assert "denied any involvement" in said(sudria.opposing)
    assert "accused Sudria" in said(sudria.supporting)


def test_who_passes_a_statement_on_is_no_second_origin(attack: Case) -> None:
    items = [item for one in attack.hypotheses for item in (*one.supporting, *one.opposing)]
    assert not any("Kystnytt" in item.origin for item in items)


def test_a_reason_for_what_stands_beside_the_event_explains_nothing(
    attack: Case, blast: Case
) -> None:
    labels = " ".join(one.label for one in (*attack.hypotheses, *blast.hypotheses))
    assert "wind" not in labels
    assert "mourning" not in labels


def test_a_refusal_to_comment_is_evidence_for_nothing(attack: Case) -> None:
    items = [i for one in attack.hypotheses for i in (*one.supporting, *one.opposing)]
    assert not any("declined" in item.span.quote for item in items)


def test_listed_possibilities_are_explanations_each(blast: Case) -> None:
    for theme in ("gas", "wiring", "arson"):
        assert "three possibilities" in said(on(blast, theme).supporting)


def test_suspected_excluded_and_not_excluded_stand_on_their_sides(blast: Case) -> None:
    gas, arson = on(blast, "gas"), on(blast, "arson")
    assert "leak is suspected" in said(gas.supporting)
    assert "not caused by gas" in said(gas.opposing)
    assert "cannot exclude arson" in said(arson.supporting)
    assert "ruled out arson" in said(arson.opposing)


def test_caused_by_and_blamed_on_name_a_cause(blast: Case) -> None:
    assert "overheated oven" in said(on(blast, "oven").supporting)
    assert "blamed the explosion on the wiring" in said(on(blast, "wiring").supporting)


def test_what_only_one_side_speaks_of_is_untested(blast: Case) -> None:
    tested = {one.hypothesis: one.tested for one in analysed(blast.hypotheses).ranking}
    assert tested[on(blast, "arson").id]
    assert not tested[on(blast, "oven").id]


def test_one_origin_counts_once_on_each_side(attack: Case, blast: Case) -> None:
    for one in (*attack.hypotheses, *blast.hypotheses):
        for side in (one.supporting, one.opposing):
            counted = [item.origin for item in side if item.counted]
            assert len(counted) == len(set(counted))


PIPE = """publisher: Nordic Wire
published: 2025-09-27T09:00:00+02:00
title: Blasts damage gas pipeline

OSLO, Sept 27 - Two underwater explosions damaged a gas pipeline off Norway on Friday night, the
energy ministry said.

A senior Danish official said Icelandic divers were behind the attack. Reykjavik called the
accusation absurd.

Two intelligence sources suspect that a pro-Sudrian group hired a yacht and placed the charges.

Some experts argue that the attack was carried out by the Swedes to sell more of their own gas.
Stockholm dismissed that.

Sudria's ambassador, Pia Falk, rejected any suggestion that her country was involved.
"""


def test_divers_capitals_and_inhabitants_stand_for_their_countries(tmp_path: Path) -> None:
    case = _examined(tmp_path, PIPE)
    who = {one.label.partition(":")[0]: one for one in case.hypotheses}
    assert {"pro-Sudrian group", "Sudria"} <= set(who)
    iceland = next(one for name, one in who.items() if name in {"Icelandic divers", "Reykjavik"})
    assert "behind the attack" in said(iceland.supporting)
    assert "absurd" in said(iceland.opposing)
    sweden = next(one for name, one in who.items() if name in {"Swedes", "Stockholm"})
    assert "carried out by the Swedes" in said(sweden.supporting)
    assert "her country was involved" in said(who["Sudria"].opposing)
    assert "placed the charges" in said(who["pro-Sudrian group"].supporting)
