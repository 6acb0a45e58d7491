"""Features of an event that are told in clock times and dates."""

from __future__ import annotations

from twosource.reference.features.feature import HELPERS, Feature, Sort

MOMENTS = (
    Feature(
        "alarm",
        "When was the alarm raised?",
        Sort.CLOCK,
        r"alarm|(?:tele)?phoned(?! (?:her|him|his|my|me|home|a)\b)|alert(?:ed)?|(?:first|"
        r"emergency|distress|999|911|112|"
        r"phone) calls?|call (?:came|"
        r"was "
        r"(?:received|logged|made))|rang|dial(?:l)?ed|mayday|raised|notified|control room|"
        r"(?:police|brigade|fire service|coast ?guard|rescuers) (?:was|were) (?:called|alerted|"
        r"told)",
        beside=(
            r"alarm|(?:tele)?phoned|alert|999|911|112|emergency (?:call|number|line)|distress|"
            r"mayday|(?:i|he|she|they) rang|"
            r"dial(?:l)?ed|control room|first call|call (?:came|was received|was logged)|"
            r"(?:police|brigade|fire service|coast ?guard|rescuers) (?:was|were) (?:called|"
            r"alerted)",
        ),
        unless=r"second|third|another|again|alarm clock|all[- ]clear|roll",
        reach=50,
    ),
    Feature(
        "came",
        "When did the {by} come?",
        Sort.CLOCK,
        r"arriv\w+|reach(?:ed|es)?|(?:got|get) (?:here|there)|turned up|came|(?:on|"
        r"at) (?:the )?scene|"
        r"on (?:the )?spot|pulled up|was there|were there",
        by=HELPERS[:-1],
        unless=r"left|called|alerted|hospital at|station at|morgue",
        reach=40,
    ),
    Feature(
        "begun",
        "When did the {by} happen?",
        Sort.CLOCK,
        r"beg[au]n|start(?:ed)?|broke out|rang out|opened fire|fired|happened|occurred|struck|hit|"
        r"felt|"
        r"collided|crashed|derailed|exploded|went off|blew up|collaps\w+|gave way|c[ao]me down|"
        r"fell|caved in|burst|breached|overtopped|sank|went (?:down|under)|capsiz\w+|overturned|"
        r"(?:rolled|turned|keeled) over|snapped|stormed|burst in|walked in|entered|fell ill|"
        r"explosion|blast|crash|collision|shooting|collapse",
        by=(
            ("earthquake", r"earthquake|quake|tremor|aftershock"),
            ("shooting", r"shots?|shooting|gunfire|opened fire|fired"),
            ("fire", r"fire(?! brigade| service| engine| crew|fighter)|blaze|flames|smoke"),
            ("explosion", r"explo\w+|blasts?|blew up|detonat\w+|went off"),
            (
                "sinking",
                r"sank|went (?:down|under)|capsiz\w+|overturned|(?:rolled|turned|keeled) over",
            ),
            ("crash", r"crash\w*|collid\w+|collision|derail\w+|smashed"),
            ("roof fall", r"roof"),
            ("grounding", r"aground|grounded|grounding|onto (?:the )?rocks|struck"),
            (
                "collapse",
                r"(?:building|bridge|wall|house|tower|school|block) fell|collaps\w+|"
                r"gave way|c[ao]me down|caved in|snapped",
            ),
            ("landslide", r"landslide|mud ?slide|hillside|slope|slip"),
            ("flood", r"burst|breach\w*|overtopp\w+|flood\w*|wave|wall of water|gates?"),
            ("raid", r"raid\w*|robbers?|robbery|gunm[ae]n|masked|burst in|attackers?"),
            ("crush", r"crush|stampede|surge"),
            ("escape", r"escap\w+|break-?out|broke out"),
            ("leak", r"leak\w*|spill\w*|gas"),
            (
                "accident",
                r"(?:accident|disaster|tragedy|incident) (?:happened|occurred|struck|took place)",
            ),
            ("", r"\bit\b|phone|watch|clock"),
        ),
        unless=r"alarm|rang 999|(?:was|were|i|we|she|he) called|set off|left|was due|second|later|"
        r"under control|put out|"
        r"after the|before the|since|arriv\w+|reached|bod(?:y|ies)|toll|told|said on|"
        r"shift|kick-?off|prayers|closed|opened (?:at|the)",
        reach=45,
        forms=(
            r"(?:it|that|this) (?:was|was no later than|was not later than|was just|was about|"
            r"was at|was around|had just gone|had gone) "
            r"V(?! when (?:i|we|he|she|they) (?:rang|called|phoned|arrived|got|came))",
            r"it (?:said|showed|read) V",
            r"(?:phone|watch|clock) (?:said|showed|read) V",
        ),
    ),
    Feature(
        "built",
        "When was the {by} built?",
        Sort.DATE,
        r"built|made|manufactured|put up|constructed|erected|completed|launched|dat(?:es?|ed|"
        r"ing) (?:from|back to)|"
        r"went up|laid down|entered service|commissioned|opened|opening|inaugurat\w+",
        by=(
            ("ship", r"ferry|ship|vessel|boat|trawler|tanker|barge|launch(?!ed)"),
            ("bridge", r"bridge|viaduct|flyover|span"),
            ("dam", r"dam|reservoir|embankment|dyke|levee"),
            (
                "building",
                r"building|factory|works|mill|block|house|school|hall|hotel|hostel|depot|facility|"
                r"arena|stands?|terminal|station|centre|center|"
                r"prison|plant|structure|stadium|stand|warehouse|theatre|church|mosque|market",
            ),
            ("train", r"train|locomotive|carriages?|coach(?:es)?|bus"),
            ("tunnel", r"tunnel|mine|shaft|pit"),
            ("", r"\b(?:it|she|that)\b"),
        ),
        unless=r"re-?built|refitted|sister",
        named=True,
        standing=True,
        reach=50,
    ),
    Feature(
        "inspected",
        "When was it last {by}?",
        Sort.DATE,
        r"inspect\w*|survey\w*|servic(?:ed|ing)|maintenance|overhaul\w*|test(?:ed)?|looked (?:at|"
        r"over)|"
        r"check(?:ed)?|drills?|audit\w*",
        by=(
            ("inspected", r"inspect\w*|looked (?:at|over)|audit\w*|check(?:ed)?"),
            ("surveyed", r"survey\w*"),
            ("serviced", r"servic(?:ed|ing)|maintenance|overhaul\w*"),
            ("tested", r"test(?:ed)?"),
            ("drilled", r"drills?"),
        ),
        unless=r"last (?:month|week|year)",
        recurs=True,
        standing=True,
        reach=50,
    ),
    Feature(
        "valid",
        "Until when was the {by} valid?",
        Sort.DATE,
        r"valid|expir\w+|r[au]n out|runs out|laps\w+|good (?:until|till)|current (?:until|till)",
        by=(
            ("licence", r"licen[cs]e"),
            ("certificate", r"certificate|papers"),
            ("permit", r"permit|permission"),
            ("insurance", r"insurance|policy|cover"),
            ("contract", r"contract|lease|concession"),
        ),
        unless=r"issued|renewed (?:in|on)",
        standing=True,
        reach=40,
    ),
    Feature(
        "shift",
        "When did the {by} start work?",
        Sort.CLOCK,
        r"shift|on duty|start(?:ed)? work|clocked on|came on|been up since|signed on",
        by=(
            ("driver", r"driver|motorman|locomotive"),
            ("pilot", r"pilot"),
            ("captain", r"captain|skipper|mate|helmsman"),
            ("signaller", r"signal(?:l?er|man|woman)|dispatcher|controller"),
            ("", r"\b(?:he|she)\b"),
        ),
        unless=r"end(?:ed)?|finish\w*|off duty|relieved|until",
        reach=35,
    ),
    Feature(
        "departure",
        "When did it leave?",
        Sort.CLOCK,
        r"left|leav(?:es?|ing)|depart(?:ed|ure|s)?|set (?:off|out|sail)|sail(?:ed)?|cast off|"
        r"pull(?:ed)? out|lift(?:ed)? off|took off|put to sea",
        beside=(
            r"ferry|boat|ship|vessel|train|bus|coach|plane|flight|aircraft|convoy|\bshe\b|\bit\b|"
            r"\bwe\b|service|schedule|on time|behind time",
        ),
        unless=r"left (?:behind|dead|the (?:building|house|club|room|hospital))|\bhe left|"
        r"should have|due|scheduled to|timetabled|was to have|people left",
        reach=50,
    ),
    Feature(
        "served",
        "Of when is the {by}?",
        Sort.DATE,
        r"served|issued|dated|handed|sent|posted|pasted|delivered|signed",
        by=(
            ("notice", r"notice"),
            ("warrant", r"warrant"),
            ("letter", r"letter"),
            ("order", r"order|injunction"),
            ("contract", r"contract|agreement"),
        ),
        standing=True,
        reach=30,
    ),
    Feature(
        "introduced",
        "When was the {by} brought in?",
        Sort.DATE,
        r"introduc\w+|brought in|impos\w+|came into (?:force|effect)|took effect|in force|raised",
        by=(
            ("levy", r"levy|levies"),
            ("tax", r"tax|taxes|duty"),
            ("ban", r"ban(?:ned)?"),
            ("curfew", r"curfew"),
            ("fare", r"fares?"),
            ("toll", r"tolls?"),
            ("rule", r"rules?"),
            ("law", r"law|act|decree"),
            ("fee", r"fees?|charges?"),
            ("", r"\bit\b"),
        ),
        standing=True,
        reach=35,
    ),
)
"""Rows that are told in clock times and dates."""
