"""What is joined: the entities of single reports and the descriptions that belong to none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from twosource.claims.descriptions.description import (
    SHORT_FORMS,
    Description,
    DescriptionKind,
)
from twosource.claims.names.persons import person_name, same_person
from twosource.claims.names.verdict import SameName
from twosource.model.entity import Entity, EntityKind, Mention, MentionForm
from twosource.model.identity import EntityId, ReportId
from twosource.model.report import Span
from twosource.statements.entities import POSSESSIVE
from twosource.statements.extract import Attributions

ARTICLES = ("the ", "a ", "an ")
KINDS = {
    DescriptionKind.OFFICE_HOLDER: EntityKind.PERSON,
    DescriptionKind.BODY: EntityKind.ORGANISATION,
    DescriptionKind.SITE: EntityKind.PLACE,
    DescriptionKind.LOOSE_NAME: EntityKind.PERSON,
}


@dataclass(slots=True)
class Unit:
    """One entity of one report, before joining.

    Attributes:
        report: Its report.
        name: The fullest name or description in the report.
        kind: What the report takes it for.
        named: Whether a name is printed for it.
        mentions: Its mentions.
        reasons: Why the report's own mentions were joined.
    """

    report: ReportId
    name: str
    kind: EntityKind
    named: bool
    mentions: list[Mention]
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class Units:
    """The units of a case.

    Attributes:
        all: The units; every other attribute holds positions in it.
        of_entity: Unit of each report's entity.
        of_speaker: Unit of an entity where it speaks, if that is another one.
        parted: Mentions of an entity that name somebody else, each with its unit.
        described: For each description its unit.
        holders: For each description with a holder, the holder's unit.
        owners: For each body named by a person, that person's unit.
        touching: Units of one report that one description shows to be one, with its words.
        short: Units of short forms with the kinds of phrase by which they are printed.
        loose: Units that no report takes for an entity; alone, they are dropped.
    """

    all: list[Unit] = field(default_factory=list)
    of_entity: dict[EntityId, int] = field(default_factory=dict)
    of_speaker: dict[EntityId, int] = field(default_factory=dict)
    parted: dict[EntityId, list[tuple[Span, int]]] = field(default_factory=dict)
    described: dict[Description, int] = field(default_factory=dict)
    holders: dict[Description, int] = field(default_factory=dict)
    owners: dict[Description, int] = field(default_factory=dict)
    touching: list[tuple[int, int, str]] = field(default_factory=list)
    short: dict[int, list[Description]] = field(default_factory=dict)
    loose: set[int] = field(default_factory=set)

    @property
    def guessed(self) -> set[int]:
        """Loose units that are perhaps no names; a publisher's name is one for sure."""
        return {p for p in self.loose if not self.printed_as(p, DescriptionKind.PUBLISHER)}

    def printed_as(self, position: int, kind: DescriptionKind) -> int:
        """How many mentions of a unit are printed as a kind of short form."""
        return sum(one.kind is kind for one in self.short.get(position, ()))


def units_of(attributions: Sequence[Attributions], descriptions: Sequence[Description]) -> Units:
    """Gather what is to be joined."""
    units = Units()
    by_report: dict[ReportId, list[int]] = defaultdict(list)
    for attribution in attributions:
        spoken = _spoken(attribution)
        for entity in attribution.entities:
            for position in _add_entity(units, attribution.report, entity, spoken):
                by_report[attribution.report].append(position)
    per_report: dict[ReportId, list[Description]] = defaultdict(list)
    for description in descriptions:
        per_report[description.span.report].append(description)
    for report, found in per_report.items():
        _add_descriptions(units, by_report[report], report, found)
    return units


def _spoken(attribution: Attributions) -> dict[EntityId, list[Span]]:
    """The words by which each entity of a report is named as a speaker."""
    found: dict[EntityId, list[Span]] = defaultdict(list)
    for statement in attribution.statements:
        for speaker in (statement.speaker, *statement.via):
            if speaker is not None and speaker.entity is not None:
                found[speaker.entity].append(speaker.span)
    return found


def _add_entity(
    units: Units, report: ReportId, entity: Entity, spoken: dict[EntityId, list[Span]]
) -> list[int]:
    """Add an entity; a place that speaks is split into the place and those who speak for it."""
    named = any(mention.form is MentionForm.NAME for mention in entity.mentions)
    speaking = [
        mention
        for mention in entity.mentions
        if any(within(mention.span, span) for span in spoken.get(entity.id, []))
    ]
    own = [m for m in entity.mentions if not _names_another(entity, m)] or list(entity.mentions)
    whole = Unit(report, entity.name, entity.kind, named, own, entity.reasons)
    units.of_entity[entity.id] = len(units.all)
    units.all.append(whole)
    if len(own) < len(entity.mentions):
        return [len(units.all) - 1, *_part_from(units, report, entity, own)]
    if entity.kind is not EntityKind.PLACE or not speaking:
        return [len(units.all) - 1]
    body = [Mention(m.span, EntityKind.ORGANISATION, m.form) for m in speaking]
    rest = [mention for mention in entity.mentions if mention not in speaking]
    if not rest:
        whole.kind, whole.mentions = EntityKind.ORGANISATION, body
        return [len(units.all) - 1]
    whole.mentions = rest
    units.of_speaker[entity.id] = len(units.all)
    reason = f"“{entity.name}” speaks here: its authorities are meant, not the place"
    units.all.append(
        Unit(report, entity.name, EntityKind.ORGANISATION, named, body, (*entity.reasons, reason))
    )
    return [len(units.all) - 2, len(units.all) - 1]


def _names_another(entity: Entity, mention: Mention) -> bool:
    """Whether a mention of a person is a full name that differs from the person's name."""
    words = mention.span.quote
    if entity.kind is not EntityKind.PERSON or mention.form is not MentionForm.NAME:
        return False
    if len(person_name(words).words) < 2 or len(person_name(entity.name).words) < 2:
        return False
    return same_person(words, entity.name).verdict is SameName.DIFFERENT


def _part_from(units: Units, report: ReportId, entity: Entity, own: Sequence[Mention]) -> list[int]:
    """Give the names of others that a report took for shorter forms their own units."""
    positions: dict[str, int] = {}
    parted = units.parted.setdefault(entity.id, [])
    for mention in entity.mentions:
        if mention in own:
            continue
        name = " ".join(POSSESSIVE.sub("", mention.span.quote).split())
        if name not in positions:
            positions[name] = len(units.all)
            units.all.append(Unit(report, name, EntityKind.PERSON, True, []))
        units.all[positions[name]].mentions.append(mention)
        parted.append((mention.span, positions[name]))
    return list(positions.values())


def _add_descriptions(
    units: Units, known: list[int], report: ReportId, found: Sequence[Description]
) -> None:
    """Give each description of a report its unit: one of the report's entities, or a new one."""
    held: dict[int, tuple[str, str]] = {}
    ordered = sorted(found, key=lambda d: d.holder is None)
    for one in (d for d in ordered if d.kind not in SHORT_FORMS):
        holder = None if one.holder is None else _naming(units, known, one.holder)
        if holder is not None:
            units.holders[one] = holder
            held.setdefault(holder, (one.what, one.owner))
        if one.person is not None:
            owner = _naming(units, known, one.person)
            if owner is not None:
                units.owners[one] = owner
        touched = [p for p in known if _touches(units.all[p], p, one, held, found)]
        if touched and one.kind is DescriptionKind.LOOSE_NAME:
            _name_by_role(units.all[touched[0]], one)
            continue
        same = ([] if holder is None else [holder]) + [p for p in touched if p != holder]
        if not same:
            same = [len(units.all)]
            named = one.kind in {DescriptionKind.SITE, DescriptionKind.LOOSE_NAME}
            if one.kind is DescriptionKind.LOOSE_NAME:
                units.loose.add(len(units.all))
            units.all.append(Unit(report, one.span.quote, KINDS[one.kind], named, []))
        units.touching += [(same[0], other, one.span.quote) for other in same[1:]]
        _add_mention(units.all[same[0]], one)
        units.described[one] = same[0]
    for one in (d for d in ordered if d.kind in SHORT_FORMS):
        _add_short(units, known, report, one)


def _add_short(units: Units, known: list[int], report: ReportId, one: Description) -> None:
    """Give a short form its unit: the entity printed by just these words, or a new, loose one."""
    numbered = one.kind is DescriptionKind.NUMBERED
    position = next(
        (
            p
            for p in known
            if any(
                (_part(m.span, one) if numbered else _same_run(m.span, one.span))
                for m in units.all[p].mentions
            )
        ),
        None,
    )
    if numbered and position is not None:
        unit = units.all[position]
        unit.name = one.span.quote
        unit.mentions.append(Mention(one.span, unit.kind, MentionForm.NAME))
    elif position is None and one.kind not in {DescriptionKind.SPOT, DescriptionKind.LEAD}:
        position = len(units.all)
        mention = Mention(one.span, EntityKind.ORGANISATION, MentionForm.NAME)
        units.all.append(Unit(report, one.span.quote, EntityKind.ORGANISATION, True, [mention]))
        units.loose.add(position)
    if position is not None:
        units.short.setdefault(position, []).append(one)


def _name_by_role(unit: Unit, one: Description) -> None:
    """Name an entity that was read as a mere role: "harbour master X" is called X."""
    first = unit.mentions[0].span
    if unit.named or first.end != one.span.end or first.start == one.span.start:
        return
    unit.name, unit.kind, unit.named = one.span.quote, EntityKind.PERSON, True
    unit.mentions.append(Mention(one.span, EntityKind.PERSON, MentionForm.NAME))


def _add_mention(unit: Unit, one: Description) -> None:
    if all(_without_article(m.span)[1:] != (one.span.start, one.span.end) for m in unit.mentions):
        names = {DescriptionKind.SITE, DescriptionKind.LOOSE_NAME}
        form = MentionForm.NAME if one.kind in names else MentionForm.ROLE
        unit.mentions.append(Mention(one.span, KINDS[one.kind], form))
    if one.kind is DescriptionKind.SITE:
        unit.name = max(unit.name, one.span.quote, key=lambda name: len(name.split()))


def _naming(units: Units, known: Iterable[int], span: Span) -> int | None:
    """The unit with a name in the span."""
    for position in known:
        unit = units.all[position]
        for mention in unit.mentions:
            if mention.form is MentionForm.NAME and within(mention.span, span):
                return position
    return None


def _touches(
    unit: Unit,
    position: int,
    one: Description,
    held: dict[int, tuple[str, str]],
    found: Sequence[Description],
) -> bool:
    """Whether an entity of the report has the description, or its core words, for a mention."""
    if one.kind is DescriptionKind.OFFICE_HOLDER and not _may_hold(unit, position, one, held):
        return False
    hits = [m.span for m in unit.mentions if _part(m.span, one)]
    if not hits or one.kind is not DescriptionKind.SITE:
        return bool(hits)
    if any(_same_run(hit, one.span) for hit in hits):
        return True
    sites = [d.span for d in found if d.kind is one.kind and d.owner == one.owner]
    opens = any(_without_article(hit)[1] == one.span.start for hit in hits)
    return opens and all(any(within(m.span, site) for site in sites) for m in unit.mentions)


def _may_hold(
    unit: Unit, position: int, one: Description, held: dict[int, tuple[str, str]]
) -> bool:
    """Whether an entity may be the holder: no body, and not known to hold the same elsewhere."""
    what, owner = held.get(position, (one.what, one.owner))
    return unit.kind in {EntityKind.PERSON, EntityKind.UNKNOWN} and (
        what != one.what or owner == one.owner
    )


def _part(span: Span, one: Description) -> bool:
    """Whether a mention lies in a description and touches its core."""
    _, start, end = _without_article(span)
    inside = one.span.start <= start and end <= one.span.end
    return inside and start < one.core.end and one.core.start < end


def _same_run(span: Span, other: Span) -> bool:
    return _without_article(span) == _without_article(other)


def _without_article(span: Span) -> tuple[ReportId, int, int]:
    words = span.quote.lower()
    skipped = next((len(a) for a in ARTICLES if words.startswith(a)), 0)
    return span.report, span.start + skipped, span.end


def within(inner: Span, outer: Span) -> bool:
    """Whether a span lies in another of the same report."""
    return inner.report == outer.report and outer.start <= inner.start and inner.end <= outer.end
