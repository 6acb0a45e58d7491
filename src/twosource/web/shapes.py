"""What the API gives and takes about the desk: sessions, the library, decisions, jobs, accounts."""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Role = Literal["reader", "analyst", "lead"]
JobState = Literal["queued", "running", "done", "failed", "cancelled"]
ReviewState = Literal["applied", "remark", "pending", "unfit", "withdrawn", "replaced", "event"]
MAX_NAME = 200
MAX_TEXT = 5_000_000
Item = TypeVar("Item")


class Shape(BaseModel):
    """What every shape keeps to: no field that is not named."""

    model_config = ConfigDict(extra="forbid")


class PageOf(Shape, Generic[Item]):
    """A page of many things, and how many there are in all."""

    total: int
    items: list[Item]


class ErrorBody(Shape):
    """What went wrong, in which words, and what to do about it."""

    code: str
    message: str
    hint: str | None = None


class Problem(Shape):
    """The answer to a request that was refused."""

    error: ErrorBody


class SessionInfo(Shape):
    """Who is at the workbench, and what they may do."""

    actor: str
    role: Role
    version: str
    readOnly: bool  # noqa: N815 - the spelling of the front end
    fetchAllowed: bool  # noqa: N815
    accounts: bool


class Link(Shape):
    """A link that opens the workbench in one more browser, once."""

    url: str


class CaseCard(Shape):
    """A case in the library. ``run`` is 0 before the first examination."""

    slug: str
    name: str
    place: str
    reports: int
    statements: int
    run: int
    updated: str | None
    problem: str | None = Field(description="Why it cannot be opened, where it cannot.")


class CaseCards(Shape):
    """The library."""

    items: list[CaseCard]


class NewCase(Shape):
    """A case to make."""

    name: str = Field(min_length=1, max_length=MAX_NAME)


class FormatCard(Shape):
    """A format that a case can leave in."""

    name: str
    suffix: str
    holds: str
    cannot_hold: list[str]
    available: bool


class Formats(Shape):
    """The formats."""

    items: list[FormatCard]


class Passage(Shape):
    """Words in a report: code points, half-open."""

    report: str = Field(max_length=80)
    start: int = Field(ge=0, le=MAX_TEXT * 4)
    end: int = Field(ge=1, le=MAX_TEXT * 4)


class DecisionIn(Shape):
    """What a person decides.

    The thing is named by ``refs``: an id (st-, cl-, co-, wo-, hy-, en-, rp-), or finding-N, loss-N,
    lineage-N. Two for a merge, a split, a relation; for a rating the hypothesis. ``at`` names words
    instead, or chooses among the words of the thing: for a rating those of the evidence. Where
    ``at`` stands alone, ``about`` and ``named`` say what is meant there.
    """

    action: Literal[
        "accept", "reject", "correct", "state", "merge", "split", "relate", "rate", "note", "pin"
    ]
    refs: list[str] = Field(default=[], max_length=2)
    at: list[Passage] = Field(default=[], max_length=20)
    about: Literal[
        "statement", "entity", "answer", "contradiction", "wording", "lineage", "loss", "finding",
        "hypothesis", "evidence", "passage",
    ] | None = None  # fmt: skip
    named: str = Field(default="", max_length=2000)
    part: Literal[
        "boundaries", "speaker", "stance", "hedges", "said-at", "venue", "value", "time", "place",
        "absent",
    ] | None = None  # fmt: skip
    words: Passage | None = Field(
        default=None,
        description="The words that a correction puts in; none is the own voice, or that no time "
        "or venue is printed.",
    )
    word: str = Field(
        default="", max_length=40, description="A stance, a rating, a relation, or a lineage."
    )
    given: dict[str, Any] | None = Field(
        default=None,
        description="A value: type amount (low, high, approximate), interval or place.",
    )
    answer: str = Field(default="", max_length=2000)
    why: str = Field(default="", max_length=10_000)


class Decisions(Shape):
    """Decisions on a case, all or none. ``head`` is the head of the case as it was read."""

    head: str = Field(max_length=120)
    decisions: list[DecisionIn] = Field(min_length=1, max_length=500)


class Turning(Shape):
    """Reviews to undo or redo by their numbers; without any, the last action of the actor."""

    head: str = Field(max_length=120)
    reviews: list[int] = Field(default=[], max_length=2000)
    why: str = Field(default="", max_length=10_000)


class Decided(Shape):
    """What came of decisions; ``settled`` says whether the case shows them already."""

    head: str
    reviews: list[int]
    settled: bool


class Pasted(Shape):
    """A text to add as a report."""

    name: str = Field(min_length=1, max_length=MAX_NAME)
    text: str = Field(min_length=1, max_length=MAX_TEXT)


class Address(Shape):
    """An address to fetch."""

    url: str = Field(min_length=1, max_length=4000)


class UnreadableItem(Shape):
    """A file that could not be read, and what to do about it."""

    name: str
    what: str
    remedy: str


class Started(Shape):
    """A job that was started, and what was added before."""

    job: str | None = Field(description="The job that examines; null where nothing was new.")
    added: list[str] = []
    repeated: list[str] = []
    versions: list[str] = []
    unreadable: list[UnreadableItem] = []


class StartedCase(Shape):
    """A case that was made, and the job that examines it."""

    slug: str
    job: str | None


class JobAnswer(Shape):
    """What came of an examination."""

    run: int
    fresh: bool
    unreadable: list[UnreadableItem]
    repeated: list[str]


class JobInfo(Shape):
    """A job."""

    id: str
    case: str
    kind: str
    actor: str
    state: JobState
    stage: str
    done: int
    total: int
    error: ErrorBody | None
    answer: JobAnswer | None


class Preferences(Shape):
    """How the workbench looks to one person."""

    palette: Literal["system", "light", "dark"] = "system"
    density: Literal["comfortable", "compact"] = "comfortable"
    locale: str = Field(default="en", pattern="^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=35)
    keys: bool = Field(default=True, description="Whether single letters are commands.")
    motion: Literal["system", "reduced"] = "system"
    borders: str = Field(default="", max_length=40)


class SignIn(Shape):
    """A name and a password."""

    name: str = Field(min_length=1, max_length=MAX_NAME)
    password: str = Field(min_length=1, max_length=1000)


class NewPassword(Shape):
    """A new password, with the old one as proof."""

    old: str = Field(min_length=1, max_length=1000)
    new: str = Field(min_length=12, max_length=1000)


class AccountCard(Shape):
    """An account without its password."""

    name: str
    role: Role
    disabled: bool


class AccountCards(Shape):
    """The accounts."""

    items: list[AccountCard]


class NewAccount(Shape):
    """An account to make."""

    name: str = Field(min_length=1, max_length=MAX_NAME)
    password: str = Field(min_length=12, max_length=1000)
    role: Role


class AccountChange(Shape):
    """What changes of an account."""

    password: str | None = Field(default=None, min_length=12, max_length=1000)
    role: Role | None = None
    disabled: bool | None = None
