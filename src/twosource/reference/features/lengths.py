"""Features of an event that are told in lengths of time."""

from __future__ import annotations

from twosource.reference.features.feature import HELPERS, Feature, Sort

_ARRIVING = (
    r"arriv\w+|reach(?:ed|es|ing)?|(?:got|get|getting) (?:here|there|to|through)|turn(?:ed)? up|"
    r"turning up|show(?:ed|n)? up|c[ao]me|coming|(?:on|at) (?:the )?scene|on (?:the )?spot|"
    r"overhead|pull(?:ed)? up|rolled up|appear(?:ed)?|we saw|they saw|i saw|response time|"
    r"respond(?:ed)?|took|waited|wait|(?:was|were) (?:there|at the|on the)"
)

LENGTHS = (
    Feature(
        "arrival",
        "How long did it take for the {by} to come?",
        Sort.LENGTH,
        _ARRIVING,
        unless=r"left the|late[rd] died|shift|journey|crossing|years?|weeks?",
        by=HELPERS,
        factor=1.5,
        forms=tuple(
            form.replace("HELP", words)
            for _, words in HELPERS
            for form in (
                r"V (?:passed |went by |went past )?(?:before|until|for) (?:\w+ ){0,4}(?:HELP)",
                r"(?:HELP) (?:\w+ ){0,5}(?:within|in|after|only after) V",
                r"(?:HELP) (?:\w+ ){0,3}V later",
            )
        ),
    ),
    Feature(
        "control",
        "How long did it take to get the fire under control?",
        Sort.LENGTH,
        r"fought|battl\w+|tackl\w+|under control|put (?:it |the \w+ )?out|extinguish\w*|dous\w+|"
        r"on top of|master\w*|brought down",
        beside=(r"fires?|flames?|blaze|inferno|\bit\b",),
        unless=r"smoulder|damping",
        factor=1.3,
    ),
    Feature(
        "lasting",
        "How long did the {by} last?",
        Sort.LENGTH,
        r"last(?:ed|ing)?|went on|(?:all )?over (?:in|within)|continued|dragged on|took|held out|"
        r"for|of",
        by=(
            ("siege", r"siege|stand-?off|hostages?"),
            ("shooting", r"shooting|gunfire|firing|gun ?battle|exchange of fire|shoot-?out"),
            ("raid", r"raid|robbery|hold-?up|heist"),
            ("blackout", r"outage|blackout|power cut|without (?:power|electricity|light)"),
            ("riot", r"riot|fighting|clashes|brawl"),
            ("crush", r"crush|stampede"),
            ("evacuation", r"evacuation|evacuat(?:e|ing)"),
            ("", r"incident|ordeal|\bit\b|whole thing"),
        ),
        unless=r"sentence|jail|years?|shift|ago",
        factor=1.5,
        reach=25,
    ),
    Feature(
        "warning",
        "How long beforehand was there a warning?",
        Sort.LENGTH,
        r"warn(?:ed|ing)s?|notice|sirens?|alert(?:ed)?",
        beside=(r"before|warning|notice|ahead|earlier|beforehand",),
        unless=r"years?|months?|weeks?|without|letter|notice board",
        factor=1.5,
        reach=45,
    ),
    Feature(
        "roof",
        "How long after the start did the roof come down?",
        Sort.LENGTH,
        r"c[ao]me down|fell(?: in)?|collaps\w+|gave way|caved in|went|gone",
        beside=(r"\broof",),
        factor=1.5,
    ),
    Feature(
        "at work",
        "How long had the {by} been at work?",
        Sort.LENGTH,
        r"at the wheel|(?:without|no) (?:a )?(?:break|rest|sleep)|driving|on duty|on shift|awake|"
        r"at the controls|working",
        by=(
            ("driver", r"driver|motorist|at the wheel|driving"),
            ("pilot", r"pilot"),
            ("captain", r"captain|skipper|helmsman|mate"),
            ("signaller", r"signal(?:l?er|man|woman)|dispatcher|controller"),
        ),
        unless=r"years?|weeks?|months?|experience",
        factor=1.2,
    ),
    Feature(
        "experience",
        "How long had the {by} done that work?",
        Sort.LENGTH,
        r"experience|command(?:ed|ing)|worked|driven|driving|flown|flying|served|service|been with|"
        r"in the job|in the post|at the (?:controls|wheel|helm)|held the contract|given the work|"
        r"at the (?:firm|company)|join(?:ed)?|hired|taken on|took over|"
        r"appointed|qualified",
        by=(
            ("driver", r"driver|motorman"),
            ("pilot", r"pilot"),
            ("captain", r"captain|skipper|master"),
            ("signaller", r"signal(?:l?er|man|woman)|dispatcher|controller"),
            ("guard", r"guard|warder|steward"),
            ("cook", r"cook|chef|caterer"),
            ("group", r"group|co-?operative|contractor|firm|caterers?|kitchen staff|collective"),
            ("", r"\b(?:he|she|who)\b"),
        ),
        unless=r"hours?|minutes?|sentence|jail|without a break|ago",
        standing=True,
        factor=1.5,
        reach=40,
    ),
)
"""Rows that are told in lengths of time."""
