"""The words that differ between two texts, as runs that a reader would mark.

The longest common run of words is found by rapidfuzz (Indel distance, bit-parallel). What it gives
is mended twice: scattered words that happen to be equal between two changes are taken into one
change, and a run that was put in or taken out begins where a sentence does if it can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:['’]\w+)*|[^\w\s]")
_PARAGRAPH = re.compile(r"[^\n]+")
_FOLDED = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
_MOST_PAIRS = 400_000_000
"""Words of one text times words of the other up to which they are compared: about 50 MB."""
_ISLAND = 2
"""Tokens that equal one another by chance between two changes, if none of them carries weight."""
_SEA = 4
"""Tokens that change around an equal one from which even a word of weight is equal by chance."""
_WEIGHTY = 4
"""Letters from which a word carries weight; every number does."""
_SENTENCE_ENDS = frozenset(".!?\"'")
_FULL_STOPS = frozenset(".!?")
FEWEST_MOVED = 8
"""Tokens from which a run that is taken out here and put in there was moved."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run that differs, as half-open offsets in both texts; an empty one marks the place."""

    before: tuple[int, int]
    after: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two texts compared.

    Attributes:
        runs: What differs, in order.
        moved: Pairs of runs of which the first was taken out and the second put in alike.
        same: Runs that stand in both, as offsets: start before, start after, length before and
            after.
    """

    runs: tuple[Run, ...]
    moved: tuple[tuple[Run, Run], ...]
    same: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    form: str


@dataclass(frozen=True, slots=True)
class _Block:
    """Token numbers that differ, half-open."""

    first: int
    last: int
    from_: int
    to: int


def difference(before: str, after: str) -> Difference:
    """Compare two texts word by word; marks and dashes of another shape are the same mark.

    Texts too long for that are compared paragraph by paragraph, and where even that is too much,
    all that lies between what they begin and end with alike is one run.
    """
    for shape in (_WORD, _PARAGRAPH):
        old, new = _tokens(before, shape), _tokens(after, shape)
        if len(old) * len(new) <= _MOST_PAIRS:
            blocks = _blocks(old, new)
            break
    else:
        old, new = _tokens(before, _PARAGRAPH), _tokens(after, _PARAGRAPH)
        blocks = _middle(old, new)
    runs = [_run(one, old, new) for one in blocks]
    moved = _moved(blocks, old, new)
    gone = {index for pair in moved for index in pair}
    return Difference(
        tuple(run for index, run in enumerate(runs) if index not in gone),
        tuple((runs[one], runs[other]) for one, other in moved),
        tuple(_same(blocks, old, new)),
    )


def _tokens(text: str, shape: re.Pattern[str]) -> list[_Token]:
    return [
        _Token(m.start(), m.end(), " ".join(m[0].translate(_FOLDED).split()))
        for m in shape.finditer(text)
        if m[0].strip()
    ]


def _blocks(old: Sequence[_Token], new: Sequence[_Token]) -> list[_Block]:
    found: list[_Block] = []
    for step in Indel.opcodes([t.form for t in old], [t.form for t in new]):
        if step.tag == "equal":
            continue
        block = _Block(step.src_start, step.src_end, step.dest_start, step.dest_end)
        if found and _joined(found[-1], block, old):
            block = _Block(found[-1].first, block.last, found[-1].from_, block.to)
            found.pop()
        found.append(block)
    cut = [piece for block in found for piece in _apart(block, old, new)]
    return [
        _slid(block, old, new)
        for block in cut
        if block.first < block.last or block.from_ < block.to
    ]


def _joined(left: _Block, right: _Block, old: Sequence[_Token]) -> bool:
    """Whether what stands between two changes is equal by chance only."""
    between = old[left.last : right.first]
    if not between:
        return True
    if len(between) > _ISLAND:
        return False
    around = sum(max(b.last - b.first, b.to - b.from_) for b in (left, right))
    if any(_carries(token.form) for token in between) and around < _SEA * len(between):
        return False
    replaced = all(b.last > b.first and b.to > b.from_ for b in (left, right))
    mixed = (left.last > left.first or right.last > right.first) and (
        left.to > left.from_ or right.to > right.from_
    )
    return (replaced or mixed) and not any(token.form in _SENTENCE_ENDS for token in between)


def _carries(form: str) -> bool:
    return form[:1].isdigit() or len(form) >= _WEIGHTY


def _slid(block: _Block, old: Sequence[_Token], new: Sequence[_Token]) -> _Block:
    """A pure insertion or deletion, moved over equal words to where a sentence begins."""
    if (block.last > block.first) == (block.to > block.from_):
        return block
    tokens, first, last = (
        (old, block.first, block.last) if block.last > block.first else (new, block.from_, block.to)
    )
    steps = [*_leftward(tokens, first, last), *_rightward(tokens, first, last)]
    shift = 0 if _opens(tokens, first) else next((s for s in steps if _opens(tokens, first + s)), 0)
    return _Block(block.first + shift, block.last + shift, block.from_ + shift, block.to + shift)


def _leftward(tokens: Sequence[_Token], first: int, last: int) -> Iterator[int]:
    step = 0
    while first + step > 0 and tokens[first + step - 1].form == tokens[last + step - 1].form:
        step -= 1
        yield step


def _rightward(tokens: Sequence[_Token], first: int, last: int) -> Iterator[int]:
    step = 0
    while last + step < len(tokens) and tokens[first + step].form == tokens[last + step].form:
        step += 1
        yield step


def _apart(block: _Block, old: Sequence[_Token], new: Sequence[_Token]) -> list[_Block]:
    """A change and the sentences that were put in or taken out behind it, as two changes.

    The longest common run often holds on to the last full stop: "March" against "April. A sentence
    more". Where a change stops at a full stop that one side of it has too, it ends at the first.
    """
    if block.last == len(old) or block.to == len(new):
        return [block]
    mark = old[block.last].form
    if mark not in _FULL_STOPS or block.first == block.last or block.from_ == block.to:
        return [block]
    gone = [t.form for t in old[block.first : block.last]]
    come = [t.form for t in new[block.from_ : block.to]]
    if mark in come and mark not in gone:
        cut = block.from_ + come.index(mark)
        rest = _Block(block.last + 1, block.last + 1, cut + 1, block.to + 1)
        return [_Block(block.first, block.last, block.from_, cut), rest]
    if mark in gone and mark not in come:
        cut = block.first + gone.index(mark)
        rest = _Block(cut + 1, block.last + 1, block.to + 1, block.to + 1)
        return [_Block(block.first, cut, block.from_, block.to), rest]
    return [block]


def _opens(tokens: Sequence[_Token], index: int) -> bool:
    return index == 0 or tokens[index - 1].form in _SENTENCE_ENDS


def _middle(old: Sequence[_Token], new: Sequence[_Token]) -> list[_Block]:
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i].form != new[i].form), most)
    rest = most - head
    tail = next((i for i in range(rest) if old[-1 - i].form != new[-1 - i].form), rest)
    block = _Block(head, len(old) - tail, head, len(new) - tail)
    return [] if block.first == block.last and block.from_ == block.to else [block]


def _moved(
    blocks: Sequence[_Block], old: Sequence[_Token], new: Sequence[_Token]
) -> list[tuple[int, int]]:
    """Numbers of blocks of which one is taken out and the other puts the same words in."""
    put_in: dict[tuple[str, ...], int] = {}
    for index, block in enumerate(blocks):
        if block.first == block.last:
            put_in.setdefault(tuple(t.form for t in new[block.from_ : block.to]), index)
    found: list[tuple[int, int]] = []
    for index, block in enumerate(blocks):
        words = tuple(t.form for t in old[block.first : block.last])
        if block.from_ == block.to and len(words) >= FEWEST_MOVED and words in put_in:
            found.append((index, put_in.pop(words)))
    return found


def _run(block: _Block, old: Sequence[_Token], new: Sequence[_Token]) -> Run:
    return Run(
        _offsets(block.first, block.last, old),
        _offsets(block.from_, block.to, new),
    )


def _offsets(first: int, last: int, tokens: Sequence[_Token]) -> tuple[int, int]:
    if first < last:
        return tokens[first].start, tokens[last - 1].end
    place = tokens[first].start if first < len(tokens) else (tokens[-1].end if tokens else 0)
    return place, place


def _same(
    blocks: Sequence[_Block], old: Sequence[_Token], new: Sequence[_Token]
) -> list[tuple[int, int, int, int]]:
    found: list[tuple[int, int, int, int]] = []
    first, from_ = 0, 0
    ends = _Block(len(old), len(old), len(new), len(new))
    for block in (*blocks, ends):
        # a block that took chance words in leaves runs of one length on both sides
        for step in range(min(block.first - first, block.from_ - from_)):
            one, other = old[first + step], new[from_ + step]
            found.append((one.start, other.start, one.end - one.start, other.end - other.start))
        first, from_ = block.last, block.to
    return found
