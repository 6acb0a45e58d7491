"""Who does the saying: the grammatical search for the subject of a reporting word."""

from __future__ import annotations

from twosource.language.interface import NameKind, Reading
from twosource.language.tree import (
    base,
    dependents,
    first_dependent,
    first_token,
    negated,
    sentence_range,
    subtree,
)
from twosource.reference.cues import (
    DIRECTIVES,
    DOCUMENT_NOUNS,
    KNOWING_VERBS,
    REPORT_NOUNS,
    STATES_OF_MIND,
    VERBS,
    Act,
)
from twosource.statements.phrases import antecedent, speaks_of_self
from twosource.statements.turned import (
    ADDRESSING,
    WINDOW,
    before_mark,
    beside,
    inverted,
    inverted_aside,
    is_person,
    turned,
)

RELATIVE = frozenset("who which that whom".split())
_SPEAKING = frozenset({Act.SAY, Act.CLAIM, Act.ACCUSE, Act.DENY, Act.CHARACTERISE})
_CALLING = frozenset({"call", "appeal"})
_DASHES = frozenset({"–", "—", "-", "--"})
_LEADING = frozenset({"about", "despite", "of", "without"})
COMPELLING = frozenset({"force", "compel", "oblige"})
"""Verbs whose passive leads to what was said: "was forced to admit"."""
CARRIERS = (DOCUMENT_NOUNS | REPORT_NOUNS.keys()) - {"account", "channel", "website"}
"""Nouns for what words are written in or told as."""
REACH = 4
"""Clauses up which a shared subject is looked for."""
CLIMBS = frozenset({"xcomp", "conj", "advcl"})
ISSUING_VERBS = frozenset(
    "issue release publish make give post send file circulate sign write deliver read put "
    "express voice raise add".split()
)
"""Verbs whose subject is the author of the statement that is their object."""


def subject_of(reading: Reading, verb: int) -> int | None:
    """Head of the phrase that says what ``verb`` reports, or ``None``.

    Looks at the verb's own subject, the agent of a passive, a subject printed after the verb, the
    antecedent of a relative pronoun, and the subject that the verb shares with the clause above.
    """
    if passive(reading, verb):
        return _first(
            _taken_for_passive(reading, verb), _experiencer(reading, verb), agent(reading, verb)
        )
    current = verb
    for _ in range(REACH):
        own = own_subject(reading, current)
        if own is not None:
            return _resolved_relative(reading, own)
        token = reading.tokens[current]
        if token.head == current:
            return None
        loose = token.xpos == "VBG" and _right_after_comma(reading, current)
        beside = _beside_clause(reading, current, loose)
        if beside is not None:
            return beside
        if token.relation in {"acl", "acl:relcl"} and not loose:
            return _noun_subject(reading, token.head)
        if not loose and base(token.relation) not in CLIMBS:
            return None
        current = _clause_around(reading, current, loose)
    return None


def _beside_clause(reading: Reading, verb: int, loose: bool) -> int | None:
    """The subject of a verb that has none of its own, by the construction that it stands in.

    ``loose`` tells whether the verb is a participle behind a comma.
    """
    participle = reading.tokens[verb].xpos == "VBG"
    return _first(
        _absolute(reading, verb) if participle else None,
        _quoted_as(reading, verb),
        _carrier(reading, verb) if participle else None,
        _raised(reading, verb),
        _nearer(reading, verb) if loose else None,
    )


def _first(*tokens: int | None) -> int | None:
    """The first that was found; token 0 counts."""
    return next((token for token in tokens if token is not None), None)


def _nearer(reading: Reading, verb: int) -> int | None:
    """Who spoke last before a loose participle: "..., even as the union protested, insisting".

    The parse may hang the participle on the main clause, over a clause that speaks in between.
    """
    head = reading.tokens[verb].head
    found = None
    for clause in range(head + 1, verb):
        word = reading.tokens[clause]
        speaks = VERBS.get(word.lemma.lower()) in _SPEAKING or word.lemma.lower() in _CALLING
        under = {head, *dependents(reading, head, "xcomp")}
        beside = base(word.relation) in {"advcl", "conj"} and word.head in under
        subjects = dependents(reading, clause, "nsubj")
        if word.upos == "VERB" and speaks and beside and subjects:
            found = subjects[0]
    return found


def _raised(reading: Reading, verb: int) -> int | None:
    """The subject of "are said to have reported", which belongs to the infinitive."""
    token = reading.tokens[verb]
    above = reading.tokens[token.head].lemma.lower()
    if base(token.relation) != "xcomp" or above in DIRECTIVES or above in ADDRESSING:
        return None
    if above not in COMPELLING and VERBS.get(above) not in {Act.SAY, Act.CLAIM, Act.BELIEVE}:
        return None
    if not passive(reading, token.head):
        return None
    return first_dependent(reading, token.head, "nsubj")


def _experiencer(reading: Reading, verb: int) -> int | None:
    """Who is convinced, and the "we" who were told: subjects of a passive that hold the content."""
    subjects = dependents(reading, verb, "nsubj")
    if not subjects:
        return None
    lemma = reading.tokens[verb].lemma.lower()
    told = lemma in ADDRESSING and speaks_of_self(reading, subjects[0])
    drawn = lemma == "draw"
    return subjects[0] if told or drawn or lemma in STATES_OF_MIND else None


def _quoted_as(reading: Reading, verb: int) -> int | None:
    """Who is quoted in "was quoted as saying ..." and "quoted the mayor as saying ..."."""
    token = reading.tokens[verb]
    above = token.head
    mark = first_dependent(reading, verb, "mark")
    if token.xpos != "VBG" or mark is None or reading.tokens[mark].lemma.lower() != "as":
        return None
    if reading.tokens[above].lemma.lower() not in {"quote", "cite"}:
        return None
    return first_dependent(reading, above, "nsubj" if passive(reading, above) else "obj")


def _carrier(reading: Reading, verb: int) -> int | None:
    """What carries a tale that a participle tells: "took note of *reports* in the press alleging".

    The parse may hang the participle on the verb around them, whose subject told nothing.
    """
    token = reading.tokens[verb]
    if base(token.relation) not in {"advcl", "xcomp"} or not verb:
        return None
    noun = verb - 1
    while reading.tokens[noun].upos in {"NOUN", "PROPN"} and noun > token.head:
        if reading.tokens[noun].lemma.lower() in CARRIERS:
            return noun
        noun = reading.tokens[noun].head
    return None


def after_comma(reading: Reading, token: int) -> bool:
    """Whether a subtree begins with a comma or right after one."""
    first = first_token(reading, token)
    return reading.tokens[first].text == "," or (
        first > 0 and reading.tokens[first - 1].text == ","
    )


def _absolute(reading: Reading, verb: int) -> int | None:
    """The subject of "with X saying ...": what "with" introduces before the participle.

    Right before it, other prepositions do as well: "tired of people saying".
    """
    for token in range(verb - 1, max(verb - 2 * WINDOW, -1), -1):
        word = reading.tokens[token]
        if word.text == ",":
            return None
        if word.text.lower() == "with" and token < word.head < verb:
            return word.head
        if word.text.lower() in _LEADING and word.head == verb - 1 and token < verb - 1:
            above = reading.tokens[reading.tokens[word.head].head]
            return word.head if above.upos in {"ADJ", "VERB"} else None
    return None


def resumes(reading: Reading, clause: int) -> bool:
    """Whether a coordinated verb goes on with the reporting clause, not with the reported one.

    A past tense ("said it was shut and warned ...") or a "but" ("cannot say why, but suspects
    ...") turns back to who reports.
    """
    if dependents(reading, clause, "nsubj"):
        return False
    link = first_dependent(reading, clause, "cc")
    but = link is not None and reading.tokens[link].lemma.lower() == "but"
    if _disagrees(reading, clause) or (but and _refuses(reading, clause)):
        return True
    return reading.tokens[clause].xpos == "VBD" or (
        but and reading.tokens[clause].xpos in {"VBZ", "VBP"}
    )


def _refuses(reading: Reading, clause: int) -> bool:
    """Whether a clause tells what somebody would not say or give."""
    modal = any(reading.tokens[a].xpos == "MD" for a in dependents(reading, clause, "aux"))
    known = reading.tokens[clause].lemma.lower() in KNOWING_VERBS
    told = reading.tokens[reading.tokens[clause].head].lemma.lower() in VERBS
    return modal and known and negated(reading, clause) and not told


def _disagrees(reading: Reading, clause: int) -> bool:
    """Whether a verb agrees in number with who reports, not with the subject before it."""
    inner = own_subject(reading, reading.tokens[clause].head)
    outer = own_subject(reading, reading.tokens[reading.tokens[clause].head].head)
    finite = [clause, *dependents(reading, clause, "aux")]
    tags = {reading.tokens[t].xpos for t in finite} & {"VBZ", "VBP"}
    if inner is None or outer is None or len(tags) != 1:
        return False
    plural = "VBP" in tags
    return _plural(reading, inner) is not plural and _plural(reading, outer) is plural


def _plural(reading: Reading, noun: int) -> bool | None:
    """Number of a noun phrase; ``None`` for words that tell nothing of it."""
    token = reading.tokens[noun]
    if dependents(reading, noun, "conj") or token.text.lower() in {"they", "we"}:
        return True
    if token.text.lower() in {"he", "she", "it"}:
        return False
    if token.xpos in {"NNS", "NNPS"}:
        return True
    return False if token.xpos in {"NN", "NNP"} else None


def _right_after_comma(reading: Reading, verb: int) -> bool:
    """Whether only adverbs part a verb from a comma before it."""
    before = verb - 1
    while before > 0 and reading.tokens[before].upos == "ADV":
        before -= 1
    return before >= 0 and reading.tokens[before].text == ","


def _clause_around(reading: Reading, clause: int, loose: bool) -> int:
    """The clause whose subject a verb shares.

    A loose participle (", saying ...") goes with the clause around its noun. What hangs on a
    reported clause goes back to who reports it: "said that he was ill, adding ...", "said it
    was closed and warned ...".
    """
    token = reading.tokens[clause]
    head = token.head
    if loose:
        while (
            reading.tokens[head].upos not in {"VERB", "AUX"} and reading.tokens[head].head != head
        ):
            head = reading.tokens[head].head
    above = reading.tokens[head]
    reporter = reading.tokens[above.head]
    reported = base(above.relation) == "ccomp" and reporter.lemma.lower() in VERBS
    past = base(token.relation) == "conj" and resumes(reading, clause)
    if reported and (loose or past) and own_subject(reading, above.head) is not None:
        return above.head
    return head


def passive(reading: Reading, verb: int) -> bool:
    """Whether a verb is in the passive, a participle without an auxiliary included."""
    token = reading.tokens[verb]
    participle = token.xpos == "VBN" and base(token.relation) in {"advcl", "acl", "amod"}
    if participle and not dependents(reading, verb, "aux"):
        return True
    if token.lemma.lower() == "ask" and base(token.relation) == "advcl" and token.xpos == "VBD":
        return not dependents(reading, verb, "nsubj", "mark")
    auxiliaries = [reading.tokens[c] for c in dependents(reading, verb, "aux")]
    if any(aux.relation == "aux:pass" or aux.lemma == "be" for aux in auxiliaries):
        return token.xpos in {"VBN", "VBD"}
    marked = any(reading.tokens[c].relation == "nsubj:pass" for c in reading.children[verb])
    return marked and not auxiliaries


def agent(reading: Reading, verb: int) -> int | None:
    """Who a passive verb is done by."""
    for child in dependents(reading, verb, "obl"):
        if reading.tokens[child].relation == "obl:agent":
            return child
        case = first_dependent(reading, child, "case")
        if case is not None and reading.tokens[case].lemma.lower() == "by":
            return child
    return None


def own_subject(reading: Reading, verb: int) -> int | None:
    """The subject in the verb's own clause; the agent of a passive; one printed after it."""
    if passive(reading, verb):
        return _first(_taken_for_passive(reading, verb), agent(reading, verb))
    after = turned(reading, verb)
    if after is not None:
        return after
    run = inverted_aside(reading, verb)
    if run is not None:
        return next(t for t in range(*run) if reading.tokens[t].head not in range(*run))
    subjects = dependents(reading, verb, "nsubj")
    if subjects:
        before = [c for c in subjects if c < verb]
        told = any(c > verb for c in dependents(reading, verb, "ccomp"))
        near = before if before and told else subjects
        return _past_dateline(reading, min(near, key=lambda c: abs(c - verb)), verb)
    return _first(inverted(reading, verb), beside(reading, verb), _given_away(reading, verb))


def _past_dateline(reading: Reading, subject: int, verb: int) -> int:
    """The subject behind a dateline that the parse took for it: "VARN — The union said"."""
    placed = any(
        name.kind is NameKind.PLACE and name.first <= subject < name.last for name in reading.names
    )
    first, _ = sentence_range(reading, verb)
    dash = next((t for t in range(subject, verb) if reading.tokens[t].text in _DASHES), None)
    if not placed or dash is None or not first <= subject <= first + 1:
        return subject
    behind = dependents(reading, subject, "appos", "list", "nmod", "dep", "parataxis", "conj")
    return next((c for c in behind if dash < c < verb), subject)


def _given_away(reading: Reading, verb: int) -> int | None:
    """The subject that the parse gave to the verb of saying around: "noted the findings show"."""
    above = reading.tokens[verb].head
    listening = reading.tokens[above].lemma.lower() in ADDRESSING
    if base(reading.tokens[verb].relation) != "ccomp" or listening:
        return None
    leads = any(s < above for s in dependents(reading, above, "nsubj"))
    between = [s for s in dependents(reading, above, "nsubj", "obj") if above < s < verb]
    return between[-1] if between and leads else None


def _taken_for_passive(reading: Reading, verb: int) -> int | None:
    """Who stands before a closing past tense read as a participle: ", a nurse, informed."."""
    if VERBS.get(reading.tokens[verb].lemma.lower()) is not Act.SAY:
        return None
    if dependents(reading, verb, "aux", "nsubj", "obl:agent"):
        return None
    whole = subtree(reading, verb)
    _, last = sentence_range(reading, verb)
    if any(reading.tokens[t].upos != "PUNCT" for t in range(whole[-1] + 1, last)):
        return None
    head = before_mark(reading, verb)
    return head if head is not None and is_person(reading, head) else None


def _resolved_relative(reading: Reading, subject: int) -> int | None:
    token = reading.tokens[subject]
    if token.upos == "PRON" and token.lemma.lower() in RELATIVE:
        return antecedent(reading, subject)
    return subject


def _noun_subject(reading: Reading, noun: int) -> int | None:
    """Who speaks through a noun with a clause: the author of a statement, else the noun itself."""
    lemma = reading.tokens[noun].lemma.lower()
    if lemma not in REPORT_NOUNS and lemma not in DOCUMENT_NOUNS:
        return noun
    governor = reading.tokens[noun].head
    token = reading.tokens[governor]
    if base(reading.tokens[noun].relation) in {"obj", "obl"} and token.lemma in ISSUING_VERBS:
        return subject_of(reading, governor)
    possessor = first_dependent(reading, noun, "nmod:poss")
    return noun if possessor is None else possessor
