"""Lines for what is unknown: who gave no answer, what reports ask, what they leave open."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.brief.ground import Draft
from twosource.brief.lines.speech import speech_spans
from twosource.brief.material import Material, called
from twosource.brief.wording import (
    ASKED_IN,
    content_words,
    own_voice_line,
    said_line,
    same_wording,
    shortened,
)
from twosource.model.brief import Standing
from twosource.model.event import Layer
from twosource.model.report import Span
from twosource.model.statement import Stance, Statement

_ABOUT = frozenset({Layer.EVENT, Layer.UNKNOWN, Layer.FORESEEN})


def unknown_drafts(material: Material) -> list[Draft]:
    """Who was asked and gave no answer or could not tell, then the questions that reports ask."""
    return [*_unanswered(material), *_asked(material)]


def _unanswered(material: Material) -> Iterator[Draft]:
    alike: dict[tuple[str, str], list[Statement]] = {}
    refusals = [s for s in material.case.statements if s.stance is Stance.DECLINES]
    for statement in refusals:
        # Who tells of another's refusal refuses nothing.
        if not any(other.parent == statement.id for other in refusals):
            who = "" if statement.speaker is None else called(statement.speaker, material)
            words = same_wording(content_words(statement.parts, statement.kind))
            alike.setdefault((who, words), []).append(statement)
    for (who, _), said in alike.items():
        first = said[0]
        words = content_words(first.parts, first.kind)
        relayers = tuple(called(via, material) for via in first.via)
        names = tuple(dict.fromkeys(material.reports[s.report].name for s in said))
        own = own_voice_line(first.stance, names, words)
        yield Draft(
            standing=Standing.UNKNOWN,
            text=said_line(first, who, relayers, words) if who else own,
            spans=speech_spans(said, material),
            statements=tuple(s.id for s in said),
            stance=first.stance,
        )


def _asked(material: Material) -> Iterator[Draft]:
    for sentence in material.case.sentences:
        words = " ".join(sentence.span.quote.split())
        if words.endswith("?") and sentence.layer in _ABOUT and _is_asked(sentence.span, material):
            name = material.reports[sentence.span.report].name
            yield Draft(
                standing=Standing.UNKNOWN,
                text=f"{ASKED_IN} {name}: “{shortened(words)}”",
                spans=(sentence.span,),
            )


def _is_asked(span: Span, material: Material) -> bool:
    """Whether a sentence asks something that its report does not go on to tell.

    A question that stands alone in its line is a heading, which the text under it answers; one of
    a word or two asks nothing that can be told alone.
    """
    text = material.reports[span.report].text
    before, after = text[: span.start].rpartition("\n")[2], text[span.end :].partition("\n")[0]
    return len(span.quote.split()) >= _SHORTEST and bool((before + after).strip(" *#>“”\"'"))


_SHORTEST = 4
"""Words that a question has at least."""
