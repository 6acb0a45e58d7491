"""Tags: a verb that closes or interrupts the sentence that it attributes ("..., X said")."""

from __future__ import annotations

from twosource.language.interface import Reading
from twosource.language.tree import base, dependents, first_token, sentence_range, subtree
from twosource.reference.cues import VERBS, Act
from twosource.statements.candidates import Said
from twosource.statements.marks import CLOSING_QUOTES, COMMAS, OPENING_MARKS
from twosource.statements.phrases import animate, can_speak, names_person
from twosource.statements.subjects import own_subject
from twosource.statements.turned import ADDRESSING, WINDOW, inverted_aside

SPEAKING_ACTS = frozenset({Act.SAY, Act.CLAIM, Act.CONJECTURE, Act.PROMISE, Act.DENY, Act.ACCUSE})
TAGS = frozenset({"tag.complement", "tag.parataxis", "tag.surface"})
"""Rules of cues that close or interrupt what is said."""
QUOTATION = OPENING_MARKS | CLOSING_QUOTES
_WHEN = frozenset("after as before once since until when whenever while".split())
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"})


def tag(reading: Reading, verb: int) -> Said | None:
    """..., X said; ..., said X: the verb closes or interrupts the sentence that it attributes."""
    parted_from = _parts_subject(reading, verb)
    if parted_from is not None:
        rest = range(verb + 2, sentence_range(reading, verb)[1])
        return Said("tag.surface", (*range(opening(reading, verb), parted_from), *rest), verb)
    before = [c for c in dependents(reading, verb, "ccomp") if c < verb]
    if _quote_follows(reading, verb) or (before and _says_a_word(reading, verb)):
        return None
    start = tag_start(reading, verb)
    token = reading.tokens[verb]
    first = opening(reading, verb)
    if start is not None and interrupts(reading, verb):
        rest = range(verb + 1, sentence_range(reading, verb)[1])
        return Said("tag.surface", (*range(first, start - 1), *rest), verb)
    if before and (start is None or reading.tokens[start - 1].text != ","):
        told = subtree(reading, before[0])
        opened = told[0] if start is None else _quotation_start(reading, told[0], start)
        return Said("tag.complement", tuple(t for t in told if t >= opened), verb)
    if start is None:
        return _muses(reading, verb)
    if _has_complement(reading, verb):
        return None
    first = _quotation_start(reading, first, start)
    if before:
        return Said("tag.complement", (*range(first, start), *_goes_on(reading, verb)), verb)
    own = set(subtree(reading, verb))
    if base(token.relation) in {"parataxis", "ccomp", "advcl", "conj"} and token.head < verb:
        whole = (
            set(subtree(reading, token.head))
            if token.relation == "parataxis"
            else set(range(first, start))
        )
        others = _reports_after(reading, verb)
        tokens = {t for t in whole if t not in own and t not in others}
        tokens.update(_goes_on(reading, verb))
        return Said("tag.parataxis", tuple(sorted(tokens)), verb)
    left = [t for t in range(first, start) if reading.tokens[t].upos != "PUNCT"]
    if len(left) < 2:
        return None
    after = [t for t in range(verb + 1, sentence_range(reading, verb)[1]) if t not in own]
    return Said("tag.surface", (*range(first, start), *after), verb)


def parted(reading: Reading, verb: int, tokens: list[int]) -> tuple[list[int], list[int]]:
    """What a tag closes, and the clause that goes on behind it: "..., she said, but it was lit".

    Args:
        reading: The report, read.
        verb: The verb of the tag.
        tokens: What is said, before the tag and behind it.

    Returns:
        What stands before; and what stands behind, its link first, where it is a clause linked by
        a word or a semicolon. Else all of it, and nothing.
    """
    told = [t for t in tokens if t < verb]
    tail = [t for t in tokens if t > verb]
    while tail and reading.tokens[tail[0]].text == ",":
        tail.pop(0)
    if not told or not tail or any(reading.tokens[t].text in QUOTATION for t in tokens):
        return tokens, []
    link = reading.tokens[tail[0]]
    if link.upos != "CCONJ" and reading.tokens[tail[0] - 1].upos == "CCONJ":
        tail.insert(0, tail[0] - 1)
    elif link.upos != "CCONJ" and link.text != ";":
        return tokens, []
    finite = any(reading.tokens[t].xpos in {"VBD", "VBZ", "VBP", "MD"} for t in tail)
    return (told, tail) if finite and len(tail) > 2 else (tokens, [])


def interrupts(reading: Reading, verb: int) -> bool:
    """Whether a cue parts two halves of what is said: "what she wants, she says, is ..."."""
    after = [t.text.lower() for t in reading.tokens[verb + 1 : verb + 3]]
    if len(after) < 2 or after[0] not in {",", ";"} or after[1] == "that":
        return False
    if after[1] in OPENING_MARKS and _tells_when(reading, verb):
        return False
    told = [t for c in dependents(reading, verb, "ccomp") for t in subtree(reading, c)]
    return tag_start(reading, verb) is not None and verb + 2 in told


def _parts_subject(reading: Reading, verb: int) -> int | None:
    """The comma at which a cue parts a subject from its clause: "The chief, she says, “ran”."."""
    subjects = [s for s in dependents(reading, verb, "nsubj") if s < verb]
    if len(subjects) != 2 or VERBS.get(reading.tokens[verb].lemma.lower()) not in SPEAKING_ACTS:
        return None
    after = reading.tokens[verb + 1 : verb + 2]
    comma = first_token(reading, subjects[1]) - 1
    if not after or after[0].text != "," or reading.tokens[comma].text != ",":
        return None
    whole = [t for t in subtree(reading, subjects[0]) if t != comma]
    verbs = any(reading.tokens[t].upos in {"VERB", "AUX"} for t in whole)
    named = names_person(reading.tokens[subjects[0]].lemma.lower())
    beside = named and reading.tokens[subjects[1]].upos == "PROPN"
    return comma if whole[-1] == comma - 1 and not verbs and not beside else None


def _says_a_word(reading: Reading, verb: int) -> bool:
    """Whether what is said is a noun behind the cue: "Two ships collide, owner says sabotage"."""
    led = any(s < verb for s in dependents(reading, verb, "nsubj"))
    after = [c for c in dependents(reading, verb, "obj") if c == verb + 1]
    listened = reading.tokens[verb].lemma.lower() in ADDRESSING
    return led and not listened and any(reading.tokens[c].upos == "NOUN" for c in after)


def _tells_when(reading: Reading, verb: int) -> bool:
    """Whether what stands before a cue says when it was said: "When he called, I thought, “..."."""
    before = (first_token(reading, c) for c in dependents(reading, verb, "advcl") if c < verb)
    return any(reading.tokens[first].lemma.lower() in _WHEN for first in before)


def _muses(reading: Reading, verb: int) -> Said | None:
    """The mast fell I think in the night: "I" and a verb of thinking thrown in without commas."""
    token = reading.tokens[verb]
    subject = own_subject(reading, verb)
    if VERBS.get(token.lemma.lower()) is not Act.BELIEVE or subject != verb - 1:
        return None
    if reading.tokens[subject].text != "I" or dependents(reading, verb, "obj", "ccomp", "xcomp"):
        return None
    around = [token.head] if token.relation == "parataxis" and token.head < verb else []
    if token.relation == "ccomp":
        around = [c for c in dependents(reading, token.head, "ccomp") if c < verb]
    if not around:
        return None
    rest = set(subtree(reading, verb)) | set(subtree(reading, around[-1]))
    return Said("tag.parataxis", tuple(sorted(rest - {subject, verb})), verb)


def closes_unlisted(reading: Reading, verb: int) -> bool:
    """Whether any verb closes a sentence as a tag does: "the gate was shut, the port clarifies".

    Its subject can speak and stands behind a comma, a whole clause stands before, and nothing but
    when and where stands after. The parse sets a tag apart from a clause put beside another one.
    """
    token = reading.tokens[verb]
    if token.xpos not in {"VBD", "VBZ", "VBP"}:
        return False
    before = [c for c in dependents(reading, verb, "ccomp") if c < verb]
    if not before and (base(token.relation) != "parataxis" or token.head > verb):
        return False
    told = before[0] if before else token.head
    subjects = [c for c in dependents(reading, verb, "nsubj") if c < verb]
    others = {base(reading.tokens[c].relation) for c in reading.children[verb] if c not in before}
    if not subjects or not others <= {"nsubj", "punct", "obl", "advmod", "aux"}:
        return False
    start = first_token(reading, subjects[0])
    if reading.tokens[start].text == ",":
        start += 1
    speaks = can_speak(reading, subjects[0]) and animate(reading, subjects[0])
    whole = dependents(reading, told, "nsubj", "expl")
    _, last = sentence_range(reading, verb)
    ends = subtree(reading, verb)[-1]
    closed = all(reading.tokens[t].upos == "PUNCT" for t in range(ends + 1, last))
    quoted = start > 1 and reading.tokens[start - 1].text in CLOSING_QUOTES
    mark = reading.tokens[start - 2 if quoted else start - 1].text
    return speaks and closed and bool(whole) and (mark == "," or (quoted and mark in {"?", "!"}))


def _reports_after(reading: Reading, verb: int) -> set[int]:
    """Reporting clauses that a tag is followed by: "..., X said, and the council denied it"."""
    _, last = sentence_range(reading, verb)
    return {
        t
        for clause in range(verb + 1, last)
        if base(reading.tokens[clause].relation) == "conj"
        and VERBS.get(reading.tokens[clause].lemma.lower()) in SPEAKING_ACTS
        and dependents(reading, clause, "nsubj")
        for t in subtree(reading, clause)
    }


def _goes_on(reading: Reading, verb: int) -> list[int]:
    """What a tag parts from the clause before it: "..., X said, and the gate was shut"."""
    if reading.tokens[verb + 1 if verb + 1 < len(reading.tokens) else verb].text in OPENING_MARKS:
        return []
    before = [c for c in dependents(reading, verb, "ccomp") if c < verb]
    for head in (*before, verb):
        for clause in dependents(reading, head, "conj"):
            first = first_token(reading, clause)
            parted = first > verb and reading.tokens[first].text in COMMAS
            linked = dependents(reading, clause, "cc")
            told = dependents(reading, clause, "nsubj", "expl")
            reports = reading.tokens[clause].lemma.lower() in VERBS
            if parted and linked and told and not reports:
                return [t for t in subtree(reading, clause) if t > linked[0]]
    return []


def aside(reading: Reading, verb: int) -> Said | None:
    """The dyke, insisted X, broke at noon: a cue and its speaker between two commas."""
    run = inverted_aside(reading, verb)
    if run is None:
        return None
    first, last = sentence_range(reading, verb)
    return Said("tag.surface", (*range(first, verb - 1), *range(run[1] + 1, last)), verb)


def is_tag(reading: Reading, clause: int) -> bool:
    """Whether a clause that hangs on a verb is itself a closing tag without a content."""
    lemma = reading.tokens[clause].lemma.lower()
    return (
        lemma in VERBS
        and not _has_complement(reading, clause)
        and tag_start(reading, clause) is not None
        and not dependents(reading, clause, "mark")
    )


def opening(reading: Reading, verb: int) -> int:
    """First token of what a closing tag attributes, past a linking word ("Meanwhile, ...").

    A sentence that ends in a colon runs on into the next one of its paragraph.
    """
    first, _ = sentence_range(reading, verb)
    number = reading.tokens[verb].sentence
    while number and reading.tokens[first - 1].text == ":":
        before = reading.sentences[number - 1]
        if before.paragraph != reading.sentences[number].paragraph:
            break
        number, first = number - 1, before.first
    while (
        reading.tokens[first].upos in {"ADV", "CCONJ", "PUNCT"}
        and reading.tokens[first].head == verb
        and reading.tokens[first].text not in OPENING_MARKS
    ):
        first += 1
    return first


def tag_start(reading: Reading, verb: int) -> int | None:
    """First token of a closing tag ("X said" or "said X") that follows a comma or closing mark."""
    first, last = sentence_range(reading, verb)
    subject = own_subject(reading, verb)
    if subject is None or reading.tokens[subject].upos not in NOMINAL:
        return None
    objects = [c for c in dependents(reading, verb, "obj") if c != subject]
    if objects and reading.tokens[verb].lemma not in ADDRESSING:
        return None
    start = min(verb, first_token(reading, subject)) if subject < verb else verb
    while start < subject and reading.tokens[start].upos == "PUNCT":
        start += 1
    if start <= first or reading.tokens[start - 1].text not in COMMAS:
        return None
    inside = set(subtree(reading, verb))
    after = next((t for t in range(max(verb, subject) + 1, last) if t not in inside), last)
    enclosed = after < last and reading.tokens[after].text == ","
    tail = [t for t in range(after, last) if reading.tokens[t].upos == "VERB"]
    aside = reading.tokens[verb].relation == "parataxis" or enclosed
    return start if aside or all(t in inside for t in tail) else None


def _quote_follows(reading: Reading, verb: int) -> bool:
    """Whether a verb leads into a quotation ("replied, “..."), with none closing before it."""
    after = verb + 1
    while after < len(reading.tokens) and reading.tokens[after].text in {",", ":"}:
        after += 1
    return (
        verb + 1 < after < len(reading.tokens)
        and reading.tokens[after].text in OPENING_MARKS
        and not any(
            reading.tokens[t].text in CLOSING_QUOTES for t in range(max(0, verb - WINDOW), verb)
        )
    )


def before_name(reading: Reading, verb: int, clause: int) -> bool:
    """Whether what the parse takes for a clause is a rank before the speaker: "says PC Brandt"."""
    after = reading.tokens[clause + 1] if clause + 1 < len(reading.tokens) else None
    alone = subtree(reading, clause) == [clause] and clause == verb + 1
    return alone and after is not None and after.head == verb and after.relation == "nsubj"


def _has_complement(reading: Reading, verb: int) -> bool:
    return any(
        c > verb
        and base(reading.tokens[c].relation) in {"ccomp", "xcomp"}
        and not before_name(reading, verb, c)
        for c in reading.children[verb]
    )


def _quotation_start(reading: Reading, first: int, start: int) -> int:
    """Where the quotation right before a tag begins, when it opens a sentence of its own.

    A reader of sentences sometimes misses the break before an opening mark.
    """
    if reading.tokens[start - 1].text not in CLOSING_QUOTES:
        return first
    for token in range(start - 2, first, -1):
        opens = reading.tokens[token].text in OPENING_MARKS
        opens = opens and reading.tokens[token].end == reading.tokens[token + 1].start
        if opens and reading.tokens[token - 1].text in {".", "?", "!"}:
            return token
    return first
