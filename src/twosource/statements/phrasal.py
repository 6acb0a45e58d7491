"""Attribution without a reporting verb: "according to X", "as stated by X", "X: ...", "X's claim".

Every rule yields candidates; none looks at quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from twosource.language.interface import NameKind, Reading
from twosource.language.tree import (
    ancestors,
    base,
    dependents,
    first_dependent,
    sentence_range,
    subtree,
)
from twosource.reference.cues import REPORT_NOUNS, STANDPOINTS, VERBS, Act
from twosource.statements.candidates import Candidate
from twosource.statements.copular import copular_candidates
from twosource.statements.marks import CLOSING_QUOTES
from twosource.statements.phrases import (
    animate,
    antecedent,
    can_speak,
    described_after,
    first_person,
    names_person,
    owner,
    phrase_at,
)
from twosource.statements.subjects import ISSUING_VERBS, agent, passive, subject_of
from twosource.statements.text import QUOTE_MARKS, content_runs

AS_VERBS = frozenset("describe phrase point put".split()) | {
    verb for verb, act in VERBS.items() if act in {Act.SAY, Act.CLAIM}
}
"""Verbs that attribute in "as X put it" and "as stated by X"."""
CLAUSE_HEADS = frozenset({"VERB", "AUX", "ADJ"})
CLOSING_LABEL = 4
"""Most tokens of a source that closes a headline."""
QUOTED_LABEL = 12
"""Most tokens of a source that closes a headline in quotation marks."""
HEADLINE = 3
"""Fewest tokens of what a closing source tells."""
DASHES = frozenset({"–", "—", "-", "--"})
OCCASIONS = frozenset({"after", "amid", "as", "over"})
"""Words behind a noun that make it what a headline tells of: "fury as", "row over"."""
COLON_REACH = 8
"""Most tokens of a name phrase before a colon that still reads as a speaker's label."""


def phrasal_candidates(reading: Reading) -> Iterator[Candidate]:
    """Every attribution without a reporting verb, in no fixed order."""
    for token in reading.tokens:
        lemma = token.lemma.lower()
        if lemma in {"according", "accord", "per"} and token.text.lower() in {"according", "per"}:
            yield from _according_to(reading, token.index)
        elif lemma in STANDPOINTS and base(token.relation) == "obl":
            yield from _standpoint(reading, token.index)
        elif lemma == "as" and base(token.relation) == "mark":
            yield from _as_stated(reading, token.index)
        elif token.text == ":":
            yield from _labelled(reading, token.index)
            yield from _closing_label(reading, token.index)
        elif token.text in DASHES:
            yield from _closing_label(reading, token.index)
        elif token.upos == "NOUN" and lemma in REPORT_NOUNS:
            yield from _noun_cue(reading, token.index)
    yield from copular_candidates(reading)


def _according_to(reading: Reading, according: int) -> Iterator[Candidate]:
    """X, according to Y."""
    source = reading.tokens[according].head
    if source <= according:
        children = dependents(reading, according, "obl", "nmod")
        if not children:
            return
        source = children[0]
    which = reading.tokens[according + 2 : according + 3]
    if which and which[0].text.lower() == "which":
        source = which[0].index
    if first_person(reading, source):
        return
    clause = _clause_above(reading, source)
    if clause is None:
        return
    if reading.tokens[according - 1].text in {",", "”", '"'} and according > clause:
        clause = _outermost(reading, clause)
    phrase = phrase_at(reading, _meant(reading, source))
    dropped = {source} | ({according} if reading.tokens[according].head != source else set())
    described = described_after(reading, phrase)
    last = phrase.last if described is None else described.last
    phrase = phrase if described is None else described
    tokens = [t for t in subtree(reading, clause, dropped) if not according <= t < last]
    tokens = [t for t in tokens if described is None or not _hangs_on(reading, t, described.head)]
    cue_to = according + 2 if reading.tokens[according + 1].text.lower() == "to" else according + 1
    yield Candidate(
        rule="phrase.according-to",
        anchor=according,
        cue=(according, cue_to),
        speaker=phrase,
        content=content_runs(reading, tokens),
        act=Act.SAY,
    )


def _meant(reading: Reading, source: int) -> int:
    """Whom a relative pronoun stands for ("the board, according to which"); else the source."""
    if reading.tokens[source].text.lower() not in {"which", "whom"}:
        return source
    found = antecedent(reading, source)
    if found is not None:
        return found
    first = source
    while first and reading.tokens[first - 1].text.lower() in {"according", "to", ","}:
        first -= 1
    before = reading.tokens[first - 1 if first else source]
    return before.index if before.upos in {"NOUN", "PROPN"} else source


def _hangs_on(reading: Reading, token: int, head: int) -> bool:
    return token == head or head in ancestors(reading, token)


def _clause_above(reading: Reading, token: int) -> int | None:
    """The clause that a phrase qualifies: the highest clause head of its own coordination."""
    last = None
    for above in ancestors(reading, token):
        last = above
        if reading.tokens[above].upos in CLAUSE_HEADS or reading.tokens[above].head == above:
            break
    while last is not None and reading.tokens[last].relation in {"xcomp", "amod"}:
        last = reading.tokens[last].head
    return last


def _outermost(reading: Reading, clause: int) -> int:
    """The root of the sentence, when it stands before: a closing "according to" covers it all."""
    for above in ancestors(reading, clause):
        if above < clause:
            clause = above
    return clause


def _as_stated(reading: Reading, mark: int) -> Iterator[Candidate]:
    """As stated by X, ...; as X put it, ..."""
    verb = reading.tokens[mark].head
    token = reading.tokens[verb]
    if token.lemma.lower() not in AS_VERBS or base(token.relation) != "advcl":
        return
    subject = agent(reading, verb) if passive(reading, verb) or token.xpos == "VBN" else None
    if subject is None:
        subject = first_dependent(reading, verb, "nsubj")
    if subject is None or not can_speak(reading, subject):
        return
    tokens = subtree(reading, token.head, {verb})
    case = first_dependent(reading, subject, "case")
    yield Candidate(
        rule="phrase.as-stated",
        anchor=verb,
        cue=(mark, max(verb, case if case is not None else verb) + 1),
        speaker=phrase_at(reading, subject),
        content=content_runs(reading, tokens),
        act=VERBS.get(token.lemma.lower(), Act.SAY),
    )


def _standpoint(reading: Reading, noun: int) -> Iterator[Candidate]:
    """In the view of X, ...; ..., by X's count."""
    case = first_dependent(reading, noun, "case")
    source = first_dependent(reading, noun, "nmod:poss") or first_dependent(reading, noun, "nmod")
    if case is None or reading.tokens[case].lemma.lower() not in {"in", "by"} or source is None:
        return
    if first_person(reading, source) or not can_speak(reading, source):
        return
    own = subtree(reading, noun)
    tokens = subtree(reading, reading.tokens[noun].head, {noun})
    yield Candidate(
        rule="phrase.according-to",
        anchor=noun,
        cue=(noun, noun + 1) if source < noun else (own[0], source),
        speaker=phrase_at(reading, source),
        content=content_runs(reading, [t for t in tokens if t not in own]),
        act=Act.SAY,
    )


def _labelled(reading: Reading, colon: int) -> Iterator[Candidate]:
    """Hospital sources: nine dead. A phrase that can speak, a colon, and what it says."""
    first, last = sentence_range(reading, colon)
    label = range(first, colon)
    if not 0 < len(label) <= COLON_REACH or colon + 1 >= last:
        return
    if any(reading.tokens[t].upos in {"VERB", "AUX", "NUM"} for t in label):
        return
    head = next(
        (t for t in label if reading.tokens[t].head not in label or reading.tokens[t].head == t),
        None,
    )
    if head is None or not (can_speak(reading, head) or _capitalised(reading, label)):
        return
    if _is_dateline(reading, label, colon):
        return
    phrase = phrase_at(reading, head)
    phrase = replace(phrase, last=min(phrase.last, colon))
    beside = set(range(phrase.last, colon)).difference(
        *(subtree(reading, c) for c in dependents(reading, head, "appos"))
    )
    if phrase.first > first or any(reading.tokens[t].upos != "PUNCT" for t in beside):
        return
    yield Candidate(
        rule="phrase.label",
        anchor=colon,
        cue=None,
        speaker=phrase,
        content=content_runs(reading, list(range(colon + 1, last))),
        act=Act.SAY,
    )


def _is_dateline(reading: Reading, label: range, colon: int) -> bool:
    """Whether a place and a colon only say where a report was filed: "KOCHI: Police on Friday ...".

    It opens its paragraph, and a whole sentence without marks of quotation follows.
    """
    place = any(
        name.kind is NameKind.PLACE and name.first == label.start and name.last == label.stop
        for name in reading.names
    )
    sentence = reading.tokens[colon].sentence
    opens = not sentence or (
        reading.sentences[sentence - 1].paragraph != reading.sentences[sentence].paragraph
    )
    after = reading.tokens[colon + 1]
    whole = reading.tokens[reading.sentences[sentence].last - 1].text == "."
    return place and opens and whole and after.text[:1].isupper()


def _capitalised(reading: Reading, label: range) -> bool:
    """A label of several capitalised words before a quotation: a name that was not read as one."""
    quoted = reading.text[reading.tokens[label.stop + 1].start]
    words = [reading.tokens[t].text for t in label]
    return quoted in QUOTE_MARKS and len(words) > 1 and all(w[:1].isupper() for w in words)


def _closing_label(reading: Reading, colon: int) -> Iterator[Candidate]:
    """Bridge closed after cracks found: mayor. A headline that names its source last."""
    first, last = sentence_range(reading, colon)
    label, told = range(colon + 1, last), range(first, colon)
    sentence = reading.sentences[reading.tokens[colon].sentence]
    after = sentence.last < len(reading.tokens)
    ends = (
        not after
        or reading.sentences[reading.tokens[colon].sentence + 1].paragraph != sentence.paragraph
    )
    if not ends or not label or len(told) < HEADLINE:
        return
    if not any(reading.tokens[t].upos in {"VERB", "AUX"} for t in told):
        return
    tags = {reading.tokens[t].upos for t in label}
    if len(label) <= CLOSING_LABEL and tags <= {"NOUN", "PROPN", "ADJ"}:
        head = next((t for t in label if reading.tokens[t].head not in label), None)
    elif reading.tokens[colon - 1].text in CLOSING_QUOTES and len(label) <= QUOTED_LABEL:
        head = next((t for t in label if _may_be_quoted(reading, t)), None)
    else:
        return
    if head is None or not can_speak(reading, head):
        return
    phrase = phrase_at(reading, head)
    yield Candidate(
        rule="phrase.label",
        anchor=colon,
        cue=None,
        speaker=phrase,
        content=content_runs(reading, list(told)),
        act=Act.SAY,
    )


def _may_be_quoted(reading: Reading, token: int) -> bool:
    """Whether a noun behind a quoted headline says who is quoted: its subject, or all there is."""
    word = reading.tokens[token]
    if word.upos not in {"NOUN", "PROPN"} or not animate(reading, token):
        return False
    after = reading.tokens[token + 1].text.lower() if token + 1 < len(reading.tokens) else ""
    if after in OCCASIONS and not names_person(word.lemma.lower()):
        return False
    return base(word.relation) in {"nsubj", "root", "parataxis"} and can_speak(reading, token)


def _noun_cue(reading: Reading, noun: int) -> Iterator[Candidate]:
    """The ministry's claim that ...; accusations by X that ..."""
    source = _author(reading, noun)
    if source is None or first_person(reading, source):
        return
    if not can_speak(reading, source) and not _by(reading, source):
        return
    clauses = [
        c
        for holder in (noun, source)
        for c in dependents(reading, holder, "acl", "ccomp")
        if c > noun and _finite_that(reading, c)
    ]
    if not clauses:
        return
    yield Candidate(
        rule="noun.clause",
        anchor=noun,
        cue=(noun, noun + 1),
        speaker=phrase_at(reading, source),
        content=content_runs(reading, subtree(reading, clauses[0])),
        act=REPORT_NOUNS[reading.tokens[noun].lemma.lower()],
    )


def _by(reading: Reading, source: int) -> bool:
    """Whether "by" makes a noun the author of a claim, whatever it names."""
    case = first_dependent(reading, source, "case")
    return case is not None and reading.tokens[case].lemma.lower() == "by"


def _author(reading: Reading, noun: int) -> int | None:
    """Whose claim it is: the possessor, or the subject of "expressed concern", "made the claim"."""
    governor = reading.tokens[noun].head
    if (
        base(reading.tokens[noun].relation) == "obj"
        and reading.tokens[governor].lemma.lower() in ISSUING_VERBS
    ):
        return subject_of(reading, governor)
    after = reading.tokens[noun + 1 if noun + 1 < len(reading.tokens) else noun]
    if after.text.lower() == "by" and base(after.relation) == "case":
        return after.head
    return owner(reading, noun)


def _finite_that(reading: Reading, clause: int) -> bool:
    mark = first_dependent(reading, clause, "mark")
    if mark is None or reading.tokens[mark].upos != "SCONJ":
        return False
    return reading.tokens[mark].lemma.lower() in {"that", "whether", "if"}
