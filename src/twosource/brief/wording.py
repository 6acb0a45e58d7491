"""The templates of a brief line: who, through whom, in which act, in whose words.

A template never says more than the statement does. Words in typographic quotation marks are the
speaker's; words after "in the report's words" are the report's and carry no marks of their own
making.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.model.report import Span
from twosource.model.statement import Stance, Statement, StatementKind

LONGEST_CONTENT = 320
"""Longest content that a line prints, in code points: about four lines of reading text."""

LEFT_OUT = " […]"

DENYING = (
    "deny",
    "deni",
    "reject",
    "dismiss",
    "refut",
    "rebut",
    "disput",
    "disavow",
    "disclaim",
    "rul",
)
"""Beginnings of cues whose content is the thing denied ("denied any part in it").

After any other cue the content is the denial itself ("said that no part was taken"), and a
template that put *denied* before it would turn its meaning round.
"""

ACTS: dict[Stance, str] = {
    Stance.ACCUSES: "accused",
    Stance.DENIES: "said in denial",
    Stance.ASSERTS: "said",
    Stance.PREDICTS: "said of what is to come",
    Stance.HEDGES: "said, without certainty",
    Stance.DECLINES: "gave no answer",
}
"""What the speaker did, in a tense that is right for one speaker and for many."""

DENIED_IT = "denied"

WHOSE_WORDS: dict[StatementKind, str] = {
    StatementKind.DIRECT: "",
    StatementKind.INDIRECT: ", in the report's words",
    StatementKind.MIXED: ", partly in the report's words",
}
RELAYED, FROM, AND = ", as relayed by ", " from ", " and "
OWN_VOICE, OWN_VOICES = ", in its own voice", ", in their own voice"
UNCERTAIN = ", without certainty"
ACCORDING, IN_OWN_VOICE, IN = "according to", "in its own voice", "in"
DENIED = "; what is denied: "
"""Between who says no and words that say yes, which are what he denies."""
OTHERWISE = ", in other words: "
"""Between who answers and words that come to yes or no without saying it in the question's."""
ASKED_IN, INSIDE = "Asked in", "inside one report"

_PAIRS = {"“": "”", "„": "“", "«": "»", '"': '"', "‘": "’", "'": "'"}
_FOLDED_MARKS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"}
)
_REOPENED = re.compile(r"\n\s*[“\"«]")


def template_words() -> str:
    """Every word that a template may put into a line beside the words of its spans."""
    whose = (*WHOSE_WORDS.values(), RELAYED, FROM, AND, OWN_VOICE, OWN_VOICES, UNCERTAIN)
    whose += (ACCORDING, IN_OWN_VOICE, ASKED_IN, INSIDE, DENIED, OTHERWISE)
    return " ".join((*ACTS.values(), DENIED_IT, *whose))


def inner_words(quoted: str) -> str:
    """Strip the outer quotation marks of a direct content and keep those inside.

    Marks that a broken quotation lacks on one side are stripped on the other. Two quotations in
    one content (``"so" and "so"``) keep all of theirs.
    """
    words = quoted.strip()
    closing = _PAIRS.get(words[:1])
    if closing and words.endswith(closing) and len(words) > 1:
        inside = words[1:-1]
        paired = (
            closing in "’'"
            or inside.find(closing) < 0
            or 0 <= inside.find(words[0]) < (inside.find(closing))
        )
        return inside.strip() if paired else words
    if closing and closing not in words[1:]:
        return words[1:].strip()
    opening = next((o for o, c in _PAIRS.items() if c == words[-1:]), None)
    if opening and opening not in words[:-1] and words[-1] not in "’'":
        return words[:-1].strip()
    return words


def content_words(parts: Sequence[Span], kind: StatementKind) -> str:
    """The words of a content on one line, its parts joined where its cue splits it.

    White space is folded, a comma that only leads over to the cue is dropped, and a quotation
    mark that reopens a paragraph inside a direct content goes with the paragraph break.
    """
    told: list[str] = []
    for part in parts:
        words = part.quote
        if kind is StatementKind.DIRECT:
            words = _REOPENED.sub(" ", inner_words(words))
        told.append(" ".join(words.split()).removesuffix(","))
    return f"{LEFT_OUT} ".join(told)


def same_wording(words: str) -> str:
    """Fold a content for comparison: quotation marks made straight, a closing stop dropped."""
    return words.translate(_FOLDED_MARKS).removesuffix(".")


def shortened(words: str) -> str:
    """Cut a long content at a word boundary and say so with ``[…]``."""
    if len(words) <= LONGEST_CONTENT:
        return words
    kept, _, _ = words[: LONGEST_CONTENT + 1].rpartition(" ")
    return (kept or words[:LONGEST_CONTENT]) + LEFT_OUT


def act(statement: Statement) -> str:
    """The words for what the speaker does, exact for both kinds of denial."""
    cue = statement.cue.quote.casefold().split() if statement.cue else []
    own_denial = statement.kind is StatementKind.DIRECT or not any(
        word.startswith(DENYING) for word in cue
    )
    if statement.stance is Stance.DENIES and not own_denial:
        return DENIED_IT
    return ACTS[statement.stance]


_REFUSING = re.compile(
    r"(?i)\b(?:not|no|never|cannot|unable|unwilling|without|declin\w*|refus\w*|fail\w*|avoid\w*|"
    r"sidestep\w*|dodg\w*|deflect\w*|evad\w*|rather)\b|n[’']t\b"
)
_LONGEST_CUE = 6


def _refusal(statement: Statement) -> str:
    """The words of a refusal, where the cue is more than a verb of saying."""
    cue = statement.cue
    if statement.stance is not Stance.DECLINES or cue is None or not _REFUSING.search(cue.quote):
        return ""
    words = cue.quote.split()
    return f" ({' '.join(words)})" if len(words) <= _LONGEST_CUE else ""


def said_line(statement: Statement, who: str, relayers: Sequence[str], words: str) -> str:
    """Word the line of a statement that has a speaker.

    Args:
        statement: Gives the act and whose words the content is in.
        who: The speaker's name, or the printed words with the report's name.
        relayers: Names of the relayers, outermost first.
        words: The content on one line, from ``content_words``.
    """
    said = shortened(words)
    if statement.kind is StatementKind.DIRECT:
        said = f"“{said}”"
    relayed = f"{RELAYED}{FROM.join(relayers)}," if relayers else ""
    if statement.cue is not None and statement.cue == statement.content:
        return f"{who}{relayed} {act(statement)}: {said}"
    did = f"{act(statement)}{_refusal(statement)}"
    return f"{who}{relayed} {did}{WHOSE_WORDS[statement.kind]}: {said}"


def own_voice_line(stance: Stance, names: Sequence[str], words: str) -> str:
    """Word a line that one or several reports state in their own voice."""
    voice = OWN_VOICE if len(names) == 1 else OWN_VOICES
    held_back = UNCERTAIN if stance is Stance.HEDGES else ""
    return f"{AND.join(names)}{voice}{held_back}: {shortened(words)}"


def sentence(words: str, stop: str = ".") -> str:
    """Words as a sentence: a capital first and one full stop last, unless they have their own."""
    told = words[:1].upper() + words[1:]
    return told if not stop or told.rstrip("”").endswith((stop, "?", "!")) else f"{told}{stop}"
