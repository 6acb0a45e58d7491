"""What differs between two wordings of one utterance, by kind."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from twosource.comparison.wordings.utterance import Utterance, UtteredWord


def differences(a: Utterance, b: Utterance) -> tuple[str, ...]:
    """What the second wording has otherwise than the first.

    Kinds: word choice, cut, addition, tense or form (one lemma in another form) and order (words
    that both have, elsewhere). Only carrying words are compared.
    """
    ours, theirs = [word.lemma for word in a.words], [word.lemma for word in b.words]
    found: list[str] = []
    moved = set(ours) & set(theirs)
    for tag, i, j, k, m in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        lost = [word for word in a.words[i:j] if word.lemma not in moved]
        gained = [word for word in b.words[k:m] if word.lemma not in moved]
        if tag == "equal":
            found += _forms(a.words[i:j], b.words[k:m])
        elif lost and gained:
            found.append(f"word choice: {_told(lost)} / {_told(gained)}")
        elif lost:
            found.append(f"cut: {_told(lost)}")
        elif gained:
            found.append(f"addition: {_told(gained)}")
    if [lemma for lemma in ours if lemma in moved] != [one for one in theirs if one in moved]:
        found.append("order of words")
    if a.quoted != b.quoted:
        found.append("quoted in one, reported in the other")
    return tuple(found)


def _forms(ours: Sequence[UtteredWord], theirs: Sequence[UtteredWord]) -> list[str]:
    return [
        f"form: “{a.form}” / “{b.form}”"
        for a, b in zip(ours, theirs, strict=True)
        if a.form != b.form
    ]


def _told(words: Sequence[UtteredWord]) -> str:
    return f"“{' '.join(word.form for word in words)}”"
