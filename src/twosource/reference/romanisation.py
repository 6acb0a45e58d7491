"""How one sound is written in Latin letters, and Latin spellings attested for one Russian name.

``SOUNDS`` folds what romanisation schemes (BGN/PCGN, ISO 9, scholarly, and the newspaper habits of
English, French, German and Polish) write differently. The attested spellings are learnt from name
tokens of Wikidata (NETransliteration-COLING2018, training split, CC0) by ``training.romanisation``.
"""

from __future__ import annotations

from functools import lru_cache

from anyascii import anyascii

from twosource.reference.packed import unpacked, whole_words

SOUNDS: tuple[tuple[str, str], ...] = (
    ("schtsch", "sc"),
    ("shtch", "sc"),
    ("chtch", "sc"),
    ("szcz", "sc"),
    ("shch", "sc"),
    ("tsch", "c"),
    ("tch", "c"),
    ("sch", "s"),
    ("dzh", "s"),
    ("dsch", "s"),
    ("ck", "k"),
    ("cz", "c"),
    ("ch", "c"),
    ("kh", "h"),
    ("sh", "s"),
    ("sz", "s"),
    ("zh", "s"),
    ("tz", "c"),
    ("ts", "c"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("gh", "g"),
    ("gu", "g"),
    ("qu", "k"),
    ("dj", "s"),
    ("ou", "u"),
    ("oo", "u"),
    ("ue", "u"),
    ("ee", "i"),
    ("ae", "e"),
    ("oe", "o"),
    ("ye", "e"),
    ("je", "e"),
    ("ie", "e"),
    ("x", "ks"),
    ("q", "k"),
    ("w", "v"),
    ("z", "s"),
    ("y", "i"),
    ("j", "i"),
)
"""Letters and the sound class that they are folded into, the longest first."""

GREEK: tuple[tuple[str, str], ...] = (
    ("ου", "u"),
    ("ού", "u"),
    ("μπ", "b"),
    ("ντ", "d"),
    ("γκ", "g"),
    ("αυ", "av"),
    ("ευ", "ev"),
)
"""Pairs of Greek letters that stand for one sound."""

SYLLABIC: tuple[tuple[str, str], ...] = (
    ("eo", "o"),
    ("eu", "u"),
    ("ae", "e"),
    ("oo", "u"),
    ("ou", "u"),
    ("g", "k"),
    ("d", "t"),
    ("b", "p"),
    ("j", "c"),
    ("zh", "c"),
    ("ch", "c"),
    ("q", "c"),
    ("hs", "s"),
    ("x", "s"),
    ("r", "l"),
)
"""What romanisations of Chinese and Korean syllables (Pinyin and Wade-Giles, Revised and
McCune-Reischauer, and common print) write differently."""

COMPATIBLE_VOWELS = (frozenset("ae"), frozenset("ei"), frozenset("ou"))
"""Vowels that romanisations of scripts without short vowels exchange for one another."""


@lru_cache(maxsize=1)
def attested() -> dict[str, int]:
    """Number of the Russian name that each Latin spelling writes, as the corpus attests it.

    Spellings are in lower case; those of one name have one number.
    """
    (rests,), shared = unpacked("romanisation.xz")
    lines = whole_words(shared, rests)
    return {spelling: name for name, line in enumerate(lines) for spelling in line.split(" ")}


@lru_cache(maxsize=1)
def load_romanisation() -> None:
    """Read every table that romanising needs: the attested spellings, and anyascii's own.

    anyascii reads its table of a block of Unicode when it meets the block's first character; all
    blocks take about 60 ms.
    """
    attested()
    anyascii("".join(chr(block << 8) for block in range(0x200) if not 0xD8 <= block <= 0xDF))
