"""From the words that name a speaker to an entity of the report, or to nobody.

A wrong speaker is worse than none: where two entities fit, the speaker stays unresolved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from twosource.language.interface import Reading
from twosource.language.tree import base, dependents
from twosource.model.entity import EntityKind
from twosource.model.statement import Resolution
from twosource.reference.cues import (
    DOCUMENT_NOUNS,
    GROUP_ROLES,
    PERSON_ROLES,
    REPORT_NOUNS,
)
from twosource.statements.antecedents import SINGULAR, Scene, body_meant, person_meant, told_of
from twosource.statements.designations import (
    BUSINESS,
    is_titled,
    means_publisher,
    name_beside,
    name_given,
    names_publisher,
)
from twosource.statements.entities import LocalEntity, is_comma
from twosource.statements.phrases import (
    QUANTIFIERS,
    Phrase,
    names_in,
    names_person,
    phrase_at,
    possessive_end,
)
from twosource.statements.quotes import Quotation
from twosource.statements.subjects import ISSUING_VERBS, subject_of
from twosource.statements.text import CharRun

DASHES = frozenset({"–", "—", "--"})
OFFICERS = frozenset("policeman policewoman constable".split())
"""Roles that "the officer" may take up."""


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a speaker's words mean.

    Attributes:
        entity: The entity, or ``None`` where none or several fit.
        resolution: How the words lead there.
        candidates: The entities that fit, where there are several.
    """

    entity: int | None
    resolution: Resolution
    candidates: tuple[int, ...] = ()


@dataclass(slots=True)
class Cast:
    """The entities of one report, and who has spoken so far, in text order.

    Attributes:
        reading: The report, read.
        entities: Its entities; phrases that describe a speaker without a name are added.
        owner: Entity of each name in ``reading.names``.
        spoken: Pairs of the speaker's token and entity, in the order in which they were resolved.
        publisher: Who published the report; empty where it does not tell.
        marks: Its quotations.
    """

    reading: Reading
    entities: list[LocalEntity]
    owner: dict[int, int]
    spoken: list[tuple[int, int]] = field(default_factory=list)
    publisher: str = ""
    marks: tuple[Quotation, ...] = ()

    def resolve(self, phrase: Phrase, barred: Collection[int] = ()) -> Found:
        """Find whom a speaker's phrase means, and remember that he or she spoke.

        Args:
            phrase: The words that name the speaker.
            barred: Entities that a pronoun cannot mean, because they utter it.
        """
        found = self._find(phrase, barred)
        if found.entity is not None:
            self.spoken.append((phrase.head, found.entity))
        return found

    def told_of(self, content: Sequence[CharRun]) -> list[int]:
        """Entities that a content names, so that no pronoun beside it means them."""
        return told_of(Scene(self.reading, self.entities, self.owner, self.spoken), content)

    def _find(self, phrase: Phrase, barred: Collection[int] = ()) -> Found:
        named = self._named(phrase)
        if named is not None:
            rivals = tuple(self.entities[named].rivals)
            if rivals:
                return Found(None, Resolution.UNRESOLVED, rivals)
            return Found(named, Resolution.NAME)
        token = self.reading.tokens[phrase.head]
        lemma = token.lemma.lower()
        if token.upos == "PRON" and lemma not in QUANTIFIERS:
            found, rivals = self._pronoun(phrase, barred)
            how = Resolution.PRONOUN if found is not None else Resolution.UNRESOLVED
            return Found(found, how, rivals)
        if _definite(self.reading, phrase):
            pointed = self._issuer(phrase) if lemma in DOCUMENT_NOUNS else self._role(phrase)
            if pointed is not None:
                return Found(pointed, Resolution.ROLE)
        later = self._named_later(phrase)
        if later is not None:
            return Found(later, Resolution.ROLE)
        return Found(self._described(phrase), Resolution.DESCRIPTION)

    def _named(self, phrase: Phrase) -> int | None:
        """The name that is the phrase's head, or stands beside it in apposition."""
        heads = {phrase.head}
        heads.update(dependents(self.reading, phrase.head, "appos", "flat", "nmod:desc"))
        above = self.reading.tokens[phrase.head].head
        dashed = any(t.text in DASHES for t in self.reading.tokens[above : phrase.first])
        if base(self.reading.tokens[phrase.head].relation) == "appos" and not dashed:
            heads.add(above)
        for n, name in enumerate(self.reading.names):
            if any(name.first <= h < name.last for h in heads):
                return self.owner[n]
        if self.reading.tokens[phrase.head].lemma.lower() == "one":
            # "One of the clerks, Ana Sol, said": the name says which one.
            for n in names_in(self.reading, phrase):
                if is_comma(self.reading, self.reading.names[n].first - 1):
                    return self.owner[n]
        beside = name_beside(self.reading, phrase)
        return None if beside is None else self.owner[beside]

    def _pronoun(
        self, phrase: Phrase, barred: Collection[int]
    ) -> tuple[int | None, tuple[int, ...]]:
        word = self.reading.tokens[phrase.head].text.lower()
        at = self.reading.tokens[phrase.head].start
        around = [q.inner_start for q in self.marks if q.inner_start <= at < q.inner_end]
        since = bisect_left(self.reading.tokens, around[0], key=lambda t: t.start) if around else -1
        scene = Scene(self.reading, self.entities, self.owner, self.spoken, barred, since)
        if word not in SINGULAR:
            return body_meant(scene, phrase.head), ()
        found, rivals = person_meant(scene, phrase.head, SINGULAR[word])
        if found is not None:
            self.entities[found].gender = SINGULAR[word]
        return found, rivals

    def _role(self, phrase: Phrase) -> int | None:
        """The one person whose printed role this is; among several, the one who spoke last."""
        lemma = self.reading.tokens[phrase.head].lemma.lower()
        if lemma not in PERSON_ROLES and lemma not in GROUP_ROLES:
            return None
        if lemma in GROUP_ROLES:
            return self._body_called(phrase, lemma)
        before = [
            i
            for i, e in enumerate(self.entities)
            if lemma in e.roles
            and (not e.names or self.reading.names[e.names[0]].first < phrase.head)
        ]
        if not before and lemma == "officer":
            before = [i for i, e in enumerate(self.entities) if e.roles & OFFICERS]
        if len(before) == 1:
            return before[0]
        for _, entity in reversed(self.spoken):
            if entity in before:
                return entity
        return None

    def _named_later(self, phrase: Phrase) -> int | None:
        """Who "a pilot" is, where the report goes on with "the pilot, Ilse Brandt"."""
        token = self.reading.tokens[phrase.head]
        lemma = token.lemma.lower()
        article = self.reading.tokens[phrase.first].text.lower()
        if token.xpos != "NN" or lemma not in PERSON_ROLES or article not in {"a", "an"}:
            return None
        bearers = [
            i
            for i, e in enumerate(self.entities)
            if lemma in e.roles and e.names and self._is_the(lemma, e.names[0], phrase.head)
        ]
        return bearers[0] if len(bearers) == 1 else None

    def _is_the(self, lemma: str, name: int, after: int) -> bool:
        """Whether a name stands right behind "the" and a role, further on in the report."""
        at = self.reading.names[name].first
        before = at - 1 if is_comma(self.reading, at - 1) else at
        words = [word.lemma.lower() for word in self.reading.tokens[max(0, before - 2) : before]]
        return at > after and words == ["the", lemma]

    def _body_called(self, phrase: Phrase, lemma: str) -> int | None:
        """The body whose name or description holds the noun; for "the company", who spoke last."""
        named = {
            self.owner[n]
            for n, name in enumerate(self.reading.names)
            if name.last <= phrase.first
            and lemma in self.entities[self.owner[n]].name.casefold().split()
        }
        if len(named) == 1:
            return named.pop()
        if named:
            return None
        if means_publisher(lemma, self.publisher, [e.name for e in self.entities if e.names]):
            return self._publisher()
        if lemma not in BUSINESS:
            return None
        for token, entity in reversed(self.spoken):
            if self.entities[entity].kind is EntityKind.ORGANISATION and token < phrase.head:
                return entity if self.entities[entity].names else None
        return None

    def _publisher(self) -> int:
        """The entity of the report's publisher, made where the report does not name it."""
        for i, local in enumerate(self.entities):
            if local.names and names_publisher(local.name, self.publisher):
                return i
        for i, local in enumerate(self.entities):
            if local.name == self.publisher:
                return i
        return self._added(self.publisher, EntityKind.ORGANISATION, "")

    def _added(self, name: str, kind: EntityKind, role: str) -> int:
        local = LocalEntity(name)
        local.kinds[kind] += 1
        if role:
            local.roles.add(role)
        self.entities.append(local)
        return len(self.entities) - 1

    def _issuer(self, phrase: Phrase) -> int | None:
        """Who issued "the statement": the subject of the issuing verb printed before."""
        lemma = self.reading.tokens[phrase.head].lemma.lower()
        if lemma not in REPORT_NOUNS:
            return None
        for token in range(phrase.first - 1, -1, -1):
            word = self.reading.tokens[token]
            if word.lemma.lower() != lemma or base(word.relation) not in {"obj", "obl"}:
                continue
            if self.reading.tokens[word.head].lemma.lower() in ISSUING_VERBS:
                subject = subject_of(self.reading, word.head)
                known = [e for t, e in self.spoken if t == subject]
                if known:
                    return known[-1]
                if subject is not None:
                    return self._find(phrase_at(self.reading, subject)).entity
        return None

    def _described(self, phrase: Phrase) -> int | None:
        """An entity known only by description; the same words mean the same one in a report."""
        lemma = self.reading.tokens[phrase.head].lemma.lower()
        given = name_given(self.reading, phrase)
        name = _description(self.reading, phrase)
        if given is not None:
            name = " ".join(self.reading.tokens[t].text for t in range(*given))
        for i, local in enumerate(self.entities):
            if not local.names and local.name.casefold() == name.casefold():
                return i
        kind = EntityKind.UNKNOWN
        one = self.reading.tokens[phrase.head].xpos == "NN" and names_person(lemma)
        if one or given is not None or is_titled(self.reading, phrase):
            kind = EntityKind.PERSON
        elif lemma in GROUP_ROLES:
            kind = EntityKind.ORGANISATION
        return self._added(name, kind, lemma)


def _definite(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase points back: "the spokesman", "that official", a bare plural never."""
    first = reading.tokens[phrase.first].text.lower()
    return first in {"the", "this", "that"} and phrase.last - phrase.first <= 3


def _description(reading: Reading, phrase: Phrase) -> str:
    """The words of a phrase without its article."""
    first = phrase.first
    if reading.tokens[first].text.lower() in {"the", "a", "an"} and first < phrase.head:
        first += 1
    last = possessive_end(reading, phrase)
    return " ".join(
        reading.text[reading.tokens[first].start : reading.tokens[last - 1].end].split()
    )
