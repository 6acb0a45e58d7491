"""Reports that are a party's own statement: their publisher is who speaks in them.

A company that publishes a statement does not report in its own voice; it says. What others take
over from it without naming it has lost its speaker, and what others quote of it is one utterance
with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from twosource.comparison.voices import stems
from twosource.comparison.wordings.utterance import Utterance
from twosource.model.identity import EntityId, ReportId
from twosource.model.report import Report
from twosource.model.statement import SourceKind, Statement

_SPEAKING = frozenset({SourceKind.ORGANISATION, SourceKind.UNKNOWN, SourceKind.PLACE})


def party_statements(
    reports: Sequence[Report], statements: Iterable[Statement], names: Mapping[EntityId, str]
) -> dict[ReportId, str]:
    """The reports whose publisher other reports have speak, with the publisher's name.

    Outlets that are only relayed or cited do not count, nor do persons.

    Args:
        reports: The reports of the case.
        statements: Their statements.
        names: Names of the entities.
    """
    spoken: dict[str, set[ReportId]] = {}
    for statement in statements:
        speaker = statement.speaker
        if speaker is None or speaker.kind not in _SPEAKING:
            continue
        for name in {speaker.span.quote, names.get(speaker.entity or EntityId(""), "")}:
            if name:
                spoken.setdefault(_plain(name), set()).add(statement.report)
    found: dict[ReportId, str] = {}
    for report in reports:
        publisher = report.publisher or ""
        own = _plain(publisher)
        others = {
            where
            for name, places in spoken.items()
            if _is_one_body(own, name, publisher)
            for where in places - {report.id}
        }
        if publisher and others:
            found[report.id] = publisher
    return found


def _plain(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ").casefold()


def _is_one_body(publisher: str, name: str, printed: str) -> bool:
    """Whether a name is a publisher's, in full or by its first words, two of them at least."""
    if len(stems(printed)) < 2 or len(name.split()) < 2:
        return publisher == name
    return publisher == name or publisher.startswith(f"{name} ") or name.startswith(publisher)


def as_said(utterances: Iterable[Utterance], parties: Mapping[ReportId, str]) -> list[Utterance]:
    """Utterances in which a party's statement speaks as the party, not as a report."""
    return [
        replace(one, called=parties[one.span.report])
        if one.own and one.span.report in parties
        else one
        for one in utterances
    ]
