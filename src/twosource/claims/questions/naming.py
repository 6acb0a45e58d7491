"""Which words of a case name its event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.claims.questions.context import Context, answers_here
from twosource.claims.questions.fates import fate_of
from twosource.claims.questions.sameness import Classes, as_verb

# Nouns that name an event of which the reports tell without saying what it was.
_ANY_EVENT = "incident accident tragedy disaster catastrophe mishap".split()

# Words for one kind of event that vectors hold apart.
_ONE_KIND = tuple(
    frozenset(line.split())
    for line in (
        "attack strike raid assault bombing bombardment shelling onslaught",
        "explosion explode blast detonation detonate bang",
        "crush stampede surge crowd-crush",
        "crash collision collide smash pile-up derailment derail",
        "fire blaze inferno",
        "shooting gunfire shootout",
        "collapse cave-in",
        "earthquake quake tremor",
        "flood flooding deluge",
        "outage blackout",
        "sinking capsize sink capsizing",
        "leak spill",
        "clash fighting brawl riot",
    )
)


# Verbs that tell by themselves what sort of event it was.
_EVENTFUL = frozenset(
    "collapse burst breach sink capsize founder overturn burn explode detonate crash collide "
    "derail plunge shoot flood overflow erupt slide stab stampede ambush".split()
) | {"run aground", "open fire", "give way", "cave in", "blow up"}


def event_words(cases: Sequence[Context], classes: Classes, terms: Sequence[str]) -> frozenset[str]:
    """The classes, of predicates and of nouns, that name the event of the case or its means.

    Only what some report names by a noun counts: what merely takes place in the event ("fall"), or
    follows from it ("die"), has times of its own. The means is what two reports put before such a
    noun ("bomb attack").

    Args:
        cases: The reports.
        classes: Which words are one.
        terms: Lemmas that name the event, as its frame has them; empty: none are known.
    """
    if not terms:
        return frozenset()
    nouns = {*classes.nouns, *_named_deeds(cases)}
    named = {term for term in terms if term in nouns and not fate_of(term)}
    if not named:
        # What no report names by a noun is named by the verb that most reports open with.
        named = set([term for term in terms if term in _EVENTFUL][:1])
    for kind in _ONE_KIND:
        named |= kind if kind & named else set()
    named.update(_ANY_EVENT)
    named |= _means(cases, named)
    return frozenset(
        known.get(term, term)
        for name in named
        for term in (name, as_verb(name))
        for known in (classes.predicates, classes.nouns)
    )


def _named_deeds(cases: Sequence[Context]) -> Iterator[str]:
    """Verbs of what a report names by a noun: "the derailment"."""
    for context in cases:
        for clause in context.facts.propositions:
            if clause.nominal and answers_here(context, clause.span):
                yield clause.lemma


def _means(cases: Sequence[Context], named: set[str]) -> set[str]:
    reports: defaultdict[str, set[str]] = defaultdict(set)
    for context in cases:
        for lemma in _lemmas(context):
            *before, last = lemma.split()
            if before and last in named:
                reports[before[-1]].add(context.facts.report.id)
    return {word for word, where in reports.items() if len(where) > 1 and word.isalpha()}


def _lemmas(context: Context) -> Iterator[str]:
    for clause in context.facts.propositions:
        if answers_here(context, clause.span):
            yield from (one.lemma for one in clause.arguments if one.lemma)
