"""The English of questions, built from words that the reports print.

Forms of verbs are never made up: a question uses the printed participle, the printed past tense, or
a pattern that takes the lemma ("Did the pumps fail?").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from twosource.claims.questions.telling import commonest
from twosource.model.proposition import Argument

_LONGEST = 6
# "Accused the company of hiding it": the wrong is no part of who is accused.
_WRONG = re.compile(r"\s+of\s+(?:having\s+)?\w{2,}ing\s.*$", re.DOTALL)
_JOINED_AFTER = 3
_DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your some any no several many all "
    "both each every".split()
)
_NONE = frozenset({"no", "any"})
_ANYBODY = frozenset("anyone anybody anything someone somebody something".split())
_REFLEXIVE = frozenset("himself herself itself themselves myself yourself ourselves".split())
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens scores hundred "
    "hundreds thousand thousands lakh crore million more least most about nearly half".split()
)
_PLURALS = {"person": "people", "child": "children", "man": "men", "woman": "women"}
_COLLECTIVE = frozenset({"people", "police", "staff", "crew", "personnel", "troops", "cattle"})


def counted_words(printed: Sequence[tuple[str, str]], generic: Collection[str]) -> str:
    """The plural noun that a count question asks by.

    Args:
        printed: Lemma and printed noun phrase of each count.
        generic: Lemmas that say only that people are counted; where they are given and nothing
            else is used more, or no noun is printed, the question says "people".
    """
    specific = [pair for pair in printed if pair[0] and pair[0].lower() not in generic]
    mixed = len({lemma.lower() for lemma, _ in specific}) > 1
    if generic and (mixed or 2 * len(specific) <= len(printed)):
        # Soldiers and conscripts together are people.
        return "people"
    if not specific:
        return plural(printed[0][0].lower()) if printed and printed[0][0] else "things"
    lemma = commonest([pair[0] for pair in specific])
    forms = [word for own, phrase in specific if own == lemma for word in phrase.split()[-1:]]
    many = [form for form in forms if form.lower() != lemma.lower() and form.isalpha()]
    chosen = commonest(many) if many else plural(lemma)
    return chosen if chosen.isupper() or lemma[:1].isupper() else chosen.lower()


def plural(noun: str) -> str:
    """The plural of an English noun by the rules of spelling."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun in _COLLECTIVE:
        return noun
    if re.search(r"(s|x|z|ch|sh)$", noun):
        return noun + "es"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + "s"


def phrase(argument: Argument) -> str:
    """A participant as a question names it: short, with "the" for whatever else determines it."""
    quote = _WRONG.sub("", argument.span.quote)
    words = [_bare(word) for word in quote.split()]
    words = [word for word in words if word] or argument.head.quote.split()
    if len(words) == 1 and words[0].lower() in _ANYBODY | _REFLEXIVE:
        return words[0].lower()
    if words[0].lower() in _NONE and 1 < len(words) <= _LONGEST:
        return " ".join(["any", *words[1:]])
    sum_named = any(c.isdigit() for c in argument.head.quote) and len(words) <= _LONGEST
    if words[0].lower() == "none":
        words = _whole_of(words) or words
    if len(words) > _LONGEST or (any(_counts(word) for word in words) and not sum_named):
        words = _whole_of(words) or _short(argument)
    determined = words[0].lower() in _DETERMINERS
    if determined and len(words) > 1 and words[1].endswith(("'s", "’s", "s'", "s’")):
        return " ".join([words[0].lower(), *words[1:]])
    if words[0].lower() in {"a", "an"} and len(words) > 1:
        return " ".join([words[0].lower(), *words[1:]])
    bare = words[1:] if determined and len(words) > 1 else words
    if bare[0].lower() == "of":
        # "Some of the bodies" are asked about as "the bodies".
        bare = [word for word in bare[1:] if word.lower() not in _DETERMINERS] or bare[-1:]
    if _begins_sentence(argument, bare[0]):
        bare = [bare[0].lower(), *bare[1:]]
    if not determined and (bare[0][:1].isupper() or bare[0].endswith(("'s", "’s"))):
        return " ".join(bare)
    return f"the {' '.join(bare)}"


def _whole_of(words: Sequence[str]) -> list[str]:
    """What some are counted out of, without its numbers: "two of the four clerks"."""
    if not (_counts(words[0]) or words[0].lower() == "none") or "of" not in words[1:3]:
        return []
    rest = [word for word in words[words.index("of") + 1 :] if not _counts(word)]
    return rest if 0 < len(rest) <= _LONGEST and rest[-1].lower() not in _DETERMINERS else []


def _bare(word: str) -> str:
    """A word without the marks around it; the apostrophe of "students'" stays."""
    inner = word.strip('"“”‘()[],')
    return inner.lstrip("'") if inner.endswith("s'") and inner[0] != "'" else inner.strip("'")


def is_determined(argument: Argument) -> bool:
    """Whether an article, a possessor or a pronoun says which one is meant."""
    words = argument.span.quote.split()
    first = words[0].lower() if words else ""
    return first in _DETERMINERS or any(word.endswith(("'s", "’s", "s'", "s’")) for word in words)


def _begins_sentence(argument: Argument, word: str) -> bool:
    """Whether a capital belongs to the sentence: it stands on a plural that names no people."""
    is_plain = word == argument.head.quote and word.lower() != argument.lemma
    return is_plain and word.istitle() and not word.endswith("ans")


def _short(argument: Argument) -> list[str]:
    """The head with the compounds before it, as printed."""
    head = argument.head.quote.split()
    extra = len(argument.lemma.split()) - len(head)
    printed = argument.span.quote.split()
    if extra > 0 and head[0] in printed:
        at = printed.index(head[0])
        return [*printed[max(0, at - extra) : at], *head]
    return head


def _counts(word: str) -> bool:
    return any(c.isdigit() for c in word) or word.lower() in _NUMBERS


def is_plural(argument: Argument) -> bool:
    """Whether a noun phrase stands in the plural, as far as its form shows."""
    head = argument.head.quote.split()[-1].lower()
    lemma = argument.lemma.split()[-1] if argument.lemma else head
    if head in _COLLECTIVE or _is_joined(argument):
        return True
    if head == argument.lemma.lower() or head in argument.lemma.lower().split():
        return False
    return head != lemma and not head[:1].isdigit() and head not in lemma


def _is_joined(argument: Argument) -> bool:
    """Whether "and" joins the noun to another, and stands not in what is said of it."""
    before, found, _ = argument.span.quote.partition(" and ")
    return bool(found) and len(before.split()) <= _JOINED_AFTER


def was(argument: Argument) -> str:
    """``Was`` or ``Were``, as the noun phrase asks."""
    return "Were" if is_plural(argument) else "Was"
