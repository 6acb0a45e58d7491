"""Noun phrases as arguments: the whole phrase, its head or name, what narrows it down."""

from __future__ import annotations

from twosource.language.interface import Name, Reading
from twosource.language.tree import base, dependents, runs, subtree
from twosource.model.proposition import Argument, ArgumentRole
from twosource.model.report import Report, cut

NO_ONE = frozenset("nobody none nothing nowhere".split())
_NO = frozenset("no neither".split())
_OWNERS = {
    "their": "they", "his": "he", "her": "she", "its": "it", "our": "we", "my": "i", "your": "you",
}  # fmt: skip
_HYPHENS = frozenset("-‐‑–")
_OUTSIDE = frozenset(
    {"acl:relcl", "parataxis", "conj", "cc", "cc:preconj", "punct", "case", "cop", "aux", "mark"}
)
_WITH_CLAUSE = frozenset({"nsubj", "csubj", "expl", "advcl", "ccomp", "discourse", "obl"})
_NARROWING_DETERMINERS = frozenset("another other".split())


def argument_at(
    report: Report, reading: Reading, head: int, role: ArgumentRole, preposition: str
) -> Argument:
    """The argument whose head is a token.

    Args:
        report: The report to cut spans from.
        reading: Its reading.
        head: The head of the phrase.
        role: The part it plays.
        preposition: Lemma of the preposition that joins it, or ``""``.
    """
    tokens = reading.tokens
    first, last = _phrase(reading, head)
    name = name_at(reading, head)
    head_first, head_last = (name.first, name.last) if name else (head, head + 1)
    return Argument(
        role=role,
        preposition=preposition,
        span=cut(report, tokens[first].start, tokens[last - 1].end),
        head=cut(report, tokens[head_first].start, tokens[head_last - 1].end),
        lemma=_lemma(reading, head, name),
        modifiers=modifiers_of(reading, head, name),
        negative=is_negative(reading, head),
    )


def name_at(reading: Reading, token: int) -> Name | None:
    """The name that a token stands in, or ``None``."""
    return next((name for name in reading.names if name.first <= token < name.last), None)


def is_negative(reading: Reading, head: int) -> bool:
    """Whether a phrase says that there is none: "no wire", "nobody", "none of", "not one of"."""
    word = reading.tokens[head].lemma.lower()
    near = (reading.tokens[c] for c in dependents(reading, head, "det", "advmod", "cc", "amod"))
    none = word in NO_ONE or any(child.lemma.lower() in _NO for child in near)
    return none or not_one(reading, head) is not None


def not_one(reading: Reading, head: int) -> int | None:
    """The "not" of "not one of them" and "not a single shot"; ``None`` where there is none."""
    first = min([head, *dependents(reading, head, "det", "amod", "nummod", "advmod", "cc")])
    words = [reading.tokens[t].text.lower() for t in range(first, head + 1)]
    if words[:1] != ["not"] and first > 0:
        first, words = first - 1, [reading.tokens[first - 1].text.lower(), *words]
    is_none = words[:2] == ["not", "one"] or words[:3] == ["not", "a", "single"]
    return first if is_none else None


def is_definite(reading: Reading, head: int) -> bool:
    """Whether a phrase names something taken as known: "the attack", "his arrest"."""
    if name_at(reading, head) is not None:
        return True
    if dependents(reading, head, "nmod:poss"):
        return True
    return any(
        reading.tokens[d].lemma.lower() in {"the", "this", "that", "these", "those"}
        for d in dependents(reading, head, "det")
    )


def preposition_of(reading: Reading, head: int) -> str:
    """The preposition that joins a phrase, its fixed words included ("out of"), or ``""``."""
    cases = dependents(reading, head, "case")
    if not cases:
        return ""
    words = [cases[0], *dependents(reading, cases[0], "fixed"), *cases[1:]]
    lemmas = (reading.tokens[w].lemma.lower() for w in sorted(set(words)))
    return " ".join(lemma for lemma in lemmas if lemma not in {"'s", "’s", "'", "’"})


def conjuncts(reading: Reading, head: int) -> list[int]:
    """The head and the nominal heads coordinated with it."""
    return [
        head,
        *(
            c
            for c in dependents(reading, head, "conj")
            if reading.tokens[c].upos in {"NOUN", "PROPN", "PRON", "NUM"}
            and not dependents(reading, c, "nsubj", "cop")
        ),
    ]


def _phrase(reading: Reading, head: int) -> tuple[int, int]:
    """The run of tokens of the phrase that holds its head, joining words left out."""
    predicate = bool(dependents(reading, head, "cop", "nsubj", "expl"))
    outside = {
        child
        for child in reading.children[head]
        if reading.tokens[child].relation in _OUTSIDE
        or (predicate and base(reading.tokens[child].relation) in _WITH_CLAUSE)
    }
    kept = subtree(reading, head, outside)
    for first, last in runs(kept):
        if first <= head < last:
            return first, last
    return head, head + 1


def _lemma(reading: Reading, head: int, name: Name | None) -> str:
    tokens = reading.tokens
    if name is not None and name.last - name.first > 1:
        return " ".join(tokens[t].text.lower() for t in range(name.first, name.last))
    before = [
        t
        for t in dependents(reading, head, "compound", "flat")
        if tokens[t].relation != "compound:prt"
        and tokens[t].upos != "NUM"
        and not (t > 0 and t < head and tokens[t - 1].text in _HYPHENS)
    ]
    if tokens[head].xpos == "PRP$":
        return _OWNERS.get(tokens[head].text.lower(), tokens[head].text.lower())
    words = [*(tokens[t] for t in sorted(before) if t < head), tokens[head]]
    words += [tokens[t] for t in sorted(before) if t > head]
    return " ".join((w.lemma or w.text).lower() for w in words if w.upos != "PUNCT")


def modifiers_of(reading: Reading, head: int, name: Name | None = None) -> tuple[str, ...]:
    """Lemmas that narrow a head down, sorted: adjectives, participles, "another"."""
    found: set[str] = set()
    for child in reading.children[head]:
        token = reading.tokens[child]
        if name is not None and name.first <= child < name.last:
            continue
        adjective = base(token.relation) == "amod"
        other = token.relation == "det" and token.lemma.lower() in _NARROWING_DETERMINERS
        if adjective or other:
            found.add((token.lemma or token.text).lower())
    return tuple(sorted(found))
