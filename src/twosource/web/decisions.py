"""Decisions as a client sends them, made into decisions that find their words again.

A client names a thing by its id, or words by their offsets. What is kept names neither: it quotes
the words with what stands around them, so that it holds after another run.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from twosource.errors import InvariantError, MaterialError
from twosource.model.hypothesis import Rating
from twosource.model.identity import ReportId
from twosource.model.lineage import LineageKind
from twosource.model.relation import RelationKind
from twosource.model.report import Report, Span, cut
from twosource.model.review import Decision, Part, Pointer, ReviewAction, Reviewed
from twosource.model.statement import Stance
from twosource.reviews.locate import pointer_to
from twosource.reviews.statements import OWN_VOICE
from twosource.store.fields import node_of
from twosource.store.kept import KeptCase
from twosource.store.report_nodes import report_from
from twosource.store.review_file import decision_from, decision_node
from twosource.store.served import PAGES, piece
from twosource.web.problems import RefusedError
from twosource.web.shapes import DecisionIn, Passage

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Thing:
    """What a reference names: its sort, its words, and what tells it apart."""

    about: Reviewed
    spans: tuple[Span, ...]
    named: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A decision with what it was made of.

    Attributes:
        decision: What is kept.
        spans: The words that it is about, in the order of its pointers.
        refs: What the client named.
    """

    decision: Decision
    spans: tuple[Span, ...]
    refs: tuple[str, ...]


class Desktop:
    """Makes the decisions of one request; reads each report and each page once.

    Args:
        kept: The case; its served view says what is there.
    """

    def __init__(self, kept: KeptCase) -> None:
        self._kept = kept
        self._reports: dict[str, Report] = {}

    def made(self, asked: Sequence[DecisionIn]) -> list[Made]:
        """The decisions that are kept for those that were sent.

        Raises:
            RefusedError: If one names what is not there, or decides what cannot be decided.
        """
        return [decision for one in asked for decision in self._made(one)]

    def _made(self, asked: DecisionIn) -> Iterable[Made]:
        action = ReviewAction(asked.action)
        _check_word(action, asked)
        if action in {ReviewAction.NOTE, ReviewAction.PIN}:
            things = self._remarked(asked)
        elif action is ReviewAction.RATE:
            things = [self._rated(asked)]
        elif action is ReviewAction.STATE:
            things = [self._stated(asked)]
        elif action in {ReviewAction.MERGE, ReviewAction.SPLIT, ReviewAction.RELATE}:
            things = [self._paired(asked)]
        else:
            things = self._things(asked)
        for thing in things:
            decision = self._decision(action, asked, thing)
            yield Made(decision, thing.spans, tuple(asked.refs))

    def _decision(self, action: ReviewAction, asked: DecisionIn, thing: Thing) -> Decision:
        made = Decision(
            action=action,
            about=thing.about,
            pointers=tuple(self._pointer(span) for span in thing.spans),
            named=thing.named,
            part=None if asked.part is None else Part(asked.part),
            words=None if asked.words is None else self._pointer(self.span(asked.words)),
            word=asked.word,
            answer=asked.answer,
            why=asked.why,
        )
        if asked.given is None:
            return made
        node = {**decision_node(made), "given": asked.given}
        try:
            return decision_from(node, "the decision")
        except (MaterialError, InvariantError, TypeError, ValueError, OverflowError) as error:
            raise _wrong(f"the value is not of its form: {error}") from error

    def _things(self, asked: DecisionIn) -> list[Thing]:
        """What an acceptance, a rejection or a correction is about."""
        if asked.refs:
            found = [thing for ref in asked.refs for thing in self.named(ref)]
            chosen = tuple(self.span(one) for one in asked.at)
            if asked.part == "hedges":
                return [replace(one, spans=(*one.spans, *chosen)) for one in found]
            if chosen:
                found = [Thing(found[0].about, chosen, found[0].named)]
            return found
        if not asked.at or asked.about is None:
            raise _wrong("a decision names a thing by refs, or words by at, about and named")
        spans = tuple(self.span(one) for one in asked.at)
        return [Thing(Reviewed(asked.about), spans, asked.named)]

    def _stated(self, asked: DecisionIn) -> Thing:
        """A new statement: its words, told apart by those of its speaker."""
        if len(asked.at) != 1:
            raise _wrong("a new statement needs the words that it says")
        named = OWN_VOICE if asked.words is None else self.span(asked.words).quote
        return Thing(Reviewed.STATEMENT, (self.span(asked.at[0]),), named)

    def _remarked(self, asked: DecisionIn) -> list[Thing]:
        """A note or a pin is about words, wherever they come from."""
        if asked.at:
            return [Thing(Reviewed.PASSAGE, (self.span(asked.at[0]),))]
        if not asked.refs:
            raise _wrong("a note and a pin name words by at, or a thing by refs")
        return [Thing(Reviewed.PASSAGE, self.named(asked.refs[0])[0].spans[:1])]

    def _rated(self, asked: DecisionIn) -> Thing:
        if len(asked.refs) != 1 or len(asked.at) != 1:
            raise _wrong("a rating names a hypothesis by refs, and the words of evidence by at")
        found = self.named(asked.refs[0])[0]
        if found.about is not Reviewed.HYPOTHESIS:
            raise _wrong(f"{asked.refs[0]} is no hypothesis")
        spans = (self.span(asked.at[0]), *found.spans[:1])
        return Thing(Reviewed.EVIDENCE, spans, found.named)

    def _paired(self, asked: DecisionIn) -> Thing:
        """Two things, or two passages, that are joined, parted or related."""
        if len(asked.refs) == 2:
            found = self._pair_of(asked.refs)
        elif len(asked.at) == 2:
            usual = Reviewed.LINEAGE if asked.action == "relate" else Reviewed.ENTITY
            about = Reviewed(asked.about) if asked.about else usual
            found = Thing(about, tuple(self.span(one) for one in asked.at), asked.named)
        else:
            raise _wrong(f"to {asked.action} takes two things, or two passages")
        if found.about not in _PAIRED[asked.action]:
            raise _wrong(
                f"to {asked.action} cannot be decided on a thing of the kind {found.about}"
            )
        return found

    def _pair_of(self, refs: Sequence[str]) -> Thing:
        one, other = (self.named(ref)[0] for ref in refs)
        spans = (one.spans[0], other.spans[0])
        if one.about is Reviewed.PASSAGE and other.about is Reviewed.PASSAGE:
            return Thing(Reviewed.LINEAGE, spans)  # two reports, with a tie between them
        if (one.about, one.named) != (other.about, other.named):
            raise _wrong("the two are not of one kind, or they answer different questions")
        return Thing(one.about, spans, one.named)

    def named(self, ref: str) -> list[Thing]:
        """What a reference names; a claim gives one for each answer.

        Raises:
            RefusedError: If nothing has the reference.
        """
        kind = _KINDS.get(ref.partition("-")[0])
        found = None if kind is None else kind(self, ref)
        if not found:
            raise RefusedError(
                404,
                "not-found",
                f"nothing in the case is called {ref[:80]!r}",
                "name an id (st-, cl-, co-, wo-, hy-, en-, rp-), finding-N, loss-N or lineage-N",
            )
        return found

    def _node(self, kind: str, ref: str) -> dict[str, Any] | None:
        text = piece(self._kept, kind, ref)
        return None if text is None else dict(json.loads(text))

    def _page_item(self, page: str, items: str, key: str, ref: str) -> dict[str, Any] | None:
        node = self._node(PAGES, page) or {items: []}
        return next((one for one in node[items] if one[key] == ref), None)

    def _statement(self, ref: str) -> list[Thing]:
        node = self._node("statement", ref)
        if node is None:
            return []
        speaker = node["speaker"]
        named = OWN_VOICE if speaker is None else speaker["quote"]
        return [Thing(Reviewed.STATEMENT, _spans([node["content"]]), named)]

    def _claim(self, ref: str) -> list[Thing]:
        pointer = self._node("claim", ref)
        question = None if pointer is None else self._node("question", pointer["question"])
        if question is None:
            return []
        claim = next(one for one in question["claims"] if one["id"] == ref)
        text = question["question"]["text"]
        spans = dict.fromkeys(_spans(claim["spans"]))
        return [Thing(Reviewed.ANSWER, (span,), text) for span in spans]

    def _contradiction(self, ref: str) -> list[Thing]:
        node = self._node("contradiction", ref)
        if node is None:
            return []
        spans = dict.fromkeys(span for side in node["sides"] for span in _spans(side["spans"]))
        return [Thing(Reviewed.CONTRADICTION, tuple(spans), node["question"])]

    def _wording(self, ref: str) -> list[Thing]:
        node = self._node("wording", ref)
        return [] if node is None else [Thing(Reviewed.WORDING, _spans(node["spans"]))]

    def _entity(self, ref: str) -> list[Thing]:
        node = self._node("entity", ref)
        return [] if node is None else [Thing(Reviewed.ENTITY, _spans(node["mentions"][:1]))]

    def _hypothesis(self, ref: str) -> list[Thing]:
        node = self._page_item("hypotheses", "items", "id", ref)
        if node is None:
            return []
        return [Thing(Reviewed.HYPOTHESIS, _spans(node["raised"][:1]), node["label"])]

    def _finding(self, ref: str) -> list[Thing]:
        node = self._node("finding", ref)
        return (
            [] if node is None else [Thing(Reviewed.FINDING, _spans(node["spans"]), node["check"])]
        )

    def _loss(self, ref: str) -> list[Thing]:
        node = self._node("loss", ref)
        if node is None:
            return []
        return [Thing(Reviewed.LOSS, _spans([node["span"], node["source"]]), node["kind"])]

    def _lineage(self, ref: str) -> list[Thing]:
        node = self._node("edge", ref)
        if node is None:
            return []
        ends = node["runs"][0] if node["runs"] else [node["citation"]]
        return [Thing(Reviewed.LINEAGE, _spans(ends), node["kind"])]

    def _whole_report(self, ref: str) -> list[Thing]:
        """A report as such is pointed to by its first sentence, or by its first words."""
        node = self._node("report", ref)
        if node is None:
            return []
        if node["sentences"]:
            return [Thing(Reviewed.PASSAGE, _spans([node["sentences"][0]["span"]]))]
        report = self._report(ref)
        return [Thing(Reviewed.PASSAGE, (cut(report, 0, min(80, len(report.text))),))]

    def _report(self, ref: str) -> Report:
        if ref not in self._reports:
            node = self._node("report", ref)
            if node is None:
                raise RefusedError(404, "not-found", f"there is no report {ref[:80]!r} in the case")
            self._reports[ref] = report_from(node_of(node["report"], "report"), "report")
        return self._reports[ref]

    def span(self, passage: Passage) -> Span:
        """The words of a passage.

        Raises:
            RefusedError: If the report has no such words.
        """
        report = self._report(passage.report)
        try:
            return cut(report, passage.start, passage.end)
        except InvariantError as error:
            raise _wrong(str(error)) from error

    def _pointer(self, span: Span) -> Pointer:
        return pointer_to(span, self._report(span.report))


_PAIRED: Mapping[str, frozenset[Reviewed]] = {
    "merge": frozenset({Reviewed.ENTITY}),
    "split": frozenset({Reviewed.ENTITY}),
    "relate": frozenset({Reviewed.ANSWER, Reviewed.LINEAGE}),
}
_KINDS: Mapping[str, Callable[[Desktop, str], list[Thing]]] = {
    "st": Desktop._statement,
    "cl": Desktop._claim,
    "co": Desktop._contradiction,
    "wo": Desktop._wording,
    "en": Desktop._entity,
    "hy": Desktop._hypothesis,
    "rp": Desktop._whole_report,
    "finding": Desktop._finding,
    "loss": Desktop._loss,
    "lineage": Desktop._lineage,
}


def _spans(nodes: Iterable[Node]) -> tuple[Span, ...]:
    return tuple(
        Span(ReportId(one["report"]), one["start"], one["end"], one["quote"]) for one in nodes
    )


def _check_word(action: ReviewAction, asked: DecisionIn) -> None:
    """Refuse a word that no decision of the kind can have: it would fit nothing, ever."""
    choices: tuple[str, ...] = ()
    if action is ReviewAction.RATE:
        choices = tuple(Rating)
    elif action is ReviewAction.RELATE:
        choices = (*RelationKind, *LineageKind)
    elif action is ReviewAction.STATE or (
        action is ReviewAction.CORRECT and asked.part == "stance"
    ):
        choices = tuple(Stance)
    elif action is ReviewAction.CORRECT and asked.part is None:
        raise _wrong("a correction says which part it corrects")
    if choices and asked.word not in choices:
        raise _wrong(f"{asked.word!r} is none of {', '.join(choices)}")


def _wrong(message: str) -> RefusedError:
    return RefusedError(422, "decision", message, "see the description of the API")
