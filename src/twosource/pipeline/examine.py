"""What happens to a case: each report read once, then joined, asked, compared and told.

``examine`` reads top to bottom as the flow goes. It touches no file, network, clock or
environment; the order of the reports given does not change the case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.brief.document import brief_of
from twosource.checks import findings_of, quotations_of
from twosource.claims.assemble import facts_of
from twosource.claims.entities import join_entities
from twosource.claims.questions import questions_of
from twosource.comparison.lineage.shared_text import KnownPairs
from twosource.comparison.parties import party_statements
from twosource.hypotheses import Ground, hypotheses_of
from twosource.hypotheses.ascribing import Ascription
from twosource.language.interface import Annotator
from twosource.language.meaning import Meaning
from twosource.model.brief import BriefDocument
from twosource.model.case import Case
from twosource.model.entity import Ruling
from twosource.model.report import Report
from twosource.pipeline.compare import Instruments, compared
from twosource.pipeline.kernels import read_each
from twosource.pipeline.languages import is_read, language_note
from twosource.pipeline.progress import Progress
from twosource.pipeline.reading import ReadReport

COMPARING = "comparing"
"""The stage that is named to ``Progress`` after reading."""


def examine(
    reports: Sequence[Report],
    annotator: Annotator,
    meaning: Meaning,
    progress: Progress,
    rulings: Sequence[Ruling] = (),
) -> Case:
    """Examine the reports on one event.

    Args:
        reports: The reports, in any order; each id once.
        annotator: Reader of English. Reports known to be in another language are kept in the case
            and named in a note of the brief, but not read.
        meaning: Tells how near short texts are in meaning.
        progress: Told after each report that was read, and before and after comparing.
        rulings: A person's decisions on which mentions are one entity and which are not.

    Returns:
        The case. The same reports and the same models give an equal case in every run.
    """
    read = tuple(read_each(to_read(reports), annotator, progress))
    return told(found_in_read(reports, read, meaning, progress, rulings))


def to_read(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports that are read for statements, in the order in which a case holds them."""
    return tuple(report for report in _in_order(reports) if is_read(report))


def found_in_read(
    reports: Sequence[Report],
    read: Sequence[ReadReport],
    meaning: Meaning,
    progress: Progress,
    rulings: Sequence[Ruling] = (),
    pairs: KnownPairs | None = None,
) -> Case:
    """Examine reports that were read, by whomever and whenever: all that looks at several at once.

    Args:
        reports: The reports, in any order; each id once.
        read: What each of ``to_read(reports)`` gives by itself, in that order.
        meaning: Tells how near short texts are in meaning.
        progress: Told before and after comparing.
        rulings: A person's decisions on which mentions are one entity and which are not.
        pairs: What pairs of reports share, from earlier examinations; what this one finds is put
            in. It changes how long the examination takes and nothing else.

    Returns:
        The case that :func:`examine` gives, with an empty brief.
    """
    ordered, english = _in_order(reports), to_read(reports)
    progress.advance(COMPARING, 0, 1)
    entities, statements = join_entities(
        [one.attributions for one in read],
        [description for one in read for description in one.descriptions],
        rulings,
    )
    event, facts = facts_of([one.extract for one in read], statements)
    questions = questions_of(facts, entities, meaning, event.terms)
    instruments = Instruments(meaning, {} if pairs is None else pairs)
    found = compared(english, read, entities, statements, questions, instruments)
    texts = {report.id: report for report in english}
    names = {entity.id: entity.name for entity in entities}
    parties = party_statements(english, statements, names)
    findings = (*findings_of(facts, event), *quotations_of(statements, texts, parties))
    ascription = Ascription(
        losses=found.losses,
        edges=found.lineage.edges,
        statements={statement.id: statement for statement in statements},
        names={entity.id: entity.name for entity in entities},
        called={report.id: report.name for report in ordered},
    )
    progress.advance(COMPARING, 1, 1)
    return Case(
        reports=ordered,
        entities=entities,
        statements=statements,
        brief=BriefDocument("", ordered, (), ()),
        event=event,
        sentences=tuple(sentence for one in facts for sentence in one.sentences),
        questions=questions,
        relations=found.relations,
        contradictions=found.contradictions,
        wordings=found.wordings,
        lineage=found.lineage.edges,
        outside=found.lineage.outside,
        origins=found.sources.origins,
        sourcing=found.sources.sourcing,
        losses=found.losses,
        findings=findings,
        hypotheses=hypotheses_of(
            Ground(facts, entities, questions, findings, ascription, event.terms),
            meaning,
        ),
    )


def told(case: Case, earlier: Case | None = None) -> Case:
    """The case with its brief told anew.

    Args:
        case: The case.
        earlier: The case as it stood before, for what changed since.
    """
    return replace(case, brief=_with_language_notes(brief_of(case, earlier), len(case.reports)))


def _in_order(reports: Sequence[Report]) -> tuple[Report, ...]:
    return tuple(sorted(reports, key=lambda report: (report.file, report.id)))


def _with_language_notes(brief: BriefDocument, examined: int) -> BriefDocument:
    """Say in the brief's notes which of its first reports were not read, and why."""
    notes = tuple(
        language_note(number, report)
        for number, report in enumerate(brief.reports[:examined])
        if not is_read(report)
    )
    return replace(brief, notes=(*brief.notes, *notes)) if notes else brief
