"""Kernels: made once, called with many batches, sent to other processes, the same in all."""

from __future__ import annotations

import pickle

from tests.factory import report

from twosource.engine.loaded import embedded, meaning
from twosource.engine.tables import load_tables
from twosource.model.original import seal
from twosource.model.report import Report
from twosource.pipeline.kernels import Read, ReadThrough, State, Value, read_each
from twosource.pipeline.progress import SILENT
from twosource.pipeline.taking_in import Clean, Fingerprint, TakeTraits

TEXTS = (
    "The harbour master, Ilse Varn, said on Monday that nine sailors were hurt.\n",
    "The ferry Alda left at noon. “We saw no fire,” said Bo Marsh, who steered it.\n",
    "Nobody was on the pier when the crane fell, according to the coast guard.\n",
)
REPORTS = [report(text, file=f"{n}.txt") for n, text in enumerate(TEXTS)]


def test_what_a_report_gives_does_not_depend_on_its_batch() -> None:
    load_tables()
    together = ReadThrough(embedded())(REPORTS)
    assert together == [ReadThrough(embedded())([one])[0] for one in REPORTS]
    assert together == list(read_each(REPORTS, embedded(), SILENT))
    assert Fingerprint()(REPORTS) == [Fingerprint()([one])[0] for one in REPORTS]
    take = TakeTraits(meaning())
    assert take(REPORTS) == [take([one])[0] for one in REPORTS]


def test_read_state_and_value_one_after_the_other_give_what_reading_through_gives() -> None:
    load_tables()
    readings = Read(embedded())(REPORTS)
    stated = State()(REPORTS, readings)
    assert Value()(REPORTS, readings, stated) == ReadThrough(embedded())(REPORTS)


def test_a_kernel_that_was_sent_elsewhere_does_the_same_there() -> None:
    load_tables()
    through = ReadThrough(embedded())
    sent = pickle.loads(pickle.dumps(through))  # noqa: S301 - made here
    assert sent(REPORTS[:1]) == through(REPORTS[:1])
    take = TakeTraits(meaning())
    assert pickle.loads(pickle.dumps(take))(REPORTS) == take(REPORTS)  # noqa: S301
    assert len(pickle.dumps(through)) < 2_000


def test_bad_material_costs_the_batch_nothing_but_itself() -> None:
    good, bad = seal("a.txt", TEXTS[0].encode()), seal("b.txt", b"\x00\x01\x02\xff" * 40)
    cleaned = Clean()([bad, good])
    assert [type(item) is Report for items in cleaned for item in items] == [False, True]
