"""Nouns that name happenings, verbs that only carry them, and verbs that colour what follows.

The pairs of noun and verb follow NOMLEX's notion of a nominalisation (Macleod et al. 1998) and its
split by what "of" and a possessor stand for; the sign of a complement follows the implicative
classes of Karttunen (1971) and Nairn et al. (2006). The selection is the project's own: happenings
that reports of incidents, crises and public acts name.
"""

from __future__ import annotations

from enum import StrEnum


class NounPattern(StrEnum):
    """What "of", a possessor and a noun before a nominalisation stand for.

    ``UNDERGOER``: the deep object ("the destruction of the silo"). ``DOER``: the only participant
    ("the collapse of the roof"). ``TARGET``: the deep subject, with the deep object after "on" or
    "against" ("the gang's attack on the depot").
    """

    UNDERGOER = "undergoer"
    DOER = "doer"
    TARGET = "target"


_UNDERGOER = (
    "abduction:abduct acquisition:acquire activation:activate adoption:adopt amputation:amputate "
    "announcement:announce annexation:annex appointment:appoint approval:approve arrest:arrest "
    "assassination:assassinate ban:ban beating:beat blockade:blockade burial:bury "
    "bombing:bomb bombardment:bombard breach:breach cancellation:cancel capture:capture "
    "cleanup:clean closure:close completion:complete confiscation:confiscate "
    "construction:construct contamination:contaminate conviction:convict creation:create "
    "damage:damage delay:delay delivery:deliver demolition:demolish deployment:deploy "
    "deportation:deport derailment:derail destruction:destroy detection:detect "
    "detention:detain discovery:discover dismissal:dismiss disruption:disrupt "
    "downing:down ejection:eject election:elect elimination:eliminate evacuation:evacuate "
    "examination:examine execution:execute exclusion:exclude expulsion:expel "
    "extradition:extradite failure:fail handling:handle hijacking:hijack "
    "hospitalisation:hospitalise hospitalization:hospitalize identification:identify "
    "imprisonment:imprison infection:infect injury:injure inspection:inspect "
    "installation:install interception:intercept interruption:interrupt introduction:introduce "
    "investigation:investigate jamming:jam kidnapping:kidnap killing:kill launch:launch "
    "looting:loot lynching:lynch massacre:massacre maiming:maim murder:murder "
    "poisoning:poison postponement:postpone prosecution:prosecute publication:publish "
    "punishment:punish pollution:pollute reconstruction:reconstruct recovery:recover "
    "release:release removal:remove renovation:renovate repair:repair replacement:replace "
    "rescue:rescue restoration:restore sabotage:sabotage sacking:sack sale:sell search:search "
    "seizure:seize shelling:shell shooting:shoot shutdown:shut_down siege:besiege sinking:sink "
    "slaughter:slaughter slaying:slay stabbing:stab storming:storm suspension:suspend "
    "switching:switch testing:test theft:steal torture:torture transfer:transfer "
    "treatment:treat trial:try use:use vaccination:vaccinate vandalism:vandalise "
    "violation:violate wounding:wound"
)
_DOER = (
    "accident:crash apology:apologise appearance:appear arrival:arrive avalanche:slide "
    "birth:bear blackout:black_out blast:explode blaze:burn breakdown:break_down clash:clash "
    "collapse:collapse collision:collide conflagration:burn crash:crash crush:crush "
    "death:die defeat:lose demise:die demonstration:demonstrate departure:depart "
    "descent:descend detonation:detonate disappearance:disappear drowning:drown "
    "brawl:brawl breakout:escape capsizing:capsize cave-in:collapse earthquake:quake "
    "electrocution:electrocute emission:emit eruption:erupt escape:escape "
    "explosion:explode fall:fall grounding:run_aground hijack:hijack jailbreak:escape "
    "shipwreck:wreck subsidence:subside rampage:rampage fatality:die fight:fight fire:burn "
    "flight:fly flood:flood "
    "flooding:flood growth:grow gunfire:shoot hit:hit implosion:implode incursion:invade "
    "landing:land landslide:slide leak:leak leakage:leak malfunction:malfunction "
    "march:march meeting:meet mudslide:slide mutiny:mutiny outage:fail outburst:burst "
    "overflow:overflow panic:panic protest:protest quake:quake rainfall:rain resignation:resign "
    "retreat:retreat return:return riot:riot rise:rise rupture:rupture scuffle:scuffle "
    "shutdown:shut_down spill:spill spillage:spill split:split stampede:stampede strike:strike "
    "suicide:die surge:surge surrender:surrender survival:survive tremor:quake uprising:rise "
    "visit:visit walkout:walk_out withdrawal:withdraw rupture:rupture trip:trip"
)
_TARGET = (
    "aggression:attack ambush:ambush assault:assault attack:attack airstrike:strike "
    "clampdown:clamp_down crackdown:crack_down cyberattack:attack hack:hack "
    "invasion:invade intrusion:intrude lawsuit:sue onslaught:attack "
    "offensive:attack raid:raid strike:strike intervention:intervene"
)


def _pairs(words: str, pattern: NounPattern) -> dict[str, tuple[str, NounPattern]]:
    pairs = (pair.partition(":") for pair in words.split())
    return {noun: (verb.replace("_", " "), pattern) for noun, _, verb in pairs}


NOMINALISATIONS: dict[str, tuple[str, NounPattern]] = {
    **_pairs(_UNDERGOER, NounPattern.UNDERGOER),
    **_pairs(_DOER, NounPattern.DOER),
    **_pairs(_TARGET, NounPattern.TARGET),
}
"""Lemma of a noun to the verb that says the same, and to how its participants are joined."""

INCIDENT_NOUNS = frozenset(NOMINALISATIONS) - frozenset(
    "announcement appointment approval completion creation delivery discovery examination handling "
    "identification inspection installation introduction meeting publication reconstruction "
    "renovation repair replacement restoration sale search testing transfer treatment trial "
    "trip use vaccination visit growth appearance birth apology return".split()
) | frozenset(
    "calamity catastrophe crisis cyclone disaster disturbance drought emergency epidemic fighting "
    "firefight heatwave hostage hurricane incident mishap outbreak provocation scare "
    "shootout standoff storm tornado tragedy tsunami typhoon violence war wildfire".split()
)
"""Nouns that name an incident; reports with one in common may be about one event."""

HAPPENING_VERBS = (
    frozenset(verb for noun, (verb, _) in NOMINALISATIONS.items() if noun in INCIDENT_NOUNS)
    | frozenset(
        "hurt ignite topple overturn trample crumble rip tear shatter scorch burst founder plunge "
        "swerve slam smash flip".split()
    )
    | {"run aground", "go down", "go under", "blow up", "cave in", "give way"}
)
"""Verbs of those incidents; their participles before a noun say that it happened."""

PARTICIPLE_ADJECTIVES: dict[str, str] = {
    "hurt": "hurt", "injured": "injure", "wounded": "wound", "damaged": "damage",
    "destroyed": "destroy", "killed": "kill", "trapped": "trap", "stranded": "strand",
    "flooded": "flood", "broken": "break", "burned": "burn", "burnt": "burn",
    "collapsed": "collapse", "evacuated": "evacuate", "displaced": "displace",
    "unhurt": "hurt", "uninjured": "injure", "unharmed": "harm", "undamaged": "damage",
    "unaffected": "affect", "unscathed": "harm",
}  # fmt: skip
"""Adjectives that are passives by their form, to their verbs."""

SET_PREDICATES: dict[tuple[str, str], str] = {
    ("leave", "rail"): "derail", ("leave", "track"): "derail", ("jump", "track"): "derail",
    ("jump", "rail"): "derail", ("come", "rail"): "derail", ("come off", "rail"): "derail",
    ("come", "track"): "derail", ("come off", "track"): "derail", ("lose", "life"): "die",
    ("catch", "fire"): "burn", ("burst", "flame"): "burn", ("go up", "flame"): "burn",
    ("open", "fire"): "open fire", ("give", "way"): "give way", ("reach", "target"): "hit",
    ("put on", "brake"): "brake", ("apply", "brake"): "brake", ("hit", "brake"): "brake",
}  # fmt: skip
"""Verbs that say one thing with a certain noun, by both lemmas, to what they say."""

NEGATIVE_ADJECTIVES = frozenset("unhurt uninjured unharmed undamaged unaffected unscathed".split())
"""Those of them that deny it."""

AFFECTING_VERBS = frozenset(
    "kill injure wound arrest detain evacuate rescue hospitalise hospitalize displace jail "
    "imprison sentence charge capture kidnap abduct murder behead slay damage destroy "
    "demolish sack deport".split()
)
"""Verbs that always have an object: without one, a headline leaves "was" or "were" out."""

LIGHT_DOING = frozenset(
    "commit conduct execute launch make mount perform stage undertake wage hold lead".split()
) | {"carry out"}
"""Verbs whose subject does what their noun names ("carried out an attack")."""
LIGHT_UNDERGOING = frozenset("suffer sustain undergo receive experience incur face survive".split())
"""Verbs whose subject undergoes what their noun names ("sustained damage")."""
LIGHT_CAUSING = frozenset("cause do inflict trigger spark provoke wreak prompt".split())
"""Verbs whose subject brings about what their noun names ("caused damage to the roof")."""
OCCURRING = frozenset(
    "happen occur erupt ensue follow unfold come strike hit rock report begin start".split()
) | frozenset({"take place", "break out", "go off", "ring out"})
"""Verbs that say of a happening only that it took place, or what it touched."""

INTENDING = frozenset(
    "attempt try plan intend want aim seek hope wish prepare plot threaten vow pledge promise "
    "agree decide offer propose conspire order ask urge tell advise instruct demand recommend "
    "design mean strive struggle scramble volunteer opt choose consider like love prefer tempt "
    "incite call warn".split()
)
"""Verbs whose infinitive is wanted, planned or ordered; whether it comes about is not told."""
SEEMING = frozenset(
    "appear seem believe think suspect fear presume allege say report rumour rumor assume expect "
    "consider understand claim suppose estimate predict speculate rate project "
    "forecast deem".split()
)
"""Verbs that set what follows at a distance when it is their infinitive."""
NEEDING = frozenset("have need require oblige".split())
"""Verbs whose infinitive is called for."""
FAILING = frozenset(
    "fail avoid refuse decline forget neglect omit abstain refrain cease prevent avert escape "
    "foil thwart miss".split()
)
"""Verbs whose complement is said not to come about."""
PREVENTING = frozenset("prevent stop keep block hinder deter save restrain bar ban".split())
"""Verbs whose object is kept from what "from" names."""
MANAGING = frozenset("manage happen dare bother tend use get help proceed".split())
"""Verbs that add nothing to their complement's truth when they are affirmed."""

POSSIBLE_NOUNS = frozenset(
    "allegation chance danger evidence fear hint hypothesis indication likelihood possibility "
    "proof risk rumour rumor sign speculation suggestion suspicion theory threat".split()
)
"""Nouns whose clause is held possible only; it is denied where there is none of them."""
INTENDED_NOUNS = frozenset(
    "aim attempt bid decision effort excuse intention justification mission offer order plan plot "
    "preparation pretext proposal readiness request threat will wish".split()
)
"""Nouns whose infinitive is wanted or planned."""
POSSIBLE_ADJECTIVES = frozenset(
    "alleged apparent conceivable likely plausible possible potential presumed probable purported "
    "reported supposed suspected unlikely unconfirmed".split()
)
"""Adjectives that hold a happening, or the clause after them, possible only."""
INTENDED_ADJECTIVES = frozenset(
    "abortive attempted averted botched eager failed foiled imminent intended planned prepared "
    "proposed ready thwarted threatened willing".split()
)
"""Adjectives that set a happening, or the infinitive after them, before its coming about."""
FALSE_ADJECTIVES = frozenset(
    "false untrue incorrect wrong impossible unlikely baseless groundless unfounded bogus".split()
)
"""Adjectives that deny the clause that they are said of."""
OPEN_QUESTIONS = frozenset("unclear uncertain unknown unsure doubtful debatable".split())
"""Adjectives that leave open the clause that they are said of."""
ABSENCES = frozenset("lack absence".split())
"""Nouns that deny what "of" joins to them."""
DATIVES = frozenset(
    "give hand send deliver show offer sell donate award pay lend provide supply grant".split()
)
"""Verbs whose "to" names the receiver."""

PHRASAL_ADVERBS = frozenset("up down out off away apart aground adrift overboard".split())
"""Adverbs that belong to the verb right before them ("shot down"), however they are parsed."""


EARLIER_PHRASES = (
    r"(?:last|the previous|the preceding) (?:year|month|decade|century|season|winter|spring|summer"
    r"|autumn|fall|january|february|march|april|may|june|july|august|september|october|november"
    r"|december)",
    r"earlier (?:this|that|last) (?:year|month|week|season|century|spring|summer|winter|autumn)",
    r"(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|many|some|few) "
    r"(?:years?|months?|decades?|centuries) (?:ago|earlier|previously|prior|before(?=[,.;]))",
    r"(?:a|one|two|three|several|many|few|couple of) weeks? (?:ago|earlier|before(?=[,.;]))",
    r"(?:in|over|during|for|within) (?:the )?(?:recent|past|last|previous|preceding) "
    r"(?:\w+ )?(?:weeks|months|years|decades)", r"in recent days",
    r"in recent times", r"in the past", r"in previous (?:years|months|weeks)", r"years? earlier",
    r"(?:^|(?:had|have|has|was|were|been) (?:\w+ )?)previously",
    r"historically", r"traditionally", r"formerly", r"back in \d{4}",
    r"(?:a|the) (?:long |recent )?history of", r"(?:has|have|had) a history",
    r"(?:in|after|following|since) (?:a|an) (?:similar|earlier|previous|prior|past)",
    r"similar (?:\w+ )?(?:incidents?|attacks?|accidents?|cases?|events?|collapses?|fires?)",
    r"(?:previous|earlier|past|prior) (?:\w+ )?(?:incidents?|attacks?|accidents?|disasters?"
    r"|tragedies|strikes?|raids?|crashes|crash|fires?|floods?|collapses?|explosions?|stampedes?"
    r"|sinkings?|capsizings?|groundings?|collisions?|derailments?|shootings?|breaches|breach|blasts?"
    r"|breakdowns?|leaks?|spills?|escapes?|riots?|clashes|landslides?|drownings?)",
    r"(?:in|over|during|for) the (?:past|last) (?:\w+ )?(?:decade|century|quarter-century)",
    r"(?:every|each) year", r"(?:\d+|hundreds|dozens|thousands) (?:\w+ ){0,3}(?:a|per) year",
    r"annually", r"on average",
    r"(?:clip|video|footage|recording|photos?|photographs?|pictures?|images?)\b.{0,120}\b(?:is|are"
    r"|was|were) (?:in fact |actually )?(?:from (?:another|a different|an? (?:earlier|older"
    r"|previous|past))|(?:\w+ )?(?:years?|months?|weeks?) old|old\b|unrelated)",
    r"(?:has|have|had) (?:been )?(?:consistently|repeatedly|frequently|often|regularly|routinely)",
    r"(?:frequent|regular|repeated|common) (?:target|scene|site|occurrence)s?",
    r"(?:has|have) been (?:other|many|several|dozens|hundreds|a number|numerous|previous|similar)",
    r"(?:is|was) not the first", r"(?:isn't|wasn't|isn’t|wasn’t) the first",
    r"not for the first time", r"since (?:19|20)\d{2}",
    r"(?:since|after) the (?:start|beginning|outbreak) of the (?:war|conflict|invasion|pandemic"
    r"|year|season)",
)  # fmt: skip
"""Patterns of phrases that set a sentence before the event it is printed beside."""

_INCIDENT = (
    r"(?:incident|attack|accident|fire|crash|explosion|blast|strike|raid|shooting|collapse|flood"
    r"|stampede|crush|earthquake|landslide|murder|killing|robbery|stabbing|protest|march|case"
    r"|event|development|investigation)(?:e?s)?"
)
PARALLEL_PHRASES = (
    rf"in (?:a|an|another|two|three|four|several|other)? ?(?:\w+ )?(?:separate|unrelated|different"
    rf"|other) (?:\w+ ){{0,2}}{_INCIDENT}", r"^separately",
    rf"(?:a|an) (?:separate|unrelated) (?:\w+ )?{_INCIDENT}",
    rf"(?:another|an additional|a further) (?:\w+ ){{0,2}}{_INCIDENT}",
    r"in another (?:incident|attack|accident|case|development|part|part of|district|province"
    r"|region|town|city|village|county|state|country)", r"elsewhere(?! in the (?:building|report))",
    r"also on (?:mon|tues|wednes|thurs|fri|satur|sun)day",
    r"(?:on|later) the same (?:day|evening|night|morning|afternoon)",
    r"on the evening of", r"in other (?:news|developments|incidents)",
)  # fmt: skip
"""Patterns of phrases that bring in another event near in time."""
FIRM_PARALLEL = r"separate|unrelated|different|elsewhere|other|in another|also on"
"""Those of them that need no other place beside them to speak of another event."""

FORESEEN_PHRASES = (
    r"next (?:week|month|year|season|spring|summer|autumn|fall|winter)", r"in the coming "
    r"(?:days|weeks|months|years|hours)", r"tomorrow", r"upcoming", r"forthcoming",
    r"later this (?:week|month|year)",
    r"(?:is|are) (?:due|scheduled|expected|set|slated|likely) to"
    r"(?! (?:survive|recover|live|pull through|make a full|be (?:ok|okay|fine|all right)))",
    r"(?:is|are) to be (?:held|opened|published|released|buried|questioned|heard)",
)  # fmt: skip
"""Patterns of phrases that set a sentence after the time of writing."""

PROGNOSIS_PHRASES = (
    r"(?:expected|likely) to (?:survive|recover|live|pull through|make a full"
    r"|be (?:ok|okay|fine|all right))",
)
"""Patterns of phrases that say how the injured are, though they speak of what is to come."""

RETURNING_PHRASES = (
    r"(?<!at )(?<!by )this time",
    r"(?:in |of )?the latest (?:incident|attack|accident|disaster|collapse|blast)",
    r"this (?:week|morning|evening|afternoon)['’]s", r"marks? the \w+ (?:time|such)",
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day['’]s",
)  # fmt: skip
"""Patterns of phrases that come back to the event after something else."""

ANAPHORIC_OPENINGS = (
    r"(?:he|she|they|it|his|her|their|its|both|this|that"
    r"|(?:these|those)(?! (?:with|who|that|in|of|from|whose)))\b",
    r"(?:that|this|those|these|the) (?:incident|attack|accident|case|crash|fire|time|year|day)\b",
    r"(?:at the time|then|there|afterwards|after that|no one|nobody|none)\b",
    r"(?:one|two|three|four|five|six|several|many|all|some|most|another|others)"
    r"(?:,| of (?:them|those|these)| (?:was|were|is|are|had|have|has))\b",
)  # fmt: skip
"""Patterns of openings that go on with what the sentence before was about."""

DESCRIBING_VERBS = frozenset(
    "describe call label brand term dub regard consider treat condemn denounce characterise "
    "characterize portray classify".split()
)
"""Verbs by which a speaker says what something is: "described the crash as sabotage"."""
