"""One utterance in several mouths: reports that name different speakers for the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.comparison.voices import one_voice
from twosource.model.identity import ContradictionId, EntityId, StatementId, content_id
from twosource.model.relation import Contradiction, Matter, Side, Wording
from twosource.model.report import Span
from twosource.model.statement import Speaker, Statement, StatementKind

_QUOTED = frozenset({StatementKind.DIRECT, StatementKind.MIXED})


def disputed_speakers(
    wordings: Sequence[Wording],
    statements: Mapping[StatementId, Statement],
    names: Mapping[EntityId, str],
) -> tuple[Contradiction, ...]:
    """Find utterances that reports put in different mouths.

    Only quoted utterances and named speakers count. A body and its offices are one voice, and so
    are a country and its ministry.

    Args:
        wordings: Utterances in several wordings.
        statements: The statements of the case by id.
        names: Names of its entities.
    """
    found: list[Contradiction] = []
    for wording in wordings:
        sides = _sides([statements[id_] for id_ in wording.statements], names)
        if len(sides) > 1:
            found.append(_contradiction(wording, sides))
    return tuple(found)


def _sides(
    said: Sequence[Statement], names: Mapping[EntityId, str]
) -> list[tuple[str, list[Span]]]:
    sides: list[tuple[str, list[Span]]] = []
    for statement in said:
        name = _named(statement.speaker, names)
        if name is None or statement.speaker is None or statement.kind not in _QUOTED:
            continue
        spans = [statement.speaker.span, *(() if statement.cue is None else (statement.cue,))]
        for known, gathered in sides:
            if known == name or one_voice(known, name):
                gathered += spans
                break
        else:
            sides.append((name, spans))
    return sides


def _named(speaker: Speaker | None, names: Mapping[EntityId, str]) -> str | None:
    if speaker is None or speaker.entity is None:
        return None
    name = names.get(speaker.entity, "")
    return name if any(word[:1].isupper() for word in name.split()) else None


def _contradiction(wording: Wording, sides: Sequence[tuple[str, Sequence[Span]]]) -> Contradiction:
    words = " ".join(wording.spans[0].quote.split())
    return Contradiction(
        id=ContradictionId(content_id("co", wording.id, "speaker")),
        question=f"Who said “{words}”?",
        kind=Matter.ATTRIBUTION,
        sides=tuple(Side(name, (), tuple(spans)) for name, spans in sides),
        readings=("whether one speaks for the other", "whether the words were said twice"),
        reason=f"the same words are put in the mouths of {' and '.join(name for name, _ in sides)}",
    )
