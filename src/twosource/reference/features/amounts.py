"""Features of an event that are told in money and measures."""

from __future__ import annotations

from twosource.reference.features.feature import Feature, Sort

_ESCAPING = (
    r"spill\w*|spilt|leak\w*|escap\w+|releas\w+|pour\w+|discharg\w+|ran into|gush\w*|drain\w*|"
    r"seep\w*|flow\w*|lost|got into|entered|went into"
)
_NOT_ESCAPING = (
    r"per (?:second|minute|hour)|a (?:second|minute)|capacity|hold|recover\w*|last year|"
    r"skimm\w*|pumped out|collected|limit"
)
AMOUNTS = (
    Feature(
        "speed",
        "How fast was it going?",
        Sort.SPEED,
        r"travell?ing|doing|speed|going|ran|driving|moving|approach\w*|recorder|clocked|entered|"
        r"took",
        unless=r"limit\w*|permitted|allowed|restrict\w*|maximum|winds?|gust\w*|allows|should|could",
        factor=1.12,
        reach=45,
    ),
    Feature(
        "damage",
        "How great was the damage in money?",
        Sort.MONEY,
        r"damages?|loss(?:es)?|insurers?|insured|repairs?|rebuild\w*|cost",
        unless=r"fines?|fined|compensation|ransom|stolen|bail|budget|contract|price|a year|"
        r"turnover|"
        r"paid|per (?:family|head)|relief|fund",
        factor=1.2,
    ),
    Feature(
        "haul",
        "How much money was taken?",
        Sort.MONEY,
        r"st[oe]le(?:n|s)?|took|taken|made off|haul|got away|loot(?:ed)?|escaped with|missing|gone|"
        r"cash|robbed|grabbed|emptied",
        unless=r"fine|fined|compensation|ransom|bail|damage|reward|insur\w*|compensat\w*|a year",
        factor=1.2,
        grows=True,
    ),
    Feature(
        "compensation",
        "How much compensation is named?",
        Sort.MONEY,
        r"compensat\w*|payouts?|pay(?:s|ment|ing|)? (?:\w+ )*to the|pay (?:each|the famil)|"
        r"famil(?:y|ies)|for (?:each|every) (?:family|victim)|"
        r"per (?:family|victim|head)|ex gratia|relatives|next of kin|bereaved",
        standing=True,
        unless=r"fined?|ransom|raised|collected|stolen|damage|levy|tax|fee",
        factor=1.1,
    ),
    Feature(
        "ransom",
        "How much ransom was asked?",
        Sort.MONEY,
        r"ransom|demand(?:ed|ing)?",
        beside=(r"ransom|kidnap\w*|hostages?|abduct\w*",),
        factor=1.1,
    ),
    Feature(
        "load",
        "How heavy was the load?",
        Sort.WEIGHT,
        r"cargo|freight|load(?:ed)?|carr(?:ying|ied|y)|on (?:the |her )?deck|in (?:her|the) holds?|"
        r"laden|aboard|on board|lorry|truck|trailer",
        unless=r"limit|licen[cs]\w*|capacity|maximum|allowed|permitted|can carry|up to|rated|spill|"
        r"leak|"
        r"displac\w*|gross|below|under the",
        factor=1.2,
        reach=40,
    ),
    Feature(
        "load limit",
        "How heavy a load was allowed?",
        Sort.WEIGHT,
        r"limit(?:ed)?|licen[cs]ed|capacity|maximum|allowed|permitted|rated|weight restriction|"
        r"designed for|built for|can carry|not more than",
        standing=True,
        factor=1.05,
        reach=30,
    ),
    Feature(
        "escaped matter",
        "How much escaped?",
        Sort.VOLUME,
        _ESCAPING,
        unless=_NOT_ESCAPING,
        factor=1.25,
        reach=60,
    ),
    Feature(
        "escaped weight",
        "How much escaped?",
        Sort.WEIGHT,
        _ESCAPING,
        unless=_NOT_ESCAPING,
        factor=1.25,
        reach=60,
    ),
    Feature(
        "depth",
        "How deep is the water there?",
        Sort.METRES,
        r"deep|depth|of water|below the surface|underwater|seabed|bottom",
        unless=r"waves?|swell|hole|crack|trench|long|snow|mud|wide|flood\w*",
        factor=1.3,
        reach=25,
    ),
    Feature(
        "away",
        "How far away is the {by}?",
        Sort.METRES,
        r"from|away|lies|far|off|distant|road|drive|to",
        by=(
            ("police station", r"police (?:station|post)|the \w+ (?:police )?station,? which"),
            ("fire station", r"fire (?:station|house)"),
            ("hospital", r"hospital|clinic"),
            ("school", r"school"),
        ),
        unless=r"wide|long|high|deep|above|below|sea level|thrown|heard|visible|radius|within|"
        r"epicentre",
        factor=1.4,
        reach=30,
        again=True,
    ),
    Feature(
        "waves",
        "How high were the waves?",
        Sort.METRES,
        r"waves?|swells?|seas",
        beside=(r"high|waves?|swell",),
        factor=1.4,
        reach=30,
    ),
    Feature(
        "water level",
        "How high did the water rise?",
        Sort.METRES,
        r"rose|risen|rise|water (?:level|stood|came)|above (?:normal|the)|level|crest(?:ed)?|deep",
        beside=(r"water|river|level|lake|flood\w*|reservoir",),
        unless=r"waves?|seabed|wreck|wide|long|fell|dropped|from the|away",
        factor=1.25,
        reach=30,
    ),
    Feature(
        "fall",
        "How far did it fall?",
        Sort.METRES,
        r"fell|plunged|plunging|dropp?ed|drop|tumbled|falling|fall|hung|as high as|"
        r"above the (?:river|water|ground|valley|road|street|rocks|gorge)",
        unless=r"snow|rain|temperature|level|water fell|waves?|wide|long",
        factor=1.3,
        reach=30,
    ),
    Feature(
        "length",
        "How long is the {by}?",
        Sort.METRES,
        r"long|length|measur\w+|span(?:s|ned)?",
        by=(
            ("bridge", r"bridge|span|viaduct"),
            ("ship", r"ferry|ship|vessel|boat|trawler|tanker|barge"),
            ("tunnel", r"tunnel"),
            ("dam", r"dam|embankment|dyke|levee|wall"),
            ("platform", r"platform"),
        ),
        unless=r"wide|high|deep|breach|gap|hole|crack|thick",
        standing=True,
        factor=1.1,
        reach=15,
    ),
    Feature(
        "rate",
        "How much is asked {by}?",
        Sort.MONEY,
        r"tak(?:es?|ing|en)|pay(?:s|ing)?|paid|cost(?:s|ing)?|charg(?:es?|ed|ing)|ask(?:s|ed|ing)?|"
        r"levy|fee|toll|fare|rent|wage|wages|earn\w*|tax",
        by=(
            ("a day", r"(?:a|per|each|every) day|daily"),
            ("a week", r"(?:a|per|each|every) week|weekly"),
            ("a month", r"(?:a|per|each|every) month|monthly"),
            ("a year", r"(?:a|per|each|every) year|annually|yearly"),
            ("a ticket", r"(?:a|per|each|every) (?:ticket|seat|head|person|passenger)"),
        ),
        unless=r"fined?|compensat\w*|profit|turnover|budget",
        standing=True,
        factor=1.2,
    ),
    Feature(
        "breach",
        "How wide was the {by}?",
        Sort.METRES,
        r"wide|across|long|breach|gap|hole|crack|gash|crater|split",
        by=(
            ("breach", r"breach|gap|hole|opening|gash"),
            ("crack", r"crack|fissure|split"),
            ("crater", r"crater"),
            ("tunnel", r"tunnel"),
        ),
        unless=r"waves?|deep|high|from the|away",
        factor=1.3,
        reach=30,
    ),
)
"""Rows that are told in money and measures."""
