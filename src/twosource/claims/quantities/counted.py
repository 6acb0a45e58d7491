"""What a number counts, and what befell it, from the parse."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.claims.quantities.befallen import UNREAL, status_by_verb
from twosource.language.interface import Reading, Token
from twosource.language.tree import base, dependents, subtree
from twosource.reference.numbers import SCALES
from twosource.reference.statuses import HARMFUL_ACTS, PERSONS, STATUSES, TOLLS

_SCOPE_UPOS = frozenset({"ADJ", "PROPN", "NOUN"})
_VAGUE_MODIFIERS = frozenset(
    "other more least many further additional new total estimated old least reported dead injured "
    "wounded missing last few several same".split()
)
_UNHARMED = frozenset("survivor witness".split())
_SEARCHING = frozenset("search look hunt dig comb".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted.

    Attributes:
        tokens: Tokens of the noun phrase, first to last, number included; empty: none printed.
        noun: Lemma of its head, ``""`` where none is printed.
        status: What befell it, ``""`` where nothing is said.
        scope: Lemmas that narrow it down, sorted.
        part: Whether it is part of a total that the text names beside it.
    """

    tokens: tuple[int, ...]
    noun: str
    status: str
    scope: tuple[str, ...]
    part: bool


def counted_by(reading: Reading, number: range) -> Counted:
    """What a number counts.

    Args:
        reading: The reading.
        number: Its tokens, hedges included, as indices into ``reading.tokens``.
    """
    head = _noun_of(reading, number)
    anchor = number[-1] if head is None else head
    status = "" if _is_base(reading, number) else _status(reading, anchor, head, number)
    if head is None:
        return Counted((), "", status, (), _is_part(reading, number, anchor))
    word = reading.tokens[head]
    phrase = _phrase(reading, head, number)
    return Counted(
        phrase,
        word.lemma.lower(),
        status,
        _scope(reading, head, phrase),
        _is_part(reading, number, anchor),
    )


def _is_base(reading: Reading, number: range) -> bool:
    """Whether a number is the total that another is taken from: "four of nine tanks"."""
    at = number[0] - 1
    while at > 0 and reading.tokens[at].text.lower() in {"the", "its", "their", "all"}:
        at -= 1
    of = at > 0 and reading.tokens[at].text.lower() == "of"
    return of and reading.tokens[at - 1].upos == "NUM"


def _noun_of(reading: Reading, number: range) -> int | None:
    """The noun that the number counts: what it modifies, or what follows "of"."""
    for index in reversed(number):
        token = reading.tokens[index]
        above = reading.tokens[token.head]
        if (
            base(token.relation) in {"nummod", "det", "amod", "advmod", "compound", "nmod"}
            and above.index not in number
            and above.index > index
            and above.upos in {"NOUN", "PROPN", "SYM"}
            and above.index - number[-1] <= 6
        ):
            return above.index
    after = number[-1] + 1
    if after < len(reading.tokens) and reading.tokens[after].text.lower() == "of":
        for index in number:
            for child in dependents(reading, index, "nmod"):
                if child > after and reading.tokens[child].upos in {"NOUN", "PROPN"}:
                    return child
    return _predicate(reading, number) or _adjacent_noun(reading, number)


def _predicate(reading: Reading, number: range) -> int | None:
    """The noun that a bare number is said to be: "nine are women"."""
    for index in number:
        token = reading.tokens[index]
        above = reading.tokens[token.head]
        if (
            token.relation == "nsubj"
            and above.xpos == "NNS"
            and dependents(reading, above.index, "cop")
        ):
            return above.index
    return None


def _adjacent_noun(reading: Reading, number: range) -> int | None:
    """A plural noun right behind the number, where the parse has tied them otherwise."""
    for index in range(number[-1] + 1, min(number[-1] + 4, len(reading.tokens))):
        token = reading.tokens[index]
        if token.sentence != reading.tokens[number[-1]].sentence:
            return None
        if token.upos == "NOUN" and (token.xpos == "NNS" or token.lemma.lower() in {"people"}):
            return index
        if token.upos not in {"ADJ", "NOUN", "PROPN"} or token.lemma.lower() in STATUSES:
            return None
    return None


def _phrase(reading: Reading, head: int, number: range) -> tuple[int, ...]:
    """The noun phrase without clauses and prepositional phrases behind its head."""
    if head - number[-1] > 6:
        return tuple(number)
    behind = {
        child
        for child in reading.children[head]
        if child > head
        and base(reading.tokens[child].relation)
        in {"nmod", "acl", "appos", "conj", "cc", "punct", "advcl", "parataxis", "case", "obl"}
    }
    inside = [t for t in subtree(reading, head, without=behind) if number[0] <= t <= head]
    return tuple(range(min([*inside, number[0]]), max(head, number[-1]) + 1))


def _scope(reading: Reading, head: int, phrase: tuple[int, ...]) -> tuple[str, ...]:
    found = {
        reading.tokens[child].lemma.lower()
        for child in dependents(reading, head, "amod", "compound", "nmod:poss")
        if child in phrase and reading.tokens[child].upos in _SCOPE_UPOS
    }
    vague = _VAGUE_MODIFIERS | STATUSES.keys() | SCALES.keys()
    return tuple(sorted(found - vague))


def _status(reading: Reading, anchor: int, head: int | None, number: range) -> str:
    """What befell what is counted."""
    own = "" if head is None else _noun_status(reading.tokens[head])
    if own:
        return own
    if head is not None and reading.tokens[head].lemma.lower() in _UNHARMED:
        return ""
    for find in (_beside, _verb_before, _clause_status, _of_noun, _toll_status):
        found = find(reading, anchor, number)
        if found == "kill" and _live_on(reading, number):
            return ""
        if found:
            return found
    # In "six of the climbers are missing" the number is the subject, not the noun.
    return next((s for index in number if (s := _clause_status(reading, index, number))), "")


def _live_on(reading: Reading, number: range) -> bool:
    """Whether those counted are said to live: "112 persons have been recovered alive"."""
    last = reading.tokens[number[-1]]
    for token in reading.tokens[last.index + 1 : last.index + 1 + _LIVING_REACH]:
        if token.sentence != last.sentence or token.text in {".", ";", ",", "and"}:
            return False
        if token.lemma.lower() in _LIVING:
            return True
    return False


_LIVING = frozenset("alive survive survivor safe unhurt unharmed".split())
_LIVING_REACH = 8


def _noun_status(noun: Token) -> str:
    """What a noun itself says: "deaths"; shots in the plural are fired, and befall nobody."""
    if noun.text.lower() == "shots":
        return ""
    return STATUSES.get(noun.lemma.lower(), "")


def _verb_before(reading: Reading, anchor: int, number: range) -> str:
    """A verb right before the number, where the parse has tied it to another: "wounded 7"."""
    if not number[0]:
        return ""
    before = reading.tokens[number[0] - 1]
    same = before.sentence == reading.tokens[number[0]].sentence
    return status_by_verb(reading, before, "obj") if same and before.upos == "VERB" else ""


def _beside(reading: Reading, anchor: int, number: range) -> str:
    """A participle or adjective right behind or on the noun: "12 dead", "50 people missing"."""
    return _right_behind(reading, max(anchor, number[-1])) or _on_noun(reading, anchor)


def _right_behind(reading: Reading, last: int) -> str:
    at = last + 1
    while at < len(reading.tokens) and _leads_on(reading.tokens[at]):
        at += 1
    if at >= len(reading.tokens) or reading.tokens[at].sentence != reading.tokens[last].sentence:
        return ""
    token = reading.tokens[at]
    linked = reading.tokens[at - 1].lemma.lower() in {"be", "get", "remain"}
    passive = linked and token.xpos != "VBG"
    # A participle that ends its phrase is often taken for a past tense: "3 killed, 12 wounded".
    following = reading.tokens[at + 1].upos if at + 1 < len(reading.tokens) else "PUNCT"
    ends = token.xpos == "VBD" and following in {"PUNCT", "CCONJ"}
    if token.upos not in {"ADJ", "NOUN"} and token.xpos != "VBN" and not passive and not ends:
        return ""
    if token.upos == "VERB":
        return status_by_verb(reading, token, "nsubj:pass")
    return STATUSES.get(token.lemma.lower(), "")


def _leads_on(token: Token) -> bool:
    """Whether a word only leads on to what befell somebody: "are still", "remain"."""
    return token.upos in {"ADV", "AUX"} or token.lemma.lower() == "remain"


def _on_noun(reading: Reading, anchor: int) -> str:
    for child in dependents(reading, anchor, "acl", "amod", "xcomp"):
        found = STATUSES.get(reading.tokens[child].lemma.lower(), "")
        if found and reading.tokens[child].relation != "acl:relcl":
            return found
    return ""


def _clause_status(reading: Reading, anchor: int, number: range) -> str:
    """The verb of which the counted is subject or object."""
    token = reading.tokens[anchor]
    if base(token.relation) == "conj" and reading.tokens[token.head].upos in {
        "NOUN",
        "NUM",
        "PROPN",
    }:
        return _clause_status(reading, token.head, number) if token.head != anchor else ""
    verb = reading.tokens[token.head]
    relation = token.relation
    if relation.startswith("nsubj") or base(relation) in {"obj", "xcomp", "iobj"}:
        return status_by_verb(reading, verb, relation)
    if _is_searched_for(reading, token, verb):
        return "miss"
    return ""


def _is_searched_for(reading: Reading, counted: Token, over: Token) -> bool:
    """Whether people are looked for: "searching for nine people", "the hunt for two climbers"."""
    joined = {reading.tokens[c].lemma.lower() for c in dependents(reading, counted.index, "case")}
    people = counted.lemma.lower() in PERSONS | {"body"}
    return people and "for" in joined and over.lemma.lower() in _SEARCHING


def _of_noun(reading: Reading, anchor: int, number: range) -> str:
    """The noun of what befell them: "the deaths of three miners", "the shooting of two men"."""
    token = reading.tokens[anchor]
    above = reading.tokens[token.head]
    of = any(reading.tokens[c].text.lower() == "of" for c in dependents(reading, anchor, "case"))
    if base(token.relation) != "nmod" or not of or above.upos not in {"NOUN", "PROPN"}:
        return ""
    if any(
        reading.tokens[c].lemma.lower() in UNREAL for c in dependents(reading, above.index, "amod")
    ):
        return ""
    return HARMFUL_ACTS.get(above.lemma.lower(), "")


def _toll_status(reading: Reading, anchor: int, number: range) -> str:
    """A number that a toll reaches: "the death toll rose to 17", "that of the injured at 40"."""
    apart = _that_of(reading, number)
    if apart:
        return apart
    at = anchor
    for _ in range(4):
        token = reading.tokens[at]
        for subject in dependents(reading, token.index, "nsubj", "obj"):
            if reading.tokens[subject].lemma.lower() in TOLLS and subject < number[0]:
                words = {reading.tokens[t].lemma.lower() for t in subtree(reading, subject)}
                found = sorted({STATUSES[word] for word in words if word in STATUSES})
                return found[0] if found else "kill" if "toll" in words else ""
        if token.head == token.index:
            break
        at = token.head
    near = reading.tokens[max(0, number[0] - 3) : number[0]]
    sentence = reading.tokens[number[0]].sentence
    # A line without a verb: "Toll now 12".
    return "kill" if any(t.lemma == "toll" and t.sentence == sentence for t in near) else ""


def _that_of(reading: Reading, number: range) -> str:
    """What "that of the injured" right before a number says of it."""
    first = reading.tokens[number[0]]
    near = [
        t for t in reading.tokens[max(0, number[0] - 6) : number[0]] if t.sentence == first.sentence
    ]
    words = [token.text.lower() for token in near]
    for at, word in enumerate(words[:-1]):
        if word in {"that", "those"} and words[at + 1] == "of":
            found = (
                STATUSES.get(t.lemma.lower()) or STATUSES.get(t.text.lower()) for t in near[at:]
            )
            return next((status for status in found if status), "")
    return ""


def _is_part(reading: Reading, number: range, anchor: int) -> bool:
    """Whether it is part of a total: "of whom six", "including three", "19 of the 26"."""
    before = [reading.tokens[i].text.lower() for i in range(max(0, number[0] - 2), number[0])]
    if before[-1:] == ["including"] or before in (["of", "whom"], ["of", "them"], ["of", "these"]):
        return True
    if _predicate(reading, number) is not None or _follows_its_total(reading, number):
        return True
    after = [t.text.lower() for t in reading.tokens[number[-1] + 1 : number[-1] + 4]]
    return after[:2] in (
        ["of", "the"],
        ["of", "them"],
        ["of", "those"],
        ["of", "whom"],
        ["of", "these"],
    )


def _follows_its_total(reading: Reading, number: range) -> bool:
    """Whether the total opens the sentence: "Of the 26 victims, nineteen"."""
    first = reading.sentences[reading.tokens[number[0]].sentence].first
    opened = [token.text.lower() for token in reading.tokens[first : first + 2]]
    comma = number[0] > first and reading.tokens[number[0] - 1].text == ","
    return comma and opened in (["of", "the"], ["of", "those"], ["of", "them"], ["of", "these"])
