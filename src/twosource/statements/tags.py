"""Tags: a verb that closes or interrupts the sentence that it attributes ("..., X said")."""

from __future__ import annotations

from twosource.language.interface import Reading
from twosource.language.tree import base, dependents, first_token, sentence_range, subtree
from twosource.reference.cues import VERBS, Act
from twosource.statements.candidates import Said
from twosource.statements.marks import CLOSING_QUOTES, COMMAS, OPENING_MARKS
from twosource.statements.subjects import own_subject
from twosource.statements.turned import ADDRESSING, WINDOW, inverted_aside

SPEAKING_ACTS = frozenset({Act.SAY, Act.CLAIM, Act.CONJECTURE, Act.PROMISE, Act.DENY, Act.ACCUSE})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"})


def tag(reading: Reading, verb: int) -> Said | None:
    """..., X said; ..., said X: the verb closes or interrupts the sentence that it attributes."""
    if _quote_follows(reading, verb):
        return None
    before = [c for c in dependents(reading, verb, "ccomp") if c < verb]
    start = tag_start(reading, verb)
    token = reading.tokens[verb]
    first = opening(reading, verb)
    if before and (start is None or reading.tokens[start - 1].text != ","):
        return Said("tag.complement", tuple(subtree(reading, before[0])), verb)
    if start is None or _has_complement(reading, verb):
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
        tokens = sorted(t for t in whole if t not in own and t not in others)
        return Said("tag.parataxis", tuple(tokens), verb)
    left = [t for t in range(first, start) if reading.tokens[t].upos != "PUNCT"]
    if len(left) < 2:
        return None
    after = [t for t in range(verb + 1, sentence_range(reading, verb)[1]) if t not in own]
    return Said("tag.surface", (*range(first, start), *after), verb)


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


def _has_complement(reading: Reading, verb: int) -> bool:
    return any(
        c > verb and base(reading.tokens[c].relation) in {"ccomp", "xcomp"}
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
        if opens and reading.tokens[token - 1].text in {".", "?", "!"}:
            return token
    return first
