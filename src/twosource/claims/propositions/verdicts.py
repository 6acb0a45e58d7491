"""What a report calls a report: "reports that nine died are untrue", "that it moved is a lie"."""

from __future__ import annotations

from twosource.language.interface import Reading
from twosource.language.tree import base, dependents
from twosource.reference.cues import REPORT_NOUNS
from twosource.reference.happenings import FALSE_ADJECTIVES

# "Reports that ... are denied": said of a report, these say that it is not so.
_REJECTING = frozenset("deny reject dismiss refute dispute rebut repudiate debunk disprove".split())
_FALSE_NOUNS = frozenset(
    "lie fiction fabrication invention myth hoax nonsense rubbish falsehood untruth".split()
)
_FALSE = FALSE_ADJECTIVES | _FALSE_NOUNS | _REJECTING
_TRUE = frozenset("true correct accurate right real".split())
# "Without foundation", "has no basis in fact".
_GROUNDS = frozenset("foundation basis merit substance truth".split())
_TALK = frozenset(REPORT_NOUNS) | frozenset(
    "rumour rumor story account idea notion suggestion insinuation talk speculation version".split()
)
_NOT = frozenset("not n't n’t never no".split())


def rejecting_words(reading: Reading, token: int) -> tuple[int, ...]:
    """Tokens that call what a predicate tells untrue, from the clause around it.

    Args:
        reading: The reading.
        token: The predicate, or the topmost word that carries it.

    Returns:
        The word that rejects it ("untrue", "denied", "without"), or the "not" of "not true"; none
        where the verdict is itself denied ("is not a lie") or nothing is said of it.
    """
    talk = _talk_over(reading, token)
    if talk is None:
        return ()
    if reading.tokens[talk].relation in {"nsubj", "nsubj:pass", "csubj", "csubj:pass", "obj"}:
        return _verdict(reading, reading.tokens[talk].head)
    return ()


def _talk_over(reading: Reading, token: int) -> int | None:
    """The noun of a report that tells a clause or "of" a happening, or the clause as a subject."""
    word = reading.tokens[token]
    if base(word.relation) == "csubj":
        return token
    if word.head == token or base(word.relation) not in {"acl", "nmod"}:
        return None
    above = word.head
    if reading.tokens[above].lemma.lower() in _TALK:
        return above
    # "Claims by the union that it moved": the clause is read as the union's.
    around = reading.tokens[above]
    teller = (
        base(word.relation) == "acl" and word.relation != "acl:relcl" and _has_that(reading, token)
    )
    if teller and base(around.relation) == "nmod":
        holder = reading.tokens[around.head]
        return holder.index if holder.lemma.lower() in _TALK else None
    return None


def _has_that(reading: Reading, token: int) -> bool:
    return any(
        reading.tokens[c].lemma.lower() == "that" for c in dependents(reading, token, "mark")
    )


def _verdict(reading: Reading, head: int) -> tuple[int, ...]:
    """What a predicate says of the truth of its subject, or a rejecting verb of its object."""
    lemma = reading.tokens[head].lemma.lower()
    nots = tuple(c for c in reading.children[head] if reading.tokens[c].text.lower() in _NOT)
    if lemma in _FALSE:
        return () if nots else (head,)
    if lemma in _TRUE:
        return nots[:1]
    grounds = lemma in _GROUNDS
    without = [
        c for c in dependents(reading, head, "case") if reading.tokens[c].lemma.lower() == "without"
    ]
    if grounds and (without or nots):
        return (*without, *nots)[:1]
    if lemma == "have":
        for ground in dependents(reading, head, "obj"):
            denied = [c for c in reading.children[ground] if reading.tokens[c].text.lower() in _NOT]
            if reading.tokens[ground].lemma.lower() in _GROUNDS and denied:
                return (denied[0],)
    return ()
