"""What words anywhere in a report say of its toll: death, survival, the end of an attacker."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from twosource.claims.quantities.victims import harm_of
from twosource.language.interface import Reading, Token
from twosource.language.tree import base
from twosource.model.value import QuantityValue
from twosource.reference.statuses import ATTACKERS, STATUSES

_INCIDENTS = frozenset("shooting attack incident crash accident fire".split())
_NEGATIONS = frozenset("not no never could may might would can".split())
_UNREAL = frozenset("try attempt plan threaten want intend conspire plot hope".split())
_NO_DEATH_BEFORE = frozenset("attempted attempt no not".split())
_DEGREES = frozenset("first second third degree - first-degree second-degree capital of".split())
_NO_DEATH_BEHIND = frozenset("penalty threat threats row".split())
_SURVIVAL = frozenset("survived survivor survivors".split())
_HURT = frozenset(
    "injure injured injury wound wounded hurt hospital hospitalize hospitalise critical critically "
    "survive recover stable non-fatal nonfatal".split()
)
_OPEN = frozenset("critical critically grave brain-dead life-threatening unconscious".split())
_NONE = frozenset("non not no n't nonlife neither".split())
_LIFE = frozenset("threatening support".split())
_MENDING = frozenset("recover recovering survive survives".split())


def is_round_up(quantities: Sequence[QuantityValue], reading: Reading, limit: int) -> bool:
    """Whether the text before an offset tells of several incidents, so that no sum is of one."""
    if any(
        q.noun in _INCIDENTS and (q.amount.low or 0.0) > 1 and q.span.start < limit
        for q in quantities
    ):
        return True
    return any(
        (token.text.lower().endswith("s") and token.text.lower()[:-1] in _INCIDENTS)
        or (token.lemma.lower() == "span" and token.upos == "NOUN")
        for token in reading.tokens
        if token.start < limit
    )


def tells_death(reading: Reading, limit: int | None = None) -> bool:
    """Whether a word tells of a death, before an offset; attempts and penalties do not."""
    return any(
        _is_death(reading, token)
        for token in reading.tokens
        if limit is None or token.start < limit
    )


def _is_death(reading: Reading, token: Token) -> bool:
    lemma = token.lemma.lower()
    following = reading.tokens[token.index + 1 : token.index + 2]
    if lemma == "pass" and following and following[0].text.lower() == "away":
        return True
    if lemma == "deadly":
        return bool(following) and following[0].lemma.lower() in _INCIDENTS
    if STATUSES.get(lemma) != "kill" or lemma == "body":
        return False
    around = reading.tokens[max(0, token.index - 1) : token.index + 2]
    before = _word_before(reading, token)
    behind = around[-1].text.lower()
    above = reading.tokens[token.head]
    unreal = above.lemma.lower() in _UNREAL and base(token.relation) in {"xcomp", "acl", "ccomp"}
    below = {reading.tokens[child].lemma.lower() for child in reading.children[token.index]}
    return not (
        (lemma == "murder" and before in _NO_DEATH_BEFORE)
        or behind in _NO_DEATH_BEHIND
        or unreal
        or below & _NEGATIONS
    )


def _word_before(reading: Reading, token: Token) -> str:
    """The word before, a degree of murder left out: "attempted first-degree murder"."""
    at = token.index - 1
    while at >= 0 and reading.tokens[at].text.lower() in _DEGREES:
        at -= 1
    return reading.tokens[at].text.lower() if at >= 0 else ""


def attacker_died(reading: Reading, limit: int) -> bool:
    """Whether the text before an offset says that the one who did it died too."""
    for token in reading.tokens:
        if token.start >= limit:
            return False
        lemma = token.lemma.lower()
        if lemma in {"suicide", "murder-suicide"}:
            return True
        if lemma in ATTACKERS and token.xpos == "NN" and harm_of(reading, token.index) == "kill":
            return True
        before = reading.tokens[max(0, token.index - 6) : token.index]
        if token.text.lower() in {"himself", "herself", "self"} and any(
            word.lemma.lower() in {"kill", "shoot", "turn", "fatally"} for word in before
        ):
            return True
    return False


def counts_attacker(reading: Reading) -> bool:
    """Whether a count is said to take the attacker in: "three dead, including the gunman"."""
    return any(
        token.text.lower() == "including"
        and any(
            word.lemma.lower() in ATTACKERS
            for word in reading.tokens[token.index : token.index + 5]
        )
        for token in reading.tokens
    )


def is_open(reading: Reading) -> bool:
    """Whether somebody's life is said to hang in the balance."""
    words = [token.text.lower() for token in reading.tokens]
    on_support = any(
        word == "life" and behind in _LIFE and _NONE.isdisjoint(words[max(0, at - 4) : at])
        for at, (word, behind) in enumerate(pairwise(words))
    )
    return (on_support or not _OPEN.isdisjoint(words)) and _MENDING.isdisjoint(words)


def tells_hurt(reading: Reading) -> bool:
    """Whether a word tells of somebody hurt; wounds from gunshots tell of the dead as well."""
    return tells_survival(reading) or any(
        token.lemma.lower() in _HURT
        and reading.tokens[token.index - 1].text.lower() not in {"gunshot", "fatal", "fatally"}
        for token in reading.tokens
        if token.index
    )


def _is_by(reading: Reading, at: int) -> bool:
    """Whether "by" stands there: those by whom somebody "is survived" were not in danger."""
    return at < len(reading.tokens) and reading.tokens[at].text.lower() == "by"


def tells_survival(reading: Reading) -> bool:
    """Whether somebody is said to have survived, or to have been shot as well."""
    return any(
        (token.text.lower() in _SURVIVAL and not _is_by(reading, token.index + 1))
        or (
            token.text.lower() == "also"
            and any(
                word.text.lower() in {"shot", "struck", "hit"}
                for word in reading.tokens[token.index : token.index + 3]
            )
        )
        for token in reading.tokens
    )
