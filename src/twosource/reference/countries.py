"""Countries by their adjectives and other names, all in lower case, as English print has them."""

from __future__ import annotations

_ADJECTIVES = """
afghan:afghanistan albanian:albania algerian:algeria american:united_states andorran:andorra
angolan:angola argentine:argentina argentinian:argentina armenian:armenia australian:australia
austrian:austria azerbaijani:azerbaijan azeri:azerbaijan bahraini:bahrain bangladeshi:bangladesh
belarusian:belarus belarusan:belarus belgian:belgium belizean:belize beninese:benin bhutanese:bhutan
bolivian:bolivia bosnian:bosnia botswanan:botswana brazilian:brazil british:united_kingdom
bruneian:brunei bulgarian:bulgaria burkinabe:burkina_faso burmese:myanmar burundian:burundi
cambodian:cambodia cameroonian:cameroon canadian:canada chadian:chad chilean:chile chinese:china
colombian:colombia congolese:congo croatian:croatia cuban:cuba cypriot:cyprus czech:czech_republic
danish:denmark dominican:dominican_republic dutch:netherlands ecuadorian:ecuador
ecuadorean:ecuador egyptian:egypt emirati:united_arab_emirates english:england eritrean:eritrea
estonian:estonia ethiopian:ethiopia fijian:fiji finnish:finland french:france gabonese:gabon
gambian:gambia georgian:georgia german:germany ghanaian:ghana greek:greece guatemalan:guatemala
guinean:guinea guyanese:guyana haitian:haiti honduran:honduras hungarian:hungary icelandic:iceland
indian:india indonesian:indonesia iranian:iran iraqi:iraq irish:ireland israeli:israel
italian:italy ivorian:ivory_coast jamaican:jamaica japanese:japan jordanian:jordan
kazakh:kazakhstan kazakhstani:kazakhstan kenyan:kenya kosovan:kosovo kuwaiti:kuwait
kyrgyz:kyrgyzstan laotian:laos latvian:latvia lebanese:lebanon liberian:liberia libyan:libya
lithuanian:lithuania luxembourgish:luxembourg macedonian:north_macedonia malagasy:madagascar
malawian:malawi malaysian:malaysia maldivian:maldives malian:mali maltese:malta
mauritanian:mauritania mauritian:mauritius mexican:mexico moldovan:moldova mongolian:mongolia
montenegrin:montenegro moroccan:morocco mozambican:mozambique namibian:namibia nepalese:nepal
nepali:nepal nicaraguan:nicaragua nigerian:nigeria nigerien:niger norwegian:norway omani:oman
pakistani:pakistan palestinian:palestine panamanian:panama paraguayan:paraguay peruvian:peru
philippine:philippines filipino:philippines polish:poland portuguese:portugal qatari:qatar
romanian:romania russian:russia rwandan:rwanda salvadoran:el_salvador samoan:samoa
saudi:saudi_arabia scottish:scotland senegalese:senegal serbian:serbia singaporean:singapore
slovak:slovakia slovenian:slovenia slovene:slovenia somali:somalia spanish:spain
sudanese:sudan surinamese:suriname swazi:eswatini swedish:sweden swiss:switzerland syrian:syria
taiwanese:taiwan tajik:tajikistan tanzanian:tanzania thai:thailand tibetan:tibet togolese:togo
tongan:tonga tunisian:tunisia turkish:turkey turkmen:turkmenistan ugandan:uganda
ukrainian:ukraine uruguayan:uruguay uzbek:uzbekistan venezuelan:venezuela vietnamese:vietnam
welsh:wales yemeni:yemen zambian:zambia zimbabwean:zimbabwe catalan:catalonia kurdish:kurdistan
chechen:chechnya
"""

ADJECTIVES: dict[str, str] = {
    adjective: country.replace("_", " ")
    for adjective, country in (pair.split(":") for pair in _ADJECTIVES.split())
}
"""Adjective of a country to the country's name."""

OTHER_NAMES = {
    "russian federation": "russia",
    "us": "united states",
    "u.s": "united states",
    "usa": "united states",
    "u.s.a": "united states",
    "america": "united states",
    "united states of america": "united states",
    "uk": "united kingdom",
    "u.k": "united kingdom",
    "britain": "united kingdom",
    "great britain": "united kingdom",
    "czechia": "czech republic",
    "holland": "netherlands",
    "türkiye": "turkey",
    "burma": "myanmar",
    "uae": "united arab emirates",
    "côte d'ivoire": "ivory coast",
    "swaziland": "eswatini",
    "republic of korea": "south korea",
    "people's republic of china": "china",
    "islamic republic of iran": "iran",
}
"""Further names of countries."""
