"""What a kept case promises, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator

import pytest
from sqlalchemy import delete, update
from tests.brief.telling import case_of
from tests.factory import entity, report, span, speaker, statement
from tests.store.changes import NOW

from twosource.errors import NotFoundError, SettingsError
from twosource.model.case import Case
from twosource.model.custody import GENESIS, CustodyAction, Stamp, broken_links
from twosource.model.hit import Hit, HitKind
from twosource.model.original import Original, seal
from twosource.store.case_file import case_json, read_case
from twosource.store.database import told, writing
from twosource.store.kept import KeptCase, create, open_kept
from twosource.store.schema import CUSTODY, ORIGINALS

LATER = Stamp("Bo Marsh", "2031-04-10T10:00:00+00:00")
QUAY = seal("quay.txt", "Ada Orme said the quay was closed. Élan lay there.".encode())
SHIP = seal("ship.txt", b"The ship sailed at noon.")


def small() -> Case:
    told = report(QUAY.data.decode(), "Post", "quay.txt")
    ada = entity("Ada Orme", span(told, "Ada Orme"))
    said = statement(told, speaker(told, "Ada Orme", ada), "said", "the quay was closed")
    return case_of((told,), (ada,), (said,))


def hits(case: Case) -> tuple[Hit, ...]:
    (said,) = case.statements
    told = case.reports[0]
    return (
        Hit(HitKind.STATEMENT, said.id, said.content.quote, said.content),
        Hit(HitKind.SENTENCE, told.id, "Élan lay there.", span(told, "Élan lay there.")),
    )


@pytest.fixture
def kept(place: str) -> Iterator[KeptCase]:
    with create(place, "1", NOW) as made:
        yield made


def test_originals_come_back_byte_for_byte_in_the_order_of_adding(kept: KeptCase) -> None:
    assert kept.add([SHIP, QUAY], "1", NOW) == (SHIP.sha256, QUAY.sha256)
    assert list(kept.originals()) == [SHIP, QUAY]
    assert kept.names() == ("ship.txt", "quay.txt")


def test_an_original_is_kept_once_whatever_it_is_called(kept: KeptCase) -> None:
    kept.add([QUAY], "1", NOW)
    assert kept.add([Original("other.txt", QUAY.data, QUAY.sha256)], "1", LATER) == ()
    assert [o.name for o in kept.originals()] == ["quay.txt"]


def test_the_log_says_who_did_what_and_is_one_chain(kept: KeptCase) -> None:
    kept.add([QUAY], "1", NOW)
    kept.put_run(case_json(small()), hits(small()), "1", LATER)
    log = kept.log()
    assert [entry.action for entry in log] == [
        CustodyAction.CREATED,
        CustodyAction.ADDED,
        CustodyAction.EXAMINED,
    ]
    assert [entry.actor for entry in log] == ["Ines Tolland", "Ines Tolland", "Bo Marsh"]
    assert (log[0].prev, log[1].prev) == (GENESIS, log[0].hash)
    assert log[1].object == QUAY.sha256
    assert broken_links(log) == ()


def test_what_was_kept_is_there_when_the_case_is_opened_again(place: str, kept: KeptCase) -> None:
    kept.add([QUAY], "1", NOW)
    run = kept.put_run(case_json(small()), hits(small()), "1", NOW)
    kept.close()
    with open_kept(place) as again:
        assert again.last_run() == run
        assert read_case(run.document) == small()
        assert list(again.originals()) == [QUAY]


def test_the_database_refuses_to_change_the_log_and_the_originals(kept: KeptCase) -> None:
    kept.add([QUAY], "1", NOW)
    for change in (
        update(CUSTODY).values(actor="nobody"),
        delete(CUSTODY),
        update(ORIGINALS).values(name="other.txt"),
        delete(ORIGINALS),
    ):
        with (
            pytest.raises(SettingsError, match="cannot be changed"),
            told(kept.place),
            writing(kept._engine) as connection,
        ):
            connection.execute(change)
    assert kept.faults() == ()


def test_a_run_can_be_dropped_and_originals_and_log_stay(kept: KeptCase) -> None:
    kept.add([QUAY], "1", NOW)
    run = kept.put_run(case_json(small()), hits(small()), "1", NOW)
    kept.drop_run(run.id)
    assert kept.runs() == ()
    assert kept.search("quay") == ()
    assert list(kept.originals()) == [QUAY]
    assert len(kept.log()) == 3
    with pytest.raises(NotFoundError):
        kept.drop_run(run.id)


def test_a_search_finds_all_the_words_whatever_their_case(kept: KeptCase) -> None:
    kept.put_run(case_json(small()), hits(small()), "1", NOW)
    assert [hit.kind for hit in kept.search("QUAY closed")] == [HitKind.STATEMENT]
    assert kept.search("quay lay") == ()
    assert [hit.span.quote for hit in kept.search("Élan")] == ["Élan lay there."]


@pytest.mark.parametrize("words", ['"', "AND", "quay OR", "NEAR(", "*", "words:quay", "';--", "  "])
def test_what_is_searched_for_is_words_and_never_operators(kept: KeptCase, words: str) -> None:
    kept.put_run(case_json(small()), hits(small()), "1", NOW)
    assert all("quay" in hit.words for hit in kept.search(words))


def test_a_search_answers_from_the_last_run_only(kept: KeptCase) -> None:
    kept.put_run(case_json(small()), hits(small()), "1", NOW)
    kept.put_run(case_json(small()), hits(small())[:1], "1", LATER)
    assert kept.search("Élan") == ()
    assert len(kept.search("quay")) == 1


def test_a_case_is_not_made_twice(place: str, kept: KeptCase) -> None:
    kept.close()
    with pytest.raises(SettingsError, match="already"):
        create(place, "1", LATER)


def _add(place: str, lead: str) -> None:
    with open_kept(place) as case:
        for number in range(20):
            case.add([seal(f"{lead}{number}.txt", f"{lead} {number}".encode())], "1", NOW)


def test_two_processes_that_add_at_once_lose_nothing_and_keep_the_chain(
    place: str, kept: KeptCase
) -> None:
    kept.close()
    spawn = multiprocessing.get_context("spawn")
    hands = [spawn.Process(target=_add, args=(place, lead)) for lead in "ab"]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(60)
    assert [hand.exitcode for hand in hands] == [0, 0]
    with open_kept(place) as again:
        assert len(list(again.originals())) == 40
        assert broken_links(again.log()) == ()
        assert again.faults() == ()


def test_readings_come_back_by_key_are_replaced_and_can_be_dropped(kept: KeptCase) -> None:
    kept.put_readings({f"{number:064}": b"%d" % number for number in range(1_200)})
    kept.put_readings({f"{7:064}": b"seven"})
    found = kept.readings([f"{number:064}" for number in range(1_300)])
    assert len(found) == 1_200
    assert found[f"{7:064}"] == b"seven"
    kept.drop_readings([f"{7:064}", f"{1_250:064}"])
    assert kept.readings(found) == {f"{7:064}": b"seven"}
