"""Words that attribute: verbs, nouns and phrases by the act that they report.

The classes follow the speech-act groups of VerbNet 3.3 (say-37.7, complain-37.8, advise-37.9,
confess-37.10, conjecture-29.5, judgement-33, and others) and the predicates annotated as
reporting in the PropBank of the English Web Treebank, train split; the assignment to a class is
the project's own.
"""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """What a reporting word makes its subject do."""

    SAY = "say"
    CLAIM = "claim"
    ACCUSE = "accuse"
    DENY = "deny"
    DECLINE = "decline"
    PROMISE = "promise"
    EXPECT = "expect"
    CONJECTURE = "conjecture"
    BELIEVE = "believe"
    SHOW = "show"
    CHARACTERISE = "characterise"
    ASK = "ask"
    LEARN = "learn"
    PUT = "put"


_VERBS_BY_ACT: dict[Act, str] = {
    Act.SAY: (
        "acknowledge add address admit advise affirm allow announce answer assert assure attest "
        "brief comment concede confess confide confirm continue counter cry declare detail "
        "disclose elaborate emphasise emphasize enthuse estimate exclaim explain highlight inform "
        "insist interject interrupt joke mention mutter note notify observe opine post preach "
        "proclaim quip reaffirm reassure recall recount reiterate relate remark remind repeat "
        "reply report respond retort reveal say scream shout specify state stress tell testify "
        "text tweet underline underscore update urge voice volunteer whisper write yell "
        "caution convince persuade warn agree alert conclude concur direct quote instruct order "
        "recommend complain demand discuss echo lament liken predict propose question"
    ),
    Act.CLAIM: "allege argue boast brag claim contend maintain posit profess purport",
    Act.ACCUSE: "accuse blame charge indict",
    Act.DENY: "belie bely contest contradict debunk deny disavow disclaim dismiss dispute rebut "
    "refute reject repudiate rubbish",
    Act.DECLINE: "decline refuse",
    Act.PROMISE: "guarantee pledge promise swear threaten vow",
    Act.EXPECT: "anticipate expect forecast foresee predict project envisage",
    Act.CONJECTURE: "conjecture fear hint hypothesise hypothesize imply moot speculate suggest "
    "surmise suspect venture wonder",
    Act.BELIEVE: "assume believe consider doubt dream feel figure guess hope imagine presume "
    "reckon suppose think",
    Act.SHOW: "indicate prove show demonstrate",
    Act.CHARACTERISE: "brand call characterise characterize cite condemn decry denounce depict "
    "describe dub hail label portray slam praise criticise criticize blast decry deplore lambast "
    "deride mock rebuke ridicule style term",
    Act.ASK: "ask inquire query",
    Act.LEARN: "find discover determine establish hear learn know realise realize remember "
    "understand",
}

# "bely" is what the lemma table makes of "belied".
VERBS: dict[str, Act] = {
    verb: act for act, words in _VERBS_BY_ACT.items() for verb in words.split()
}
"""Lemma of a reporting verb to its act."""

QUOTING_VERBS = frozenset(
    verb
    for verb, act in VERBS.items()
    if act in {Act.SAY, Act.CLAIM, Act.CONJECTURE, Act.ASK, Act.BELIEVE, Act.EXPECT, Act.DENY}
) | frozenset(
    "begin bark beg chant chide chuckle complain conclude fume go groan growl grumble gush laugh "
    "lament moan plead rage read roar rue seethe shrug sigh sing snap sob storm thunder "
    "weep".split()
)
"""Verbs that may stand beside a quotation as its cue."""

INFINITIVES = frozenset(
    "admit agree anticipate claim describe expect offer pledge profess promise recall remember "
    "report swear threaten vow".split()
)
"""Verbs whose infinitive or gerund is what the subject says, promises or sees coming."""

DIRECTIVES = frozenset(
    "advise ask direct encourage implore instruct order recommend remind tell urge warn".split()
)
"""Verbs that tell their object what to do."""

NOMINAL_OBJECTS = frozenset(
    "admit allege announce claim confirm belie bely deny describe disclose dismiss dispute "
    "estimate forecast accept contest exclude share mention predict rebut refute reject repudiate "
    "report reveal suspect cite condemn denounce decry disavow disclaim contradict debunk rubbish "
    "warn acknowledge concede find expect anticipate demand propose".split()
)
"""Verbs whose plain noun object is what is said ("reported a loud bang")."""

NEEDS_OBJECT_AS = frozenset(
    "blast brand call characterise characterize cite condemn criticise criticize decry denounce "
    "depict deplore deride describe dismiss dub hail label lambast mock portray praise "
    "rebuke reject "
    "regard ridicule slam style term".split()
)
"""Verbs that say of their object what follows: "described it as", "called it baseless"."""

STATES_OF_MIND = frozenset("convince persuade satisfy".split())
"""Verbs whose passive tells what their subject holds to be so ("was convinced that")."""

STANDPOINTS = frozenset(
    "account assessment calculation count estimate estimation judgement judgment opinion reckoning "
    "telling view words".split()
)
"""Nouns that attribute in "in the view of" and "by the union's count"."""

REPORT_NOUNS: dict[str, Act] = {
    noun: act
    for act, nouns in {
        Act.SAY: (
            "announcement answer assertion assurance comment communique communiqué confirmation "
            "declaration explanation memo message note remark reply report response statement "
            "testimony tweet post warning admission estimate conclusion"
        ),
        Act.CLAIM: "allegation argument claim contention",
        Act.ACCUSE: "accusation charge",
        Act.DENY: "denial rejection",
        Act.PROMISE: "pledge promise threat vow",
        Act.EXPECT: "expectation forecast prediction",
        Act.CONJECTURE: "fear hint speculation suggestion suspicion theory rumour rumor concern",
        Act.BELIEVE: "belief hope view opinion",
    }.items()
    for noun in nouns.split()
}
"""Nouns that may carry a content clause ("the claim that ...")."""

DOCUMENT_NOUNS = frozenset(
    "analysis assessment bulletin channel clip communique communiqué document documents "
    "account accounts examination file filing footage image images inquiry investigation letter "
    "log memo message "
    "notice paper photograph photographs poll post press record records release report statement "
    "study survey transcript tweet video videos website".split()
)
"""Heads of noun phrases that can say something although they are no person or body."""

WITNESS_NOUNS = frozenset(
    "autopsy calculation example experiment simulation camera cctv chart clip counter data "
    "dashcam detector drone evidence figures film finding findings footage gauge graph image "
    "imagery instrument log logbook map measurement meter monitoring photo photograph picture "
    "radar "
    "reading record recorder recording register result sample satellite scan seismograph "
    "seismometer sensor speedometer statistic statistics swab tachograph tape telemetry test "
    "thermometer tracker transcript video x-ray".split()
)
"""Heads of noun phrases for pictures, recordings and measurements, which show rather than say."""

PICTURES = frozenset(
    "camera cctv clip dashcam film footage image imagery photo photograph picture tape "
    "video".split()
)
"""Those among them that show a scene; the others are read off."""

INABILITY = frozenset("unable able".split())
KNOWING_VERBS = frozenset(
    "say comment confirm discuss disclose elaborate name identify reveal speculate specify answer "
    "explain tell verify respond reply know determine rule provide give see realise realize "
    "remember recall understand speak".split()
)
"""What a speaker who declines or cannot tell does not do."""

MODAL_HEDGES = frozenset("may might could".split())
ADVERB_HEDGES = frozenset(
    "allegedly apparently likely maybe perhaps possibly potentially "
    "presumably probably purportedly "
    "reportedly seemingly supposedly unlikely".split()
)
ADJECTIVE_HEDGES = frozenset("likely unlikely possible probable plausible conceivable".split())
VERB_HEDGES = frozenset("appear seem suspect speculate".split())
SUPPOSING_VERBS = frozenset(
    "assume believe doubt feel figure guess imagine presume reckon suppose suspect think".split()
)
"""Verbs by which "I" or "we" hold their own content likely only."""
PERCEPTION_VERBS = frozenset("hear see feel smell notice observe".split())
"""Verbs beside which "could" tells of an ability, not of a possibility."""

CONCESSIONS = frozenset("acknowledge admit concede confess".split())
"""Verbs whose negative content is granted, not denied."""

DENIED_STATES = frozenset(
    "accurate aware behind correct guilty implicated involved liable real "
    "responsible right true".split()
)
"""Predicates that are no events and whose negation still denies something at issue."""

PHRASE_HEDGES = ("it is possible", "there is a chance", "hard to believe", "not clear", "unclear")
"""Words that hold a content possible or likely only (after Hyland 1998 and CoNLL-2010 hedge cues,
reduced to those that bear on the likelihood of what is reported)."""

FUTURE_AUXILIARIES = frozenset("will shall 'll wo".split())

BASELESS = frozenset(
    "absurd baseless bogus fabricated fake false fanciful fantasy fiction groundless incorrect "
    "invented irresponsible laughable lie lies ludicrous misleading nonsense preposterous "
    "propaganda ridiculous rubbish slander unfounded unsubstantiated untrue wrong myth hoax".split()
)
"""Predicates that reject what they are said of."""

HARM = frozenset(
    "abduct ambush arson assassinate assassination assault attack attempt bomb bombard bombing "
    "bombardment burn conceal cover-up crime damage deceive destroy destruction disinformation "
    "explode exploit fabricate fake fire forge hide hijack incite invade invasion kidnap kill "
    "killing launch lie manipulate massacre mastermind mislead murder open operation orchestrate "
    "pillage plan plot poison pretext prepare provocation provoke raid ram sabotage seize shell "
    "shelling shoot sink smuggle stage steal stir strike target terrorism terrorist threaten "
    "torture violate wound falsify suppress tamper negligence neglect ignore breach flout block "
    "justification loot rob rig".split()
)
"""Lemmas of wrongs that one party lays at another's door. A content clause counts as accusing
only when its subject is a named other and one of these is its verb, or its verb's object."""

ANONYMOUS_HEADS = frozenset("source insider person official".split())

PERSON_ROLES = frozenset(
    "actor actress guy kid lad gentleman architect artist author biologist blogger boatman "
    "builder cameraman chemist child clerk coastguard colleague commuter conductor cousin "
    "customer cyclist defendant dentist detainee docker dockworker electrician filmmaker "
    "firefighter fireman fisher friend geologist grandfather grandmother guide herder hostage "
    "hunter inmate interpreter juror medic midwife militant miner motorist musician novelist "
    "paramedic parent passenger pensioner pharmacist photographer physician physicist policeman "
    "policewoman prisoner protester psychologist rebel refugee relative seaman shepherd shopper "
    "singer solicitor supporter surveyor suspect teenager tourist translator trooper uncle "
    "voter waiter activist adviser advisor aide ambassador analyst attorney author barrister "
    "bishop boss captain chairman chairwoman chair chief collector colonel commander "
    "commissioner coroner correspondent councillor constable deputy detective diplomat director "
    "doctor driver editor employee engineer envoy executive expert farmer fisherman foreman "
    "general governor guard head historian inspector investigator journalist judge lawmaker "
    "lawyer leader lecturer lieutenant magistrate major manager marshal mayor mechanic minister "
    "mother father brother sister son daughter wife husband neighbour neighbor nurse officer "
    "official operator owner pastor pilgrim pilot politician porter premier president priest "
    "principal professor prosecutor reporter representative researcher resident sailor "
    "scientist secretary senator sergeant sheriff shopkeeper soldier speaker spokesman "
    "spokesperson spokeswoman student superintendent surgeon survivor teacher technician trader "
    "trustee vendor veteran victim villager volunteer witness eyewitness worker writer man "
    "woman boy girl critic scholar economist strategist skipper harbourmaster harbormaster mp "
    "mep congressman congresswoman local islander townsman churchgoer bystander onlooker".split()
)
"""Nouns for persons by what they do; a phrase with such a head can speak."""

GROUP_ROLES = frozenset(
    "administration agency airline army association authority authorities board body bureau "
    "cabinet campaign cell channel club coalition command commission committee company council "
    "country court department district federation firm force forces foundation government group "
    "headquarters hospital industry institute institution mayoralty military ministry movement "
    "navy network newspaper ngo office operator opposition organisation organization outlet "
    "panel parliament party police presidency press public service side station syndicate "
    "tank team tribunal trust union unit university media outlets agencies".split()
)
"""Nouns for bodies; a phrase with such a head can speak."""

FEMALE_TITLES = frozenset(
    "mrs ms miss madam lady queen princess spokeswoman chairwoman congresswoman mother "
    "daughter wife sister actress woman girl".split()
)
MALE_TITLES = frozenset(
    "mr sir lord king prince spokesman chairman congressman father son husband brother man boy "
    "fisherman".split()
)
"""Titles and roles that tell which pronoun refers to their bearer."""

NOT_DENIED = frozenset(
    "clear certain sure know known see uncommon unusual surprising only just".split()
)
"""Predicates whose negation says something else than "it is not so"."""

SUFFERING_VERBS = frozenset(
    "avert condemn counter defend deplore foil fear fight investigate mourn oppose prevent probe "
    "repel resist respond stop suffer survive thwart withstand witness see hear intercept".split()
)
"""Verbs that set their subject against a wrong rather than behind it."""

OPEN_ADJECTIVES = frozenset(
    "certain clear convinced evident likely obvious possible sure true unclear unlikely".split()
)
"""Adjectives that only introduce the clause in which the point is made."""

ACCUSING_VERBS = frozenset({"allege"})
"""Verbs of claiming whose content is a wrong by their meaning."""
