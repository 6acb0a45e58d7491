"""Names that answer what a thing has one of: whose it is, who runs it, which flag it flies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.claims.questions.context import Context, Found, entity_at, reports_in
from twosource.claims.questions.features.groups import Worded, differing, stated
from twosource.claims.questions.telling import Topic, question_of
from twosource.model.claim import Question, QuestionKind
from twosource.model.report import Span, cut
from twosource.reference.countries import ADJECTIVES, OTHER_NAMES
from twosource.reference.holders import BODIES, HOLDINGS, THINGS, Holding

_NAME = (
    r"(?P<name>[A-Z][\w’'&-]*(?: (?:(?:of|and|&|de|del|la|al|for) )?[A-Z][\w’'&-]*){0,4}"
    rf"|[Tt]he (?:{BODIES})\b)"
)
_LOWER = r"(?:(?:[a-z][\w-]*|[A-Z]\w+(?:ese|ish|ian|an|ch|ss)(?= [a-z])),? ){0,4}?"
# "The Dutch group Veldkamp" names the group.
_NO_ADJECTIVE = r"(?![A-Z]\w*(?:ese|ish|ian|an|ch|ss) [a-z])"
_LEGAL = frozenset(
    "ltd limited plc inc llc gmbh company co corporation corp group the sa ag".split()
)


def name_questions(cases: Sequence[Context], known: Sequence[set[Span]]) -> Iterator[Question]:
    """Ask for the one who has or runs a thing, where voices name two that share no word.

    Args:
        cases: The reports.
        known: The places that questions hold together already.
    """
    groups: dict[tuple[str, str], list[Worded]] = {}
    for context in cases:
        for sentence in context.facts.sentences:
            for row in HOLDINGS:
                for key, one in _in_sentence(context, sentence.span, row):
                    groups.setdefault(key, []).append(one)
    for (holding, thing), group in sorted(_joined(groups).items()):
        involved = differing(group, known, _apart)
        if involved:
            row = next(row for row in HOLDINGS if row.key == holding)
            yield _question(row, thing, involved)


def _in_sentence(
    context: Context, sentence: Span, row: Holding
) -> Iterator[tuple[tuple[str, str], Worded]]:
    text = sentence.quote
    if not re.search(row.cue, text):
        return
    for pattern in row.patterns:
        name = _NAME if row.country else _NAME.replace("name>", f"name>{_NO_ADJECTIVE}", 1)
        for match in re.finditer(pattern.replace("NAME", name, 1).replace("LOWER", _LOWER), text):
            start, end = sentence.start + match.start("name"), sentence.start + match.end("name")
            span = cut(context.facts.report, start, end)
            found = stated(context, span, standing=True)
            if found is None:
                continue
            words = " ".join(span.quote.split())
            normal = _country(words.lower()) if row.country else words.lower()
            yield (row.key, _thing(text, match.start())), Worded(found, words, normal)
            return


def _country(name: str) -> str:
    return ADJECTIVES.get(name, OTHER_NAMES.get(name, name))


def _thing(text: str, at: int) -> str:
    """The sort of thing that a sentence tells of before a place, else behind; ``""``: a pronoun."""
    lower = text.lower()
    apart = [
        (abs(match.start() - at), sort)
        for sort, words in THINGS.items()
        for match in re.finditer(rf"\b(?:{words})\b", lower)
    ]
    return min(apart)[1] if apart else ""


def _joined(groups: dict[tuple[str, str], list[Worded]]) -> dict[tuple[str, str], list[Worded]]:
    """Lay what is told of no named thing to the one thing of which it is told."""
    joined = {key: list(group) for key, group in groups.items()}
    for key in [key for key in joined if not key[1]]:
        named = [other for other in joined if other[0] == key[0] and other[1]]
        if len(named) == 1:
            joined[named[0]] += joined.pop(key)
    return joined


def _apart(one: Worded, other: Worded) -> bool:
    """Whether two names share no word, and stand for no one entity."""
    ours, theirs = (set(re.findall(r"\w{2,}", each.normal)) - _LEGAL for each in (one, other))
    if not ours or not theirs or ours & theirs:
        return False
    letters = ["".join(w[0] for w in each.normal.split()) for each in (one, other)]
    if one.normal in letters or other.normal in letters:
        return False
    entities = [entity_at(each.found.context, each.found.answer.span) for each in (one, other)]
    return entities[0] is None or entities[0] != entities[1]


def _question(row: Holding, thing: str, group: Sequence[Worded]) -> Question:
    told = [one.found for one in group]
    normals = {one.found.answer.span: one.normal for one in group}
    reason = f"each names it ({row.key}), in {reports_in(told)} report(s)"
    text = row.text.format(thing=thing or "thing")
    topic = Topic(QuestionKind.WHO, text, ("holder", row.key, thing), reason)
    return question_of(topic, told, lambda one: normals[one.answer.span], _words)


def _words(one: Found) -> str:
    return " ".join(one.answer.span.quote.split())
