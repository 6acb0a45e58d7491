"""Generic nouns in names of places by sort, with those that are kept when names are romanised."""

from __future__ import annotations

_SORTS = {
    "building": "building house palace hall mansion villa chateau palais palazzo palast palacio "
    "dvorets dvorec dom zgrada saray sarayi qasr haus maison casa",
    "street": "street st road rd avenue ave boulevard lane ulitsa ulica vulytsia vulitsa prospekt "
    "prospect bulvar rue calle strasse straße gasse caddesi sokak marg",
    "square": "square ploshchad ploshcha plaza piazza place platz maidan meydan meydani trg "
    "namesti",
    "bridge": "bridge footbridge pont puente ponte brücke brucke köprü koprusu",
    "river": "river reka rio fleuve fluss nehri nadi",
    "lake": "lake ozero lac lago gölü",
    "region": "region oblast province krai kray voivodeship",
    "district": "district raion rayon county tehsil taluk kreis",
    "airport": "airport airfield aerodrome aeroport aeropuerto flughafen",
    "airbase": "airbase",
    "station": "station vokzal gare bahnhof estacion",
    "church": "church cathedral basilica sobor tserkov eglise kirche catedral",
    "monastery": "monastery abbey lavra convent",
    "mosque": "mosque masjid camii",
    "temple": "temple mandir",
    "harbour": "harbour harbor port",
    "island": "island isle ostrov isla ile",
    "hospital": "hospital clinic",
    "park": "park gardens",
    "ghat": "ghat",
}

SORT_OF: dict[str, str] = {noun: sort for sort, nouns in _SORTS.items() for noun in nouns.split()}
"""Generic noun in lower case to its sort. Nouns of one sort may name one place in two reports."""

UNDISTINCTIVE = frozenset(SORT_OF) | frozenset(
    "white black red green blue yellow golden old new big great grand little small upper lower "
    "north south east west northern southern eastern western central main royal national state "
    "federal public city town government parliament first second third high saint st opera market "
    "tower summer winter president presidential governor's governor mayor the this that".split()
)
"""Words too common to tell one place by: with them the generic noun has to be the same."""

ADJECTIVE_ENDINGS = ("skaya", "skoye", "skoe", "skyi", "skiy", "skij", "skyy", "sky", "ski", "skii")
"""Endings of Slavic adjectives made from names."""
