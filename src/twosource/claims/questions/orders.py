"""What somebody was told to do, by one voice, and by another not, or to do the contrary."""

from __future__ import annotations

import re
from dataclasses import replace

from twosource.claims.questions.context import DENYING, Context, Found, is_asked, sentence_at
from twosource.claims.questions.gist import gist_of
from twosource.claims.questions.opposing import TOLD_TO
from twosource.claims.questions.sameness import Classes
from twosource.claims.questions.told import Told
from twosource.model.claim import NO, YES, Answer
from twosource.model.proposition import Modality, Proposition
from twosource.model.statement import Stance

_ORDER = re.compile(
    r"(?i)\b(?:told|ordered|instructed|commanded|directed|telling|ordering|instructing)\b"
    r"[^.;:]{0,60}\bto (?:\w+ly )?(?:stop |cease |start |begin |keep )?\Z"
)


def order_in(context: Context, clause: Proposition, classes: Classes) -> Told | None:
    """What a clause says that somebody was, or was not, told to do; ``None``: it says nothing so.

    Args:
        context: The report that prints it.
        clause: The clause.
        classes: Which words are one.
    """
    sentence = sentence_at(context, clause.span)
    if sentence is None or clause.nominal or clause.modality is not Modality.INTENDED:
        return None
    start = sentence.span.start
    if not _ORDER.search(sentence.span.quote[: clause.predicate.start - start]):
        return None
    statement = context.statements.get(clause.statement) if clause.statement else None
    stance = None if statement is None else statement.stance
    if stance in {Stance.DECLINES, Stance.PREDICTS} or is_asked(context, clause.span):
        return None
    gist = gist_of(context, clause, classes)
    cue = "" if statement is None or statement.cue is None else statement.cue.quote.lower()
    is_denied = stance is Stance.DENIES and cue.startswith(DENYING)
    polarity = NO if is_denied or not clause.positive else YES
    if not gist.positive:
        polarity = YES if polarity == NO else NO
    answer = Answer(clause, clause.span, context.facts.report.id, clause.statement)
    found = Found(answer, clause, context)
    named = replace(gist, predicate=f"{TOLD_TO}{gist.predicate}", state=False)
    return Told(found, clause, polarity, named, sentence.layer)
