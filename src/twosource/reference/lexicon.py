"""Which verbs may name one deed.

Two verbs do if a table says so, or if one of the commonest senses of the one is, or stands right
above, one of the other in WordNet 3.1 (``lexicon.xz``; its licence is in NOTICE), which
``training.lexicon`` reads. The table holds what newspapers write for one another and WordNet parts.
"""

from __future__ import annotations

from functools import lru_cache

from twosource.reference.packed import columns, unpacked, whole_words

_DEEDS = (
    "put out|exclude|expel|eject|throw out|turn away|turn out|remove|bar|shut out",
    "lose|missing|vanish|disappear|mislay",
    "inspect|check|examine|look at|test|search|verify",
    "instruct|order|tell|command|direct|wave through",
    "hire|employ|take on|recruit|engage|contract",
    "fine|penalise|penalize|sanction|punish",
    "replace|change|renew|swap",
    "cancel|call off|break off|abandon|scrap",
    "resign|quit|step down|stand down|give up",
    "dismiss|sack|fire|lay off",
    "warn|alert|caution",
    "inform|notify|tell|advise|let know",
    "telephone|phone|ring|call|ring up|call up",
    "call|summon|send for|call in",
    "request|demand|ask for|call for|seek",
    "escort|accompany|follow",
    "build|construct|erect|make|complete|finish",
    "found|establish|set up|open",
    "revise|update|bring up|amend",
    "kidnap|abduct|seize|take hostage",
    "arrest|detain|take into custody|hold|apprehend",
    "find|discover|recover|locate",
    "pay|transfer|hand over|send",
    "evacuate|move out|bring out|clear",
    "interrupt|suspend|halt|stop",
    "steal|rob|loot|plunder",
    "sign|approve|authorise|authorize|endorse",
    "contact|reach|make contact",
    "collapse|cave in",
    "throw|hurl|toss|fling|pelt|rain",
    "film|record|videotape",
    "beat|defeat",
    "tamper|falsify|forge|doctor|manipulate",
    "leak|spill|seep|escape",
    "deliver|supply|provide|bring",
    "repair|mend|fix",
    "hide|conceal|cover up",
    "serve|give|hand|hand out|distribute|issue",
    "train|instruct|teach",
    "lock|chain|bolt",
    "clean|wash|disinfect",
    "visit|come|turn up|show up|tour|attend",
    "sleep|rest|nap",
    "touch|replace|repair|change|service|maintain|overhaul|fix|mend",
    "promise|pledge|vow|guarantee",
    "attack|assault|stone|set upon|beat|beat up|manhandle",
    "answer|reply|respond",
    "swim|bathe",
)


_GENERAL = {
    "discipline": frozenset("dismiss sack fire suspend fine reprimand demote".split()),
    "punish": frozenset("dismiss sack suspend fine jail imprison flog".split()),
}
"""What a general verb covers: who denies it of somebody denies the others of him."""


def covers_deed(general: str, special: str) -> bool:
    """Whether a verb means, among others, what another means ("discipline", "dismiss")."""
    return special in _GENERAL.get(general, frozenset())


def has_general(special: str) -> bool:
    """Whether a general verb covers a verb."""
    return any(special in covered for covered in _GENERAL.values())


@lru_cache(maxsize=1)
def _families() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_DEEDS):
        for verb in line.split("|"):
            found.setdefault(verb, set()).add(number)
    return {verb: frozenset(numbers) for verb, numbers in found.items()}


@lru_cache(maxsize=1)
def load_lexicon() -> dict[str, tuple[frozenset[int], frozenset[int]]]:
    """Of each verb its senses and the senses right above them, by their numbers in the table.

    Senses that no other verb has are not in it.
    """
    ((_, *rests),), numbers = unpacked("lexicon.xz")
    verbs = len(rests)
    shared, own, above = (numbers[at : at + verbs] for at in range(0, 3 * verbs, verbs))
    many = sum(own) + sum(above)
    (told,) = columns(numbers[3 * verbs :], (many, 2))
    come = (told == 0).cumsum() - (told == 0)
    senses = (come - told).tolist()
    found, at = {}, 0
    for lemma, ours, over in zip(whole_words(shared, rests), own, above, strict=True):
        first, then = senses[at : at + ours], senses[at + ours : at + ours + over]
        found[lemma] = (frozenset(first), frozenset(then))
        at += ours + over
    return found


def is_verb(lemma: str) -> bool:
    """Whether the lexicon holds a verb."""
    return lemma in load_lexicon()


def same_family(one: str, other: str) -> bool:
    """Whether newspapers write two verbs, as lemmas with their particles, for one deed."""
    families = _families()
    return one == other or bool(families.get(one, frozenset()) & families.get(other, frozenset()))


def same_sense(one: str, other: str) -> bool:
    """Whether a common sense of one verb is, or stands right above, one of another.

    Of two verbs that are far in meaning it is a sense that nobody means.
    """
    lexicon = load_lexicon()
    if one not in lexicon or other not in lexicon:
        return False
    if one == other:
        return True
    (ours, above), (theirs, over) = lexicon[one], lexicon[other]
    return bool(ours & theirs or ours & over or theirs & above)
