"""Words of English grammar, and those so common in news that sharing one shows nothing."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
a about above across after again against all almost along already also although always am among an
and another any anyone anything are around as at away back be became because become been before
began behind being below between both but by came can cannot could did do does doing done down
during each either else even ever every everyone everything few for from further gave get give given
go going gone got had has have having he her here hers herself him himself his how however i if in
including instead into is it its itself just kept last later least less let like made make many may
me might mine more most much must my myself near neither never next no nobody none nor not nothing
now of off often on once one only onto or other others our ours ourselves out over own per perhaps
put rather said same saw say saying says see seen several shall she should since so some someone
something soon still such take taken than that the their theirs them themselves then there these
they this those though through throughout thus till to together told too took toward towards two
under until up upon us very was way we well went were what when where whether which while who whom
whose why will with within without would yet you your yours yourself it's he's she's that's there's
don't didn't doesn't isn't wasn't weren't won't wouldn't couldn't can't i'm we're they're i've we've
monday tuesday wednesday thursday friday saturday sunday january february march april june july
august september october november december today yesterday tomorrow morning afternoon evening night
report reports reported reporting according add added mr mrs ms dr
""".split()
)
"""In lower case. Names of days and months stand here: a time is compared as one, not as a word."""
