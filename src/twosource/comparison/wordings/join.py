"""Which utterances are one utterance: alike in words, from one voice, or quoted nearly alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from twosource.comparison.voices import stems
from twosource.comparison.wordings.differences import differences
from twosource.comparison.wordings.utterance import Utterance
from twosource.language.meaning import Meaning
from twosource.model.identity import EntityId, WordingId, content_id
from twosource.model.relation import Wording

LEAST_SHARE, LEAST_WEIGHT = 0.5, 2.0
"""What utterances of one voice share at least: of the shorter, and in words."""
QUOTED_SHARE, QUOTED_WEIGHT = 0.6, 3.0
"""The same for quotations whose voices are not known to be one."""
LONG_SHARE, LONG_WEIGHT = 0.6, 4.0
"""The same where one quotes and the other reports, whoever is named."""
NEAR, VERY_NEAR = 0.6, 0.7
"""Cosine of meaning from which two short utterances of one speaker can be one, and two short
quotations whose voices are not known to be one."""
RARE = 60
"""Utterances that may share a word before it stops telling them apart."""


def wordings_of(
    said: Sequence[Utterance], names: Mapping[EntityId, str], meaning: Meaning
) -> tuple[Wording, ...]:
    """Join the utterances that say the same in other words.

    The most alike are joined first. Groups grow only while at least half of what meets is alike,
    so that nothing is joined through a third alone.

    Args:
        said: All utterances of the case, in order of report and offset; own voice is passed over.
        names: Names of the entities.
        meaning: Measures how near two short utterances are.

    Returns:
        The wordings with at least two reports in them, in order of their first utterance.
    """
    utterances = [utterance for utterance in said if not utterance.own]
    vectors: dict[str, Sequence[float]] = {}
    pairs = {
        (i, j): shared(utterances[i], utterances[j])
        for i, j in candidate_pairs(utterances)
        if _one_utterance(utterances[i], utterances[j], names, meaning, vectors)
    }
    groups = _grouped(pairs, utterances)
    return tuple(
        _wording([utterances[i] for i in group])
        for group in groups
        if len({utterances[i].span.report for i in group}) > 1
    )


def _grouped(
    pairs: Mapping[tuple[int, int], tuple[float, float]], utterances: Sequence[Utterance]
) -> list[list[int]]:
    """Join the most alike first; two groups join if at least half of what meets is alike."""
    group_of = {i: [i] for pair in pairs for i in pair}
    for i, j in sorted(pairs, key=lambda pair: (-pairs[pair][1], -pairs[pair][0], pair)):
        ours, theirs = group_of[i], group_of[j]
        if ours is theirs or _said_twice(ours, theirs, utterances):
            continue
        alike = sum((min(a, b), max(a, b)) in pairs for a in ours for b in theirs)
        if 2 * alike >= len(ours) * len(theirs):
            ours += theirs
            group_of.update(dict.fromkeys(theirs, ours))
    whole = {id(group): sorted(group) for group in group_of.values()}
    return sorted(whole.values())


def _said_twice(
    ours: Sequence[int], theirs: Sequence[int], utterances: Sequence[Utterance]
) -> bool:
    """Whether two groups hold parts of one statement, which are two utterances."""
    statements = {utterances[i].statement for i in ours}
    return any(utterances[j].statement in statements for j in theirs)


def candidate_pairs(utterances: Sequence[Utterance]) -> Iterable[tuple[int, int]]:
    """Positions of pairs from two reports that share a word that is not everywhere."""
    holding: dict[str, list[int]] = defaultdict(list)
    for i, utterance in enumerate(utterances):
        for lemma in {word.lemma for word in utterance.words}:
            holding[lemma].append(i)
    found: set[tuple[int, int]] = set()
    for members in holding.values():
        if len(members) <= RARE:
            found.update(
                (i, j)
                for n, i in enumerate(members)
                for j in members[n + 1 :]
                if utterances[i].span.report != utterances[j].span.report
            )
    return sorted(found)


def _one_utterance(
    a: Utterance,
    b: Utterance,
    names: Mapping[EntityId, str],
    meaning: Meaning,
    vectors: dict[str, Sequence[float]],
) -> bool:
    if not (a.quoted or b.quoted) or a.negative != b.negative:
        return False
    weight, share = shared(a, b)
    if share < LEAST_SHARE:
        return False
    if share >= LONG_SHARE and weight >= LONG_WEIGHT:
        return True
    if a.quoted and b.quoted:
        if share >= QUOTED_SHARE and weight >= QUOTED_WEIGHT:
            return True
        if weight >= LEAST_WEIGHT and _nearness(a, b, meaning, vectors) >= VERY_NEAR:
            return True
    if not one_voice(a, b, names):
        return False
    if weight >= LEAST_WEIGHT:
        return True
    return a.speaker == b.speaker and _nearness(a, b, meaning, vectors) >= NEAR


def shared(a: Utterance, b: Utterance) -> tuple[float, float]:
    """Weight of the lemmas that two utterances share, and its share of the shorter."""
    ours = {word.lemma: word.weight for word in a.words}
    theirs = {word.lemma: word.weight for word in b.words}
    weight = sum(min(ours[lemma], theirs[lemma]) for lemma in ours.keys() & theirs.keys())
    return weight, weight / min(sum(ours.values()), sum(theirs.values()))


def one_voice(a: Utterance, b: Utterance, names: Mapping[EntityId, str]) -> bool:
    """Whether two speakers are one, or bodies whose names share a word's stem.

    "Norway" and "the Norwegian ministry" share one; so do a body and its office.
    """
    if a.speaker is not None and a.speaker == b.speaker:
        return True
    return bool(stems(_known(a, names), a.called) & stems(_known(b, names), b.called))


def _known(utterance: Utterance, names: Mapping[EntityId, str]) -> str:
    return "" if utterance.speaker is None else names.get(utterance.speaker, "")


def _nearness(
    a: Utterance, b: Utterance, meaning: Meaning, vectors: dict[str, Sequence[float]]
) -> float:
    for utterance in (a, b):
        if utterance.span.quote not in vectors:
            (row,) = meaning.vectors([utterance.span.quote])
            vectors[utterance.span.quote] = row.tolist()
    pair = zip(vectors[a.span.quote], vectors[b.span.quote], strict=True)
    return sum(x * y for x, y in pair)


def _wording(group: Sequence[Utterance]) -> Wording:
    spans = tuple(utterance.span for utterance in group)
    fields = [field for span in spans for field in (span.report, span.start, span.end)]
    found = dict.fromkeys(
        difference for other in group[1:] for difference in differences(group[0], other)
    )
    return Wording(
        id=WordingId(content_id("wo", *fields)),
        statements=tuple(dict.fromkeys(utterance.statement for utterance in group)),
        spans=spans,
        differences=tuple(found),
    )
