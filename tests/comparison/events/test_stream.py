"""Events in a stream: reports join the event that they tell of, and stay where they were put."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.factory import report

from twosource.comparison.events.stream import WINDOW, EventStream, Placed, Sighting
from twosource.comparison.events.traits import MOST_WORDS, traits_of
from twosource.engine.loaded import meaning
from twosource.model.archive import Traits

FERRY = (
    "The ferry Alda Marie ran onto rocks off Skarholm with forty passengers aboard.",
    "Passengers of the grounded ferry Alda Marie were taken to Skarholm in lifeboats.",
    "Skarholm police questioned the mate of the Alda Marie about the ferry's course.",
)
MINE = (
    "Eleven miners are missing after a gallery of the Brenta pit near Holzau fell in.",
    "Rescuers at the Brenta pit in Holzau reached three of the miners by a new shaft.",
    "The owners of the Brenta pit had been warned about the gallery, Holzau miners said.",
)


def sightings(texts: Sequence[str], days: Sequence[int], *, vectors: bool) -> list[Sighting]:
    reports = [report(text, file=f"{n}.txt") for n, text in enumerate(texts)]
    traits = traits_of(reports, meaning() if vectors else None)
    return [
        Sighting(one.id, day, trait) for one, day, trait in zip(reports, days, traits, strict=True)
    ]


def placed(stream: EventStream, items: Sequence[Sighting]) -> list[str]:
    return [stream.place(item).event for item in items]


def mixed(*, vectors: bool) -> list[Sighting]:
    texts = [text for pair in zip(FERRY, MINE, strict=True) for text in pair]
    return sightings(texts, [7, 7, 8, 8, 9, 10], vectors=vectors)


def test_what_a_site_prints_under_everything_tells_nothing() -> None:
    notice = "Subscribers of Brant Gazette read crossword puzzles, recipes and horoscopes daily. "
    texts = [notice + text for text in (FERRY[0], MINE[0], "A kite festival drew crowds to Oss.")]
    events: list[set[str]] = []
    for site in ("", "brant gazette"):
        stream = EventStream()
        items = sightings(
            [*texts * 2, notice + "Bakers of Lunn raised their prices."], [7] * 7, vectors=False
        )
        for item in items[:6]:
            stream.place(replace(item, site=site))
        last = stream.place(replace(items[6], site=site))
        events.append({last.event})
        shared = sum(last.weights.get(word, 0.0) for word in ("crossword", "recipes", "gazette"))
        own = sum(last.weights[word] for word in ("bakers", "lunn", "prices"))
        assert (shared < 0.3 * own) == bool(site)


def test_two_events_of_one_week_are_told_apart() -> None:
    events = placed(EventStream(), mixed(vectors=True))
    assert events[0] == events[2] == events[4]
    assert events[1] == events[3] == events[5]
    assert events[0] != events[1]


def test_the_same_thing_happens_to_others_on_the_same_day() -> None:
    told = (
        "Burglars took paintings from the Orrey museum in Lunn overnight, its head Ida Brann said.",
        "The theft of paintings from the Orrey museum in Lunn was noticed at dawn, said Ida Brann.",
        "Burglars took paintings from the Tolland museum in Oss overnight, its head Per Holt said.",
        "The theft of paintings from the Tolland museum in Oss was noticed at dawn, said Per Holt.",
    )
    for vectors in (True, False):
        lunn, again, oss, more = placed(
            EventStream(), sightings(told, [7, 7, 7, 7], vectors=vectors)
        )
        assert (lunn, oss) == (again, more)
        assert lunn != oss


def test_a_number_tells_as_much_as_a_name() -> None:
    (item,) = sightings(
        ["A bus of line 714 burned near Marlow, its driver said."], [7], vectors=False
    )
    weights = EventStream().place(item).weights
    assert weights["714"] == weights["marlow"] > 1.9 * weights["bus"]


def test_the_same_words_in_another_season_are_another_event() -> None:
    first, second = sightings([FERRY[0], FERRY[1]], [7, 7 + WINDOW + 1], vectors=True)
    assert len(set(placed(EventStream(), [first, second]))) == 2


def test_a_day_between_counts_against_a_report() -> None:
    near, far = EventStream(), EventStream()
    again = "Passengers of a ferry that ran onto rocks were brought ashore in lifeboats."
    first, second = sightings([FERRY[0], again], [7, 7], vectors=True)
    later = Sighting(second.report, 7 + WINDOW, second.traits)
    assert len(set(placed(near, [first, second]))) == 1
    assert len(set(placed(far, [first, later]))) == 2


def test_a_stream_that_is_put_together_again_goes_on_as_if_it_had_not_stopped() -> None:
    items = mixed(vectors=True) + sightings(list(MINE[::-1]), [30, 41, 60], vectors=True)
    whole = EventStream()
    kept = [whole.place(item) for item in items]
    for cut in range(1, len(items)):
        again = EventStream()
        oldest = items[cut].day - WINDOW
        for one in kept[:cut]:
            if one.sighting.day >= oldest:
                again.remember(one)
        assert [again.place(item) for item in items[cut:]] == kept[cut:]


def test_a_late_report_moves_no_other() -> None:
    items = mixed(vectors=False)
    stream = EventStream()
    before = placed(stream, items)
    late = sightings(["The ferry Alda Marie sailed late to Skarholm."], [1], vectors=False)
    stream.place(late[0])
    assert before == placed(EventStream(), items)


def test_a_verified_copy_joins_the_event_of_what_it_copies() -> None:
    stream = EventStream()
    first, other = sightings([FERRY[0], "Nothing of the kind."], [7, 8], vectors=False)
    event = stream.place(first).event
    assert stream.place(other, event).event == event


def test_what_is_long_past_is_forgotten() -> None:
    stream = EventStream()
    for item in mixed(vectors=False):
        stream.place(item)
    (later,) = sightings(["A kite festival."], [500], vectors=False)
    stream.place(later)
    assert len(stream) == 1


def test_a_report_without_words_is_an_event_of_its_own() -> None:
    stream = EventStream()
    empty = Traits((), (), ())
    one, two = (Sighting(report(t).id, 7, empty) for t in ("?", "!"))
    assert stream.place(one).event != stream.place(two).event
    assert isinstance(stream.place(one), Placed)


def test_traits_keep_names_from_inside_sentences_and_the_title_twice() -> None:
    told = replace(report("Police in Skarholm met. They saw Skarholm's mayor."), title="Ferry lost")
    (traits,) = traits_of([told], None)
    counts = dict(zip(traits.words, traits.counts, strict=True))
    assert counts == {"ferry": 2, "lost": 2, "police": 1, "skarholm": 2, "met": 1, "mayor": 1}
    assert traits.names == ("skarholm",)
    assert traits.vector == b""


def test_a_report_of_endless_words_keeps_as_many_as_are_looked_at() -> None:
    (traits,) = traits_of([report(" ".join(f"word{n}" for n in range(5_000)))], None)
    assert len(traits.words) == MOST_WORDS
