"""Causes that words themselves call one: theories, suspicions, lists, what is ruled out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from twosource.hypotheses.bodies import is_doer
from twosource.hypotheses.offer import Offer, cut_phrase, of_words, short, shown
from twosource.hypotheses.scene import Scene
from twosource.hypotheses.testimony import Testimony
from twosource.model.report import Report, Span, cut
from twosource.model.statement import Stance
from twosource.reference.explanations import THEORY_NOUNS

_BARE = 6
_WHAT = r"(?P<what>[^.;:!?\n]{3,90})"
# The words themselves say that they name an explanation.
_THEORY = re.compile(
    rf"\b(?:{'|'.join(sorted(THEORY_NOUNS - {'line', 'claim', 'cause', 'narrative'}))})s?\s+"
    rf"(?:that|of|about|was that|is that|has been that|was|is)\s+{_WHAT}",
    re.IGNORECASE,
)
_CAUSE_IS = re.compile(
    rf"\b(?:the|a|possible|probable|likely|main|root)\s+cause\b[^.;:!?\n]{{0,30}}?\b(?:is|was|be|been|"
    rf"being|as|include[sd]?)\s+{_WHAT}",
    re.IGNORECASE,
)
_SUSPECTED = re.compile(
    r"(?P<what>[^.;:!?,\n]{3,60}?)\s+(?:is|was|are|were|had been|has been) (?:also )?suspected\b"
    r"|\b(?<!two )suspected (?!that\b)(?P<also>[a-z][^.;:!?,\n]{3,40})",
    re.IGNORECASE,
)
_EXCLUDED = re.compile(
    r"(?P<what>[^.;:!?,\n]{3,60}?)\s+(?:could|can|may|should)\s?(?:not|n['’]t)\s+(?:yet )?be "
    r"(?:ruled out|excluded|discounted)"
    r"|(?P<out>[^.;:!?,\n]{3,60}?)\s+(?:has|have|had|was|were|is|are)(?: not)?(?: been)? "
    r"(?:ruled out|excluded|discounted)"
    r"|\b(?:exclude[sd]?|excluding|rul(?:e|es|ed|ing) out|discount(?:s|ed)?)\s+"
    r"(?P<off>[^.;:!?\n]{3,60})",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\b(?:possibilities|theories|causes|explanations|hypotheses|scenarios|versions"
    r"|lines of (?:inquiry|enquiry))\b[^.;:!?\n]{0,40}?(?::|,? (?:including|namely|such as)|–|—)\s+"
    r"(?P<all>[^.;:!?\n]{5,160})",
    re.IGNORECASE,
)
# "The cause is disputed", "still under investigation": that names none.
_NO_CAUSE = re.compile(
    r"(?i)\s*(?:still |not yet |yet |as yet |not |never |now |so far |currently )*"
    r"(?:disputed|contested|debated|unknown|unclear|uncertain|unexplained|undetermined|known|clear|"
    r"found|established|determined|being|under|to be|open|in dispute|"
    r"a (?:matter|mystery|question))\b"
)
_NAMED = re.compile(
    r"\b(?:after|by|from|following|as|because of|amid|in) what (?P<who>[^.;:!?,\n]{2,50}?) "
    r"(?:called|described as|termed|calls|describes as) (?P<what>[^.;:!?,\n]{3,60})",
    re.IGNORECASE,
)
_NEITHER = re.compile(
    r"\b(?:suspects?|suspected|blames?|blamed|sees?|saw|believes? in) neither "
    r"(?P<one>[\w-]+(?: [\w-]+)?) nor (?P<two>[\w-]+(?: [\w-]+)?)",
    re.IGNORECASE,
)
_LOOKED_AT = re.compile(
    r"\b(?:investigators?|police|detectives|prosecutors?|inquiry|investigation|inspectors?"
    r"|experts?)\b[^.;:!?\n]{0,30}?\b(?:looking (?:at|into)|examining|investigating|considering"
    r"|probing|pursuing) (?:whether |the possibility (?:of|that) )?(?P<what>[^.;:!?\n]{3,90})",
    re.IGNORECASE,
)
_CASE_OVER = re.compile(
    r"\b(?:case|charges?|charged|proceedings) (?:over|of|with|for) "
    r"(?:suspected |alleged |criminal )?(?P<what>[^.;:!?,\n]{3,60})",
    re.IGNORECASE,
)
_COMPLAINED = re.compile(
    r"\b(?:complain(?:ed|ing|ts?)|warn(?:ed|ing|ings)|concerns?|alerted \w+) "
    r"(?:\w+ )?(?:of|about|to|over) (?P<what>[^.;:!?,\n]{3,60})"
    r"|\b(?:first |had )?reported (?P<also>the [^.;:!?,\n]{3,40})",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:said|says|told|added)\b")
_ITEM = re.compile(r",\s*(?:and|or)\s+|,\s*|\s+(?:and|or)\s+")


def called_a_cause(one: Testimony, scene: Scene, report: Report) -> Iterable[Offer]:
    """What words themselves call an explanation: a theory, a suspicion, what is not excluded.

    Args:
        one: What is said.
        scene: The event.
        report: The report that prints it, to cut spans from.
    """
    yield from _neither(one, report)
    for pattern in (_CASE_OVER, _THEORY):
        for match in pattern.finditer(one.span.quote):
            yield from cut_phrase(one.span, match.span("what"), report, one)
    for match in _LOOKED_AT.finditer(one.span.quote):
        for offer in cut_phrase(one.span, match.span("what"), report, one):
            yield replace(offer, key=("inquiry", *offer.key[1:]))
    for match in _LISTED.finditer(one.span.quote):
        yield from _items(one.span, match.span("all"), report)
    yield from _beside_words(one, scene, report)
    yield from _bare_exclusion(one)


def _neither(one: Testimony, report: Report) -> Iterable[Offer]:
    """The two things that somebody thinks it was not."""
    for match in _NEITHER.finditer(one.span.quote):
        for name in ("one", "two"):
            start, end = match.span(name)
            span = cut(report, one.span.start + start, one.span.start + end)
            yield of_words(span, "excluded", side=False)


def _beside_words(one: Testimony, scene: Scene, report: Report) -> Iterable[Offer]:
    """What is excluded, suspected, named as the cause, or called what happened."""
    about = scene.is_named_in(f"{one.before} {one.sentence}")
    patterns = (_EXCLUDED, _SUSPECTED, _CAUSE_IS, _NAMED) if about else (_EXCLUDED,)
    for pattern in patterns:
        for match in pattern.finditer(one.span.quote):
            groups = {n: text for n, text in match.groupdict().items() if text and n != "who"}
            name = next(iter(groups))
            if not is_doer(shown(groups[name])) and not _NO_CAUSE.match(groups[name]):
                last = name in {"what", "out"} and pattern in (_EXCLUDED, _SUSPECTED)
                yield from cut_phrase(one.span, match.span(name), report, one, from_end=last)


def _items(whole: Span, place: tuple[int, int], report: Report) -> Iterable[Offer]:
    """The members of a list of explanations."""
    at = place[0]
    text = whole.quote[place[0] : place[1]]
    for item in _ITEM.split(text):
        if is_doer(item.strip()) or _TOLD.search(item):
            return
        start = whole.quote.index(item, at) if item else at
        at = start + len(item)
        if item.strip() and len(item.split()) <= _BARE + 2:
            inner = len(item) - len(item.lstrip())
            span = cut(report, whole.start + start + inner, whole.start + at)
            yield of_words(span, "listed", side=True)


def _bare_exclusion(one: Testimony) -> Iterable[Offer]:
    """What is ruled out without a verb in the content: "ruled out sabotage"."""
    cue = None if one.statement is None else one.statement.cue
    content = one.parts[0]
    if content.quote.casefold().startswith("neither "):
        return
    ruled = cue is not None and re.search(r"\brul|exclud|suspect|blam", cue.quote.casefold())
    if ruled and len(content.quote.split()) <= _BARE and not is_doer(content.quote):
        yield of_words(content, "excluded")


def warned_of(one: Testimony, report: Report) -> Iterable[Offer]:
    """What somebody had complained of or warned of before it happened.

    Args:
        one: What is said.
        report: The report that prints it, to cut spans from.
    """
    cue = None if one.statement is None else one.statement.cue
    content = one.parts[0]
    for match in _COMPLAINED.finditer(one.span.quote):
        name = "what" if match["what"] else "also"
        start, end = short(one.span.quote, *match.span(name))
        if end > start and not is_doer(one.span.quote[start:end]):
            span = cut(report, one.span.start + start, one.span.start + end)
            yield of_words(span, "warned", side=None if one.stance is Stance.DENIES else True)
    warns = cue is not None and re.search(r"\bcomplain|\bwarn", cue.quote.casefold())
    if warns and len(content.quote.split()) <= _BARE and not one.clauses:
        yield of_words(content, "warned")
