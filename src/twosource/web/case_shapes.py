"""What the API gives of a case, beside the nodes of the case file and made of them."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from twosource.web import nodes as node
from twosource.web.history_shapes import OriginalCard, Remark, Unfit, Waiting
from twosource.web.shapes import PageOf, Shape

Mark = Literal["own-voice", "attributed", "denies", "hedged", "declines", "mixed"]
QuestionState = Literal["clash", "open", "agree", "one-side", "one-origin", "single"]


class ReportCard(Shape):
    """A report without its text; ``label`` is what the brief calls it, S1."""

    label: str
    id: str
    name: str
    file: str
    container: str | None
    publisher: str | None
    title: str | None
    byline: str | None
    url: str | None
    published: node.Published | None
    language: str | None
    sha256: str
    length: int = Field(description="Code points of its text.")
    statements: int


class Counts(Shape):
    """How many things of each sort a case holds."""

    reports: int
    statements: int
    entities: int
    questions: int
    contradictions: int
    wordings: int
    lineage: int
    losses: int
    findings: int
    hypotheses: int


class CaseInfo(Shape):
    """A case as a whole. ``head`` is what a decision names as seen; ``shown`` is what is shown."""

    slug: str
    name: str
    title: str
    run: int
    head: str
    shown: str
    originals: int
    counts: Counts
    reports: list[ReportCard]
    event: node.EventFrame | None
    undoable: list[int] = Field(description="Numbers of the reviews that one undo would take back.")
    redoable: list[int]
    waiting: Waiting
    job: str | None = Field(description="The job that is at work on the case, if one is.")


class Brief(Shape):
    """The brief of the case file, with what people pinned and noted.

    A section names the first of its lines and tells how many there are; a line that is ``cut``
    tells the first of its spans and versions.

    ``order`` names the lines that rest on pinned words, in the order of their pins.
    """

    title: str
    reports: list[str]
    lines: list[node.Line]
    further: list[node.FurtherLine]
    sections: list[node.Section]
    notes: list[str]
    pins: list[Remark]
    order: list[str]
    remarks: list[Remark]
    unfit: list[Unfit]
    pending: list[int]


class Lines(PageOf[node.FullLine | node.FullFurtherLine]):
    """A page of the lines of one section, each with all its spans."""


class ReportValue(Shape):
    """A value that a report gives to a question."""

    question: str
    claim: str
    span: node.Span
    statement: str | None
    value: node.Value


class ReportPage(Shape):
    """A report with its text and everything that stands in it."""

    label: str
    name: str
    report: node.Report
    sentences: list[node.Sentence]
    mentions: list[node.Mention]
    values: list[ReportValue]
    statements: list[node.Statement]
    versions: list[OriginalCard]


class Statements(PageOf[node.Statement]):
    """A page of statements."""


class Given(Shape):
    """One answer of one report, in one cell of the grid."""

    report: str
    claim: str
    mark: Mark
    who: str
    entity: str | None
    statement: str | None
    span: node.Span


class RowClaim(Shape):
    """A claim in a row of the grid."""

    id: str
    answer: str
    reports: list[str]
    independent: int


class Row(Shape):
    """A question in the grid. A report that has no cell does not answer it."""

    question: node.QuestionNode
    cells: dict[str, Mark]
    given: list[Given] = Field(description="The first of the answers; the question gives all.")
    given_total: int
    claims: list[RowClaim]
    origins: int
    contradiction: str | None
    state: QuestionState


class Rows(PageOf[Row]):
    """A page of the grid."""


class QuestionPage(Shape):
    """A question with everything that answers it."""

    question: node.QuestionNode
    claims: list[node.Claim]
    relations: list[node.Relation]
    contradictions: list[node.Contradiction]
    sourcing: list[node.Sourcing]
    origins: list[node.Origin]


class Contradictions(PageOf[node.Contradiction]):
    """A page of contradictions."""


class Entities(PageOf[node.EntityItem]):
    """A page of entities."""


class Findings(PageOf[node.Finding]):
    """A page of findings."""


class Wordings(PageOf[node.Wording]):
    """A page of wordings."""


class Losses(PageOf[node.Loss]):
    """A page of losses."""


class LineageNode(Shape):
    """A report in the graph of lineage."""

    id: str
    label: str
    name: str


class Lineage(Shape):
    """Which report descends from which: a page of the ties, with all reports.

    An origin tells the first few of its spans.
    """

    total: int
    nodes: list[LineageNode]
    edges: list[node.LineageEdge]
    outside: list[node.OutsideOrigin]
    origins: list[node.Origin]


class SourcedClaim(Shape):
    """A claim with the reports that give it and the origins that they lead back to."""

    claim: str
    question: str
    question_id: str
    answer: str
    reports: list[str]
    origins: list[str]
    independent: int
    reason: str


class SourcedClaims(PageOf[SourcedClaim]):
    """A page of claims; where most reports shrink to fewest origins, first."""


class Borders(Shape):
    """Borders and coasts as lines of longitude and latitude in degrees, in the form of GeoJSON."""

    type: Literal["MultiLineString"]
    coordinates: list[list[list[float]]]


class Ranked(Shape):
    """Where a hypothesis stands; ``hypothesis`` is null for "none of these"."""

    hypothesis: str | None
    against: int
    supported: int
    tested: bool


class Diagnostic(Shape):
    """How well an item of evidence tells hypotheses apart."""

    span: node.Span
    origin: str
    diagnosticity: float
    decides: bool


class Analysis(Shape):
    """The table of hypotheses and evidence, read."""

    ranking: list[Ranked]
    items: list[Diagnostic]
    deciding_origins: list[str]


class Hypotheses(Shape):
    """The explanations, and what the evidence says of them."""

    items: list[node.Hypothesis]
    analysis: Analysis


class Dated(Shape):
    """A dated answer; ``interval`` is null where the words give no day."""

    question: str
    text: str
    claim: str
    answer: str
    interval: node.TimeInterval | None
    precision: str | None
    approximate: bool
    relation: str | None
    disputed: bool
    reports: list[str]
    spans: list[node.Span]
    statements: list[str]


class PublishedAt(Shape):
    """When a report was published."""

    report: str
    at: str
    interval: node.TimeInterval
    basis: str


class Timeline(Shape):
    """Event time and report time."""

    events: list[Dated]
    reports: list[PublishedAt]


class PlacedAnswer(Shape):
    """An answer that names a place."""

    question: str
    claim: str
    report: str
    statement: str | None
    span: node.Span


class Point(Shape):
    """A place with the answers that name it."""

    place: node.Place
    certain: bool
    answers: list[PlacedAnswer]


class End(Shape):
    """One end of a distance, in degrees of WGS 84."""

    name: str
    latitude: float
    longitude: float


class Distance(Shape):
    """A printed distance beside the one that was measured."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)
    ref: str
    check: str
    verdict: Literal["holds", "fails", "cannot-tell"]
    from_: End = Field(alias="from")
    to: End
    printed: list[str]
    measured: str
    reason: str
    spans: list[node.Span]


class Places(Shape):
    """What the map is drawn from."""

    event: node.Place | None
    points: list[Point]
    distances: list[Distance]


class HitItem(Shape):
    """Something that holds the words searched for."""

    kind: Literal["sentence", "statement", "claim"]
    ref: str
    words: str
    span: node.Span


class Hits(Shape):
    """What a search found, the nearest first."""

    items: list[HitItem]
