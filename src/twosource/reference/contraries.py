"""States and deeds that shut each other out, of one thing at one time.

Each pair of lines holds words of one side and of the other: what holds has not snapped, what works
is not off. Compiled for this project from everyday English; the pairs are antonyms and contraries
as ordinary dictionaries give them.
"""

from __future__ import annotations

_PAIRS = (
    ("on|work|operate|function|run|working|lit|running|record|switch on|turn on|film",
     "off|switch off|turn off|shut down|cut off|out|fail|stop|malfunction|break down|dead|dark"
     "|cut out|go out|go off|black out|stall"),
    ("hold|intact|whole|tight|sound|undamaged",
     "part|break|snap|burst|give way|collapse|tear|rupture|slack|loose|broken|damage|destroy|wreck"
     "|crack|damaged|destroyed|shattered"),
    ("open|unlock|unlocked",
     "close|closed|shut|lock|locked|sealed|bar|barred|chain|chained|bolt|bolted|padlock|padlocked"
     "|barricade|barricaded"),
    ("survive|alive|unharmed", "die|dead|perish|drown|succumb"),
    ("stay|remain|wait|go on|continue|keep on",
     "leave|flee|depart|run away|abandon|drive off|drive away|run off|make off|jump out|bail out"
     "|walk out|get out|take off"),
    ("in office|in post",
     "resign|quit|step down|stand down|suspended|dismissed|sack|dismiss|suspend"),
    ("resign|quit|step down|stand down|leave by choice",
     "dismiss|sack|oust|expel|dismissed|sacked|lay off"),
    ("on time|punctual", "delay|delayed|late|overdue"),
    ("sober", "drunk|drunken|intoxicated|drink alcohol"),
    ("play|blare", "switch off|turn off|silence|mute"),
    ("valid|in force|renew|current",
     "invalid|expire|lapse|withdraw|revoke|void|expired|lapsed|withdrawn|revoked"),
    ("speed up|accelerate", "slow down|slow|decelerate"),
    ("dry", "wet|rain|slippery|soaked|flooded"),
    ("clean|spotless", "dirty|filthy|contaminated|polluted"),
    ("hot|warm|lukewarm", "cold|chilled|cool"),
    ("go on|continue|resume|reopen|in progress|under way",
     "suspend|halt|call off|interrupt|suspended|halted|at a standstill|stop|cease|end|abandon"),
    ("healthy|well|fit", "ill|sick|unwell|poorly|ail"),
    ("alone|unaccompanied", "accompanied|accompany|escort"),
    ("real|genuine|authentic", "fake|forged|false|forge|fabricate"),
    ("deliberate|intentional|planned", "accidental|unintentional"),
    ("complete|finished|ready", "incomplete|unfinished|half-finished"),
    ("fresh|edible", "rotten|stale|spoilt|mouldy|rot"),
    ("succeed|successful", "fail|unsuccessful|failed"),
    ("visible|clear", "hidden|obscured|invisible"),
    ("passable|clear|open", "impassable|blocked|block"),
    ("keep|retain", "confiscate|seize|take away|hand over|surrender|lose"),
    ("blow|windy", "still|windless"),
    ("cooperate|cooperative|calm|quiet", "resist|struggle|aggressive"),
    ("experienced|trained|qualified", "inexperienced|untrained|unqualified"),
    ("new|modern", "old|outdated|obsolete"),
    ("high|deep", "low|shallow"),
    ("up|raised", "down|lowered"),

    ("full|crowded|packed|occupied", "empty|deserted|vacant|unoccupied"),
    ("safe|harmless|stable", "unsafe|dangerous|hazardous|toxic|poisonous|harmful"),
    ("present", "absent"),
    ("innocent", "guilty"),
    ("legal|lawful", "illegal|unlawful"),
    ("unarmed", "armed|arm"),
    ("awake", "asleep"),
    ("conscious", "unconscious"),
    ("rescue|free|release|bring out|get out|get away|break free", "trap|trapped|underground|stuck"),
    ("arrive|reach", "miss"),
    ("accept", "reject|refuse|decline|turn down|spurn"),
    ("catch|recapture|capture|rearrest|apprehend", "at large"),
    ("recover|hand over|hand in|turn in|return", "missing|lost|lose|unaccounted|await"),
    ("let through|wave through|get through|reach", "turn back|hold up"),
    ("support|back|favour|favor|endorse|in favour", "oppose|resist|condemn"),
    ("allow|permit|authorise|authorize|approve|let in|admit",
     "forbid|ban|prohibit|refuse|bar"),
    ("calm|quiet|peaceful", "violent|rough|stormy"),
)  # fmt: skip


def _all() -> dict[str, tuple[tuple[str, bool], ...]]:
    found: dict[str, tuple[tuple[str, bool], ...]] = {}
    for number, sides in enumerate(_PAIRS):
        for side, words in enumerate(sides):
            for word in words.split("|"):
                found[word] = (*found.get(word, ()), (f"contrary {number}", side == 0))
    return found


ALL_CONTRARIES: dict[str, tuple[tuple[str, bool], ...]] = _all()
"""Lemma to each of its pairs and whether it stands on the first side of it."""

CONTRARIES: dict[str, tuple[str, bool]] = {word: found[0] for word, found in ALL_CONTRARIES.items()}
"""Lemma to the first of its pairs and whether it stands on the first side of it."""

STATES = frozenset(
    "open closed shut locked sealed barred alive dead valid expired lapsed dry wet clean dirty "
    "filthy contaminated hot cold fake forged false genuine fresh rotten stale full empty safe "
    "unsafe armed unarmed working broken intact loose slack faulty".split()
)
"""Adjectives of the pairs that say of a thing how it is, wherever they stand beside its noun."""
