"""Noun phrases that may name a speaker, and how they are cut."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.language.interface import NameKind, Reading
from twosource.language.tree import base, dependents, subtree
from twosource.reference.cues import (
    ANONYMOUS_HEADS,
    DOCUMENT_NOUNS,
    GROUP_ROLES,
    PERSON_ROLES,
    REPORT_NOUNS,
    WITNESS_NOUNS,
)
from twosource.statements.circumstances import DAYS

CUT_RELATIONS = frozenset(
    {"acl:relcl", "acl", "parataxis", "advcl", "advcl:relcl", "discourse", "dep"}
)
"""Dependents that add to a noun phrase without helping to say who is meant."""

SPEAKING_NAMES = frozenset({NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE})
THIRD_PERSON = frozenset("he she they it who that which one his her their its".split())
FIRST_OR_SECOND = frozenset("i we you me us".split())
_TOWNS = frozenset("borough city county municipal parish town village".split())
SPEAKING_SELF = frozenset("i we my our".split())
PEOPLE = frozenset("people folk family crowd public youth folks".split())
PERSON_ENDINGS = (
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "woman",
    "men",
    "women",
    "ee",
    "eer",
    "ant",
    "arch",
)
"""Endings of English nouns for persons by what they do (Quirk et al., A Comprehensive Grammar of
the English Language, 1985, appendix I)."""
THINGS_LIKE_PERSONS = frozenset(
    "answer banner barrier behavior border bother center chapter character coast coffee color "
    "committee computer constant corner corridor counter cover danger degree dinner disaster "
    "discover dollar door element error factor fee fever filter finger floor flower folder "
    "gender grant guarantee harbor header honor horror hunger instrument knee labor ladder "
    "layer letter liquor litter lumber mandarin manner matter meter minor mirror monitor moor "
    "motor murder number offer order paper pillar plant poster power quarter refer register "
    "restaurant river rubber rumor sector senior shelter shoulder silver summer supper "
    "surplus surrender tanker temper terror theater theatre thunder timber tower trailer "
    "transfer tree trigger vapor vector venture war warrant water weather whether winter "
    "wonder".split()
)
"""Common nouns with such an ending that name no person."""
_LONGEST = 8
"""Most words of a clause that is printed with the speaker whom it tells from others."""
_RELAYED = frozenset("cite interview quote".split())
_ONES = frozenset({"one", "two", "three"})
QUANTIFIERS = frozenset("some many several others both most few all another none".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as a half-open run of tokens with its head."""

    first: int
    last: int
    head: int

    @property
    def run(self) -> tuple[int, int]:
        """Its tokens as a half-open run."""
        return self.first, self.last


def phrase_at(reading: Reading, head: int) -> Phrase:
    """The noun phrase of a head, without relative clauses, asides and appositions after a comma."""
    dropped = [c for c in reading.children[head] if _is_cut(reading, head, c)]
    kept = set(subtree(reading, head, dropped))
    first = last = head
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    while first < head and reading.tokens[first].upos in {"PUNCT", "CCONJ", "ADV", "SCONJ"}:
        first += 1
    while last > head and reading.tokens[last].upos == "PUNCT":
        last -= 1
    return _with_name(reading, Phrase(first, last + 1, head))


def _with_name(reading: Reading, phrase: Phrase) -> Phrase:
    """A role with the name right behind it, which the parse hung beside it: "curator Ana Sol".

    A name that the parse parts at a hyphen stays whole.
    """
    for name in reading.names:
        if name.first < phrase.last < name.last and name.first > phrase.first:
            phrase = Phrase(phrase.first, name.last, phrase.head)
    for name in reading.names:
        if name.kind is not NameKind.PERSON:
            continue
        if name.first == phrase.last and _beside(reading, phrase.head, name.first):
            return Phrase(phrase.first, name.last, phrase.head)
        if name.first == phrase.first and name.first <= phrase.head < name.last:
            role = _role_before(reading, name.first)
            return phrase if role is None else Phrase(role, phrase.last, phrase.head)
    return phrase


def _role_before(reading: Reading, first: int) -> int | None:
    """Where the role begins that ends right before a name and hangs beside it."""
    relation = reading.tokens[first].relation
    for role in dependents(reading, reading.tokens[first].head, relation):
        if role >= first or not names_person(reading.tokens[role].lemma.lower()):
            continue
        whole = [t for t in subtree(reading, role) if not _opens(reading, role, t)]
        if _beside(reading, role, first) and whole == list(range(whole[0], first)):
            return whole[0]
    return None


def _opens(reading: Reading, role: int, token: int) -> bool:
    """Whether a word only leads up to a role: a preposition, a conjunction, a mark."""
    word = reading.tokens[token]
    led = word.head == role and base(word.relation) in {"case", "cc", "mark", "punct"}
    return led and token < role


def _beside(reading: Reading, role: int, name: int) -> bool:
    """Whether a role and a name hang on one word in the same way."""
    one, other = reading.tokens[role], reading.tokens[name]
    return (
        role != name
        and one.head == other.head != role
        and base(one.relation) == base(other.relation)
        and one.upos in {"NOUN", "PROPN"}
        and names_person(one.lemma.lower())
    )


def printed(reading: Reading, phrase: Phrase) -> int:
    """End of a speaker's phrase with the short clause that says which one it is.

    "A letter *seen by the board*", "people *who were there*"; none behind a comma or a name.
    """
    if reading.tokens[phrase.head].upos != "NOUN" or phrase.last >= len(reading.tokens):
        return phrase.last
    for clause in dependents(reading, phrase.head, "acl"):
        whole = subtree(reading, clause)
        joined = whole[0] == phrase.last and whole == list(range(whole[0], whole[-1] + 1))
        if joined and len(whole) <= _LONGEST and _tells_which(reading, clause, whole):
            return whole[-1] + 1
    return phrase.last


def _tells_which(reading: Reading, clause: int, whole: list[int]) -> bool:
    """Whether a clause is no aside and tells of nobody's words."""
    marks = any(reading.tokens[t].upos == "PUNCT" for t in whole)
    participle = reading.tokens[clause].xpos in {"VBN", "VBG"}
    relative = reading.tokens[whole[0]].text.lower() in {"who", "that", "which"}
    told = any(reading.tokens[t].relation == "ccomp" for t in whole)
    relayed = reading.tokens[clause].lemma.lower() in _RELAYED
    return not marks and not told and not relayed and (participle or relative)


def described_after(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Who "one of them" is, where a description follows: "one of them, a welder who ..., "."""
    head = reading.tokens[phrase.head]
    if head.upos not in {"NUM", "PRON", "DET"} or head.lemma.lower() not in _ONES | QUANTIFIERS:
        return None
    start = phrase.last + 1
    if start >= len(reading.tokens) or reading.tokens[phrase.last].text != ",":
        return None
    if reading.tokens[start].text.lower() not in {"a", "an", "the"}:
        return None
    noun = reading.tokens[start].head
    clauses = dependents(reading, noun, "acl:relcl")
    who = any(reading.tokens[t].lemma.lower() == "who" for c in clauses for t in (c - 1, c - 2))
    if noun <= start or not (names_person(reading.tokens[noun].lemma.lower()) or who):
        return None
    found = phrase_at(reading, noun)
    return found if found.first == start else None


def _is_cut(reading: Reading, head: int, child: int) -> bool:
    relation = reading.tokens[child].relation
    if relation in CUT_RELATIONS or base(relation) in {"cc", "case", "mark", "cop"}:
        return True
    if base(relation) not in {"appos", "conj", "nmod", "list"}:
        return False
    start = subtree(reading, child)[0]
    if base(relation) == "nmod" and reading.tokens[child].lemma.lower() in DAYS:
        return child > head
    if base(relation) == "nmod" and child > head:
        first = reading.tokens[start].lemma.lower()
        return first in {"including", "like", "among", "such"} or _after_comma(reading, start)
    return child > head and _after_comma(reading, start)


def _after_comma(reading: Reading, token: int) -> bool:
    """Whether a comma or bracket stands before a token, or is its first word."""
    marks = {",", "(", "–", "—", "-", ";"}
    return reading.tokens[token].text in marks or (
        token > 0 and reading.tokens[token - 1].text in marks
    )


def possessive_end(reading: Reading, phrase: Phrase) -> int:
    """The token after the phrase, leaving out a closing possessive mark."""
    last = phrase.last
    while last - 1 > phrase.head and reading.tokens[last - 1].text.lower() in {
        "'s",
        "’s",
        "'",
        "’",
    }:
        last -= 1
    return last


def names_in(reading: Reading, phrase: Phrase) -> list[int]:
    """Positions in ``reading.names`` of the names that lie inside a phrase."""
    return [
        n
        for n, name in enumerate(reading.names)
        if phrase.first <= name.first and name.last <= phrase.last
    ]


def can_speak(reading: Reading, head: int) -> bool:
    """Whether a noun phrase can be the source of words: a person, body, place or document."""
    token = reading.tokens[head]
    lemma = token.lemma.lower()
    if token.upos == "PRON":
        return lemma in THIRD_PERSON or lemma in QUANTIFIERS
    if lemma in PERSON_ROLES or lemma in GROUP_ROLES or lemma in DOCUMENT_NOUNS | ANONYMOUS_HEADS:
        return True
    if lemma == "hall" and _of_a_town(reading, head):
        return True
    if token.upos in {"DET", "ADJ", "NUM"}:
        return lemma in QUANTIFIERS
    if any(
        reading.names[n].kind in SPEAKING_NAMES
        and reading.names[n].first <= head < reading.names[n].last
        for n in range(len(reading.names))
    ):
        return True
    plural = token.upos == "NOUN" and token.xpos == "NNS"
    return token.upos == "PROPN" or plural or names_person(lemma)


def _of_a_town(reading: Reading, head: int) -> bool:
    """Whether "hall" stands for those who govern: city hall, the town hall."""
    beside = dependents(reading, head, "compound", "amod")
    return any(reading.tokens[t].lemma.lower() in _TOWNS for t in beside)


def animate(reading: Reading, head: int) -> bool:
    """Whether a common noun names persons or bodies, or a document; names and pronouns pass."""
    token = reading.tokens[head]
    lemma = token.lemma.lower()
    if token.upos != "NOUN":
        return True
    bodies = GROUP_ROLES | DOCUMENT_NOUNS | ANONYMOUS_HEADS
    listed = lemma in PERSON_ROLES or lemma in bodies
    ending = lemma.endswith(PERSON_ENDINGS) and lemma not in THINGS_LIKE_PERSONS
    return listed or lemma in PEOPLE or ending


def names_person(lemma: str) -> bool:
    """Whether a noun names one person, by the table of roles or by its ending."""
    body = lemma in GROUP_ROLES or lemma in DOCUMENT_NOUNS | WITNESS_NOUNS | REPORT_NOUNS.keys()
    ending = lemma.endswith(PERSON_ENDINGS) and lemma not in THINGS_LIKE_PERSONS
    return lemma in PERSON_ROLES or (ending and not body)


def bears_witness(reading: Reading, head: int) -> bool:
    """Whether a noun phrase is a picture, a recording or a measurement."""
    token = reading.tokens[head]
    return token.upos == "NOUN" and token.lemma.lower() in WITNESS_NOUNS


def antecedent(reading: Reading, pronoun: int) -> int | None:
    """What a relative pronoun stands for: the noun that its clause hangs on."""
    clause = reading.tokens[pronoun].head
    for _ in range(3):
        token = reading.tokens[clause]
        if token.relation in {"acl:relcl", "advcl:relcl", "acl"}:
            return token.head
        if token.head == clause:
            return None
        clause = token.head
    return None


def first_person(reading: Reading, head: int) -> bool:
    """Whether a phrase is the speaker's own "I", "we" or an address to the listener."""
    return reading.tokens[head].lemma.lower() in FIRST_OR_SECOND or reading.tokens[
        head
    ].text.lower() in {"i", "we", "you"}


def speaks_of_self(reading: Reading, head: int) -> bool:
    """Whether a phrase is "I" or "we" as the subject or owner of what is said or held."""
    return reading.tokens[head].text.lower() in SPEAKING_SELF


def owner(reading: Reading, noun: int) -> int | None:
    """The possessor of a noun ("the ministry's claim"), else what follows "of" or "by"."""
    for child in dependents(reading, noun, "nmod:poss"):
        return child
    for child in dependents(reading, noun, "nmod"):
        case = dependents(reading, child, "case")
        if case and reading.tokens[case[0]].lemma.lower() in {"by", "from"}:
            return child
    return None
