"""Words by which reports offer explanations and speak for or against them.

Word lists are the project's own. Terms of likelihood follow Intelligence Community Directive 203,
Analytic Standards (2015), section D.6.e(2)(a), with its ranges in per cent.
"""

from __future__ import annotations

CAUSING = frozenset(
    "cause trigger spark provoke ignite start lead result bring contribute precipitate prompt "
    "set_off bring_about touch_off give_rise".split()
)
"""Verbs whose subject brings about what they name, by lemma."""

BRINGING = CAUSING | frozenset(
    "set carry_out commit launch fire shoot plant place open cut loosen remove steal sabotage "
    "plan organise organize order strike hit use ignore neglect fail allow let force push "
    "attempt".split()
)
"""Verbs by which somebody or something may have brought an event about."""

STAGING = frozenset("stage fabricate fake simulate invent concoct engineer orchestrate".split())
"""Verbs by which an event is called no real one: its victim is said to have made it up."""

STAGED_PHRASES = (
    "false flag",
    "false-flag",
    "inside job",
    "staged",
    "fabricated",
    "hoax",
    "set-up",
)
"""Words that call an event the work of the one who complains of it."""

CAUSAL_PHRASES = (
    "caused by|triggered by|sparked by|set off by|brought on by|brought about by|provoked by|"
    "because of|because|due to|owing to|as a result of|result of|blamed on|blame on|attributed to|"
    "resulted from|stemmed from|points a finger at|pointed a finger at|pointed the finger at|"
    "points the finger at|put down to|the work of"
).split("|")
"""Phrases before a cause."""

BLAMED_AFTER = ("to blame for", "to blame", "is blamed", "was blamed", "are blamed", "were blamed")
"""Phrases behind a cause."""

THEORY_NOUNS = frozenset(
    "theory explanation version hypothesis possibility scenario cause suspicion "
    "speculation allegation claim narrative line".split()
)
"""Nouns of which a cause is the content: "the theory of", "a rumour that"."""

RUMOURS = ("rumour", "rumor", "hearsay", "gossip", "false alarm")
"""Words for talk that may itself have brought something about, true or not."""

BODIES = frozenset(
    "government ministry army forces military troops regime state authorities officials office "
    "leadership command presidency administration side security services police company".split()
)
"""Nouns by which a country or a body is named together with what acts for it."""

INQUIRY = frozenset("examine investigate consider look_into probe study check".split())
"""Verbs whose object is a line of inquiry while it goes on."""

DOUBTING = (
    "unlikely|baseless|groundless|unfounded|hard to believe|difficult to believe|hard to square|"
    "no evidence|no proof|no sign|no trace|doubt|sceptical|skeptical|rubbish|dismiss|not support|"
    "does not confirm|do not confirm|implausible|makes no sense|make no sense|cannot have|"
    "could not have|pure fiction|untrue|false claim|nonsense|absurd|far-fetched|neither"
).split("|")
"""Words of doubt in what they stand beside."""

SUPPORTING = (
    "consistent with|suggest|indicate|point to|points to|evidence that|evidence of|significant "
    "evidence|likely|apparently|appears to|suspect|in keeping with|history of|supports"
).split("|")
"""Words by which something is taken for a sign of something else."""

MOTIVES = (
    "want|motive|in order to|aimed at|aim to|aim of|intend|purpose|to justify|pretext|benefit|"
    "interest in|to hide|to cover up|revenge|retaliat|to show|to demonstrate|destabili"
).split("|")
MEANS = (
    "capab|capacit|able to|unable to|armed|equipped|trained|range of|weapon|access to|expertise"
).split("|")
PRECEDENTS = ("history of|in the past|previous|earlier|before|has done|have done|common").split("|")
"""Words that show what kind of evidence an item is."""

LIKELIHOOD = {
    "almost no chance": (1, 5),
    "remote": (1, 5),
    "very unlikely": (5, 20),
    "highly improbable": (5, 20),
    "unlikely": (20, 45),
    "improbable": (20, 45),
    "roughly even chance": (45, 55),
    "roughly even odds": (45, 55),
    "likely": (55, 80),
    "probable": (55, 80),
    "very likely": (80, 95),
    "highly probable": (80, 95),
    "almost certain": (95, 99),
    "nearly certain": (95, 99),
}
"""Terms of likelihood with their ranges in per cent, as ICD 203 has them."""

CONFIDENCE = ("low confidence", "moderate confidence", "high confidence")
"""Levels of confidence, which ICD 203 keeps out of sentences that state a likelihood."""
