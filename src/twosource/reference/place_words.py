"""Words that tell what sort of place a name names, where it lies, and which way another lies."""

from __future__ import annotations

STATES_IN_SHORT = {
    short.lower(): state.replace("_", " ")
    for short, state in (
        pair.split(":")
        for pair in """
Ala:Alabama Ariz:Arizona Ark:Arkansas Calif:California Cal:California Colo:Colorado
Conn:Connecticut Del:Delaware Fla:Florida Ga:Georgia Ill:Illinois Ind:Indiana Kan:Kansas
Ky:Kentucky La:Louisiana Md:Maryland Mass:Massachusetts Mich:Michigan Minn:Minnesota
Miss:Mississippi Mo:Missouri Mont:Montana Neb:Nebraska Nev:Nevada NH:New_Hampshire NJ:New_Jersey
NM:New_Mexico NY:New_York NC:North_Carolina ND:North_Dakota Okla:Oklahoma Ore:Oregon
Pa:Pennsylvania Penn:Pennsylvania RI:Rhode_Island SC:South_Carolina SD:South_Dakota Tenn:Tennessee
Tex:Texas Vt:Vermont Va:Virginia Wash:Washington WVa:West_Virginia Wis:Wisconsin Wyo:Wyoming
AL:Alabama AK:Alaska AZ:Arizona AR:Arkansas CA:California CO:Colorado CT:Connecticut DE:Delaware
FL:Florida GA:Georgia HI:Hawaii ID:Idaho IL:Illinois IN:Indiana IA:Iowa KS:Kansas KY:Kentucky
LA:Louisiana ME:Maine MD:Maryland MA:Massachusetts MI:Michigan MN:Minnesota MS:Mississippi
MO:Missouri MT:Montana NE:Nebraska NV:Nevada OH:Ohio OK:Oklahoma OR:Oregon PA:Pennsylvania
TN:Tennessee TX:Texas UT:Utah VT:Vermont VA:Virginia WA:Washington WV:West_Virginia WI:Wisconsin
WY:Wyoming DC:District_of_Columbia Ont:Ontario Que:Quebec BC:British_Columbia Alta:Alberta
Sask:Saskatchewan Man:Manitoba NS:Nova_Scotia NB:New_Brunswick
""".split()
    )
}
"""Short forms of American states and Canadian provinces, as the press and the post print them, in
lower case and without full stops. They are read only after a place and a comma."""

DIVISIONS = frozenset(
    "region province state county district governorate prefecture oblast krai republic department "
    "territory voivodeship canton emirate division municipality parish raion okrug tehsil "
    "borough".split()
)
"""Nouns of divisions of a country."""

SETTLEMENTS = frozenset(
    "city town village suburb capital township hamlet settlement metropolis neighbourhood "
    "neighborhood municipality community".split()
)
"""Nouns of populated places."""

AIRPORTS = frozenset({"airport", "airfield", "airbase", "aerodrome"})

BUILT = frozenset(
    "bridge footbridge overpass viaduct square palace stadium hall hospital school university "
    "mosque church cathedral temple synagogue station park market mall tower hotel theatre theater "
    "museum harbour harbor port plant factory monastery court arena prison barracks depot "
    "refinery castle fort fortress citadel pier zoo library base embassy dome".split()
)
"""Nouns of what stands in a town and is commonly called by the town's name."""

SITES = BUILT | frozenset(
    "street avenue road boulevard lane plaza drive highway motorway tunnel river lake dam beach "
    "creek valley mountain hill forest bay canal camp".split()
)
"""Nouns of what lies within a town or in open country."""

WIDE = frozenset(
    "europe,asia,africa,antarctica,oceania,eurasia,scandinavia,balkans,caucasus,siberia,"
    "baltic,baltics,sahel,maghreb,levant,arctic,mediterranean,caribbean,earth,world,universe,"
    "west,east,north,south,western europe,eastern europe,central europe,middle east,far east,"
    "central asia,south asia,southeast asia,east asia,latin america,south america,north america,"
    "central america,midwest,new england,soviet union,ussr,"
    "european union,eu,global south,kurdistan".split(",")
)
"""Continents and other wide areas without bounds that everybody draws alike: never located."""

PARTS = frozenset(
    "central business district,business district,city center,city centre,downtown,midtown,uptown,"
    "old town,old city,chinatown,waterfront,north side,south side,east side,west side,"
    "east end,west end,city hall,main street,high street".split(",")
)
"""Parts that many towns have: never located by themselves."""

POINTS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast "
    "southwest northeastern northwestern southeastern southwestern downtown inner central".split()
)
"""Words that narrow a place down and are no part of its name in lower case."""

BEARINGS = {
    "north": 0.0,
    "northeast": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "west": 270.0,
    "northwest": 315.0,
}
"""Direction in lower case without hyphen to degrees clockwise from north."""
