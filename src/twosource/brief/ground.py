"""The support check: no name, number or word in a line that its spans do not give.

A line is drafted first and becomes a line of the brief only when every word of it is found in its
spans, is a template's, or is a normalisation that the draft states. Words that the spans lack are
looked for in the sentences around them and among the mentions of the entities that they name; what
gives them there is put to the line's spans. A draft with a word that nothing gives is refused, and
the brief says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from twosource.brief.evidence import TEMPLATE_WORDS, words_of
from twosource.brief.material import Material, sentence_of
from twosource.claims.questions.fates import FATES
from twosource.model.brief import BriefLine, Standing, Version, line_id
from twosource.model.identity import StatementId
from twosource.model.report import Span
from twosource.model.statement import Stance

FRAMES = words_of(
    "when where who whom what how was were did do does is are had has have there the a an any of "
    "in on at to by for from so it he she they anyone anything behind happen happened incident "
    "many much long far share speed given go went struck came near yes no possibly not be been or "
    "and with this that said people it built or allowed told of " + " ".join(FATES.values())
)
"""Words of which questions are framed; they say nothing that a span would have to give."""

_CAPITAL = re.compile(r"\b[^\W\d_a-z]\w+")
_MOST_MENTIONS = 4
_SHORTEST_STEM = 4
_ENDING = 3
"""Letters that inflection may change at the end of an English word ("killed", "injuries")."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A line before its support is checked.

    Attributes:
        standing: As in a line.
        text: As in a line.
        spans: The words that it rests on, the best first.
        statements: The statements that it was built from.
        reason: Why it stands where it stands.
        versions: What stands side by side under it.
        stance: The act that it reports.
        stated: Normalisations that its values state beyond what is printed ("3 May 2023").
    """

    standing: Standing | None
    text: str
    spans: tuple[Span, ...]
    statements: tuple[StatementId, ...] = ()
    reason: str = ""
    versions: tuple[Version, ...] = ()
    stance: Stance | None = None
    stated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A draft that may not be printed, with the words in it that nothing gives."""

    text: str
    words: tuple[str, ...]


def grounded(draft: Draft, material: Material) -> BriefLine | Refused:
    """Make a line of a draft, or refuse it."""
    given = set(FRAMES)
    if material.case.event is not None:
        given |= words_of(" ".join(material.case.event.terms))
    for stated in draft.stated:
        given |= words_of(stated)
    spans = list(dict.fromkeys((*draft.spans, *(s for v in draft.versions for s in v.spans))))
    for span in spans:
        given |= words_of(material.reports[span.report].name)
    told = " ".join((draft.text, *(version.text for version in draft.versions)))
    missing = _missing(told, given, spans)
    # Most lines lack nothing, and looking around for what they lack takes longest.
    sources = (*_around(spans, material), *_mentions(told, spans, material)) if missing else ()
    for found in sources:
        missing = _missing(told, given, spans)
        if not missing:
            break
        if missing - _missing(told, given, [*spans, found]):
            spans.append(found)
    missing = _missing(told, given, spans)
    if missing:
        return Refused(draft.text, tuple(sorted(missing)))
    kept = tuple(spans)
    return BriefLine(
        id=line_id(draft.standing, draft.text, kept),
        standing=draft.standing,
        stance=draft.stance,
        text=draft.text,
        spans=kept,
        statements=draft.statements,
        reason=draft.reason,
        versions=draft.versions,
    )


def lines_of(
    drafts: Iterable[Draft], material: Material
) -> tuple[tuple[BriefLine, ...], tuple[Refused, ...]]:
    """Make lines of drafts: those that their spans support, and those that were refused."""
    made = [grounded(draft, material) for draft in _merged(drafts)]
    lines = tuple(one for one in made if isinstance(one, BriefLine))
    return lines, tuple(one for one in made if isinstance(one, Refused))


def _merged(drafts: Iterable[Draft]) -> list[Draft]:
    """One draft for those that say the same for the same reason, on the spans of all."""
    alike: dict[tuple[str, str, tuple[Version, ...]], Draft] = {}
    for draft in drafts:
        key = (draft.text, draft.reason, draft.versions)
        known = alike.get(key)
        alike[key] = (
            draft
            if known is None
            else replace(
                known,
                spans=tuple(dict.fromkeys((*known.spans, *draft.spans))),
                statements=tuple(dict.fromkeys((*known.statements, *draft.statements))),
            )
        )
    return list(alike.values())


def _missing(told: str, given: set[str], spans: Sequence[Span]) -> set[str]:
    words = set(given)
    for span in spans:
        words |= words_of(span.quote)
    open_ = words_of(told) - TEMPLATE_WORDS - words
    return {word for word in open_ if not any(_alike(word, other) for other in words)}


def _alike(word: str, other: str) -> bool:
    """Whether two words can be forms of one: the same but for a short ending. Numbers never."""
    if word[0].isdigit() or other[0].isdigit():
        return False
    shared = max(_SHORTEST_STEM, min(len(word), len(other)) - _ENDING)
    return len(other) >= shared <= len(word) and word[:shared] == other[:shared]


def _around(spans: Sequence[Span], material: Material) -> list[Span]:
    """The sentences that hold the spans, each once."""
    sentences = (sentence_of(span, material) for span in spans)
    known = set(spans)
    return list(dict.fromkeys(s for s in sentences if s is not None and s not in known))


def _mentions(told: str, spans: Sequence[Span], material: Material) -> list[Span]:
    """Mentions in the reports of the spans that print a capitalised word of the line."""
    wanted = {word.casefold() for word in _CAPITAL.findall(told)}
    here = {span.report for span in spans}
    found: list[Span] = []
    for entity in material.case.entities:
        if words_of(entity.name) & wanted:
            found += [m.span for m in entity.mentions if m.span.report in here][:_MOST_MENTIONS]
    return found
