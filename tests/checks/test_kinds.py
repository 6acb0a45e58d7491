"""Each check on prose that holds, that fails and that cannot be told."""

from __future__ import annotations

import pytest
from tests.checks.test_checks import checked

from twosource.model.finding import Verdict

HOLDS, FAILS, OPEN = Verdict.HOLDS, Verdict.FAILS, Verdict.CANNOT_TELL
KILN = "A kiln burst in the mill on Tuesday. "
LISBON = "A warehouse exploded in Lisbon, Portugal, on Wednesday. "


@pytest.mark.parametrize(
    ("check", "verdict", "text"),
    [
        ("zone", HOLDS, LISBON + "The explosion in Lisbon was at 2.10 a.m. (0110 GMT)."),
        ("zone", FAILS, LISBON + "The explosion in Lisbon was at 2.10 a.m. (0410 GMT)."),
        (
            "zone",
            OPEN,
            LISBON + "The explosion was at 2.10 a.m. (0010 GMT), and was heard in Madrid, Spain.",
        ),
        ("direction", HOLDS, LISBON + "Porto is about 275 kilometres north of Lisbon."),
        ("direction", FAILS, LISBON + "Porto is about 275 kilometres west of Lisbon."),
        ("direction", OPEN, LISBON + "Porto is about 275 kilometres north-west of Lisbon."),
        (
            "border",
            HOLDS,
            "A mill burned in Poznan, Poland, on Tuesday. "
            "Poznan is about 155 kilometres from the German border.",
        ),
        (
            "border",
            FAILS,
            "A mill burned in Poznan, Poland, on Tuesday. "
            "Poznan is about 15 kilometres from the German border.",
        ),
        (
            "lasted",
            HOLDS,
            "The raid on the mill, which began at 11.20 am and ended at 12.05 pm, lasted about 45 "
            "minutes.",
        ),
        (
            "lasted",
            FAILS,
            "The raid on the mill, which began at 11.20 am and ended at 12.05 pm, lasted less than "
            "20 minutes.",
        ),
        (
            "order",
            HOLDS,
            "The siren went off at 7.40 p.m., after a tank had burst at 7.31 p.m. on Tuesday.",
        ),
        (
            "order",
            FAILS,
            "The siren went off at 7.40 p.m., after a tank had burst at 7.52 p.m. in the yard.",
        ),
        (
            "order",
            OPEN,
            "The siren went off at 11.40 p.m., before a tank burst at 1.10 a.m. in the yard.",
        ),
        ("sum", HOLDS, "Twelve wagons left the track: seven were empty and five were loaded."),
        ("sum", FAILS, "Twelve wagons left the track: seven were empty and six were loaded."),
        ("sum", OPEN, "Twelve wagons left the track: seven were empty and four were loaded."),
        (
            "sum",
            FAILS,
            "Six boats were seen in the bay. Two were sunk, and another exploded near the mole. "
            "There was no sign of another boat.",
        ),
        ("sum", FAILS, "Nineteen suspects were held: 14 males and 7 females."),
        (
            "names",
            HOLDS,
            "Three people were killed: Ada Mercer, 41, Tom Hale, 19, and Rosa Lindqvist, 30.",
        ),
        (
            "names",
            FAILS,
            "Three people were killed: Ada Mercer, Tom Hale, Rosa Lindqvist and Ben Okafor.",
        ),
        (
            "names",
            OPEN,
            "Five people were killed, among them two men: Ada Mercer, Tom Hale and Rosa Lindqvist.",
        ),
        ("share", HOLDS, "The flood reached 12 of the 48 houses, or 25 percent, on Tuesday."),
        ("share", FAILS, "The flood reached 12 of the 48 houses, or 35 percent, on Tuesday."),
        ("share", OPEN, "The flood reached 12 of the 48 houses, or about 32 percent, on Tuesday."),
        ("units", HOLDS, "The barge drifted 70 miles (113 km) before it ran aground on Tuesday."),
        ("units", FAILS, "The barge drifted 70 miles (70 km) before it ran aground on Tuesday."),
        ("units", OPEN, "The barge drifted 73 miles (109 km) before it ran aground on Tuesday."),
        ("years", HOLDS, "Orrin Tate was mayor for six years, from 2001 to 2007, and died."),
        ("years", FAILS, "Orrin Tate was mayor for nine years, from 2001 to 2007, and died."),
        (
            "years",
            OPEN,
            "Orrin Tate was mayor for about eight years, from 2001 to 2007, and died.",
        ),
        ("age", HOLDS, "The fitter, Orrin Tate, 45, was born on 3 May 1985 in the town."),
        ("age", FAILS, "The fitter, Orrin Tate, 45, was born on 3 May 1961 in the town."),
        ("age", OPEN, "The fitter, Orrin Tate, 47, was born on 3 May 1985 in the town."),
        (
            "travel",
            HOLDS,
            "The convoy covered 120 km in two hours at an average of 60 km/h on Tuesday.",
        ),
        (
            "travel",
            FAILS,
            "The convoy covered 120 km in two hours at an average of 160 km/h on Tuesday.",
        ),
        (
            "travel",
            FAILS,
            "The convoy covered 120 km in 5 hours at 90 km/h on Tuesday.",
        ),
        ("travel", OPEN, "The kite drone can fly several hundred kilometres, an engineer said."),
        ("reach", HOLDS, "A Shahed-136 drone flew 400 km from the coast to the mill, he said."),
        ("reach", FAILS, "A Mavic 3 drone flew 400 km from the coast to the mill, he said."),
        ("reach", OPEN, "A UJ-22 drone flew 500 km from the coast to the mill, he said."),
        ("reach", OPEN, "A Kalibr missile was fired 3,000 km away, from a lake, he said."),
        (
            "office",
            HOLDS,
            LISBON + "Orrin Tate, who has been mayor of Lorvik since 1998, came. The rescue began "
            "at once, said mayor Orrin Tate in May 2031.",
        ),
        (
            "office",
            FAILS,
            KILN + "Mayor Orrin Tate said so. Orrin Tate, who was mayor of "
            "Lorvik from 2001 to 2007, lives nearby.",
        ),
        (
            "office",
            FAILS,
            KILN + "Minister Orrin Tate said so. Orrin Tate was appointed "
            "minister in 2035.",
        ),
        (
            "office",
            OPEN,
            KILN + "Mayor Orrin Tate said so. Orrin Tate, who became mayor in "
            "March 2031, lives nearby.",
        ),
        ("publication", HOLDS, "April 10, 2031\n\nA kiln burst in the mill on Thursday."),
        ("weekday", HOLDS, "A kiln burst in the mill on Thursday 10 April 2031."),
        ("weekday", FAILS, "A kiln burst in the mill on Sunday 6 April 2031, and again on Sunday "
         "7 April 2031."),
    ],
)  # fmt: skip
def test_a_detail_gets_the_verdict_that_its_words_deserve(
    check: str, verdict: Verdict, text: str
) -> None:
    found = checked(text, every=True)
    assert verdict in {f.verdict for f in found.values() if f.check == check}, sorted(found)
    if verdict is not FAILS:
        assert not [f for f in found.values() if f.check == check and f.verdict is FAILS]


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (HOLDS, "A clip of it in bright sunshine is two years old, the police said."),
        (FAILS, "A video shared as the moment of the explosion shows it in broad daylight."),
        (OPEN, "A photo of the yard in bright sunshine was shared by thousands."),
    ],
)
def test_a_picture_in_the_light_cannot_show_what_happened_in_the_dark(
    verdict: Verdict, words: str
) -> None:
    text = f"{LISBON}The explosion in Lisbon was at 2.10 a.m. on Wednesday.\n\n{words}"
    assert checked(text)["footage"].verdict is verdict


@pytest.mark.parametrize(
    "text",
    [
        # Parts that are no parts: another thing was counted, or a note stands in brackets.
        "Three sisters were shot in the yard.[18][19][20] Crews came on Tuesday.",
        "The three victims: Ada Mercer, Tom Hale and Rosa Lindqvist, 16, 20 and 17, respectively.",
        # Dates that a page or a plan bears.
        "Updated: Monday, May 5, 2031 4:25 PM\n\nA kiln burst in the mill on Tuesday.",
        "The trial is scheduled for Friday, May 9, 2031, the mill said.",
        # Who held an office once may be called so with "former", and another may hold it now.
        KILN + "Former mayor Orrin Tate said so. Orrin Tate, who was mayor of "
        "Lorvik from 2001 to 2007, lives nearby.",
        KILN + "Mayor Ada Mercer said so. Orrin Tate, who was mayor of Lorvik "
        "from 2001 to 2007, lives nearby.",
        # A speed and a claim of what it could do are no flight.
        "A Mavic 3 drone flew at 75 km an hour over the mill on Tuesday.",
        "The Mavic 3 can fly 400 km, he said.",
        # Ranges and hedges that no pair of units contradicts.
        "Between 10 and 15 miles (24 km) of track were lost.",
        "The walker, 6-foot-2 (188 cm), was seen on Tuesday.",
    ],
)
def test_plain_prose_is_not_called_impossible(text: str) -> None:
    found = checked(text, every=True)
    assert not [f for f in found.values() if f.verdict is FAILS]
