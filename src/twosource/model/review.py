"""Reviews: what people decide about what was found, as an append-only chain.

A decision points to words, not to ids, so that it finds its place again after another run or in a
corrected report. Each review holds the hash of the one before it, as the custody log does.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from enum import StrEnum

from twosource.model.custody import Stamp
from twosource.model.identity import ReportId
from twosource.model.shown import Shown
from twosource.model.time import TimeInterval
from twosource.model.value import Amount, Place


class ReviewAction(StrEnum):
    """What a person does. ``WITHDRAW`` undoes decisions named by their hash, ``RESTORE`` redoes.

    ``STATE`` adds a statement that no rule found.
    """

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    STATE = "state"
    MERGE = "merge"
    SPLIT = "split"
    RELATE = "relate"
    RATE = "rate"
    NOTE = "note"
    PIN = "pin"
    WITHDRAW = "withdraw"
    RESTORE = "restore"


class Reviewed(StrEnum):
    """What sort of thing a decision is about. ``PASSAGE`` is the words themselves."""

    STATEMENT = "statement"
    ENTITY = "entity"
    ANSWER = "answer"
    CONTRADICTION = "contradiction"
    WORDING = "wording"
    LINEAGE = "lineage"
    LOSS = "loss"
    FINDING = "finding"
    HYPOTHESIS = "hypothesis"
    EVIDENCE = "evidence"
    PASSAGE = "passage"


class Part(StrEnum):
    """Which part of a thing a correction changes."""

    BOUNDARIES = "boundaries"
    SPEAKER = "speaker"
    STANCE = "stance"
    HEDGES = "hedges"
    SAID_AT = "said-at"
    VENUE = "venue"
    VALUE = "value"
    TIME = "time"
    PLACE = "place"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Pointer(Shown):
    """Words that a decision is about, so that they are found again where the text has changed.

    Attributes:
        report: The report that prints them.
        sha256: Hash of its original.
        file: Its name, by which a later version of it is known.
        start: First code point; ``end`` is ``start`` plus the length of the quotation.
        quote: The words.
        prefix, suffix: What stands before and after them, at most 32 code points each.
    """

    report: ReportId
    sha256: str
    file: str
    start: int
    quote: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Decision(Shown):
    """What a review decides.

    Attributes:
        action: What is done.
        about: What sort of thing it is done to.
        pointers: The words of the thing. Two for a merge, a split, a relation and a tie between
            reports; for evidence its own words, then words that raise its hypothesis; for corrected
            hedges the content, then each hedge.
        named: What tells several things at the same words apart: the words of a statement's
            speaker (``own voice`` where it is the report's own), the text of an answer's
            question, the name of a check.
        part: What a correction changes.
        words: The words that a correction puts in: a content, a speaker, the time or the venue of
            the utterance; for a new statement its speaker. None where the report's own voice
            speaks, or no time or venue is printed.
        word: A stance, a kind of relation, a kind of lineage, or a rating, by its value; for an
            answer to whether something is so, ``yes``, ``no`` or ``possibly``.
        given: A value in comparable form, for a corrected answer.
        answer: The corrected answer in plain words; where it is empty it is the words pointed to.
            For a hypothesis, what is expected of it and not seen.
        why: The reason, or the note, in the person's words.
        earlier: Hashes of the reviews that are withdrawn or restored.
    """

    action: ReviewAction
    about: Reviewed = Reviewed.PASSAGE
    pointers: tuple[Pointer, ...] = ()
    named: str = ""
    part: Part | None = None
    words: Pointer | None = None
    word: str = ""
    given: Amount | TimeInterval | Place | None = None
    answer: str = ""
    why: str = ""
    earlier: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What two decisions share if the later one replaces the earlier.

        Accepting and rejecting replace each other. Notes, events and what is expected of a
        hypothesis replace nothing.
        """
        judging = {ReviewAction.ACCEPT, ReviewAction.REJECT}
        joining = {ReviewAction.MERGE, ReviewAction.SPLIT}
        sort = "judge" if self.action in judging else self.action.value
        sort = "join" if self.action in joining else sort
        standing = {ReviewAction.NOTE, ReviewAction.WITHDRAW, ReviewAction.RESTORE}
        own = (self.why, *self.earlier) if self.action in standing else ()
        own = (self.answer,) if self.part is Part.ABSENT else own
        # What the hedges are is what the decision puts in, not what it is about.
        about = self.pointers[:1] if self.part is Part.HEDGES else self.pointers
        places = [(one.sha256, one.start, one.quote) for one in about]
        either = frozenset(places) if sort in {"join", ReviewAction.RELATE} else tuple(places)
        return (sort, self.about, either, self.named, self.part, own)


@dataclass(frozen=True, slots=True)
class Review(Shown):
    """One decision of one person at one time.

    Attributes:
        seq: Number of the review, from 1 without gaps.
        stamp: Who decides, and when.
        decision: What is decided.
        prev: Hash of the review before.
    """

    seq: int
    stamp: Stamp
    decision: Decision
    prev: str

    @property
    def hash(self) -> str:
        """SHA-256 of the review's fields as canonical JSON, hexadecimal."""
        text = json.dumps(_plain(self), ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(text.encode("ascii")).hexdigest()


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        told = [_plain(getattr(value, one.name)) for one in fields(value)]
        return [type(value).__name__, *told]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)  # 5 and 5.0 are one number, and must give one hash
    return value.isoformat() if isinstance(value, datetime) else value
