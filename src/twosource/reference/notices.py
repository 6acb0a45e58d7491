"""How reports say that they were changed after they appeared, in forms that newsrooms share.

Two sorts are told apart: a notice of a correction says that something stood otherwise; a stamp says
that the report was updated, and not what was changed.
"""

from __future__ import annotations

import re

_ITEM = (
    r"(?:article|story|report|page|post|item|piece|headline|text|dispatch|entry|statement|list|"
    r"graphic|chart|map|caption|photograph|picture|video|transcript|interview|column|review|"
    r"obituary|blog|bulletin|release|notice|paragraph|sentence|quotation|quote|figure|number)"
)
_CHANGED = r"(?:corrected|amended|revised|clarified|altered|rectified|changed|edited|removed)"
_WRONGLY = r"(?:wrongly|incorrectly|mistakenly|erroneously|inaccurately)"
_SAID = (
    r"(?:said|stated|gave|named|identified|reported|described|attributed|quoted|spelled|spelt|"
    r"listed|put|called|referred|suggested|implied|claimed|included|misstated|misspelled)"
)

CORRECTION = re.compile(
    rf"""
    \b(?:earlier|previous|prior|original|initial|first|older)\s+(?:versions?|editions?)
        \s+of\s+(?:this|the|our|that)\s+(?:[\w-]+\s+)?{_ITEM}\b
    | \b(?:this|the|our)\s+(?:[\w-]+\s+)?{_ITEM}\s+(?:was|were|has\s+been|have\s+been|had\s+been)
        \s+(?:since\s+|later\s+|subsequently\s+|also\s+)?{_CHANGED}\b
    | ^\W*(?:corrections?|corrected|corrects|clarifications?|corrigendum|errat(?:um|a)|amendment|
        amended|editor['’]s?\s+notes?|editors['’]\s+notes?|note\s+from\s+the\s+editors?)
        (?:\s+(?:on|of|at|and|&)\b[^:.]{{0,40}})?\s*(?:[:—–(]|-\s|\d)
    | ^\W*\(\s*(?:corrects|this\s+(?:[\w-]+\s+)?(?:version|{_ITEM})\s+corrects)\b
    | \bthis\s+(?:version|{_ITEM})\s+corrects\b
    | \b(?:we|this|an?\s+earlier|our|the)\s*(?:[\w-]+\s+)?(?:{_ITEM}\s+)?(?:had\s+)?
        {_WRONGLY}\s+{_SAID}\b
    | \b(?:we|the\s+\w+(?:\s+\w+)?)\s+(?:apologi[sz]es?|regrets?)\s+(?:for\s+)?(?:the|this|our|any)
        \s+(?:error|mistake|inaccuracy|confusion)s?\b
    | \bhas\s+been\s+(?:updated|changed|edited)\s+(?:to\s+(?:correct|clarify|reflect|remove|fix)|
        because|after\s+it)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Says that something in the report stood otherwise."""

STAMP = re.compile(
    rf"""
    ^\W*\((?:updates?|recasts|adds|refiles|writes\s+through)\b
    | ^\W*(?:last\s+)?(?:updated?|modified|updates|recasts|adds)\b\s*
        (?:[:—–(,]|-\s|\d|at\b|on\b|with\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)
    | \b(?:this|the|our)\s+(?:[\w-]+\s+)?{_ITEM}\s+(?:was|has\s+been|is\s+being|will\s+be)\s+
        (?:last\s+)?updated\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Says that the report was updated, and not what was changed."""
