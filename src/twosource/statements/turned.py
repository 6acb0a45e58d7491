"""Speakers printed after or beside their verb, where parsers often take them for something else."""

from __future__ import annotations

from twosource.language.interface import NameKind, Reading
from twosource.language.tree import dependents, first_token, sentence_range, subtree
from twosource.reference.cues import PERSON_ROLES, VERBS, Act
from twosource.statements.circumstances import DAYS, MONTHS, PARTS_OF_DAY, RELATIVE_DAYS
from twosource.statements.phrases import can_speak

TIME_WORDS = DAYS | MONTHS | RELATIVE_DAYS | PARTS_OF_DAY

CLOSING_MARKS = frozenset({",", "”", '"', "’", "'", "''", "?", "!"})

ADDRESSING = frozenset(
    {"tell", "inform", "assure", "remind", "warn", "brief", "notify", "convince", "persuade"}
)
"""Verbs whose object is the listener, not what is said."""

TURNING_VERBS = frozenset("say add write insist note recall argue".split())
"""Verbs of saying that news prints before their subject."""

WINDOW = 8
"""Most words of a speaker between a closing mark and its verb."""


def inverted_aside(reading: Reading, verb: int) -> tuple[int, int] | None:
    """The speaker in "The dyke, insisted X, broke", as a half-open run of tokens.

    Parsers take what stands before the first comma for the subject. There is no verb before it, one
    behind the second, and between them one noun phrase that names somebody.
    """
    token = reading.tokens[verb]
    said = VERBS.get(token.lemma.lower()) in {Act.SAY, Act.CLAIM}
    if not said or token.xpos not in {"VBD", "VBZ"} or not verb:
        return None
    first, last = sentence_range(reading, verb)
    if reading.tokens[verb - 1].text != "," or verb - 1 <= first:
        return None
    end = verb + 1
    while end < min(last, verb + WINDOW) and reading.tokens[end].text != ",":
        end += 1
    run = range(verb + 1, end)
    if not run or end >= last or reading.tokens[end].text != ",":
        return None
    verbs = [
        t for t in range(first, last) if reading.tokens[t].upos in {"VERB", "AUX"} and t != verb
    ]
    heads = [t for t in run if reading.tokens[t].head not in run]
    if not verbs or verbs[0] < end or len(heads) != 1:
        return None
    return (verb + 1, end) if can_speak(reading, heads[0]) else None


def turned(reading: Reading, verb: int) -> int | None:
    """Who is printed after a plain verb of saying: ", says a nurse.", and in headlines "says bank".

    A clause is never taken ("..., said those hurt were divers").
    """
    token = reading.tokens[verb]
    if token.lemma.lower() not in TURNING_VERBS or not verb:
        return None
    if reading.tokens[verb - 1].text not in CLOSING_MARKS:
        return None
    told = dependents(reading, verb, "ccomp")
    led = any(c < verb for c in dependents(reading, verb, "nsubj"))
    for child in dependents(reading, verb, "obj", "iobj", "nsubj", "dep", "ccomp"):
        if reading.tokens[child].upos not in {"NOUN", "PROPN"} or child < verb:
            continue
        clause = dependents(reading, child, "nsubj", "csubj", "cop", "mark")
        if clause or first_token(reading, child) != verb + 1:
            continue
        if led and any(c > child for c in told):
            # "The chief, a captain, said the owner had fled": the owner is told of.
            continue
        if is_person(reading, child) or closes(reading, child):
            return child
    return None


def tells_time(reading: Reading, noun: int) -> bool:
    """Whether a noun phrase names a day, a month or a part of the day."""
    return bool({reading.tokens[t].lemma.lower() for t in subtree(reading, noun)} & TIME_WORDS)


def closes(reading: Reading, noun: int) -> bool:
    """Whether a noun phrase that names no time ends its sentence."""
    whole = subtree(reading, noun)
    _, last = sentence_range(reading, noun)
    rest = range(whole[-1] + 1, last)
    return not tells_time(reading, noun) and all(reading.tokens[t].upos == "PUNCT" for t in rest)


def beside(reading: Reading, verb: int) -> int | None:
    """The noun phrase between a closing mark and the verb, where the parse lost the subject."""
    token = reading.tokens[verb]
    closing = token.xpos == "VBN" and not dependents(reading, verb, "aux", "nsubj")
    if token.xpos not in {"VBD", "VBZ", "VBP"} and not (closing and closes(reading, verb)):
        return None
    return before_mark(reading, verb)


def before_mark(reading: Reading, verb: int) -> int | None:
    """The head of the one noun phrase between a closing mark and the verb."""
    last = _before_apposition(reading, verb)
    first = last
    while first and last - first < WINDOW and reading.tokens[first - 1].text not in CLOSING_MARKS:
        first -= 1
    window = range(first, last)
    if not window or first == 0 or reading.tokens[first - 1].text not in CLOSING_MARKS:
        return None
    heads = [t for t in window if reading.tokens[t].head not in window]
    if len(heads) == 1 and reading.tokens[heads[0]].upos in {"NOUN", "PROPN", "PRON"}:
        return heads[0] if can_speak(reading, heads[0]) else None
    return None


def _before_apposition(reading: Reading, verb: int) -> int:
    """End of the phrase that a verb follows, past an apposition between commas."""
    if not verb or reading.tokens[verb - 1].text != ",":
        return verb
    for token in range(verb - 2, max(verb - 2 * WINDOW, 0), -1):
        if reading.tokens[token].text == ",":
            return token
    return verb


def is_person(reading: Reading, head: int) -> bool:
    """Whether a noun names a person, by role or by name."""
    return reading.tokens[head].lemma.lower() in PERSON_ROLES or any(
        name.first <= head < name.last and name.kind is NameKind.PERSON for name in reading.names
    )


def inverted(reading: Reading, verb: int) -> int | None:
    """A speaker printed right after its verb, which parsers often take for an object."""
    token = reading.tokens[verb]
    if token.xpos not in {"VBD", "VBZ", "VBP"} or token.lemma.lower() in ADDRESSING:
        return None
    for child in dependents(reading, verb, "obj", "iobj", "dep"):
        before = reading.tokens[verb - 1].text if verb else ""
        if verb < child <= verb + WINDOW and before in CLOSING_MARKS:
            return child if can_speak(reading, child) else None
    return None
