"""Whom or what a pronoun means, and who bears a role: "the brakes failed. He had checked them".

A pronoun inside somebody's words means the speaker where it may, else what was told of right
before: in its sentence, or in the sentence before that and nothing further back. A role that one
name alone bears in a case ("the driver, Ana Sol") means that name wherever it stands by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.claims.questions.context import Context, entity_at, sentence_at
from twosource.model.proposition import Argument, ArgumentRole, Proposition
from twosource.model.statement import SourceKind, Statement
from twosource.reference.cues import GROUP_ROLES, PERSON_ROLES

_SHE, _HE = frozenset("she her herself".split()), frozenset("he him himself".split())
_IT, _THEY = frozenset({"it", "itself"}), frozenset("they them themselves".split())
_FEMALE = frozenset("ms mrs miss sister mother daughter wife widow woman girl aunt".split())
_MALE = frozenset("mr brother father son husband widower man boy uncle".split())
_CORE = (ArgumentRole.AGENT, ArgumentRole.PATIENT)
_TOLD = (ArgumentRole.RECIPIENT,)
_NO_THINGS = frozenset("there what which who that this these those".split())
_BARE = re.compile(r"(?:\A|[^\w'’-])((?:[a-z]+[ -])?)([a-z]+),? \Z")
_AFTER = re.compile(r",(?: aged)?(?: \d+,)? (?:a|an|the) ((?:[a-z]+[ -])?)([a-z]+)\b")
_APPOSED = re.compile(r"(?: (?:of|at|for|in) [^,.;:]{1,40})?, (?=[A-Z])")
_JOINING = frozenset(
    "the a an said says told of by to as and with for from in on at its his her their our my "
    "former late".split()
)
_OWNED = re.compile(r"(?i)^(?:the |a |an )?([\w .-]+?)['’]s? (?:own )?\w")
_HEAD_ENDS = re.compile(r",| (?:of|at|in|from|for|with) ")
_NEVER_MEANT_BY = {
    "person": frozenset(
        (SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.DOCUMENT, SourceKind.GROUP)
    ),
    "thing": frozenset((SourceKind.PERSON, SourceKind.ANONYMOUS, SourceKind.DOCUMENT)),
    "several": frozenset((SourceKind.PERSON,)),
    "": frozenset[SourceKind](),
}
_ALONE = frozenset("mr mrs ms miss dr he she i".split())
_ANY_NUMBER = frozenset("police company council government army ministry crew team club".split())
_BEFALLEN = frozenset("deceased victim casualty".split())
_GROUPS = frozenset("family couple crew team group staff".split())
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Meant:
    """What a pronoun stands for: words, the entity that they name, whether they are a name."""

    text: str
    entity: str
    named: bool


def sole_roles(cases: Sequence[Context]) -> Mapping[str, str]:
    """Roles that exactly one name of a case bears, each with the name's entity."""
    known: dict[str, set[str]] = {}
    for context in cases:
        text = context.facts.report.text
        for start, end, entity in context.mentions:
            if text[start : start + 1].isupper():
                for role in (*_roles_at(text, start, end), *_title_at(text, start, end)):
                    known.setdefault(role, set()).add(entity)
    return {role: min(found) for role, found in known.items() if len(found) == 1}


def _roles_at(text: str, start: int, end: int) -> Iterator[str]:
    before = _BARE.search(text[max(0, start - _BEFORE) : start])
    after = _AFTER.match(text[end : end + _BEFORE])
    for told in (before, after):
        if told is not None and told[2] in PERSON_ROLES:
            kind = told[1].strip(" -")
            yield told[2] if not kind or kind in _JOINING else f"{kind} {told[2]}"


def _title_at(text: str, start: int, end: int) -> Iterator[str]:
    """The role that a title gives, in a name or right before it: "Captain Juma"."""
    words = text[start:end].split()
    before = text[max(0, start - _BEFORE) : start].split()
    for word in (words[0] if len(words) > 1 else "", before[-1] if before else ""):
        if word[:1].isupper() and word.lower() in PERSON_ROLES:
            yield word.lower()


def apposed_name(context: Context, one: Argument) -> Meant | None:
    """The name right behind a role, between commas: "the mate of the ferry, Ana Sol, left"."""
    text = context.facts.report.text
    behind = _APPOSED.match(text, one.head.end)
    if behind is None:
        return None
    for start, end, entity in context.mentions:
        if start == behind.end() and text[end : end + 1] in {",", "."}:
            return Meant(text[start:end].lower(), entity, named=True)
    return None


def meant_by(context: Context, clause: Proposition, one: Argument, back: int = 2) -> Meant | None:
    """What a pronoun stands for; ``None``: it cannot be told.

    Args:
        context: The report.
        clause: The clause in which the pronoun stands.
        one: The pronoun.
        back: Over how many sentences a chain of pronouns is followed.
    """
    word = one.lemma.lower()
    statement = context.statements.get(clause.statement) if clause.statement else None
    subject = one.span.start < clause.predicate.start
    if word in _IT | _THEY:
        earlier = _earlier(context, clause, one)
        if earlier is not None:
            return earlier
    if statement is not None and subject and _may_be_speaker(word, statement):
        return speaker_of(statement)
    if statement is not None and word in _IT and _keeper_of(statement) is not None:
        return _keeper_of(statement)
    if statement is not None and word in _HE | _SHE:
        owner = _owner_of(context, statement)
        if owner is not None:
            return owner
    found = next(iter(_told_before(context, clause, one, word, back)), None)
    if found is None and statement is not None and _may_be_speaker(word, statement):
        return speaker_of(statement)
    return found


def _earlier(context: Context, clause: Proposition, pronoun: Argument) -> Meant | None:
    """What "it" or "they" means of what its sentence told of before, in the same speaker's words.

    What plays the pronoun's own part comes first, then who does something: "divers recovered the
    bodies, and villagers buried them". Nested words look into those around them.
    """
    word = pronoun.lemma.lower()
    before = [
        (other, one)
        for other in context.propositions.get(clause.sentence, ())
        if not other.nominal and other.span.end <= clause.span.start
        for one in other.arguments
        if one.role in {*_CORE, *_TOLD} and _agrees(one, word)
    ]
    same = [(o, one) for o, one in before if o.statement == clause.statement]
    for pool in (same, before if pronoun.role is ArgumentRole.PATIENT else []):
        for role in dict.fromkeys((pronoun.role, ArgumentRole.AGENT, *_TOLD)):
            found = [_as_meant(context, one) for _, one in pool if one.role is role]
            meant = [one for one in found if one is not None]
            if meant:
                return meant[-1]
    return None


def _agrees(one: Argument, word: str) -> bool:
    """Whether a noun may be meant by "it" or "they", by its number."""
    return _is_many(one) or one.lemma.lower() in _ANY_NUMBER if word in _THEY else not _is_many(one)


def speaker_of(statement: Statement) -> Meant | None:
    """Who speaks, in words: what stands before a comma or a preposition."""
    speaker = statement.speaker
    if speaker is None:
        return None
    first = re.split(r",| (?:of|at|in|from|for|on|with|who|near) ", speaker.span.quote, maxsplit=1)
    words = [word for word in first[0].split() if word.lower() not in _JOINING] or first[0].split()
    named = any(word[:1].isupper() for word in words)
    return Meant(" ".join(words).lower().removesuffix("s"), speaker.entity or "", named)


def _sort(word: str) -> str:
    """What sort of thing a pronoun means."""
    if word in _HE | _SHE:
        return "person"
    return "thing" if word in _IT else "several" if word in _THEY else ""


def _may_be_speaker(word: str, statement: Statement) -> bool:
    """Whether a pronoun may mean who speaks, by number, sex and kind."""
    if statement.speaker is None or statement.speaker.kind in _NEVER_MEANT_BY[_sort(word)]:
        return False
    words = [w.strip(".,").lower() for w in statement.speaker.span.quote.split()]
    plain = statement.speaker.span.quote.islower()
    last = _HEAD_ENDS.split(statement.speaker.span.quote, maxsplit=1)[0].split()[-1].lower()
    many = plain and last.endswith("s") and not last.endswith("ss")
    if word in _HE | _SHE:
        other = _FEMALE if word in _HE else _MALE
        body = plain and last not in PERSON_ROLES
        return not many and not body and not other & set(words) and words[0] not in {"his", "her"}
    if word in _IT:
        return not many and last not in PERSON_ROLES
    if word in _THEY:
        # One person says "they" of others.
        return not (last in PERSON_ROLES or _ALONE & set(words))
    return True


def _keeper_of(statement: Statement) -> Meant | None:
    """Whose document speaks: "the team's log shows that it waited"."""
    speaker = statement.speaker
    if speaker is None or speaker.kind is not SourceKind.DOCUMENT:
        return None
    owner = _OWNED.match(speaker.span.quote)
    return None if owner is None else Meant(owner[1].lower(), "", owner[1][:1].isupper())


def _owner_of(context: Context, statement: Statement) -> Meant | None:
    """Of whom a speaker is told: "his office said that he stays" speaks of him, not of it."""
    if statement.speaker is None or statement.speaker.span.quote[:4].lower() not in {
        "his ",
        "her ",
    }:
        return None
    sentence = sentence_at(context, statement.speaker.span)
    return None if sentence is None else next(iter(_persons(context, sentence.number - 1)), None)


def _told_before(
    context: Context, clause: Proposition, one: Argument, word: str, back: int
) -> Iterator[Meant]:
    sentence = sentence_at(context, clause.span)
    if sentence is None:
        return
    here = [
        other
        for other in context.propositions.get(sentence.number, ())
        if other.predicate.start < one.span.start
        and one not in other.arguments
        and (other.statement == clause.statement or clause.statement is not None)
    ]
    yield from _fitting(context, here, one, word)
    if word in _HE | _SHE:
        yield from _persons(context, sentence.number - 1, back)
        return
    if word in _THEY:
        yield from _groups(context, sentence.number - 1)
    known = context.propositions.get(sentence.number - 1, ())
    yield from _fitting(context, known, one, word)


def _fitting(
    context: Context, clauses: Iterable[Proposition], one: Argument, word: str
) -> Iterator[Meant]:
    for role in _CORE:
        for other in clauses:
            for found in () if other.nominal else other.arguments:
                if found.role is role and found.span.end <= one.span.start:
                    meant = _as_meant(context, found)
                    if meant is not None and _fits(found, meant, word):
                        yield meant


def _fits(found: Argument, meant: Meant, word: str) -> bool:
    person = meant.named or found.lemma.split()[-1].lower() in PERSON_ROLES | _BEFALLEN
    many = _is_many(found)
    if word in _HE | _SHE:
        return person and not many
    return (word in _IT and not person and not many) or (word in _THEY and many)


def _as_meant(context: Context, one: Argument) -> Meant | None:
    words = [w.lower() for w in one.lemma.split()]
    if not words or not any(c.isalpha() for c in one.lemma) or words[-1] in _NO_THINGS:
        return None
    if words[-1] in _SHE | _HE | _IT | _THEY | {"i", "we", "you"}:
        return None
    entity = entity_at(context, one.head) or ""
    named = bool(entity) and one.head.quote[:1].isupper()
    return Meant(one.lemma.lower(), entity, named)


def _groups(context: Context, number: int) -> Iterator[Meant]:
    """Several who speak in a sentence: "the family of Ana Sol", "two clerks"."""
    for statement in context.facts.statements:
        there = None if statement.speaker is None else sentence_at(context, statement.speaker.span)
        if statement.speaker is None or there is None or there.number != number:
            continue
        head = re.split(r",| of ", statement.speaker.span.quote, maxsplit=1)[0].split()[-1].lower()
        meant = speaker_of(statement)
        if meant is not None and (head in GROUP_ROLES or head in _GROUPS or head.endswith("s")):
            yield meant


def _persons(context: Context, number: int, back: int = 0) -> Iterator[Meant]:
    """Who a sentence is about: its speaker, else a person whom a clause of it names."""
    yield from _told_of(context, number)
    for statement in context.facts.statements:
        there = None if statement.speaker is None else sentence_at(context, statement.speaker.span)
        if there is not None and there.number == number and _may_be_speaker("he", statement):
            meant = speaker_of(statement)
            if meant is not None and (meant.named or meant.entity):
                yield meant
    for role in _CORE:
        for other in context.propositions.get(number, ()):
            for one in () if other.nominal else other.arguments:
                meant = _as_meant(context, one) if one.role is role else None
                if meant is not None and _fits(one, meant, "he"):
                    yield meant
                elif meant is None and back and one.role is role and one.lemma in _HE | _SHE:
                    again = meant_by(context, other, one, back - 1)
                    if again is not None:
                        yield again


def _told_of(context: Context, number: int) -> Iterator[Meant]:
    """The one whom a sentence's words in somebody's mouth name, and of whom they tell first."""
    for other in context.propositions.get(number, ()):
        for one in () if other.nominal or other.statement is None else other.arguments:
            meant = _as_meant(context, one) if one.role in _CORE else None
            if meant is not None and meant.named and _fits(one, meant, "he"):
                yield meant
                return


def _is_many(one: Argument) -> bool:
    """Whether a noun stands in the plural, by its form."""
    printed = one.head.quote.split()[-1].lower()
    lemma = one.lemma.split()[-1].lower() if one.lemma else printed
    return printed in GROUP_ROLES or (printed != lemma and printed.endswith(("s", "en", "people")))
