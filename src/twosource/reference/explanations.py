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
    "speculation claim narrative line".split()
)
"""Nouns of which a cause is the content: "the theory of", "a rumour that"."""

RUMOURS = ("rumour", "rumor", "hearsay", "gossip", "false alarm")
"""Words for talk that may itself have brought something about, true or not."""

BODIES = frozenset(
    "government ministry army force forces military troops regime state authority authorities "
    "official officials office leadership command presidency administration side service services "
    "navy president minister ministry capital intelligence spy".split()
)
"""Nouns by which a country or a body is named together with what acts for it."""

SORTS_OF_DOER = {
    noun: sort
    for sort, nouns in {
        "irregulars": "partisan rebel insurgent guerrilla resistance dissident opponent saboteur "
        "underground militia insurgency separatist",
        "insiders": "insider employee staff worker guard colleague crew member",
        "police": "police policeman policewoman constable officer",
        "soldiers": "army soldier troop military trooper serviceman",
        "crowd": "protester demonstrator marcher hoodlum rioter crowd mob thug hooligan fan youth",
        "criminals": "gang gangster criminal bandit thief burglar smuggler cartel vandal robber",
        "gunmen": "gunman shooter sniper attacker assailant bomber",
        "militants": "militant terrorist extremist jihadist islamist",
    }.items()
    for noun in nouns.split()
}
"""Nouns for those who may have done a deed, by the sort of people that they name."""

INQUIRY = frozenset("examine investigate consider look_into probe study check".split())
"""Verbs whose object is a line of inquiry while it goes on."""

DOUBTING = (
    "unlikely|baseless|groundless|unfounded|hard to believe|difficult to believe|hard to square|"
    "no evidence|no proof|no sign|no trace|doubt|sceptical|skeptical|rubbish|dismiss|not support|"
    "does not confirm|do not confirm|implausible|makes no sense|make no sense|cannot have|"
    "would not ordinarily|would not normally|would not usually|at most hastened|"
    "at most contributed|"
    "cannot explain|does not explain|do not explain|not strong enough|too weak to|"
    "could not have|pure fiction|untrue|false claim|nonsense|absurd|far-fetched|is lying|a lie"
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
    "|pistol"
).split("|")
PRECEDENTS = (
    "history of|in the past|has done|have done|done this before|not the first|track record|"
    "has previously|have previously|other attempts|other apparent attempts"
).split("|")
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

COMMITTING = STAGING | frozenset(
    "carry_out commit perpetrate organise organize order plan plot mastermind launch direct "
    "sponsor mount execute initiate conduct perform do instigate start set light ignite".split()
)
"""Verbs that make their subject the doer of the deed that is their object."""

ANSWERABLE = frozenset("responsible guilty complicit culpable involved liable implicated".split())
"""What somebody is said to be to whom an event is laid."""

INVOLVEMENT = (
    r"involve(?:d|ment)|responsib(?:le|ility)|nothing to do with|no (?:part|hand|role) in"
    r"|(?:a|any|its|his|her|their) (?:part|hand|role) in|complicit(?:y)?|behind (?:the|this|it)"
)
"""Pattern of words by which somebody denies having done a thing, without naming the thing."""

SAME_INCIDENT = frozenset(
    "incident accident event disaster tragedy catastrophe calamity mishap episode affair".split()
)
"""Nouns that name the event of a report without saying what it was."""

AFTERMATH = frozenset(
    "bury arrest detain evacuate rescue treat receive announce reopen identify hide admit "
    "hospitalise transfer search arrive visit offer spend collect pay post publish say tell warn "
    "ring sound raise phone call inform report apologise mourn resign dismiss sack compensate "
    "exist lift".split()
)
"""Verbs of what follows an event or goes on around it; they bring none about."""

COMMON_CAUSES = tuple(
    frozenset(words.split())
    for words in (
        "rain rains rained rainfall downpour storm gale wind winds gust gusts squall weather flood "
        "wave waves swell seas calm",
        "fog mist haze visibility",
        "lightning thunderstorm",
        "earthquake quake tremor tremors seismic",
        "speed speeding kph km/h mph fast limit speedometer knots",
        "pressure bar psi overpressure",
        "overload overloaded overloading overcrowded overcrowding overweight too_many manifest "
        "capacity no_room",
        "bomb bombs explosive explosives detonator",
        "drunk drunken alcohol drinking sober breathalyser intoxicated",
        "fatigue asleep tired exhausted dozed",
        "crack cracks cracked corrosion corroded rust rusty worn weld bolt bolts rivet rivets",
        "wiring electrical short-circuit cable cables fuse fitting fittings socket sparks",
        "arson arsonist arsonists petrol accelerant torched firebomb matches lighter",
        "sabotage sabotaged saboteur tampered tampering",
        "negligence negligent careless carelessness",
        "theft steal stole stolen thief thieves vandal vandals vandalism",
        "aground reef rock rocks sandbank shoal",
        "landslide mudslide avalanche rockfall",
        "overtaking overtook overtake",
        "methanol pesticide contaminated contamination",
        "animal animals elephant cow cattle bird birds footprints dung",
        "suicide suicidal hanged noose self-harm self-inflicted",
        "beat beaten beating blows bruise bruises bruising battered kicked punched torture",
        "stroke seizure cardiac asthma epilepsy epileptic heart_attack heart_failure",
        "overdose heroin fentanyl opioid opioids",
        "poison poisoned poisoning toxin toxins toxic cyanide arsenic",
        "salmonella listeria bacteria bacterium norovirus food_poisoning undercooked spoiled",
        "ice icing icy frost blizzard",
        "power_line power_lines pylon pylons",
        "inexperienced untrained unqualified unlicensed",
        "cyberattack hacked hackers hacking malware ransomware",
        "fraud rigged rigging ballot-stuffing",
        "cigarette cigarettes candle candles stove firework fireworks flare flares barbecue",
        "liquefaction subsidence erosion excavation",
    )
)
"""What accidents and disasters are commonly put down to, by the words that tell of it. Where two
sources speak of one of them it is an explanation, though neither calls it a cause."""

COMMON_FAILURES = tuple(
    frozenset(words.split())
    for words in (
        "brake brakes",
        "gas methane cylinder cylinders butane propane",
        "engine engines propeller rudder gearbox steering",
        "tyre tyres tire tires",
        "signal signals points interlocking",
        "valve valves hatch hatches hull seal seals",
        "cargo lashing lashings ballast containers",
        "gate gates exit exits door doors barrier barriers turnstile turnstiles",
        "pillar pillars column columns beam beams foundations concrete",
    )
)
"""What accidents are put down to where it failed, by the words that tell of it."""

FAILING = (
    r"\bfail(?:ed|s|ure|ing)?\b|\bfault(?:y|s)?\b|\bdefect|\bstall|\bbroke|\bburst|\bleak|\bsmel"
    r"|\bmalfunction|\blost power|\bout of order|\bdid not (?:work|respond|start|close)|\bjammed"
    r"|\bstopped\b|\bnot (?:been )?(?:properly )?(?:closed|secured)|\bcut out\b|\bgave out\b"
    r"|\bcracked\b|\bworn\b|\bshifted\b|\b(?:came|broke) loose\b|\b(?:un)?locked\b|\bblocked\b"
    r"|\bopen(?:ed)?\b|\bchained\b|\bweak(?:ened)?\b"
)
"""Pattern of words by which a thing is said to have failed."""

ONE_KIND = (
    COMMON_CAUSES
    + COMMON_FAILURES
    + tuple(
        frozenset(words.split())
        for words in (
            "electrocution electrocute electrocuted electric wire shock spark sparks voltage",
            "outage blackout power electricity lamp lamps light lights supply transformer grid",
            "gunshot bullet bullets shot shoot cartridge cartridges calibre caliber gun guns "
            "pistol pistols rifle gunman gunfire",
            "bomb bombs device explosive explosives detonator shrapnel dynamite",
            "stampede trample trampled crush crushed",
            "debris fragment fragments wreckage",
            "negligence inspection",
            "missile missiles rocket rockets",
        )
    )
)
"""Words that belong to one kind of cause: who speaks of one speaks of the others."""

PRESENCE = frozenset("deploy station base present employ hire send".split())
"""Verbs of having people in a place; who had none there cannot have done it there."""

MERE_HEADS = frozenset(
    "state lack failure loss problem use presence fault condition absence series kind sort type "
    "act case error mistake issue breakdown result effect number amount piece".split()
)
"""Heads of noun phrases that tell less than what "of" joins to them."""

IN_ORDER = (
    r"(?:was|were|is|are|been|being|had) (?:\w+ )?(?:tested|inspected|serviced|maintained|certified"
    r"|checked|overhauled|approved|cleared)|in (?:good|working|perfect|full) (?:condition|order)"
    r"|up to date|no (?:fault|faults|defect|defects|complaint|complaints)|uninterrupted"
    r"|working (?:normally|properly)|found to be (?:working|sound|safe)|\bcalm\b"
    r"|closed and (?:locked|secured|sealed)|properly (?:closed|secured|lashed)"
)
"""Pattern of words by which a thing is said to have been in order."""

OUT_OF_ORDER = (
    r"(?:not|never|n['’]t) (?:\w+ )?(?:been )?(?:properly |fully )?(?:closed|tested|inspected"
    r"|serviced|maintained|repaired|replaced|certified|secured|working|work|start|respond|function)\b"
)
"""Pattern of words by which a thing is said not to have been in order."""

STOPPING = frozenset(
    "destroy disable disarm down foil intercept jam neutralise neutralize repel repulse suppress "
    "thwart".split()
) | {"bring down", "shoot down", "fend off", "ward off", "beat off"}
"""Verbs that keep a weapon which they are done to from doing harm."""

WEAPONS = frozenset(
    "drone uav missile rocket shell projectile bomb munition warhead mortar aircraft plane jet "
    "helicopter torpedo mine device attack assault raid strike".split()
)
"""What is stopped by them, by the head of its noun phrase."""
