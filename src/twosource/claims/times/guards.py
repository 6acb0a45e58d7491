"""What looks like a time and is none, and which way the verb looks that a time hangs on."""

from __future__ import annotations

import re
from bisect import bisect_right

from twosource.claims.times.atoms import Atom
from twosource.claims.times.expression import Outlook
from twosource.language.interface import Name, NameKind, Reading
from twosource.language.tree import ancestors

_AMBIGUOUS_MONTHS = re.compile(r"\b(?:may|march|mar|jan|dec|jun|april|june|august)\b\.?", re.I)
_MONTH_CUE = re.compile(
    r"\b(?:in|since|until|till|by|of|from|through|to|between|before|after|during|for|on|late|early"
    r"|mid|last|this|next|and|or|than|every) ?$|[-(,] ?$",
    re.IGNORECASE,
)
_VERSE = re.compile(r"\b(?:[1-3] )?(?P<word>[A-Z][a-z]+|[A-Z][a-z]{2}\.) $")
_NOT_BOOKS = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|At|Around|About|By|From|Until|Since|After"
    r"|Before|Between|Near|Nearly|Just|Only|To|And|On|The|Today|Tomorrow|Yesterday|Update|Updated"
    r"|Time|Published|Posted|Local)$"
)
_TIMED_RUN = re.compile(r"\b(?:in|of|with|ran|clocked|record|time) $", re.IGNORECASE)
_PRICED = re.compile(
    r"\b(?:shares?|traded?|trading|closed|opened|price[ds]?|rate|dollars?|euros?|rupees?|pounds?"
    r"|yen|index|valued|stood|magnitude)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_SCORED = re.compile(
    r"\b(?:won|lost|lead|led|beat|drew|score[ds]?|scoring|win|ratio|odds|aspect)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
_NAMED = frozenset({"month", "weekday", "season", "day", "year", "calendar", "side", "tail"})
_TITLED = re.compile(r"\bthe $", re.IGNORECASE)
_SUNDAY_THINGS = re.compile(r" (?:school|league|roast|best)s?\b")
_NAMED_DAYS = re.compile(
    r"\b(?:Easter|Palm|Good|Ash|Holy|Black|Bloody|Maundy|Super|Cyber|Shrove|Whit) $"
)
_BEGINNING = frozenset("start begin open reopen resume close end expire kick launch".split())
_CAPITAL = re.compile(r" [A-Z][a-z]+")
_FUTURE = frozenset({"will", "shall", "'ll", "wo", "’ll"})
_EITHER = frozenset({"would", "could", "might", "may", "should", "'d", "can", "must"})
_PLANS = frozenset("plan schedule expect set slate due intend bill reschedule postpone".split())


def token_at(reading: Reading, offset: int) -> int | None:
    """The token that holds an offset, or the last one that starts before it."""
    index = bisect_right(reading.tokens, offset, key=lambda token: token.start) - 1
    return index if index >= 0 else None


def is_time(reading: Reading, text: str, atom: Atom) -> bool:
    """Whether an atom prints a time where it stands.

    Args:
        reading: The parsed text.
        text: The same text made plain.
        atom: A run of it that a pattern took for a time.
    """
    before, words = text[max(0, atom.start - 60) : atom.start], text[atom.start : atom.end]
    if atom.kind == "clock":
        return not _no_clock(before, words)
    if atom.kind in {"month", "date"} and _no_month(reading, before, words, atom):
        return False
    if words.startswith("Today") and re.search(r"\w $", before):
        return False
    if atom.kind == "weekday" and _SUNDAY_THINGS.match(text, atom.end):
        return False
    if atom.kind == "weekday" and _NAMED_DAYS.search(before):
        return False
    if atom.kind == "weekday" and _TITLED.search(before) and _CAPITAL.match(text, atom.end):
        return False
    if atom.kind == "season" and text.startswith(" of ", atom.end):
        return False
    return atom.kind not in _NAMED or not _in_name(reading, atom)


def _no_clock(before: str, words: str) -> bool:
    if re.fullmatch(r"[\d:]+ hours?", words) and words.count(":") == 2:
        return True
    bare = re.fullmatch(r"[\d:.]+", words)
    if bare is None:
        return False
    verse = _VERSE.search(before)
    if verse and not _NOT_BOOKS.match(verse["word"]):
        return True
    if words.count(":") == 2 and _TIMED_RUN.search(before):
        return True
    return bool(_SCORED.search(before) or ("." in words and _PRICED.search(before)))


def _no_month(reading: Reading, before: str, words: str, atom: Atom) -> bool:
    """A verb ("may", "march"), a name ("April Jones") or a month without anything around it."""
    month = _AMBIGUOUS_MONTHS.search(words)
    if month is None:
        return False
    if month.group()[0].islower():
        return True
    if atom.kind == "date":
        return False
    if _person(reading, atom):
        return True
    alone = month.group().rstrip(".") == words.rstrip(".")
    if not alone:
        return False
    token = token_at(reading, atom.start)
    if token is not None and reading.tokens[token].upos in {"AUX", "VERB"}:
        return True
    return not _MONTH_CUE.search(before)


def _person(reading: Reading, atom: Atom) -> bool:
    return any(
        name.kind is NameKind.PERSON
        and reading.tokens[name.first].start < atom.end
        and atom.start < reading.tokens[name.last - 1].end
        for name in _names_near(reading, atom)
    )


def _in_name(reading: Reading, atom: Atom) -> bool:
    """Whether a name reaches beyond the atom and takes it in ("the Sunday Post", "Day Today")."""
    for name in _names_near(reading, atom):
        start = reading.tokens[name.first].start
        end = reading.tokens[name.last - 1].end
        if not (start <= atom.start < end or start < atom.end <= end):
            continue
        if name.kind is NameKind.PERSON:
            return True
        if name.kind is not NameKind.PLACE and (start < atom.start or end > atom.end + 2):
            return True
    return False


def _names_near(reading: Reading, atom: Atom) -> list[Name]:
    return [
        name
        for name in reading.names
        if reading.tokens[name.first].start < atom.end
        and atom.start < reading.tokens[name.last - 1].end
    ]


def outlook_of(reading: Reading, start: int, end: int) -> Outlook:
    """Which way the verb looks that the words at ``start`` to ``end`` hang on."""
    index = token_at(reading, end - 1)
    if index is None:
        return Outlook.OPEN
    through_noun = False
    for token in (index, *ancestors(reading, index)):
        if reading.tokens[token].start >= start and reading.tokens[token].end <= end:
            continue
        if reading.tokens[token].upos in {"VERB", "AUX"} or _auxiliaries(reading, token):
            outlook = _verb_outlook(reading, token)
            # "The 9 May parade was called off": the verb's past is not the day's.
            return Outlook.OPEN if through_noun and outlook is Outlook.PAST else outlook
        through_noun = True
    return Outlook.OPEN


def _auxiliaries(reading: Reading, token: int) -> set[str]:
    return {
        reading.tokens[child].lemma.lower()
        for child in reading.children[token]
        if reading.tokens[child].relation in {"aux", "aux:pass", "cop"}
    }


def _verb_outlook(reading: Reading, verb: int) -> Outlook:
    helpers = _auxiliaries(reading, verb)
    token = reading.tokens[verb]
    if helpers & _FUTURE:
        return Outlook.FUTURE
    if helpers & _EITHER and "have" not in helpers:
        return Outlook.EITHER
    above = reading.tokens[token.head].lemma.lower()
    if token.xpos == "VBG" and above in _PLANS:
        return Outlook.EITHER
    marks = {
        reading.tokens[child].lemma.lower()
        for child in reading.children[verb]
        if reading.tokens[child].relation == "mark"
    }
    if "to" in marks:
        return Outlook.EITHER
    if token.lemma.lower() in _PLANS and token.xpos in {"VBN", "JJ", "VBZ", "VBP", "NN"}:
        return Outlook.EITHER
    if token.lemma.lower() in _BEGINNING and token.xpos in {"VBZ", "VBP"} and not helpers:
        return Outlook.EITHER
    if token.xpos == "VBD" or (token.xpos == "VBN" and "will" not in helpers):
        return Outlook.PAST
    past = {
        child
        for child in reading.children[verb]
        if reading.tokens[child].relation in {"aux", "aux:pass", "cop"}
        and reading.tokens[child].xpos == "VBD"
    }
    return Outlook.PAST if past or "have" in helpers else Outlook.OPEN
