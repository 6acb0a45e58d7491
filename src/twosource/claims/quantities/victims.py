"""The people whom a text tells of as harmed, one by one: named, described, or only implied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from twosource.claims.quantities.befallen import status_by_verb
from twosource.language.interface import Name, NameKind, Reading, Token
from twosource.language.tree import base, dependents, subtree
from twosource.reference.statuses import FEMALE, HARMFUL_ACTS, MALE, PERSONS, STATUSES

HARMS = frozenset({"kill", "injure", "shoot", "hospitalise"})
"""The statuses of those who came to harm."""

_SUFFIXES = frozenset({"", "jr", "sr", "ii", "iii", "iv"})
_MARKS = ".,;:'’\"“”"
_HITS = frozenset("graze strike hit".split())
_SHOTS = frozenset("bullet gunfire shot round crossfire".split())
_GROUPS = frozenset("people family couple".split())


@dataclass(frozen=True, slots=True)
class Victim:
    """One mention of somebody who came to harm.

    Attributes:
        token: The word that stands for the person, or the verb where none does.
        status: One of ``HARMS``.
        key: The noun, or a name that all names sharing a word with it share; ``""`` where nobody
            is printed.
        named: Whether ``key`` is a name.
        many: Whether several people are meant, without a number.
        implied: Whether only the harm is printed, and nobody.
    """

    token: int
    status: str
    key: str
    named: bool = False
    many: bool = False
    implied: bool = False

    @property
    def sex(self) -> str:
        """``f`` or ``m`` where the word tells it, else ``""``."""
        return "f" if self.key in FEMALE else "m" if self.key in MALE else ""


def victims_in(reading: Reading) -> tuple[Victim, ...]:
    """Every mention of somebody harmed, in order; people counted by a number are left out."""
    heads = _name_heads(reading)
    keys = _name_keys(reading)
    found = (
        _named(reading, heads[token.index], keys)
        if heads.get(token.index)
        else _described(reading, token)
        if token.index not in heads
        else None
        for token in reading.tokens
    )
    return tuple(victim for victim in found if victim is not None)


def _name_heads(reading: Reading) -> dict[int, Name | None]:
    """The tokens of people's names: the head of each with the name, the others with none."""
    found: dict[int, Name | None] = {}
    for name in reading.names:
        if name.kind is NameKind.PERSON:
            inside = range(name.first, name.last)
            heads = [t for t in inside if reading.tokens[t].head not in inside]
            found |= dict.fromkeys(inside)
            found[(heads or [name.first])[0]] = name
    return found


def _words(reading: Reading, name: Name) -> list[str]:
    words = [token.text.strip(_MARKS).lower() for token in reading.tokens[name.first : name.last]]
    return [word for word in words if word not in _SUFFIXES]


def _name_keys(reading: Reading) -> dict[str, str]:
    """One key for all words of names that stand together somewhere: a first and a last name."""
    keys: dict[str, str] = {}
    for name in reading.names:
        words = _words(reading, name)
        if name.kind is not NameKind.PERSON or not words:
            continue
        joined = {keys.get(word, word) for word in words}
        key = min(joined)
        keys |= dict.fromkeys(words, key)
        keys |= {word: key for word, old in keys.items() if old in joined}
    return keys


def _named(reading: Reading, name: Name | None, keys: Mapping[str, str]) -> Victim | None:
    words = [] if name is None else _words(reading, name)
    printed = "" if name is None else reading.tokens[name.last - 1].text
    # A single word in capitals that tells of a death is an outlet or an agency.
    if name is None or not words or (len(words) == 1 and printed.isupper()):
        return None
    inside = range(name.first, name.last)
    head = next((t for t in inside if reading.tokens[t].head not in inside), name.first)
    status = harm_of(reading, head)
    return Victim(head, status, keys[words[-1]], named=True) if status in HARMS else None


def _described(reading: Reading, token: Token) -> Victim | None:
    word = token.text.lower()
    if word in {"he", "she"}:
        dies = harm_of(reading, token.index) == "kill"
        return Victim(token.index, "kill", word) if dies else None
    if word in {"himself", "herself"}:
        status = harm_of(reading, token.index)
        return Victim(token.index, status, word) if status in HARMS else None
    if (implied := _implied(reading, token)) is not None:
        return implied
    aged = _is_aged(reading, token)
    if not aged and not (token.lemma.lower() in PERSONS and token.upos == "NOUN"):
        return None
    status = harm_of(reading, token.index)
    if status not in HARMS or (not aged and dependents(reading, token.index, "nummod")):
        return None
    many = token.xpos == "NNS" or token.lemma.lower() in _GROUPS
    return Victim(token.index, status, "" if aged else token.lemma.lower(), many=many)


def _implied(reading: Reading, token: Token) -> Victim | None:
    """Somebody of whom only the harm is printed: "a gunshot wound", "after being shot"."""
    following = reading.tokens[token.index + 1 : token.index + 2]
    if token.text.lower() == "gunshot" and following and following[0].lemma.lower() == "wound":
        return Victim(token.index, "shoot", "", implied=True)
    alone = token.xpos == "VBN" and not dependents(reading, token.index, "nsubj", "obj")
    if not alone or base(token.relation) not in {"advcl", "ccomp", "xcomp"}:
        return None
    status = status_by_verb(reading, token, "nsubj:pass")
    if status not in HARMS:
        return None
    for subject in dependents(reading, token.head, "nsubj"):
        lemma = reading.tokens[subject].lemma.lower()
        if lemma in PERSONS and not dependents(reading, subject, "nummod"):
            return Victim(token.index, status, lemma, many=reading.tokens[subject].xpos == "NNS")
    return Victim(token.index, status, "", implied=True)


def _is_aged(reading: Reading, token: Token) -> bool:
    """Whether an age stands for a person: "a 4-year-old was hurt"."""
    before = {word.text.lower() for word in reading.tokens[max(0, token.index - 3) : token.index]}
    if token.text.lower() != "old" or not before & {"year", "month"}:
        return False
    above = reading.tokens[token.head]
    return not (above.upos in {"NOUN", "PROPN"} and 0 < above.index - token.index < 5)


def harm_of(reading: Reading, at: int) -> str:
    """What befell the person that a word stands for, by the parse; ``""`` where nothing is said."""
    token = reading.tokens[at]
    above = reading.tokens[token.head]
    if token.relation.startswith("nsubj") or base(token.relation) == "obj":
        found = (
            status_by_verb(reading, above, token.relation)
            or _by_hit(reading, token, above)
            or _by_mending(reading, token, above)
        )
        if found:
            return found
    found = _by_participle(reading, at)
    if found:
        return found
    if base(token.relation) == "nmod" and above.upos in {"NOUN", "PROPN"}:
        return _by_noun(reading, at, above)
    joined = base(token.relation) in {"conj", "appos"} and above.upos in {"NOUN", "PROPN", "PRON"}
    return harm_of(reading, above.index) if joined and above.index != at else ""


def _by_hit(reading: Reading, token: Token, verb: Token) -> str:
    """Shot, by "hit by a bullet"."""
    if verb.lemma.lower() not in _HITS or token.relation == "nsubj":
        return ""
    below = {reading.tokens[t].lemma.lower() for t in subtree(reading, verb.index)}
    return "shoot" if below & _SHOTS else ""


def _by_mending(reading: Reading, token: Token, verb: Token) -> str:
    """Injured, by "is recovering"; what is recovered from the water is not."""
    mends = token.relation == "nsubj" and verb.lemma.lower() == "recover"
    return "injure" if mends and not dependents(reading, verb.index, "obj") else ""


def _by_participle(reading: Reading, at: int) -> str:
    """What a participle or adjective on the word says: "a boy shot in the leg"."""
    for child in dependents(reading, at, "acl", "amod"):
        word = reading.tokens[child]
        active = word.relation == "acl:relcl" and not (
            dependents(reading, child, "nsubj:pass") or word.lemma.lower() == "die"
        )
        if active or word.xpos not in {"VBN", "VBD", "JJ"}:
            continue
        status = STATUSES.get(word.lemma.lower(), "")
        if status in HARMS:
            return status_by_verb(reading, word, "nsubj:pass") or status
    return ""


def _by_noun(reading: Reading, at: int, noun: Token) -> str:
    """What a noun says of the one that it belongs to: "the death of", "the fatal shooting of"."""
    lemma = noun.lemma.lower()
    status = STATUSES.get(lemma, "") or HARMFUL_ACTS.get(lemma, "")
    belongs = any(
        reading.tokens[child].text.lower() in {"of", "'s", "’s"} for child in reading.children[at]
    )
    if not belongs or status not in HARMS:
        return ""
    deadly = {"fatal", "death"} & {
        reading.tokens[c].lemma.lower() for c in reading.children[noun.index]
    }
    return "kill" if deadly else status
