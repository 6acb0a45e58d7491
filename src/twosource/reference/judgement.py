"""Words by which a text judges rather than tells.

Evaluative adjectives and adverbs and modal verbs of duty, after the appraisal groups of Martin and
White (The Language of Evaluation, 2005: judgement and appreciation); the selection is the
project's own and errs on the side of leaving out.
"""

from __future__ import annotations

JUDGING_WORDS = frozenset(
    "absurd alarming amazing appalling astonishing bizarre brave brilliant brutal clearly "
    "convincing cowardly cynical deceptive deplorable disastrous disgraceful evident evidently "
    "extraordinary fortunately good great heroic horrific ironic ironically irresponsible "
    "laughable misguided monstrous notorious obvious obviously outrageous perfect plainly "
    "predictable reckless remarkable ridiculous senseless shameful shocking significant "
    "spectacular strange stunning surely surprising terrible tragic tragically "
    "unacceptable undoubtedly unfortunately unprecedented victory wise worst wrong".split()
)
DUTY_MODALS = frozenset({"must", "should", "ought"})
