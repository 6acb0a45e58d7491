"""Sources that an outlet only cites: "…, said the Gazette, citing the mayor"."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.language.interface import Reading
from twosource.language.tree import ancestors, base, dependents, subtree
from twosource.reference.cues import DOCUMENT_NOUNS, VERBS, Act
from twosource.statements.candidates import Candidate
from twosource.statements.clauses import contents_of
from twosource.statements.phrases import Phrase, can_speak, owner, phrase_at
from twosource.statements.reporting import is_referring
from twosource.statements.subjects import subject_of
from twosource.statements.text import content_runs

_SAYING = frozenset({Act.SAY, Act.CLAIM})
_CLIMB = 3
# "reports" and "says" are often read as nouns in a closing tag without a quotation.
_TAGS = frozenset("reports report says say".split())


def is_citing(reading: Reading, verb: int) -> bool:
    """Whether a verb is the participle that names whom an outlet has something from.

    "Quoting X as saying ..." has a content of its own.
    """
    word = reading.tokens[verb].text.lower()
    relayed = word == "quoting" and not dependents(reading, verb, "advcl", "ccomp", "xcomp")
    return word == "citing" or relayed or is_referring(reading, verb)


def citing_candidates(reading: Reading, verb: int) -> Iterator[Candidate]:
    """What an outlet says, as the word of whom it cites; the outlet is whom it went through."""
    sources = [c for c in dependents(reading, verb, "obj", "obl") if c > verb]
    if reading.tokens[verb].text.lower() != "referring":
        sources = [c for c in sources if base(reading.tokens[c].relation) == "obj"]
    told = _told(reading, verb)
    if not sources or told is None:
        return
    content, outlet = told
    source = sources[0]
    if reading.tokens[source].lemma.lower() in DOCUMENT_NOUNS:
        source = _first(owner(reading, source), source)
    own = set(subtree(reading, verb))
    kept = [t for t in content if t not in own]
    if kept and can_speak(reading, source):
        yield Candidate(
            rule="verb.citing",
            anchor=verb,
            cue=(verb, verb + 1),
            speaker=phrase_at(reading, source),
            content=content_runs(reading, kept),
            act=Act.SAY,
            relayers=() if outlet is None else (outlet,),
        )


def _first(one: int | None, other: int) -> int:
    return other if one is None else one


def _told(reading: Reading, verb: int) -> tuple[tuple[int, ...], Phrase | None] | None:
    """What is told around a participle, and by which outlet."""
    for above in list(ancestors(reading, verb))[:_CLIMB]:
        act = VERBS.get(reading.tokens[above].lemma.lower())
        if reading.tokens[above].upos != "VERB":
            continue
        if act not in _SAYING:
            return _tagged(reading, above, verb)
        said = contents_of(reading, above, act)
        subject = subject_of(reading, above)
        if said is None or subject is None:
            return None
        return said.tokens, phrase_at(reading, subject)
    return None


def _tagged(
    reading: Reading, clause: int, verb: int
) -> tuple[tuple[int, ...], Phrase | None] | None:
    """A clause with a closing tag that was read as a noun: "Two drowned, the station reports"."""
    tag = verb - 2
    if tag <= clause or reading.tokens[verb - 1].text != ",":
        return None
    if reading.tokens[tag].text.lower() not in _TAGS:
        return None
    whole = subtree(reading, tag)
    first = next(t for t in whole if reading.tokens[t].upos != "PUNCT")
    if first == tag:
        return None
    content = tuple(t for t in subtree(reading, clause, {tag, verb}) if t < first)
    return content, Phrase(first, tag, tag - 1)
