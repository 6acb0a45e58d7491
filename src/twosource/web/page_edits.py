"""What a decision itself does to a page or a list that holds many things, shown at once.

A note stands on the page of the brief beside what others noted meanwhile, and a rating among other
ratings. Such a page cannot be put back as it was: an edit says what it takes out and puts in, and
how that is turned back, and can be made twice without harm.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from twosource.engine.told import told
from twosource.model.hypothesis import Rating
from twosource.model.relation import Matter, Relation, RelationKind
from twosource.model.report import Span
from twosource.model.review import Review, ReviewAction
from twosource.reviews.locate import ENOUGH, overlap
from twosource.reviews.statements import RULE
from twosource.store.codec import written
from twosource.store.fields import span_node
from twosource.store.kept import KeptCase
from twosource.store.served import PAGES, Piece, piece
from twosource.web.at_once import Key
from twosource.web.decisions import Made
from twosource.web.ties import Tie, tie

Page = dict[str, Any]
Change = Callable[[Page], Page]
_FOR = (Rating.STRONGLY_FOR.value, Rating.FOR.value)
_SIDES = ("for", "against")


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to what a piece holds, and the change that turns it back.

    Attributes:
        key: Kind and name of the piece.
        change: Gives the piece as it stands with the decision; making it twice is making it once.
        undone: Gives it as it stands without.
    """

    key: Key
    change: Change
    undone: Change

    @property
    def back(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.key, self.undone, self.change)

    def applied(self, now: Piece | None) -> Piece | None:
        """The piece with the edit."""
        return None if now is None else replace(now, text=told(self.change(json.loads(now.text))))


def edits(kept: KeptCase, made: Sequence[Made], new: Sequence[Review]) -> list[Edit | Tie]:
    """What notes, pins, ratings, relations, merges and splits do to the view by themselves.

    A merge or a split itself waits for the next examination: that it waits is what is shown.

    Args:
        kept: The case, with its view as it is shown before the decisions.
        made: The decisions, with the words that they are about.
        new: The reviews that they became, in the same order.
    """
    return [
        change
        for one, review in zip(made, new, strict=True)
        if (does := _DOES.get(one.decision.action)) is not None
        for change in does(kept, one, review)
    ]


def _remarked(kept: KeptCase, made: Made, review: Review) -> list[Edit | Tie]:
    decision = review.decision
    field = "pins" if decision.action is ReviewAction.PIN else "remarks"
    node = {
        "seq": review.seq,
        "actor": review.stamp.actor,
        "at": review.stamp.at,
        "action": decision.action.value,
        "about": decision.about.value,
        "why": decision.why,
        "spans": [span_node(span) for span in made.spans],
    }
    page = _read(kept, (PAGES, "brief"))
    replaced = [one for one in page.get(field, ()) if _replaces(node, one)]
    edit = Edit(
        (PAGES, "brief"),
        lambda page: _with_remarks(page, field, [node], replaced),
        lambda page: _with_remarks(page, field, replaced, [node]),
    )
    return [edit, _standing(review.seq, "remark")]


def _replaces(new: Page, old: Page) -> bool:
    """Whether a note or a pin takes the place of an earlier one, as the chain has it."""
    same = all(new[name] == old[name] for name in ("action", "spans"))
    return same and (new["action"] != ReviewAction.NOTE.value or new["why"] == old["why"])


def _with_remarks(page: Page, field: str, new: Sequence[Page], gone: Sequence[Page]) -> Page:
    numbers = {one["seq"] for one in (*new, *gone)}
    kept = [one for one in page[field] if one["seq"] not in numbers]
    page = {**page, field: sorted((*kept, *new), key=lambda one: int(one["seq"]))}
    return page if field != "pins" else {**page, "order": _order(page)}


def _order(page: Page) -> list[str]:
    """The lines on the page that rest on pinned words, in the order of the pins."""
    pinned = [span for pin in page["pins"] for span in pin["spans"]]
    spans = {line["id"]: line["spans"] for line in (*page["lines"], *page["further"])}
    idents = (ident for section in page["sections"] for ident in section["lines"])
    places = {
        ident: min(pinned.index(span) for span in spans[ident] if span in pinned)
        for ident in idents
        if any(span in pinned for span in spans[ident])
    }
    return sorted(places, key=lambda ident: places[ident])


def _rated(kept: KeptCase, made: Made, review: Review) -> list[Edit | Tie]:
    ref, words = made.refs[0], made.spans[0]
    items = _read(kept, (PAGES, "hypotheses")).get("items", [])
    row = next((one for one in items if one["id"] == ref), None)
    if row is None:
        return []
    stands = ((name, one) for name in _SIDES for one in row[name] if _is_at(one, words))
    side, found = next(stands, ("", None))
    rating = review.decision.word
    wanted = "for" if rating in _FOR else "against"
    known = found or _known(items, words)
    why = review.decision.why or "A person rated it."
    item = {**(known or _new(words)), "rating": rating, "reason": why}
    if known is not None and found is None:
        rest = [one for one in row[wanted] if one["origin"] == known["origin"]]
        item["counted"] = not any(one["counted"] for one in rest)
    rated = None if rating == Rating.NEITHER.value else _Placed(wanted, item, _order_of(kept))
    before = None if found is None else _Placed(side, found, {}, row[side].index(found))
    edit = Edit(
        (PAGES, "hypotheses"),
        lambda page: _with_item(page, ref, item, rated),
        lambda page: _with_item(page, ref, item, before),
    )
    return [edit, _standing(review.seq, "applied")]


@dataclass(frozen=True, slots=True)
class _Placed:
    """An item of evidence with its side, and how it is placed there.

    Attributes:
        side: ``for`` or ``against``.
        item: The item.
        order: Places of the reports, where the side is put in their order, as rating does.
        place: Its place on the side, where it is put back.
    """

    side: str
    item: Page
    order: Mapping[str, int]
    place: int = 0

    def among(self, others: Sequence[Page]) -> list[Page]:
        """The side with the item."""
        if not self.order:
            return [*others[: self.place], self.item, *others[self.place :]]
        last = len(self.order)
        return sorted(
            (*others, self.item),
            key=lambda one: (self.order.get(one["span"]["report"], last), one["span"]["start"]),
        )


def _order_of(kept: KeptCase) -> dict[str, int]:
    """The places of the reports as a case has them: by file, then id."""
    reports = _read(kept, (PAGES, "summary")).get("reports", [])
    names = sorted((str(one["file"]), str(one["id"])) for one in reports)
    return {ident: number for number, (_, ident) in enumerate(names)}


def _with_item(page: Page, ref: str, item: Page, new: _Placed | None) -> Page:
    """The hypotheses with an item of evidence on one at a new place, or on no side of it."""

    def rated(row: Page) -> Page:
        if row["id"] != ref:
            return row
        sides = {name: [one for one in row[name] if not _same(one, item)] for name in _SIDES}
        if new is not None:
            sides[new.side] = new.among(sides[new.side])
        return {**row, **sides}

    return {**page, "items": [rated(row) for row in page["items"]]}


def _same(one: Page, other: Page) -> bool:
    return all(one[name] == other[name] for name in ("span", "statement"))


def _known(items: Iterable[Page], words: Span) -> Page | None:
    """Evidence at the same words on another hypothesis: it brings its origin."""
    everywhere = (one for row in items for name in _SIDES for one in row[name])
    return next((dict(one) for one in everywhere if _is_at(one, words)), None)


def _new(words: Span) -> Page:
    node = {"span": span_node(words), "statement": None, "kind": "judgement"}
    return {**node, "origin": "a person", "counted": True}


def _is_at(item: Page, words: Span) -> bool:
    one = item["span"]
    return overlap(Span(one["report"], one["start"], one["end"], one["quote"]), words) >= ENOUGH


def _related(kept: KeptCase, made: Made, review: Review) -> list[Edit | Tie]:
    if review.decision.about.value == "lineage":
        set_ = tie(kept, made.spans, review)
        found: list[Edit | Tie] = [] if set_ is None else [set_]
    else:
        found = _answers_related(kept, made, review)
    return [*found, _standing(review.seq, "applied")] if found else []


def _answers_related(kept: KeptCase, made: Made, review: Review) -> list[Edit | Tie]:
    questions = [_read(kept, ("claim", ref)).get("question") for ref in made.refs]
    if len(set(questions)) != 1 or len(set(made.refs)) != 2 or questions[0] is None:
        return []
    key, word = ("question", str(questions[0])), review.decision.word
    if word not in set(RelationKind):
        return []
    first, second = sorted(made.refs)
    known = _read(kept, key).get("relations", [])
    before = [one for one in known if {one["left"], one["right"]} == {first, second}]
    matter = Matter(before[0]["matter"]) if before else Matter.MANNER
    why = review.decision.why or "A person set this relation."
    relation = Relation(questions[0], first, second, RelationKind(word), matter, RULE, (), why)  # type: ignore[arg-type] # ids as they stand in the view
    node = written(relation)

    def put(page: Page, new: Sequence[object]) -> Page:
        rest = [r for r in page["relations"] if {r["left"], r["right"]} != {first, second}]
        return {**page, "relations": [*rest, *new]}

    return [Edit(key, lambda page: put(page, [node]), lambda page: put(page, before))]


def _waiting(kept: KeptCase, made: Made, review: Review) -> list[Edit | Tie]:
    """That a merge or a split waits for the next examination."""
    number = review.seq

    def put(page: Page, *, waits: bool) -> Page:
        rest = [one for one in page["pending"] if one != number]
        return {**page, "pending": [*rest, number] if waits else rest}

    edit = Edit(
        (PAGES, "brief"),
        lambda page: put(page, waits=True),
        lambda page: put(page, waits=False),
    )
    return [edit, _standing(number, "pending")]


def _standing(number: int, state: str) -> Edit:
    """How a review stands, on the page of decisions."""
    name = str(number)

    def put(page: Page, new: Page) -> Page:
        rest = {key: one for key, one in page["states"].items() if key != name}
        return {**page, "states": {**rest, **new}}

    return Edit(
        (PAGES, "decisions"),
        lambda page: put(page, {name: {"state": state, "reason": ""}}),
        lambda page: put(page, {}),
    )


def _read(kept: KeptCase, key: Key) -> Page:
    text = piece(kept, *key)
    return {} if text is None else dict(json.loads(text))


_Does = Callable[[KeptCase, Made, Review], list[Edit | Tie]]
_DOES: Mapping[ReviewAction, _Does] = {
    ReviewAction.NOTE: _remarked,
    ReviewAction.PIN: _remarked,
    ReviewAction.RATE: _rated,
    ReviewAction.RELATE: _related,
    ReviewAction.MERGE: _waiting,
    ReviewAction.SPLIT: _waiting,
}
