"""Raw text to words and marks, cut as the UD English treebanks (EWT and GUM) cut them.

Contractions come apart ("do|n't", "she|'s", "can|not"), hyphenated compounds come apart at the
hyphen ("well|-|known") unless the first part is a prefix ("re-elected"), and abbreviations,
numbers, clock times, addresses and handles stay whole. Nothing is changed: a token is the text
between its offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Offsets = tuple[int, int]


def tokens_in(text: str, start: int = 0, end: int | None = None) -> tuple[Offsets, ...]:
    """Find the words and marks of a stretch of text.

    Args:
        text: Any text.
        start: Where the stretch begins, in code points.
        end: Where it ends; by default with the text.

    Returns:
        Half-open offsets in ``text``, in order and without overlap. Every character that is not
        white space belongs to exactly one token.
    """
    stop = len(text) if end is None else end
    return tuple(
        piece for match in _TOKEN.finditer(text, start, stop) for piece in _pieces(text, match)
    )


def _pieces(text: str, match: re.Match[str]) -> Iterator[Offsets]:
    start, end = match.span()
    if match.lastgroup != "word":
        yield start, end
        return
    for first, last in _hyphen_parts(text, start, end):
        yield from _contraction_parts(text, first, last)


def _hyphen_parts(text: str, start: int, end: int) -> Iterator[Offsets]:
    position = start
    for hyphen in _HYPHEN.finditer(text, start, end):
        if hyphen.start() > position:
            if _PREFIX.fullmatch(text[position : hyphen.start()].lower()):
                continue
            yield position, hyphen.start()
        yield hyphen.span()
        position = hyphen.end()
    if position < end:
        yield position, end


def _contraction_parts(text: str, start: int, end: int) -> Iterator[Offsets]:
    word = text[start:end].lower().translate(_STRAIGHT)
    for pattern in _CONTRACTIONS:
        found = pattern.fullmatch(word)
        # Lower-casing can change the length of a word ("İ"), and then offsets do not carry over.
        if found is not None and len(word) == end - start:
            cuts = [start + found.start(group) for group in range(2, pattern.groups + 1)]
            yield from zip([start, *cuts], [*cuts, end], strict=True)
            return
    yield start, end


_STRAIGHT = str.maketrans("’`", "''")
_HYPHEN = re.compile("[-‐‑]")

# First parts that stay with what follows, by majority in the training data of EWT and GUM.
_PREFIX = re.compile(
    "anti|co|counter|cross|e|ex|extra|hyper|inter|intra|mid|mini|mis|multi|non|over|para|post"
    "|pre|pro|proto|pseudo|re|semi|socio|sub|super|trans|ultra|un|under"
)

_NEGATED = "ai|are|ca|could|did|do|does|had|has|have|is|should|was|were|wo|would"
_CONTRACTIONS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(can)(not)",
        r"(gon|wan)(na)",
        r"(got)(ta)",
        r"(.+?)(n't)",
        rf"({_NEGATED})(nt)",
        r"(.+?)('(?:s|m|d|ll|re|ve))",
        r"(i)(m|ve)",
        r"(you|they)(re|ve|ll)",
        r"(.+s)(')",
        r"(y')(all)",
    )
)

_LETTER = r"[^\W\d_]"
_JOINER = r"[\u0300-\u036f\u00ad\u200c\u200d]"
_APOSTROPHE = r"['’`]"
_UNIT = "[ap]m|[AP]M|mm|cm|km|kg|mg|lbs?|ft|mph|kph|bn|mn|tn|hrs?|mins?|[kKmMbB]|[KMG]B|[MGk]Hz"

_ABBREVIATION = "|".join(
    (
        r"Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Adm|Brig|Gov|Sen|Rep|Rev|Hon|Messrs",
        r"St|Ft|Mt|Ave|Blvd|Rd|Jr|Sr|Inc|Corp|Co|Ltd|Bros|Dept|Univ|Assn",
        r"Jan|Feb|Sept?|Oct|Nov|Dec|Tues|Thurs?",
        r"vs|cf|al|approx|est|ca|eds|e\.g|i\.e|Ph\.D|a\.k\.a",
    )
)
# Words of their own, and abbreviations only before a number.
_BEFORE_A_NUMBER = (
    "Nos?|Figs?|Eqs?|Vol|[Pp]p?|Art|Sec|Mar|Apr|June?|July?|Aug|Mon|Tue|Wed|Fri|Sat|Sun"
)

_FILE = "docx?|xlsx?|pptx?|pdf|html?|txt|csv|zip|jpe?g|png|gif|mp[34]"
_DOMAIN = r"com|org|net|gov|edu|int|mil|info|co\.uk|eu|[a-z]{2}(?=/)"

# Repetitions before a mark that may not come are bounded, so that no text takes quadratic time.
_TOKEN = re.compile(
    rf"""
    (?P<address>
        (?: https?:// | ftp:// | www\. ) [^\s<>"“”]* [^\s<>"“”.,;:!?)\]'’]
      | [\w.+-]{{1,64}} @ [\w-]{{1,63}} (?: \. [\w-]{{1,63}} ){{1,8}}
      | (?: [a-zA-Z0-9-]{{1,63}} \. ){{1,8}} (?: {_DOMAIN} ) \b (?: / [^\s<>"“”]* [\w/] )?
      | [\w-]{{1,128}} \. (?i: {_FILE} ) (?! \w )
    )
  | (?P<handle> [@\#] {_LETTER} [\w-]* )
  | (?P<face> [:;=] -? [()DPp] (?! \w ) )
  | (?P<run>
        \.{{2,}} | … | -{{2,}} | —+ | –+ | ={{2,}} | \*+ | _+ | \#+ | ~+ | <<+ | >>+
      | ’’ | ‘‘ | '' | `` | [!?]+
    )
  | (?P<initials>
        (?: {_LETTER} \. ){{2,}} (?: {_LETTER} (?! \w ) )?
      | {_LETTER} \. {_LETTER} (?! \w )
    )
  | (?P<short>
        (?: {_ABBREVIATION} ) \. (?! \w )
      | (?: {_BEFORE_A_NUMBER} ) \. (?= \s* \d )
      | etc\. (?= \s* [a-z,;)] )
    )
  | (?P<initial> [A-Z] \. (?= \s+ [A-Z] ) )
  | (?P<amount> \d+ (?: [.,:] \d+ )* (?= (?: {_UNIT} ) (?! \w ) ) )
  | (?P<number>
        \d+ (?: / \d+ )+ (?! \w )
      | \d+ (?: [.,:] \d+ )+ (?: s | st | nd | rd | th )? (?! \w )
      | (?<! [^\n] ) \d+ \. (?= \s )
      | [.] \d+ (?! \w )
      | \d{{3}} - (?: \d{{3}} - )? \d{{4}} (?! \w )
    )
  | (?P<clitic>
        {_APOSTROPHE} (?: s | m | d | ll | re | ve | t | em | cause | til | \d\ds? ) (?! \w )
      | {_APOSTROPHE} n {_APOSTROPHE}? (?! \w )
      | {_APOSTROPHE} [Tt] (?= (?: is | was ) (?! \w ) )
    )
  | (?P<pair> [A-Za-z]{{1,2}} & [A-Za-z]{{1,2}} (?! \w ) )
  | (?P<word>
        (?: \w | {_JOINER} )+ (?: (?: [-‐‑] | {_APOSTROPHE} ) (?: \w | {_JOINER} )+ )*
        (?: (?<= s ) {_APOSTROPHE} (?! \w ) )?
    )
  | (?P<mark> \S )
    """,
    re.VERBOSE,
)
