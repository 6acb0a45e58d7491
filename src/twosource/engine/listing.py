"""A part of a case to be read from Python: its nouns in order, and the same as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from twosource.exchange.tables import table_named
from twosource.model.brief import BriefDocument
from twosource.model.case import Case
from twosource.model.claim import Claim, Question
from twosource.model.edition import Edition
from twosource.model.entity import Entity
from twosource.model.finding import Finding
from twosource.model.hypothesis import Hypothesis
from twosource.model.lineage import LineageEdge
from twosource.model.relation import AttributionLoss, Contradiction, Wording
from twosource.model.report import Report
from twosource.model.statement import Statement
from twosource.model.table import Table

if TYPE_CHECKING:
    from polars import DataFrame

Noun = TypeVar("Noun", covariant=True)


class Listing(Sequence[Noun], Generic[Noun]):
    """The nouns of one part of a case, in order; a sequence that notebooks show as its table.

    Args:
        items: The nouns.
        make: Makes the table, when it is asked for.
    """

    __slots__ = ("_items", "_make")

    def __init__(self, items: Sequence[Noun], make: Callable[[], Table]) -> None:
        self._items = tuple(items)
        self._make = make

    @overload
    def __getitem__(self, place: int) -> Noun: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Noun, ...]: ...

    def __getitem__(self, place: int | slice) -> Noun | tuple[Noun, ...]:
        """The noun at a place, or several."""
        return self._items[place]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._items)

    def __iter__(self) -> Iterator[Noun]:
        """The nouns in order."""
        return iter(self._items)

    def __repr__(self) -> str:
        """How many of what, in a word."""
        return f"<{len(self)} {self.table.name}>"

    @property
    def table(self) -> Table:
        """The same as a table, one row for each passage."""
        return self._make()

    def to_frame(self) -> DataFrame:
        """The table as a data frame. See :meth:`twosource.model.table.Table.to_frame`."""
        return self.table.to_frame()

    def _repr_html_(self) -> str:
        return self.table._repr_html_()


class Parts:
    """What can be read of a case, part by part. A base of whatever holds one."""

    __slots__ = ()

    case: Case

    def table(self, name: str) -> Table:
        """A part of the case as a table; :data:`twosource.exchange.tables.PARTS` names them.

        Raises:
            NotFoundError: If no part of that name is a table.
        """
        return table_named(self.case, name)

    @property
    def brief(self) -> BriefDocument:
        """The brief: what is known, disputed, claimed and unknown."""
        return self.case.brief

    @property
    def reports(self) -> Listing[Report]:
        """The reports."""
        return self._part("reports", self.case.reports)

    @property
    def entities(self) -> Listing[Entity]:
        """Who and what the reports name."""
        return self._part("entities", self.case.entities)

    @property
    def statements(self) -> Listing[Statement]:
        """Who says what."""
        return self._part("statements", self.case.statements)

    @property
    def questions(self) -> Listing[Question]:
        """What the reports give answers to; the table has a row for each answer."""
        return self._part("claims", self.case.questions)

    @property
    def claims(self) -> Listing[Claim]:
        """The answers of all questions."""
        claims = [claim for question in self.case.questions for claim in question.claims]
        return self._part("claims", claims)

    @property
    def contradictions(self) -> Listing[Contradiction]:
        """Where the versions collide."""
        return self._part("contradictions", self.case.contradictions)

    @property
    def wordings(self) -> Listing[Wording]:
        """Utterances that stand in several wordings."""
        return self._part("wordings", self.case.wordings)

    @property
    def lineage(self) -> Listing[LineageEdge]:
        """Which report descends from, cites, or shares text with which."""
        return self._part("lineage", self.case.lineage)

    @property
    def losses(self) -> Listing[AttributionLoss]:
        """What reports lost of what they pass on."""
        return self._part("losses", self.case.losses)

    @property
    def findings(self) -> Listing[Finding]:
        """What checking printed details gave."""
        return self._part("findings", self.case.findings)

    @property
    def hypotheses(self) -> Listing[Hypothesis]:
        """Which explanations compete."""
        return self._part("hypotheses", self.case.hypotheses)

    @property
    def editions(self) -> Listing[Edition]:
        """What became of reports between one edition and the next; a row for each change."""
        return self._part("changes", self.case.editions)

    def _part(self, name: str, items: Sequence[Noun]) -> Listing[Noun]:
        case = self.case
        return Listing(items, lambda: table_named(case, name))

    def _repr_html_(self) -> str:
        return self.case._repr_html_()
