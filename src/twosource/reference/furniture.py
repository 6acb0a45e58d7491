"""What the furniture of a news page looks like: adverts, share lines, credits, bylines, rules.

The tables are the project's own, drawn up from the wording that news sites share, and name no
outlet. A pattern is tried against one line of a report with its emphasis marks and link targets
taken off. Dropping a sentence of the report is worse than reading an advert, so every pattern is
anchored at the start of the line, and where a sentence could begin in the same way, it asks for
the end of the line as well.
"""

from __future__ import annotations

import re

PROMOTION = re.compile(
    r"""(?ix)(?:please\ )? (?:
      subscribe (?: \ (?:to|now|today|here|for|and|via) \b | \W* $ )
    | sign\ up (?: \ (?:to|now|today|here|for|and|with) \b | \W* $ )
    | (?:get|join|try) \ (?:our|the) \ [^.]{0,60} \b (?:newsletter|newsletters|inbox|app) \b
    | (?:our|the|daily|weekly|free|morning|evening) \ (?:\w+\ ){0,3} newsletters? \W* $
    | newsletters? \W* $
    | follow \ (?:us|our) \b
    | like \ us \ on \b
    | (?:download|get|install) \ (?:our|the) \ (?:\w+\ ){0,3} apps? \b
    | support \ (?:our|independent) \ (?:journalism|reporting|work|newsroom) \b
    | (?:click|tap) \ here \b
    | donate (?: \ (?:now|today|here) \b | \W* $ )
    | advertise?ments? (?: \W* $ | \ [-–—:] )
    | (?:sponsored|promoted) (?:\ (?:content|post|by))? (?: \W* $ | \ ?: )
    | (?:read|see|watch) \ (?:more|also|next) (?: \W* $ | \ ?[:|»›] | \ (?:on|about|from) \b )
    | (?:also|must) \ (?:read|see|watch) (?: \W* $ | \ ?[:|»›] )
    | related (?:\ (?:stories|articles|coverage|topics|news|content|links|posts|reading))?
        (?: \W* $ | \ ?[:|»›] )
    | (?:recommended|most\ read|trending|editors?['’]s?\ picks?|more\ stories) (?: \W* $ | \ ?: )
    | (?:story|article) \ continues \ below \b
    | continue \ reading \b
    | share (?: \ (?:this|on|via)\b [^.]{0,60} )? \W* $
    | (?:original|source|canonical|article) \ (?:url|link) \ ? :
    | (?:copyright\ )? (?:© | \(c\)\ ?\d{4} | (?<=copyright\ )\d{4}) [^.]{0,80}
        (?: \. \s* all\ rights\ reserved \W* | \W* ) $
    | all \ rights \ reserved \W* $
    | the \ latest (?: \ (?:on|from|in|about) \ [^.!?]{1,60} | \ (?:news|updates|headlines|stories)
        [^.!?]{0,40} )? $
    )
    """
)
"""Adverts, subscription and share lines, teasers of other reports. Matched at the line's start.

``The latest on ...`` counts only without a full stop: with one it is a sentence.
"""

ORIGINAL_URL = re.compile(
    r"(?i)(?:original|source|canonical|article) (?:url|link) ?:\s*(?P<url>\S*)"
)
"""A line that gives the report's own address, on itself or on the line after it."""

PROMOTION_LENGTH = 160
"""Code points from which on a line is taken for body text, whatever it begins with."""

_CAPITAL = r"(?-i:[A-Z])[\w.'’&\-]*"
_AGENCY = r"(?-i:[A-Z])[\w.&'’ ]{1,40}"

CREDIT = (
    # A name and an agency in bold: "... **A. Name / AGENCY**".
    re.compile(rf"\*\*{_CAPITAL}[^*/\n]{{0,60}} ?/ ?{_AGENCY}\*\*\W*$"),
    # The same without marks after the end of a sentence, or as the whole line.
    re.compile(rf"(?:^|[.!?…][\"”’)]?\s+)(?:{_CAPITAL}\s?){{1,5}} ?/ ?{_AGENCY}$"),
    # "(Photo by A. Name)", "(Image: Agency)", at the end.
    re.compile(
        r"(?i)\((?:file )?(?:photo|image|picture|photograph)"
        r"(?: by|: ?| credit:?| courtesy)[^()\n]*\)$"
    ),
    # "Photo: A. Name", "Image credit: Agency", after a sentence or as the whole line.
    re.compile(
        r"(?i)(?:^|[.!?…][\"”’)]?\s+)(?:file )?(?:photo|image|picture|photograph)"
        rf"(?: by |: ?| credit: ?| courtesy of ){_CAPITAL}[^.!?\n]{{0,80}}\.?$"
    ),
)
"""Photo credits at the end of a line of its own: what makes the line a caption."""

PHOTO_LABEL = re.compile(
    r"(?i)(?:file )?(?:photo|image|picture|photograph|photo caption|caption) ?:\s"
)
"""A caption that says of itself that it is one."""

CAPTION_LENGTH = 400
"""Code points from which on a paragraph is body text even though a credit ends it."""

BYLINE = re.compile(
    rf"""(?x)(?: (?i:(?:story\ |report\ |words\ )?by|(?:written|reported)\ by) \ :?\s* )
    (?P<names>
      {_CAPITAL} (?: \ (?:{_CAPITAL}|van|von|de|der|del|da|di|la|le|el|al|bin|ibn|ter|ten) )+
      (?: (?: ,\ | \ and\ | ,\ and\ | \ & \ | ;\ )
          {_CAPITAL} (?: \ (?:{_CAPITAL}|van|von|de|der|del|da|di|la|le|el|al|bin|ibn|ter|ten) )+ )*
    )
    (?: (?: ,\ | \ in\ | \ for\ | \ \|\ | \ [-–—]\ ) [^.!?\n]{{1,60}} )? $
    """
)
"""``By A. Name and B. Other``, as a whole line. One-word names are too easily something else."""

REPORTING_LINE = re.compile(
    r"\(?(?:Additional r|R)eporting (?:and writing )?by (?-i:[A-Z])[^\n]{1,200}\)?\.?$"
)
"""The closing line of an agency report that names who wrote and edited it."""

SEPARATOR = re.compile(r"(?:[-–—*_=~•·#⁂]\s*){3,}|⁂")
"""A line of nothing but rules or asterisks. Matched against the whole line."""

LINK_ONLY = re.compile(r"<?(?:https?://|www\.)[^\s<>]+>?")
"""A line of nothing but an address. Matched against the whole line."""
