"""Rules over reporting verbs: what a verb's subject is made to say.

Each rule is a function from a reading and a verb to the content that it finds, as sets of tokens,
with an id. Quotation marks are dealt with afterwards; here only the parse counts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from twosource.language.interface import Reading
from twosource.language.tree import base, dependents, first_token, negated, sentence_range, subtree
from twosource.reference.cues import (
    DIRECTIVES,
    INFINITIVES,
    KNOWING_VERBS,
    NEEDS_OBJECT_AS,
    NOMINAL_OBJECTS,
    VERBS,
    Act,
)
from twosource.statements.subjects import ADDRESSING, WINDOW, after_comma, own_subject, passive

ANSWERING = frozenset({"comment", "respond", "answer", "elaborate"})
OPENING_MARKS = frozenset({"“", '"', "‘", "'", "(", "["})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"})
INDIRECT_QUESTIONS = frozenset("when how why where who what whether if".split())
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
CONTRASTING = frozenset({"while", "whereas", "although", "though"})
CLOSING_QUOTES = frozenset({"”", '"', "’", "'", "''", "»"})
COMMAS = frozenset({",", "”", '"', "’", "'", "''", "—", "–", "-"})


@dataclass(frozen=True, slots=True)
class Said:
    """Content found for a verb: tokens, the rule's id, and how far the cue reaches."""

    rule: str
    tokens: tuple[int, ...]
    cue_to: int


def contents_of(reading: Reading, verb: int, act: Act) -> Said | None:
    """The content of a reporting verb by the first rule that applies, or ``None``."""
    for applies, rule in RULES:
        if applies is None or act in applies:
            found = rule(reading, verb)
            if found is not None and found.tokens:
                return found
    return None


def _declining(reading: Reading, verb: int) -> Said | None:
    """Declined to say whether ..., refused to comment on ..., (was) unable to confirm ..."""
    for inner in dependents(reading, verb, "xcomp", "ccomp"):
        known = reading.tokens[inner].lemma.lower() in KNOWING_VERBS
        if not known and reading.tokens[verb].lemma.lower() != "decline":
            continue
        tokens = _complement(reading, inner) if known else None
        if tokens is not None:
            return Said("verb.declines", tokens, inner)
        mark = dependents(reading, inner, "mark")
        own = [
            inner,
            *mark,
            *(c for c in dependents(reading, inner, "obj") for c in subtree(reading, c)),
        ]
        return Said("verb.declines", tuple(sorted(own)), verb)
    return None


def _accusing(reading: Reading, verb: int) -> Said | None:
    """Accused X of doing Y, blamed X for Y; the passive "was accused by X of Y" as well."""
    objects = dependents(reading, verb, "obj", "iobj", "nsubj:pass")
    wrongs = [
        child
        for child in dependents(reading, verb, "obl", "xcomp", "advcl", "ccomp")
        if child > verb and _starts_with(reading, child, {"of", "for", "with", "on"})
    ]
    if not objects:
        return None
    tokens: set[int] = set()
    for child in (*objects, *wrongs):
        tokens.update(subtree(reading, child))
    return Said("verb.accuses", tuple(sorted(tokens)), verb)


def _characterising(reading: Reading, verb: int) -> Said | None:
    """Described X as Y, called X Y, condemned X, cited X as Y."""
    if reading.tokens[verb].lemma.lower() not in NEEDS_OBJECT_AS:
        return None
    objects = [c for c in dependents(reading, verb, "obj") if c > verb]
    predicates = [
        c
        for c in dependents(reading, verb, "xcomp", "obl", "advcl", "ccomp")
        if c > verb
        and (base(reading.tokens[c].relation) == "xcomp" or _starts_with(reading, c, {"as"}))
    ]
    if not objects and not (predicates and predicates[0] == predicates[-1]):
        return None
    tokens: set[int] = set()
    for child in (*objects, *predicates):
        tokens.update(subtree(reading, child))
    return Said("verb.characterises", tuple(sorted(tokens)), verb)


def _clause(reading: Reading, verb: int) -> Said | None:
    """Said (that) ..., told Y that ..., asked whether ...: a clause after the verb."""
    clauses = [c for c in dependents(reading, verb, "ccomp") if c > verb]
    if not clauses or _is_tag(reading, clauses[0]):
        return None
    tokens = _quoted_before(reading, verb)
    last = first_token(reading, clauses[0]) - 1
    for clause in clauses:
        whole = subtree(reading, clause)
        if whole[0] > last + 2:
            break
        kept = subtree(reading, clause, _other_voices(reading, verb, whole))
        tokens += [t for t in kept if t > verb or reading.tokens[t].xpos not in RELATIVE_TAGS]
        last = whole[-1]
    if reading.tokens[verb].lemma.lower() not in ADDRESSING:
        for child in dependents(reading, verb, "obj"):
            if verb < child < clauses[0]:
                tokens += subtree(reading, child)
    kept = _without_tails(reading, sorted(set(tokens)))
    return Said("verb.clause", tuple(kept), verb)


def _without_tails(reading: Reading, tokens: list[int]) -> list[int]:
    """Leave out a closing tag and a closing "according to": they attribute the whole sentence."""
    dropped: set[int] = set()
    for t in tokens:
        token = reading.tokens[t]
        if token.upos == "VERB" and token.lemma.lower() in VERBS and _is_tag(reading, t):
            dropped.update(subtree(reading, t))
        elif token.text.lower() == "according" and reading.tokens[t - 1].text in COMMAS:
            source = token.head if token.head > t else t
            end = max(subtree(reading, source))
            if end >= tokens[-1] - 1:
                dropped.update(range(t - 1, tokens[-1] + 1))
    return [t for t in tokens if t not in dropped]


def _quoted_before(reading: Reading, verb: int) -> list[int]:
    """The first part of a quotation that its cue interrupts: "...," X said, "..."."""
    subject = own_subject(reading, verb)
    first = _opening(reading, verb)
    start = verb if subject is None else min(verb, first_token(reading, subject))
    closed = start > first and reading.tokens[start - 1].text in CLOSING_QUOTES
    if closed and reading.tokens[first].text in OPENING_MARKS and subject is not None:
        return list(range(first, start))
    return []


def _other_voices(reading: Reading, verb: int, tokens: list[int]) -> list[int]:
    """Reporting clauses that hang on a content in the parse but go back to who reports it.

    "while the ministry denied ...", ", citing ..." and "... and warned ...".
    """
    return [t for t in tokens if _other_voice(reading, verb, t)]


def _other_voice(reading: Reading, verb: int, clause: int) -> bool:
    token = reading.tokens[clause]
    if token.lemma.lower() not in VERBS or token.upos != "VERB":
        return False
    own = bool(dependents(reading, clause, "nsubj"))
    if token.relation == "conj":
        return not own and token.xpos == reading.tokens[verb].xpos == "VBD"
    if token.relation != "advcl":
        return False
    contrast = own and _starts_with(reading, clause, CONTRASTING)
    return contrast or (token.xpos == "VBG" and after_comma(reading, clause))


def _infinitive(reading: Reading, verb: int) -> Said | None:
    """Vowed to retaliate, expected to see ..., denied carrying out ...: an open complement."""
    lemma = reading.tokens[verb].lemma.lower()
    if lemma not in INFINITIVES and VERBS.get(lemma) is not Act.DENY:
        return None
    for clause in dependents(reading, verb, "xcomp", "advcl"):
        token = reading.tokens[clause]
        gerund = token.xpos == "VBG" and clause == verb + 1
        if clause > verb and (base(token.relation) == "xcomp" or gerund):
            return Said("verb.infinitive", tuple(subtree(reading, clause)), verb)
    return None


def _directive(reading: Reading, verb: int) -> Said | None:
    """Advised residents to stay inside: what somebody is told to do."""
    if reading.tokens[verb].lemma.lower() not in DIRECTIVES:
        return None
    if not dependents(reading, verb, "obj", "iobj"):
        return None
    for clause in dependents(reading, verb, "xcomp"):
        if clause > verb:
            return Said("verb.directive", tuple(subtree(reading, clause)), verb)
    return None


def _calling(reading: Reading, verb: int) -> Said | None:
    """Called for an inquiry, called on the ministry to resign."""
    if reading.tokens[verb].lemma.lower() != "call" or passive(reading, verb):
        return None
    for child in dependents(reading, verb, "obl", "advcl", "xcomp"):
        if child > verb and _starts_with(reading, child, {"for", "on", "upon"}):
            tokens = set(subtree(reading, child))
            for clause in dependents(reading, verb, "xcomp", "advcl"):
                if clause > child and _starts_with(reading, clause, {"to"}):
                    tokens.update(subtree(reading, clause))
            return Said("verb.calls-for", tuple(sorted(tokens)), verb)
    return None


def _nominal(reading: Reading, verb: int) -> Said | None:
    """Denied any involvement, reported a loud bang, warned of ...: a noun phrase as content."""
    lemma = reading.tokens[verb].lemma.lower()
    phrasal = verb + 1 < len(reading.tokens) and reading.tokens[verb + 1].text in {"out", "down"}
    if lemma not in NOMINAL_OBJECTS and not (lemma.startswith("rul") and phrasal):
        return None
    for child in dependents(reading, verb, "obj"):
        if child > verb and reading.tokens[child].upos != "PRON":
            return Said("verb.noun", tuple(subtree(reading, child)), verb)
        if child > verb and reading.tokens[child].lemma.lower() in {"this", "that", "it"}:
            return Said("verb.anaphor", tuple(subtree(reading, child)), verb)
    for child in dependents(reading, verb, "obl"):
        if (
            child > verb
            and lemma == "warn"
            and _starts_with(reading, child, {"of", "about", "against"})
        ):
            return Said("verb.noun", tuple(subtree(reading, child)), verb)
    return None


def _tag(reading: Reading, verb: int) -> Said | None:
    """..., X said; ..., said X: the verb closes or interrupts the sentence that it attributes."""
    if _quote_follows(reading, verb):
        return None
    before = [c for c in dependents(reading, verb, "ccomp") if c < verb]
    start = _tag_start(reading, verb)
    token = reading.tokens[verb]
    first = _opening(reading, verb)
    if before and (start is None or reading.tokens[start - 1].text != ","):
        return Said("tag.complement", tuple(subtree(reading, before[0])), verb)
    if start is None or _has_complement(reading, verb):
        return None
    if before:
        return Said("tag.complement", tuple(range(first, start)), verb)
    own = set(subtree(reading, verb))
    if base(token.relation) in {"parataxis", "ccomp", "advcl", "conj"} and token.head < verb:
        whole = (
            set(subtree(reading, token.head))
            if token.relation == "parataxis"
            else set(range(first, start))
        )
        tokens = sorted(t for t in whole if t not in own)
        return Said("tag.parataxis", tuple(tokens), verb)
    left = [t for t in range(first, start) if reading.tokens[t].upos != "PUNCT"]
    if len(left) < 2:
        return None
    after = [t for t in range(verb + 1, sentence_range(reading, verb)[1]) if t not in own]
    return Said("tag.surface", (*range(first, start), *after), verb)


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


def _opening(reading: Reading, verb: int) -> int:
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


def _tag_start(reading: Reading, verb: int) -> int | None:
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


def _is_tag(reading: Reading, clause: int) -> bool:
    """Whether a clause that hangs on a verb is itself a closing tag without a content."""
    lemma = reading.tokens[clause].lemma.lower()
    return (
        lemma in VERBS
        and not _has_complement(reading, clause)
        and _tag_start(reading, clause) is not None
        and not dependents(reading, clause, "mark")
    )


def _has_complement(reading: Reading, verb: int) -> bool:
    return any(
        c > verb and base(reading.tokens[c].relation) in {"ccomp", "xcomp"}
        for c in reading.children[verb]
    )


def _complement(reading: Reading, verb: int) -> tuple[int, ...] | None:
    """What a verb of knowing is about: its clause, object, or "on"/"about" phrase."""
    for relation in ("ccomp", "xcomp", "obj", "obl", "advcl"):
        for child in dependents(reading, verb, relation):
            if relation == "advcl" and not _starts_with(reading, child, INDIRECT_QUESTIONS):
                continue
            if child > verb and (
                relation != "obl" or _starts_with(reading, child, {"on", "about"})
            ):
                return tuple(subtree(reading, child))
    return None


def _cannot(reading: Reading, verb: int) -> Said | None:
    """Cannot confirm ..., would not say whether ..., has not commented on ..."""
    token = reading.tokens[verb]
    if token.lemma.lower() not in KNOWING_VERBS or not negated(reading, verb):
        return None
    tokens = _complement(reading, verb)
    if tokens is None and token.lemma.lower() in ANSWERING:
        tokens = next((tuple(subtree(reading, c)) for c in dependents(reading, verb, "obl")), None)
    return None if tokens is None else Said("verb.cannot", tokens, verb)


def _starts_with(reading: Reading, child: int, words: Collection[str]) -> bool:
    return reading.tokens[subtree(reading, child)[0]].lemma.lower() in words


Rule = Callable[[Reading, int], Said | None]
RULES: tuple[tuple[frozenset[Act] | None, Rule], ...] = (
    (frozenset({Act.DECLINE}), _declining),
    (frozenset({Act.ACCUSE}), _accusing),
    (None, _cannot),
    (frozenset({Act.CHARACTERISE}), _calling),
    (frozenset({Act.CHARACTERISE, Act.DENY}), _characterising),
    (None, _clause),
    (None, _infinitive),
    (None, _directive),
    (None, _tag),
    (None, _nominal),
)
"""Rules in the order in which they are tried, with the acts that they are for (``None``: all)."""


def reporting_verbs(reading: Reading) -> Iterator[tuple[int, Act]]:
    """Tokens that report, with their act: listed verbs, and "be unable to"."""
    for token in reading.tokens:
        lemma = token.lemma.lower()
        if token.upos == "VERB" and lemma in VERBS:
            yield token.index, VERBS[lemma]
        elif token.upos == "VERB" and token.text.lower() in {"rule", "ruled", "rules", "ruling"}:
            yield token.index, Act.DENY
        elif token.upos == "ADJ" and lemma == "unable":
            yield token.index, Act.DECLINE
