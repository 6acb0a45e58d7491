"""The served view: a case as people see it now, in pieces of JSON that can be read one by one.

Reading a large case whole takes seconds and hundreds of megabytes. Whoever shows it needs a page
of it at a time, so that its parts are written once, when a run is kept or a decision is made, and
read piece by piece. The pieces hold nothing of their own: they can be made again at any time.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, select, update

from twosource.store.database import told, writing
from twosource.store.installed import code_mark
from twosource.store.kept import KeptCase
from twosource.store.rows import read_reviews
from twosource.store.schema import ORIGINALS, PIECES, REVIEWS, RUNS, SERVED

PAGES = "page"
"""Kind of the pieces of which there is one of each name."""
_AT_ONCE = 2_000
_COMPRESSION = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece.

    Attributes:
        kind: What sort of thing it is.
        ref: Its id; no two of a kind share one.
        seq: Its place among those of its kind, from 0.
        text: The JSON.
        report: The report that it stands in; ``""`` for what stands in none or in several.
        voice: Who speaks in it; ``""`` where nobody does.
        sort: What kind of its kind it is: a stance, a kind of question.
        words: The words that it can be found by, folded to lower case.
    """

    kind: str
    ref: str
    seq: int
    text: str
    report: str = ""
    voice: str = ""
    sort: str = ""
    words: str = ""

    @property
    def hash(self) -> str:
        """What tells whether a piece changed, its place included."""
        told = "\0".join((str(self.seq), self.report, self.voice, self.sort, self.words, self.text))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class State:
    """What a view shows, or what it should show.

    Attributes:
        run: Number of the run; 0 before the first.
        head: Hash of the last review; ``""`` before the first.
    """

    run: int
    head: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which pieces are asked for; an empty text asks for any.

    Attributes:
        kind: Their kind.
        report, voice, sort: As in :class:`Piece`.
        words: Words that must all stand in the words of the piece.
    """

    kind: str
    report: str = ""
    voice: str = ""
    sort: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """Pieces of a list: how many there are in all, and the JSON of those on the page."""

    total: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginalRow:
    """An original without its bytes."""

    sha256: str
    name: str
    size: int
    seq: int


def state_of(kept: KeptCase) -> State:
    """How a case stands: its last run, and the last review."""
    with told(kept.place), kept.engine.connect() as connection:
        return _state(connection)


def shown_by(kept: KeptCase) -> State | None:
    """What the view shows; ``None`` where there is no view, or one that other code made.

    How decisions are applied and what a page holds changes between versions: a case that was last
    opened by an earlier one would keep showing what that one made of it.
    """
    with told(kept.place), kept.engine.connect() as connection:
        row = connection.execute(select(SERVED)).first()
    return None if row is None or row.form != code_mark() else State(row.run, row.head)


def put_view(kept: KeptCase, state: State, pieces: Iterable[Piece]) -> int:
    """Make the view that of ``pieces``, in one step: who reads sees the old one or the new one.

    Only what differs is written.

    Returns:
        How many pieces were written or removed.

    Raises:
        SettingsError: If it cannot be written; the view before stays as it is.
    """
    new = {(piece.kind, piece.ref): piece for piece in pieces}
    with told(kept.place), writing(kept.engine) as connection:
        known = select(PIECES.c.kind, PIECES.c.ref, PIECES.c.hash)
        old = {(row.kind, row.ref): row.hash for row in connection.execute(known)}
        gone = [key for key in old if key not in new]
        changed = [one for key, one in new.items() if key in old and old[key] != one.hash]
        fresh = [one for key, one in new.items() if key not in old]
        _remove(connection, gone)
        _change(connection, changed)
        for start in range(0, len(fresh), _AT_ONCE):
            rows = [_row(piece) for piece in fresh[start : start + _AT_ONCE]]
            connection.execute(insert(PIECES), rows)
        connection.execute(delete(SERVED))
        shown = {"id": 1, "run": state.run, "head": state.head, "form": code_mark()}
        connection.execute(insert(SERVED).values(shown))
    return len(gone) + len(changed) + len(fresh)


def piece(kept: KeptCase, kind: str, ref: str) -> str | None:
    """The JSON of one piece, or ``None`` where there is none."""
    query = select(PIECES.c.data).where(PIECES.c.kind == kind, PIECES.c.ref == ref)
    with told(kept.place), kept.engine.connect() as connection:
        row = connection.execute(query).first()
    return None if row is None else _text(row.data)


def whole_piece(kept: KeptCase, kind: str, ref: str) -> Piece | None:
    """One piece with its place in its list, or ``None`` where there is none."""
    query = select(PIECES).where(PIECES.c.kind == kind, PIECES.c.ref == ref)
    with told(kept.place), kept.engine.connect() as connection:
        row = connection.execute(query).first()
    if row is None:
        return None
    found = (
        row.kind,
        row.ref,
        row.seq,
        _text(row.data),
        row.report,
        row.voice,
        row.sort,
        row.words,
    )
    return Piece(*found)


def amend_view(kept: KeptCase, pieces: Mapping[tuple[str, str], Piece | None]) -> None:
    """Put single pieces into a view, or take them out where there is ``None``.

    What the view says that it shows stays: the next view replaces what differs.

    Raises:
        SettingsError: If it cannot be written; the view stays as it is.
    """
    with told(kept.place), writing(kept.engine) as connection:
        _remove(connection, list(pieces))
        rows = [_row(one) for one in pieces.values() if one is not None]
        if rows:
            connection.execute(insert(PIECES), rows)


def listed(kept: KeptCase, wanted: Wanted, offset: int = 0, limit: int | None = None) -> Listed:
    """A page of the pieces that are wanted, in their order."""
    conditions = _conditions(wanted)
    query = select(PIECES.c.data).where(*conditions).order_by(PIECES.c.seq).offset(offset)
    counting = select(func.count()).select_from(PIECES).where(*conditions)
    with told(kept.place), kept.engine.connect() as connection:
        total = int(connection.execute(counting).scalar_one())
        rows = connection.execute(query if limit is None else query.limit(limit)).all()
    return Listed(total, tuple(_text(row.data) for row in rows))


def original_rows(kept: KeptCase) -> tuple[OriginalRow, ...]:
    """The originals without their bytes, in the order in which they came."""
    columns = (ORIGINALS.c.sha256, ORIGINALS.c.name, ORIGINALS.c.size, ORIGINALS.c.seq)
    with told(kept.place), kept.engine.connect() as connection:
        rows = connection.execute(select(*columns).order_by(ORIGINALS.c.seq)).all()
    return tuple(OriginalRow(*row) for row in rows)


def _state(connection: Connection) -> State:
    run = connection.execute(select(func.max(RUNS.c.id))).scalar_one()
    last = select(REVIEWS).order_by(REVIEWS.c.seq.desc()).limit(1)
    found = read_reviews(connection, last)
    return State(int(run or 0), found[0].hash if found else "")


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [PIECES.c.kind == wanted.kind]
    if wanted.report:
        found.append(PIECES.c.report == wanted.report)
    if wanted.voice:
        found.append(PIECES.c.voice == wanted.voice)
    if wanted.sort:
        found.append(PIECES.c.sort == wanted.sort)
    found += [
        PIECES.c.words.contains(word, autoescape=True) for word in wanted.words.casefold().split()
    ]
    return found


def _row(one: Piece) -> dict[str, object]:
    return {
        "kind": one.kind,
        "ref": one.ref,
        "seq": one.seq,
        "report": one.report,
        "voice": one.voice,
        "sort": one.sort,
        "words": one.words,
        "hash": one.hash,
        "data": zlib.compress(one.text.encode("utf-8", "surrogatepass"), _COMPRESSION),
    }


def _text(data: bytes) -> str:
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def _remove(connection: Connection, gone: Sequence[tuple[str, str]]) -> None:
    if gone:
        here = (PIECES.c.kind == bindparam("k"), PIECES.c.ref == bindparam("r"))
        keys = [{"k": kind, "r": ref} for kind, ref in gone]
        connection.execute(delete(PIECES).where(*here), keys)


def _change(connection: Connection, changed: Sequence[Piece]) -> None:
    if not changed:
        return
    here = (PIECES.c.kind == bindparam("k"), PIECES.c.ref == bindparam("r"))
    rows = [_row(one) for one in changed]
    keyed = [{"k": row.pop("kind"), "r": row.pop("ref"), **row} for row in rows]
    connection.execute(update(PIECES).where(*here), keyed)
