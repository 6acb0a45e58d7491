"""Two clauses on one matter: whether it is so, or who did it."""

from __future__ import annotations

from twosource.comparison.relations.verdict import Given, Verdict
from twosource.model.claim import NO, POSSIBLY, YES, Claim
from twosource.model.proposition import Proposition
from twosource.model.relation import Matter, RelationKind


def relate_polarity(a: Claim, b: Claim, left: Given, right: Given) -> Verdict:
    """Compare two answers to whether something is so."""
    first, second = polarity(a), polarity(b)
    if first == second:
        return Verdict(RelationKind.AGREEMENT, Matter.POLARITY, f"both answer {first}")
    if POSSIBLY in {first, second}:
        if NO in {first, second} and _seen(left, right):
            return _appearance_denied(first, left, right)
        if NO in {first, second} and _left_open(left, right):
            return Verdict(
                RelationKind.CONTRADICTION,
                Matter.CERTAINTY,
                f"{(left if first == NO else right).voice} rules out what "
                f"{_hedging(first, left, right)} will not rule out",
                ("whether both speak of the same thing", "which of them spoke later"),
            )
        return Verdict(
            RelationKind.OPEN,
            Matter.CERTAINTY,
            f"{_hedging(first, left, right)} holds possible only what the other "
            f"{'states' if YES in {first, second} else 'denies'}",
        )
    says, denies = (left, right) if first == YES else (right, left)
    return Verdict(
        RelationKind.CONTRADICTION,
        Matter.POLARITY,
        f"{says.voice} says that it is so, {denies.voice} that it is not",
        ("whether both speak of the same thing", "how far each commits itself"),
    )


_SEEMING = frozenset(
    "appear appeared appears seem seemed seems apparent apparently visible".split()
)


_EXCLUDING = frozenset("exclude excluded ruled rule precluded discounted".split())
_NEGATIVE = frozenset("not no n't cannot never nothing".split())


def _left_open(left: Given, right: Given) -> bool:
    """Whether one of two answers says in so many words that the thing is not ruled out."""
    for given in (left, right):
        printed = given.answer.span.quote.lower().replace("n't", " not").replace("n’t", " not")
        words = {word.strip("\"“”'‘’,.;:()") for word in printed.split()}
        if words & _EXCLUDING and words & _NEGATIVE:
            return True
    return False


def _seen(left: Given, right: Given) -> bool:
    """Whether one of two answers tells what something looks like, which is more than a maybe."""
    return any(
        isinstance(given.answer.value, Proposition)
        and any(_SEEMING & set(span.quote.lower().split()) for span in given.answer.value.hedges)
        for given in (left, right)
    )


def _appearance_denied(first: str, left: Given, right: Given) -> Verdict:
    sees, denies = (left, right) if first == POSSIBLY else (right, left)
    return Verdict(
        RelationKind.CONTRADICTION,
        Matter.POLARITY,
        f"{denies.voice} says that there is none, {sees.voice} tells what looks like it",
        ("whether both speak of the same thing", "how far each commits itself"),
    )


def polarity(claim: Claim) -> str:
    """``yes``, ``no`` or ``possibly``: what an answer to a whether-question begins with."""
    word = claim.answer.partition(":")[0]
    return word if word in {YES, NO, POSSIBLY} else YES


def relate_agents(a: Claim, b: Claim, left: Given, right: Given) -> Verdict:
    """Compare two answers to who did something: names, names denied and names held possible."""
    (ours, denied, held), (theirs, also_denied, also_held) = _agent(a), _agent(b)
    same = ours in theirs or theirs in ours
    both = f"“{a.answer}” and “{b.answer}”"
    if (ours, denied, held) == (theirs, also_denied, also_held):
        return Verdict(RelationKind.AGREEMENT, Matter.ATTRIBUTION, f"{both} are one answer")
    if denied and also_denied:
        return Verdict(RelationKind.OPEN, Matter.ATTRIBUTION, f"{both} only say who did not")
    if denied != also_denied:
        if not same:
            return Verdict(RelationKind.OPEN, Matter.ATTRIBUTION, f"{both} can both hold")
        if held or also_held:
            return Verdict(
                RelationKind.OPEN, Matter.CERTAINTY, f"{both}: one holds it possible only"
            )
        names, denies = (right, left) if denied else (left, right)
        return Verdict(
            RelationKind.CONTRADICTION,
            Matter.POLARITY,
            f"{names.voice} names {theirs if denied else ours}, which {denies.voice} denies",
            ("whether the denial covers what is alleged",),
        )
    if same:
        return Verdict(RelationKind.REFINEMENT, Matter.ATTRIBUTION, f"{both} overlap")
    if held or also_held:
        return Verdict(RelationKind.OPEN, Matter.CERTAINTY, f"{both}: one holds it possible only")
    if _is_one_voice_retold(a, b, left, right):
        why = f"{both}: one speaker, in the words of two reports"
        return Verdict(RelationKind.REFINEMENT, Matter.ATTRIBUTION, why)
    return Verdict(
        RelationKind.CONTRADICTION,
        Matter.ATTRIBUTION,
        f"{left.voice} names {a.answer}, {right.voice} {b.answer}",
        ("whether one name includes the other", "whether both took part"),
    )


def _is_one_voice_retold(a: Claim, b: Claim, left: Given, right: Given) -> bool:
    """Whether two reports give one speaker's answer by two common nouns, not by two names."""
    if left.speaker is None or left.speaker != right.speaker or left.report == right.report:
        return False
    return all(claim.answer.lower() == claim.answer for claim in (a, b)) or all(
        not any(word[:1].isupper() for word in claim.answer.split()[1:]) for claim in (a, b)
    )


def relate_manner(a: Claim, b: Claim, left: Given, right: Given) -> Verdict:
    """Compare two answers to how something came about."""
    first, second = (claim.answer.partition(":")[0] for claim in (a, b))
    if first == second:
        return Verdict(RelationKind.AGREEMENT, Matter.MANNER, f"both say that it {first}")
    return Verdict(
        RelationKind.CONTRADICTION,
        Matter.MANNER,
        f"{left.voice} has it that it {first}, {right.voice} that it {second}",
        ("whether both tell of the same object", "whether it did first one and then the other"),
    )


def relate_positions(a: Claim, b: Claim, left: Given, right: Given) -> Verdict:
    """Compare two answers to where somebody was, in words for which no gazetteer has a place."""
    if a.answer == b.answer:
        return Verdict(RelationKind.AGREEMENT, Matter.PLACE, f"both have “{a.answer}”")
    return Verdict(
        RelationKind.CONTRADICTION,
        Matter.PLACE,
        f"{left.voice} has “{a.answer}”, {right.voice} “{b.answer}”",
        ("whether one place lies within the other", "whether both tell of one time"),
    )


def _agent(claim: Claim) -> tuple[str, bool, bool]:
    """The name in an answer, whether it is denied, and whether it is held possible only."""
    words = claim.answer
    denied, possible = words.startswith("not "), words.startswith(f"{POSSIBLY} ")
    bare = words.removeprefix("not ").removeprefix(f"{POSSIBLY} ").removeprefix("the ")
    return bare.casefold(), denied, possible


def _hedging(first: str, left: Given, right: Given) -> str:
    return (left if first == POSSIBLY else right).voice
