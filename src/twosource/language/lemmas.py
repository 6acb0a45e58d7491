"""The dictionary form of a word: a table of what the rules get wrong, then the rules.

The table holds, for each form and fine tag of the training data, the lemma where it is not the
one that :func:`lemma_by_rule` gives. Conventions are those of UD English ("'m" is "be").
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from twosource.reference.lexicon import is_verb

_NAMES = frozenset({"NNP", "NNPS"})
_VOWELS = "aeiouy"

# An irregular past tense and participle of one form have one lemma.
_SIBLINGS = {"VBD": "VBN", "VBN": "VBD"}

# Past forms that the treebanks hold too seldom.
_IRREGULAR = {
    past: lemma
    for lemma, forms in (
        pair.split(":")
        for pair in (
            "drink:drunk,drank beat:beaten steal:stolen,stole tear:torn hide:hidden bite:bitten "
            "blow:blown freeze:frozen,froze shake:shaken,shook sink:sunk,sank throw:thrown "
            "forbid:forbidden,forbade swear:sworn slay:slain speed:sped flee:fled sting:stung "
            "sweep:swept kneel:knelt leap:leapt spill:spilt burn:burnt learn:learnt cling:clung "
            "fling:flung dig:dug stick:stuck wake:woken,woke shrink:shrunk ring:rung,rang"
        ).split()
    )
    for past in forms.split(",")
}

# Stems that take back the "e" that "-ing" and "-ed" have swallowed: "creat-", "realiz-", "argu-",
# "struggl-", "notic-", "driv-", "chang-", "advis-", "requir-", "evacuat-".
_WANTS_E = re.compile(
    r"(?:[aeiou][aiu]?[cgvz]|[rln][cgsv]|d[gl]|u|[bdfgkptz]l|[^aeo]at|(?:^|[^aeiou])[aiu]r|[aiou]s"
    r"|[aio]n?c|[^aeiou][aiou][dkmpt]|[^aeiou]i[nz]|st?l)$"
)
# Stems in "-ng" that never had one: "hang-", "belong-", "bring-".
_WITHOUT_E = frozenset(
    "hang bang clang gang twang long belong prolong throng wrong ring bring sing cling fling sling "
    "sting string spring swing wing wring ping king ding".split()
)
# "stopp-", but not "call-"; "cancell-" and "propell-", but not "spell-".
_DOUBLED = re.compile(r"(?:([bdgkmnprt])\1|[aeiouy].*ell)$")


class LemmaTable:
    """Lemma by form and fine tag.

    Args:
        exceptions: Lemma by (key, tag), with the key that :func:`table_key` gives.
    """

    def __init__(self, exceptions: Mapping[tuple[str, str], str]) -> None:
        self._exceptions = dict(exceptions)

    @classmethod
    def load(cls, path: Path) -> LemmaTable:
        """Read the table: gzip, one ``form TAB tag TAB lemma`` a line."""
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = (line.rstrip("\n").split("\t") for line in lines)
            return cls({(form, tag): lemma for form, tag, lemma in rows})

    def lemma(self, form: str, tag: str) -> str:
        """The lemma of a word.

        Args:
            form: The word as printed.
            tag: Its Penn Treebank tag.

        Returns:
            The lemma: lower-case but for names.
        """
        key = table_key(form, tag)
        found = self._exceptions.get((key, tag))
        if found is None and tag in _SIBLINGS:
            found = self._exceptions.get((key, _SIBLINGS[tag]))
        if found is not None:
            return found
        by_rule = lemma_by_rule(form, tag)
        return _known_verb(by_rule) if tag in _SIBLINGS else by_rule


def _known_verb(lemma: str) -> str:
    """The verb that a past form leads to: an irregular one, or with the "e" that the rule lost."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    return f"{lemma}e" if not is_verb(lemma) and is_verb(f"{lemma}e") else lemma


def table_key(form: str, tag: str) -> str:
    """The form as the table knows it: straight apostrophes, lower-case but for names."""
    straight = form.replace("’", "'")
    return straight if tag in _NAMES else straight.lower()


def lemma_by_rule(form: str, tag: str) -> str:
    """The lemma that English spelling alone suggests for a word with this tag."""
    key = table_key(form, tag)
    rule = _RULES.get(tag)
    return rule(key) if rule is not None and len(key) > 3 else key


def _without_s(word: str) -> str:
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("series"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _stem(word: str) -> str:
    """A verb's base from what is left without its ending."""
    if _DOUBLED.search(word):
        return word[:-1]
    if not any(letter in _VOWELS for letter in word):
        return word
    bare = word.removeprefix("over").removeprefix("re") in _WITHOUT_E
    return word + "e" if _WANTS_E.search(word) and not bare else word


def _without_ing(word: str) -> str:
    return _stem(word[:-3]) if word.endswith("ing") and len(word) > 4 else word


def _without_ed(word: str) -> str:
    if word.endswith("ied"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    return _stem(word[:-2]) if word.endswith("ed") else word


def _compared(ending: str) -> Callable[[str], str]:
    def positive(word: str) -> str:
        if not word.endswith(ending):
            return word
        stem = word[: -len(ending)]
        if stem.endswith("i"):
            return stem[:-1] + "y"
        return _stem(stem)

    return positive


_RULES: Mapping[str, Callable[[str], str]] = {
    "NNS": _without_s,
    "NNPS": _without_s,
    "VBZ": _without_s,
    "VBG": _without_ing,
    "VBD": _without_ed,
    "VBN": _without_ed,
    "JJR": _compared("er"),
    "RBR": _compared("er"),
    "JJS": _compared("est"),
    "RBS": _compared("est"),
}
