"""Entities joined over reports: names, offices, bodies and sites, each step with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.claims.descriptions.description import Description
from twosource.claims.joining.clusters import Clusters
from twosource.claims.joining.prints import join_prints
from twosource.claims.joining.roles import (
    join_bodies,
    join_offices,
    join_sites,
    join_touching,
)
from twosource.claims.joining.short_forms import join_short_forms, short_in_report
from twosource.claims.joining.unit import Unit, Units, units_of, within
from twosource.claims.joining.variants import join_single_names, join_variants
from twosource.claims.names.bodies import body_name
from twosource.claims.names.spelling import folded
from twosource.model.entity import Entity, EntityKind, Join, Mention, Ruling
from twosource.model.identity import EntityId, content_id
from twosource.model.statement import Speaker, Statement
from twosource.reference.name_words import TITLES
from twosource.statements.extract import Attributions


@dataclass(frozen=True, slots=True)
class JoinedCase:
    """The entities of a case.

    Attributes:
        entities: Sorted by name and id.
        statements: In the order given, pointing at the joined entities.
    """

    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]


def join_entities(
    attributions: Sequence[Attributions],
    descriptions: Sequence[Description] = (),
    rulings: Sequence[Ruling] = (),
) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    """Join the entities of reports and point the statements at the joined ones.

    Args:
        attributions: What each report attributes, with its entities.
        descriptions: The descriptions of all reports, in the same order of reports.
        rulings: A person's decisions; see :func:`joined_case`.

    Returns:
        The entities, sorted by name and id, and the statements in the order given.
    """
    found = joined_case(attributions, descriptions, rulings)
    return found.entities, found.statements


def joined_case(
    attributions: Sequence[Attributions],
    descriptions: Sequence[Description] = (),
    rulings: Sequence[Ruling] = (),
) -> JoinedCase:
    """Join the entities of reports, with the steps taken and a person's rulings kept.

    Args:
        attributions: What each report attributes, with its entities.
        descriptions: The descriptions of all reports, in the same order of reports.
        rulings: Decisions of a person over pairs of mentions in different entities of the
            reports. Mentions that one report already takes for one entity are not split.
    """
    units = units_of(attributions, descriptions)
    clusters = Clusters(units.all, rulings)
    loose = units.loose
    join_touching(clusters, units)
    near = short_in_report(units)
    guessed = units.guessed
    join_prints(clusters, guessed | near.keys())
    join_sites(clusters, units)
    join_variants(clusters, guessed)
    join_single_names(clusters, loose)
    join_short_forms(clusters, units, near)
    held = join_offices(clusters, units)
    join_bodies(clusters, units, held)
    return _built(attributions, units, clusters, loose)


def _built(
    attributions: Sequence[Attributions], units: Units, clusters: Clusters, loose: set[int]
) -> JoinedCase:
    steps: dict[int, list[Join]] = {}
    for position, join in clusters.joins:
        steps.setdefault(clusters.root(position), []).append(join)
    taken: set[str] = set()
    entities: dict[int, Entity] = {}
    for root in clusters.roots():
        if loose.issuperset(clusters.members(root)):
            continue
        members = [units.all[position] for position in clusters.members(root)]
        entities[root] = _entity(members, steps.get(root, []), taken)
    pointers = _Pointers(units, {p: entities[clusters.root(p)].id for p in _pointed_at(units)})
    statements = tuple(
        pointers.statement(statement)
        for attribution in attributions
        for statement in attribution.statements
    )
    return JoinedCase(
        tuple(sorted(entities.values(), key=lambda e: (e.name.casefold(), e.id))),
        statements,
    )


def _entity(members: Sequence[Unit], steps: Sequence[Join], taken: set[str]) -> Entity:
    """One entity of a cluster. Its id holds the name, and what tells it from others so named."""
    name = _fullest(members)
    mentions = tuple(m for unit in members for m in sorted(unit.mentions, key=_order))
    kinds: Counter[EntityKind] = Counter(
        m.kind for unit in _telling(members) for m in unit.mentions
    )
    kind = kinds.most_common(1)[0][0] if kinds else members[0].kind
    named = any(unit.named for unit in members)
    first = "" if named else f"{mentions[0].span.report}:{mentions[0].span.start}"
    entity = content_id("en", name.casefold(), first)
    if entity in taken:
        entity = content_id("en", name.casefold(), f"{kind}:{_order(mentions[0])}")
    taken.add(entity)
    reasons = dict.fromkeys(reason for unit in members for reason in unit.reasons)
    prints = Counter(step.reason for step in steps)
    for reason, times in prints.items():
        reasons[f"{reason} in {times + 1} reports" if "printed alike" in reason else reason] = None
    return Entity(EntityId(entity), name, kind, mentions, tuple(reasons), tuple(steps))


def _order(mention: Mention) -> tuple[str, int, int]:
    return mention.span.report, mention.span.start, mention.span.end


def _fullest(members: Sequence[Unit]) -> str:
    """The name to show: of a person the one with most words, else the one printed most often.

    Names with a title come last, and so do acronyms beside their expansion.
    """
    named = [unit for unit in members if unit.named] or list(members)
    plain = [unit for unit in named if not _titled(unit.name) and not body_name(unit.name).capitals]
    telling = _telling(named)
    person = 2 * sum(unit.kind is EntityKind.PERSON for unit in telling) > len(telling)
    if not person:
        plain = [unit for unit in plain if len(unit.name.split()) > 1] or plain
    counts: Counter[str] = Counter()
    for unit in plain or named:
        counts[unit.name] += len(unit.mentions)
    words = {name: len(name.split()) for name in counts}
    return max(
        counts, key=lambda n: (words[n] if person else 0, counts[n], " of " not in n, words[n])
    )


def _telling(members: Sequence[Unit]) -> Sequence[Unit]:
    """The units whose kind tells most: those with a name of several words, if there are any."""
    return [u for u in members if u.named and len(u.name.split()) > 1] or members


def _titled(name: str) -> bool:
    return not TITLES.isdisjoint(folded(name).replace(".", "").split())


def _pointed_at(units: Units) -> set[int]:
    parted = {position for found in units.parted.values() for _, position in found}
    return {*units.of_entity.values(), *units.of_speaker.values(), *parted}


@dataclass(frozen=True, slots=True)
class _Pointers:
    """From the entities of reports to those of the case: the id of each unit's entity."""

    units: Units
    ids: dict[int, EntityId]

    def statement(self, statement: Statement) -> Statement:
        """The statement with joined entities; nobody relays what is his or her own."""
        speaker = None if statement.speaker is None else self.speaker(statement.speaker)
        via = [self.speaker(relayer) for relayer in statement.via]
        own = None if speaker is None else speaker.entity
        others = tuple(one for one in via if one.entity is None or one.entity != own)
        return replace(statement, speaker=speaker, via=others)

    def speaker(self, speaker: Speaker) -> Speaker:
        candidates = tuple(dict.fromkeys(self._id(one, speaker) for one in speaker.candidates))
        entity = None if speaker.entity is None else self._id(speaker.entity, speaker)
        return replace(speaker, entity=entity, candidates=candidates)

    def _id(self, entity: EntityId, speaker: Speaker) -> EntityId:
        for span, position in self.units.parted.get(entity, ()):
            if within(span, speaker.span):
                return self.ids[position]
        position = self.units.of_speaker.get(entity, self.units.of_entity.get(entity, -1))
        return self.ids.get(position, entity)
