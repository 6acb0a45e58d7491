"""From the words that name a speaker to an entity of the report, or to nobody.

A wrong speaker is worse than none: where two entities fit, the speaker stays unresolved.
"""

from __future__ import annotations

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
from twosource.statements.entities import LocalEntity
from twosource.statements.phrases import QUANTIFIERS, Phrase, phrase_at, possessive_end
from twosource.statements.subjects import ISSUING_VERBS, subject_of

BUSINESS = frozenset("airline company firm group manufacturer operator owner producer".split())
"""Nouns by which a text takes up a business that it named before."""
PARAGRAPHS_BACK = 2
"""How many paragraphs back a pronoun may refer."""
SINGULAR = {"he": "m", "she": "f"}


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
    """

    reading: Reading
    entities: list[LocalEntity]
    owner: dict[int, int]
    spoken: list[tuple[int, int]] = field(default_factory=list)

    def resolve(self, phrase: Phrase) -> Found:
        """Find whom a speaker's phrase means, and remember that he or she spoke."""
        found = self._find(phrase)
        if found.entity is not None:
            self.spoken.append((phrase.head, found.entity))
        return found

    def _find(self, phrase: Phrase) -> Found:
        named = self._named(phrase)
        if named is not None:
            rivals = tuple(self.entities[named].rivals)
            if rivals:
                return Found(None, Resolution.UNRESOLVED, rivals)
            return Found(named, Resolution.NAME)
        token = self.reading.tokens[phrase.head]
        lemma = token.lemma.lower()
        if token.upos == "PRON" and lemma not in QUANTIFIERS:
            found, rivals = self._pronoun(phrase, token.text.lower())
            how = Resolution.PRONOUN if found is not None else Resolution.UNRESOLVED
            return Found(found, how, rivals)
        if _definite(self.reading, phrase):
            pointed = self._issuer(phrase) if lemma in DOCUMENT_NOUNS else self._role(phrase)
            if pointed is not None:
                return Found(pointed, Resolution.ROLE)
        return Found(self._described(phrase), Resolution.DESCRIPTION)

    def _named(self, phrase: Phrase) -> int | None:
        """The name that is the phrase's head, or stands beside it in apposition."""
        heads = {phrase.head}
        heads.update(dependents(self.reading, phrase.head, "appos", "flat", "nmod:desc"))
        if base(self.reading.tokens[phrase.head].relation) == "appos":
            heads.add(self.reading.tokens[phrase.head].head)
        for n, name in enumerate(self.reading.names):
            if any(name.first <= h < name.last for h in heads):
                return self.owner[n]
        return None

    def _pronoun(self, phrase: Phrase, word: str) -> tuple[int | None, tuple[int, ...]]:
        sentence = self.reading.tokens[phrase.head].sentence
        paragraph = self.reading.sentences[sentence].paragraph
        recent = [
            (token, entity)
            for token, entity in self.spoken
            if token < phrase.head
            and paragraph - self.reading.sentences[self.reading.tokens[token].sentence].paragraph
            <= PARAGRAPHS_BACK
        ]
        if word in SINGULAR:
            return self._he_or_she(phrase, SINGULAR[word], recent)
        wanted = self._plural if word == "they" else self._body
        same = [e for t, e in recent if self.reading.tokens[t].sentence == sentence and wanted(e)]
        if same:
            return same[-1], ()
        near = [e for _, e in recent[-1:] if wanted(e)]
        return (near[0] if near else None), ()

    def _he_or_she(
        self, phrase: Phrase, gender: str, recent: list[tuple[int, int]]
    ) -> tuple[int | None, tuple[int, ...]]:
        """The last person who spoke; else the one person that the sentences before name."""
        for _, entity in reversed(recent):
            if self._fits(entity, gender):
                self.entities[entity].gender = gender
                return entity, ()
        sentence = self.reading.tokens[phrase.head].sentence
        for back in (sentence, sentence - 1):
            named = {
                self.owner[n]
                for n, name in enumerate(self.reading.names)
                if name.first < phrase.head
                and self.reading.tokens[name.first].sentence == back
                and self._fits(self.owner[n], gender)
                and self._stands_out(name.first)
            }
            if len(named) == 1:
                return named.pop(), ()
            if named:
                return None, tuple(sorted(named))
        return None, ()

    def _fits(self, entity: int, gender: str) -> bool:
        local = self.entities[entity]
        return local.kind is EntityKind.PERSON and local.gender in {"", gender}

    def _stands_out(self, token: int) -> bool:
        """Whether a name stands where a pronoun may take it up: not as an owner or attribute."""
        return base(self.reading.tokens[token].relation) not in {"nmod", "compound", "amod"}

    def _plural(self, entity: int) -> bool:
        return self.entities[entity].kind is not EntityKind.PERSON

    def _body(self, entity: int) -> bool:
        return self.entities[entity].kind in {
            EntityKind.ORGANISATION,
            EntityKind.PLACE,
            EntityKind.UNKNOWN,
        }

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
        if len(before) == 1:
            return before[0]
        for _, entity in reversed(self.spoken):
            if entity in before:
                return entity
        return None

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
        if named or lemma not in BUSINESS:
            return None
        for token, entity in reversed(self.spoken):
            if self.entities[entity].kind is EntityKind.ORGANISATION and token < phrase.head:
                return entity if self.entities[entity].names else None
        return None

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
        name = _description(self.reading, phrase)
        for i, local in enumerate(self.entities):
            if not local.names and local.name.casefold() == name.casefold():
                return i
        kind = EntityKind.UNKNOWN
        if lemma in PERSON_ROLES and self.reading.tokens[phrase.head].xpos != "NNS":
            kind = EntityKind.PERSON
        elif lemma in GROUP_ROLES:
            kind = EntityKind.ORGANISATION
        local = LocalEntity(name)
        local.kinds[kind] += 1
        local.roles.add(lemma)
        self.entities.append(local)
        return len(self.entities) - 1


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
