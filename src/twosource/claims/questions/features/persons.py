"""Who has a role of which there is one: "the captain, Ana Sol", "the officer who fired"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from twosource.claims.questions.context import Context, Found, entity_at, is_asked, reports_in
from twosource.claims.questions.features.groups import differing, stated
from twosource.claims.questions.features.roles import by_role, role_of, roles_in
from twosource.claims.questions.telling import Topic, question_of
from twosource.model.claim import Question, QuestionKind
from twosource.model.event import Layer, LayeredSentence
from twosource.model.report import Span, cut
from twosource.reference.name_words import TITLES

_WORD = r"[A-Z][\w’-]+"
_NAME = rf"(?P<name>{_WORD}\.?(?: (?:de|van|von|al|bin|la|da) ?| (?:O['’])?){_WORD}(?: {_WORD})?)"
_NAME_AFTER = re.compile(
    r"(?:,? (?:who )?(?:is|was|has been)? ?(?:named|identified|called)(?: as)? |"
    r",? (?:is|was) |, | )" + _NAME
)
_NAME_BEFORE = re.compile(rf"{_NAME},(?: aged)?(?: \d{{2}},)? (?:who (?:is|was) )?\Z")
_DEEDS = {
    word: line.split("/")[0]
    for line in ("fired/shot", "drove/driving", "stabbed/knifed", "raised the alarm", "opened it")
    for word in line.split("/")
}
_DEED = re.compile(
    rf"\bwho (?:\w+ ){{0,5}}(?P<deed>{'|'.join(_DEEDS)})\b(?: \w+){{0,3}},?"
    rf" (?:is|was|has been|had been) (?:called|named(?: as)?|identified as) {_NAME}"
)
_OTHER_EVENTS = frozenset({Layer.PARALLEL, Layer.FORESEEN, Layer.BACKGROUND})
_ALIKE = 70.0


@dataclass(frozen=True, slots=True)
class _Holder:
    """A role with the name that a sentence gives its holder."""

    role: str
    found: Found
    name: str


def role_questions(cases: Sequence[Context], known: Sequence[set[Span]]) -> Iterator[Question]:
    """Ask who the holder of a role is, where voices give two names that cannot be one person's.

    Args:
        cases: The reports.
        known: The places that questions hold together already.
    """
    told = [one for context in cases for one in _holders(context)]
    for role, group in by_role(told).items():
        if involved := differing(group, known, _apart):
            yield _question(role, involved)


def _holders(context: Context) -> Iterator[_Holder]:
    for sentence in context.facts.sentences:
        if sentence.layer in _OTHER_EVENTS or is_asked(context, sentence.span):
            continue
        yield from _by_role(context, sentence)
        yield from _by_deed(context, sentence)


def _by_role(context: Context, sentence: LayeredSentence) -> Iterator[_Holder]:
    text = sentence.span.quote
    for match in roles_in(text):
        named = _NAME_AFTER.match(text, match.end("role")) or _NAME_BEFORE.search(
            text[: match.start()]
        )
        one = None if named is None else _holder(context, sentence, role_of(match), named)
        if one is not None:
            yield one
            return


def _by_deed(context: Context, sentence: LayeredSentence) -> Iterator[_Holder]:
    """Who did it, by name: "the officer who fired is called Ana Sol"."""
    for match in _DEED.finditer(sentence.span.quote):
        role = f"one who {_DEEDS[match['deed'].lower()]}"
        one = _holder(context, sentence, role, match)
        if one is not None:
            yield one


def _holder(
    context: Context, sentence: LayeredSentence, role: str, named: re.Match[str]
) -> _Holder | None:
    start = sentence.span.start
    first = named.start("name") + _title(named["name"])
    span = cut(context.facts.report, start + first, start + named.end("name"))
    found = stated(context, span, standing=True, negative=True)
    return None if found is None else _Holder(role, found, span.quote)


def _title(name: str) -> int:
    """How many characters of a name are a title: "Shri", "Cpl."."""
    word = name.split()[0]
    return len(word) + 1 if word.lower().rstrip(".") in TITLES else 0


def _apart(one: _Holder, other: _Holder) -> bool:
    """Whether two names cannot be one person's, spelt in two ways."""
    ours, theirs = one.name.lower().split(), other.name.lower().split()
    if set(ours) & set(theirs):
        return False
    entities = [entity_at(each.found.context, each.found.answer.span) for each in (one, other)]
    if entities[0] == entities[1] and entities[0] is not None:
        return False
    return fuzz.ratio(ours[-1], theirs[-1]) < _ALIKE


def _question(role: str, group: Sequence[_Holder]) -> Question:
    told = [one.found for one in group]
    reason = f"each names the {role}, in {reports_in(told)} report(s)"
    topic = Topic(QuestionKind.WHO, f"Who is the {role}?", ("role", role), reason)
    return question_of(topic, told, lambda one: one.answer.span.quote.lower(), _words)


def _words(one: Found) -> str:
    return " ".join(one.answer.span.quote.split())
