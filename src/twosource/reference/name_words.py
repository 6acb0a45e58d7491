"""Words in names that say nothing about which person or body is named.

Titles, particles and suffixes of persons; legal forms and generic words of bodies. Compiled by
hand from common usage; the legal forms follow the commonest entries of ISO 20275 by country.
"""

from __future__ import annotations

TITLES = frozenset(
    "mr mrs ms miss mx dr doctor prof professor sir dame lord lady baron baroness count countess "
    "duke duchess prince princess king queen emperor hon honourable honorable rev reverend fr "
    "father mother sister brother rabbi imam sheikh shaikh sheik mullah ayatollah hajji haji "
    "pastor bishop archbishop cardinal pope saint st gen general lt lieutenant col colonel maj "
    "major capt captain cmdr commander cdr adm admiral sgt sergeant cpl corporal pvt private brig "
    "brigadier marshal inspector detective constable officer judge justice president premier "
    "chancellor minister senator sen rep representative congressman congresswoman gov governor "
    "mayor ambassador secretary herr frau monsieur madame mme mlle senor senora don dona "
    "signor signora sri shri smt pandit ustad comrade the late ing dipl mag alhaji alhaja mallam "
    "malam mzee mwalimu engr engineer barr barrister advocate adv arch cp dcp acp sp dsp asp csp "
    "igp dig ssp superintendent commissioner chief hafiz maulana mufti swami thiru tmt kumari "
    "datuk dato datin tengku bapak ustaz khun daw".split()
)
"""Words before a person's name that are no part of it."""

PARTICLES = frozenset(
    "de del della delle di da dos das do du des la le los las van von der den ter ten zu zum zur "
    "af av bin ibn ben bint al el ul ur as ad an y e i und and st".split()
)
"""Small words inside a person's name that are often left out."""

GENERATIONS = {
    "jr": "younger",
    "jnr": "younger",
    "junior": "younger",
    "sr": "elder",
    "snr": "elder",
    "senior": "elder",
    "ii": "second",
    "iii": "third",
    "iv": "fourth",
}
"""Suffixes that tell persons of one name apart."""

DEGREES = frozenset("phd md mba msc bsc ba ma esq qc kc obe mbe cbe kcb mp mep rn cpa jd".split())
"""Suffixes after a person's name that are no part of it."""

LEGAL_FORMS = frozenset(
    "ltd limited llc llp lp plc inc incorporated corp corporation co company gmbh mbh ag kg kgaa "
    "ohg gbr ug ev eg sa sas sarl sarlu sca scs snc srl spa sapa sl slu sau bv nv vof cv bvba ab "
    "as asa aps oy oyj hf ehf kft zrt nyrt bt doo dd ad ead eood ood sro spolsro zoo spzoo oao ooo "
    "zao pao ao oaoo tov pat prat too kk yk pte pty sdn bhd jsc ojsc cjsc pjsc llo fze fzco fzc "
    "wll saog saoc ltda eireli cia lda se sce eeig pbc pc pllc na tbk pt cva gie ua sti as anonim "
    "sirketi gesellschaft aktiengesellschaft aktiebolag societe anonyme sociedad limitada anonima "
    "societa azioni responsabilita joint stock public private open closed "
    "otkrytoe obshchestvo aktsionernoe ogranichennoi ogranichennoy otvetstvennostyu "
    "tovarystvo liability partnership proprietary pvt kaisha kabushiki kk beschrankter haftung "
    "mit besloten naamloze vennootschap responsabilite limitee responsabilidad spolka ograniczona "
    "odpowiedzialnoscia akcyjna spz spzoo sprl rl asbl ivzw osk oyabp anstalt verein etablissement "
    "berhad sendirian perseroan terbatas zrt nyilvanos zartkoruen osakeyhtio aksjeselskap "
    "aktieselskab anpartsselskab drustvo ograniceno akcionersko".split()
)
"""Legal forms of companies, without points, in the spelling after folding."""

GENERIC_WORDS = frozenset(
    "holding holdings group groupe gruppe gruppo grupo international intl global worldwide "
    "the of and und et y for de der des du in".split()
)
"""Words of a body's name that are often added or left out."""

ABBREVIATIONS = {
    "intl": "international",
    "int": "international",
    "natl": "national",
    "univ": "university",
    "dept": "department",
    "min": "ministry",
    "assoc": "association",
    "assn": "association",
    "bros": "brothers",
    "mfg": "manufacturing",
    "eng": "engineering",
    "inst": "institute",
    "govt": "government",
    "tech": "technology",
    "technologies": "technology",
    "svcs": "services",
    "service": "services",
    "mgmt": "management",
    "dev": "development",
    "ind": "industries",
    "industry": "industries",
    "sys": "systems",
    "system": "systems",
    "centre": "center",
    "organisation": "organization",
    "org": "organization",
    "comm": "commission",
    "cie": "company",
    "saint": "st",
    "fed": "federal",
    "dist": "district",
    "co": "company",
}
"""Short forms and second spellings of words in bodies' names."""

ROMAN_NUMERALS = {
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9",
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "first": "1", "second": "2",
    "third": "3", "fourth": "4", "fifth": "5", "1st": "1", "2nd": "2", "3rd": "3",
}  # fmt: skip
"""Numbers in words and Roman figures, as digits."""
