"""Finding one's way in the parse of a reading. Token numbers in, token numbers out.

Nothing here decides what a construction means; it only says where things stand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from twosource.language.interface import Reading


def base(relation: str) -> str:
    """A relation without its subtype: ``nsubj`` for ``nsubj:pass``."""
    return relation.partition(":")[0]


def dependents(reading: Reading, token: int, *relations: str) -> list[int]:
    """Dependents of ``token`` with one of the relations, subtypes included unless named."""
    return [
        child
        for child in reading.children[token]
        if reading.tokens[child].relation in relations
        or base(reading.tokens[child].relation) in relations
    ]


def first_dependent(reading: Reading, token: int, *relations: str) -> int | None:
    """The first such dependent in text order, or ``None``."""
    found = dependents(reading, token, *relations)
    return found[0] if found else None


def subtree(reading: Reading, token: int, without: Collection[int] = ()) -> list[int]:
    """The token and all that hangs on it, sorted, leaving out the subtrees of ``without``."""
    found: list[int] = []
    open_tokens = [token]
    while open_tokens:
        current = open_tokens.pop()
        if current in without:
            continue
        found.append(current)
        open_tokens.extend(reading.children[current])
    return sorted(found)


def first_token(reading: Reading, token: int) -> int:
    """The first token of a subtree."""
    return subtree(reading, token)[0]


def ancestors(reading: Reading, token: int) -> Iterator[int]:
    """The heads above a token, nearest first, the root of the sentence last."""
    while reading.tokens[token].head != token:
        token = reading.tokens[token].head
        yield token


def is_root(reading: Reading, token: int) -> bool:
    """Whether a token is the root of its sentence."""
    return reading.tokens[token].head == token


def runs(tokens: list[int]) -> list[tuple[int, int]]:
    """Consecutive token numbers as half-open runs: ``[3, 4, 7]`` gives ``[(3, 5), (7, 8)]``."""
    found: list[tuple[int, int]] = []
    for token in tokens:
        if found and found[-1][1] == token:
            found[-1] = (found[-1][0], token + 1)
        else:
            found.append((token, token + 1))
    return found


def sentence_range(reading: Reading, token: int) -> tuple[int, int]:
    """First token and the one after the last of the sentence that a token stands in."""
    sentence = reading.sentences[reading.tokens[token].sentence]
    return sentence.first, sentence.last


def negated(reading: Reading, token: int) -> bool:
    """Whether a negative word hangs directly on the token ("not", "n't", "never", "no")."""
    return any(
        reading.tokens[child].lemma.lower() in {"not", "n't", "never", "no", "neither"}
        for child in reading.children[token]
        if base(reading.tokens[child].relation) in {"advmod", "det", "cc"}
    )
