"""Number words of news English, as bounds. Both bounds are included; ``None`` is open."""

from __future__ import annotations

from collections.abc import Mapping

UNITS: Mapping[str, int] = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS: Mapping[str, int] = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
SCALES: Mapping[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "lac": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12,
    "score": 20,
}
"""Multipliers; lakh and crore are those of South Asian English."""
LETTERS: Mapping[str, float] = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12}
"""Multipliers that stand close behind digits."""
MANY: Mapping[str, tuple[float, float | None]] = {
    "dozens": (24, None),
    "scores": (40, None),
    "hundreds": (200, None),
    "thousands": (2_000, None),
    "lakhs": (200_000, None),
    "millions": (2_000_000, None),
    "crores": (20_000_000, None),
    "billions": (2_000_000_000, None),
    "tens": (20, None),
}
"""Plurals that say "at least two of them"."""
VAGUE: Mapping[str, tuple[float, float]] = {
    "several": (3, 9),
    "few": (2, 9),
    "couple": (2, 3),
    "pair": (2, 2),
    "handful": (2, 9),
    "various": (3, 9),
}
"""Words without a number. "Several hundred" is 300 to 900, as the word's own range has it."""
FRACTIONS: Mapping[str, float] = {
    "half": 1 / 2,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 1 / 4,
    "quarters": 1 / 4,
    "fifth": 1 / 5,
    "fifths": 1 / 5,
    "tenth": 1 / 10,
    "tenths": 1 / 10,
}

AT_LEAST: tuple[tuple[str, ...], ...] = (
    ("at", "least"),
    ("no", "fewer", "than"),
    ("no", "less", "than"),
    ("not", "less", "than"),
    ("not", "fewer", "than"),
    ("a", "minimum", "of"),
)
MORE_THAN: tuple[tuple[str, ...], ...] = (
    ("more", "than"),
    ("upwards", "of"),
    ("in", "excess", "of"),
    ("greater", "than"),
    ("well", "over"),
    ("just", "over"),
    ("over",),
    ("above",),
)
AT_MOST: tuple[tuple[str, ...], ...] = (
    ("up", "to"),
    ("as", "many", "as"),
    ("as", "much", "as"),
    ("at", "most"),
    ("no", "more", "than"),
    ("not", "more", "than"),
    ("a", "maximum", "of"),
)
LESS_THAN: tuple[tuple[str, ...], ...] = (
    ("fewer", "than"),
    ("less", "than"),
    ("just", "under"),
    ("under",),
    ("below",),
)
NEARLY: tuple[tuple[str, ...], ...] = (
    ("nearly",),
    ("almost",),
    ("close", "to"),
    ("just", "short", "of"),
)
ABOUT: tuple[tuple[str, ...], ...] = (
    ("about",),
    ("around",),
    ("approximately",),
    ("roughly",),
    ("some",),
    ("circa",),
    ("an", "estimated"),
    ("estimated",),
    ("~",),
    ("approx",),
    ("approx.",),
    ("in", "the", "region", "of"),
)
"""Words before a number that bound or blur it, the longest of each sort first."""

NEARLY_FROM = 0.9
"""The least share of the number that "nearly" and "almost" stand for."""
CURRENCIES: Mapping[str, str] = {
    "$": "USD",
    "us$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "rs": "INR",
    "rs.": "INR",
    "₽": "RUB",
    "₴": "UAH",
    "a$": "AUD",
    "c$": "CAD",
    "eur": "EUR",
    "usd": "USD",
    "gbp": "GBP",
    "inr": "INR",
    "dollar": "USD",
    "euro": "EUR",
    "rupee": "INR",
    "rouble": "RUB",
    "ruble": "RUB",
    "hryvnia": "UAH",
    "yen": "JPY",
    "yuan": "CNY",
    "pound sterling": "GBP",
    "franc": "CHF",
    "naira": "NGN",
    "rand": "ZAR",
    "shekel": "ILS",
    "lira": "TRY",
    "real": "BRL",
    "peso": "MXN",
    "krona": "SEK",
    "krone": "NOK",
    "zloty": "PLN",
    "won": "KRW",
    "dirham": "AED",
    "riyal": "SAR",
    "shilling": "KES",
    "cedi": "GHS",
    "birr": "ETB",
    "kwacha": "ZMW",
    "taka": "BDT",
    "kyat": "MMK",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "dong": "VND",
    "lari": "GEL",
    "tenge": "KZT",
    "som": "KGS",
    "manat": "AZN",
    "forint": "HUF",
    "koruna": "CZK",
    "leu": "RON",
    "lev": "BGN",
    "dinar": "RSD",
    "sol": "PEN",
    "quetzal": "GTQ",
    "lempira": "HNL",
    "bolivar": "VES",
    "guarani": "PYG",
    "afghani": "AFN",
}
"""Currency signs and words, as ISO 4217 codes. A bare "dollar" is taken for that of the United
States, a bare "franc" for the Swiss, a bare "peso" for the Mexican, a bare "shilling" for the
Kenyan and a bare "dinar" for the Serbian: check against the place."""

SIGNS = frozenset("$ us$ a$ c$ € £ ¥ ₹ ₽ ₴ rs rs. eur usd gbp inr".split())
"""Those that stand before the number; the names of currencies stand behind it."""
LETTERS_OF_CURRENCIES: Mapping[str, str] = {"R": "ZAR", "N": "NGN", "K": "ZMW", "P": "PHP"}
"""Letters that stand for a currency where they are glued to a sum ("R12.4 million")."""
