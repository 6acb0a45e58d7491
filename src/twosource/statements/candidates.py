"""What a rule proposes before speakers are resolved and stances decided."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.reference.cues import Act
from twosource.statements.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Candidate:
    """One proposed attribution.

    Attributes:
        rule: Id of the rule that proposes it.
        anchor: Token of the cue's head; for a quotation without a cue, its first token.
        cue: Cue as a half-open run of tokens, or ``None``.
        speaker: Phrase that names the speaker, or ``None`` where another candidate's speaker goes
            on speaking.
        content: Parts of the content as half-open runs of code points.
        act: What the cue makes the speaker do.
        relayers: Outlets that the words went through, as printed beside the cue.
        continues: Anchor of the candidate whose speaker goes on, or ``None``.
        confidence: How likely content and speaker are right, 0 to 1; 1 where not yet decided.
    """

    rule: str
    anchor: int
    cue: tuple[int, int] | None
    speaker: Phrase | None
    content: tuple[tuple[int, int], ...]
    act: Act
    relayers: tuple[Phrase, ...] = ()
    continues: int | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Said:
    """Content found for a verb: tokens, the rule's id, and how far the cue reaches."""

    rule: str
    tokens: tuple[int, ...]
    cue_to: int
