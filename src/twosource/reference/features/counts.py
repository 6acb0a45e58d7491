"""Features of an event that are told in counts."""

from __future__ import annotations

from twosource.reference.features.feature import Feature, Sort

_PERSONS = frozenset(
    "person people passenger man soul employee worker staff colleague operative miner labourer "
    "labourer hand inmate prisoner detainee pupil student child guest resident patient spectator "
    "fan supporter worshipper pilgrim visitor reveller commuter traveller traveler villager".split()
)
_GUARDS = frozenset(
    "guard officer warder steward policeman constable nurse teacher lifeguard person people staff "
    "attendant marshal man supervisor signalman ranger".split()
)
_RAIDERS = frozenset(
    "gunman attacker raider robber assailant intruder militant bandit thief burglar kidnapper "
    "hijacker bomber fighter rebel insurgent shooter terrorist".split()
)

COUNTS = (
    Feature(
        "enrolled",
        "How many pupils does the school have?",
        Sort.COUNT,
        r"enrol\w*|on (?:its|the) rolls?|(?:has|had|with)|attends?|strength",
        beside=(r"school|college|academy|madrasa|pupils|students|enrol\w*",),
        nouns=frozenset("pupil student child boy girl".split()) | {""},
        unless=r"ill|sick|absent|hospital|treated|affected|that day|killed|injured|teach\w*|staff",
        standing=True,
        factor=1.1,
        reach=25,
    ),
    Feature(
        "teachers",
        "How many teachers are there?",
        Sort.COUNT,
        r"teachers?|teaching staff|staff",
        beside=(r"school|teach\w*",),
        nouns=frozenset({"teacher", "staff", ""}),
        unless=r"ill|sick|absent|hospital|treated|suspended|killed|injured|arrest\w*|pupils|"
        r"enrol\w*",
        standing=True,
        factor=1.0,
        reach=4,
    ),
    Feature(
        "capacity",
        "How many was it built or allowed to hold?",
        Sort.COUNT,
        r"licen[cs]ed|certified|permitted|allowed|capacity|limit|maximum|meant (?:for|to)|"
        r"designed (?:for|to)|seats?|room for|fit for|built (?:for|to hold)|approved|authori[sz]ed|"
        r"insured|cleared|can (?:hold|carry|take)|places for|beds for|limits?|at (?:a|one) time|"
        r"at once|safe for|(?:permit|licen[cs]e) (?:is|was) for|holds?|can you (?:take|hold|carry)",
        unless=r"tonnes?|tons?|kilos?|kg|km|mph|knots|an? (?:hour|day|minute)|per (?:hour|day)|"
        r"speed|age|arrested|below|under the|over the",
        standing=True,
        alike=False,
        nouns=_PERSONS | frozenset({"", "seat", "place", "bed"}),
        factor=1.05,
        reach=30,
    ),
    Feature(
        "aboard",
        "How many people were aboard?",
        Sort.COUNT,
        r"aboard|on ?board|on her|on (?:the|this|that) (?:ship|boat|ferry|bus|train|plane|coach|"
        r"vessel|lorry|truck|bridge|lift|raft)|in the (?:basket|cabin|car|boat)|passengers|"
        r"manifest|travelling|traveling|tickets?|"
        r"(?:were|was) (?:\w+ )?on it|crossing",
        unless=r"took|picked|pulled|rescu\w+|sav(?:ed|ing)|surviv\w+|injur\w+|kill\w+|dead|died|"
        r"hurt|missing|licen[cs]\w*|certif\w+|capacity|limit|\bcan\b|could|carriages?|some of|"
        r"among|"
        r"women|children|treated|hospital|allowed|permitted|lifejackets?|rafts?|seats?|built|"
        r"designed|meant|crew of|got off|get off|boarded at|stranded|yesterday|last (?:week|year)",
        alike=False,
        nouns=_PERSONS | frozenset({""}),
        factor=1.25,
        reach=30,
    ),
    Feature(
        "at the works",
        "How many people were at work?",
        Sort.COUNT,
        r"(?:on|the) (?:night |day |early |late )?shift|clocked (?:in|on)|at work|on site|"
        r"in the (?:building|factory|works|plant|mill|warehouse|mine|pit)|underground|working|"
        r"below ground",
        unless=r"took|picked|pulled|rescu\w+|sav(?:ed|ing)|surviv\w+|injur\w+|kill\w+|dead|died|"
        r"hurt|missing|licen[cs]\w*|capacity|limit|could|employs|altogether|trapped|women|usually|"
        r"normally|stuck|some of|of them|evacuat",
        alike=False,
        nouns=_PERSONS | frozenset({""}),
        factor=1.25,
        reach=40,
    ),
    Feature(
        "storeys",
        "How many storeys did the building have?",
        Sort.COUNT,
        r"structure|building|works|factory|mill|block|house|school|hotel|hostel|tower|prison|"
        r"warehouse|dormitory|hospital|flats|apartments?|shop|market|mall|pile",
        nouns=frozenset({"storey", "floor", "story"}),
        unless=r"next|neighbour\w*|adjacent|opposite|other|beside|as high|like a|approved|"
        r"permit\w*|"
        r"allowed|licen[cs]\w*|upper|lower|added",
        standing=True,
        reach=30,
        again=True,
    ),
    Feature(
        "equipment",
        "How many {by} did it have?",
        Sort.COUNT,
        r"rafts?|lifeboats?|life ?jackets?|life ?vests?|life ?belts?|extinguishers?|exits?|"
        r"cameras?|staircases|stairways|stairs",
        by=(
            ("rafts", r"rafts?"),
            ("lifeboats", r"lifeboats?"),
            ("lifejackets", r"life ?jackets?|life ?vests?|life ?belts?"),
            ("extinguishers", r"extinguishers?"),
            ("exits", r"exits?"),
            ("cameras", r"cameras?"),
            ("staircases", r"staircases|stairways|stairs"),
        ),
        nouns=frozenset(
            "raft lifeboat lifejacket jacket vest lifebelt extinguisher exit camera "
            "staircase".split()
        ),
        unless=r"of the|missing|broken|lashed|short|more|extra|locked|blocked|working|launched|new",
        standing=True,
        factor=1.0,
        again=True,
    ),
    Feature(
        "inside",
        "How many people were inside?",
        Sort.COUNT,
        r"inside|indoors|in (?:class|bed|attendance)|in the (?:school|hall|club|church|mosque|"
        r"theatre|"
        r"cinema|hotel|hostel|market|house|dormitory|block|temple|bar|restaurant)|at prayers?",
        unless=r"took|picked|pulled|rescu\w+|sav(?:ed|ing)|surviv\w+|injur\w+|kill\w+|dead|died|"
        r"hurt|"
        r"missing|licen[cs]\w*|capacity|limit|can|could|trapped|still|remain\w*|bodies|stuck|"
        r"some of|"
        r"seats?|built|designed|meant|brought out|buried|wing|usually|normally|live|lives|lived",
        alike=False,
        nouns=_PERSONS | frozenset({""}),
        factor=1.25,
        reach=25,
    ),
    Feature(
        "explosions",
        "How many explosions were there?",
        Sort.COUNT,
        r"heard|counted|there (?:was|were)|rang out|rocked|shook|went off|explosions?|blasts?|"
        r"bangs?|booms?|detonations?",
        nouns=frozenset("explosion blast bang detonation thud".split()),
        unless=r"controlled|later|another|further|more explosions|no more|killed",
    ),
    Feature(
        "shots",
        "How many shots were {by}?",
        Sort.COUNT,
        r"heard|fired?|counted|rang out|let off|discharged|loosed|shots?|rounds?|crack",
        by=(
            ("fired by police", r"police\w*|officers?|constables?|soldiers?|troops|guards?"),
            ("fired by the attacker", r"gunm[ae]n|attackers?|shooter|suspect|robbers?|assailants?"),
            ("", r"shots?|rounds?|heard|counted"),
        ),
        nouns=frozenset("shot gunshot round bullet".split()),
        unless=r"\bhit\b|wound|head|chest|\bleg\b|body|rubber|warning shots?|found|"
        r"recovered|casings|magazine|more shots|ammunition|carried",
    ),
    Feature(
        "raiders",
        "How many attackers were there?",
        Sort.COUNT,
        r"gunm[ae]n|attackers?|raiders?|robbers?|assailants?|intruders?|militants?|bandits?|"
        r"thieves|burglars?|kidnappers?|hijackers?|bombers?|masked|armed|shooters?|rebels?|gang|"
        r"in (?:police |army )?uniforms?|rammed|stormed|burst in|broke in|broke into|on the camera|"
        r"carrying (?:guns|rifles|weapons|machetes|knives)",
        nouns=_RAIDERS | frozenset({"man", "person", "people", "youth"}),
        unless=r"arrest\w*|held|detain\w*|kill\w*|shot dead|died|wounded|captured|wanted|charged|"
        r"identified|unarmed|another|police\w* (?:and|or)",
        factor=1.0,
        reach=45,
    ),
    Feature(
        "vehicles",
        "How many vehicles were there?",
        Sort.COUNT,
        r"in|saw|arriv\w+|drove|came|convoy|among them|rammed|fled|escaped|used",
        nouns=frozenset(
            "vehicle car van pickup pick-up motorcycle motorbike jeep minibus bakkie suv "
            "saloon".split()
        ),
        wide=True,
        beside=(
            r"gunm[ae]n|attackers?|raiders?|robbers?|men|gang|bandits?|convoy|they|she saw|he saw|"
            r"i saw",
        ),
        unless=r"burnt|burned|damaged|destroyed|collid\w+|crash\w*|parked|police|found|patrol|"
        r"torched",
        reach=20,
    ),
    Feature(
        "ways out",
        "How many gates or doors were {by}?",
        Sort.COUNT,
        r"open(?:ed)?|unlocked|locked|chained|shut|closed|blocked|sealed",
        by=(
            ("open", r"open(?:ed)?|unlocked|in use"),
            ("shut", r"locked|chained|shut|closed|blocked|sealed"),
        ),
        nouns=frozenset("gate door exit turnstile entrance".split()) | {""},
        beside=(r"gates?|doors?|exits?|turnstiles?|entrances?",),
        unless=r"people|persons|fans|hours?|tickets",
        reach=20,
    ),
    Feature(
        "police",
        "How many police were there?",
        Sort.COUNT,
        r"on duty|deploy\w*|sent|stationed|there (?:was|were)|posted|could (?:not )?(?:see|find|"
        r"count)|"
        r"at the (?:scene|ground|stadium|gate|square|rally)|waiting|in position",
        nouns=frozenset("policeman police constable officer".split()),
        unless=r"injur\w*|hurt|killed|died|wounded|arrest\w*|prison|warders?|jail|suspended|"
        r"off duty",
        reach=40,
        factor=1.2,
    ),
    Feature(
        "escaped",
        "How many escaped?",
        Sort.COUNT,
        r"escap\w+|broke out|got (?:away|out)|fled|at large|over the wall|on the run|"
        r"break-?out|slipped away|unaccounted",
        nouns=frozenset("prisoner inmate detainee convict man person people remand".split()) | {""},
        wide=True,
        beside=(
            r"prisons?|prisoners?|jail|gaol|inmates?|detainees?|convicts?|cells?|walls?|wing|"
            r"on the run|at large",
        ),
        unless=r"recaptur\w*|caught|returned|gave themselves|back in|injur\w*|killed|"
        r"guards? (?:were|"
        r"was)|since|last year|previous|of whom|of them",
        reach=40,
    ),
    Feature(
        "engines",
        "How many fire engines came?",
        Sort.COUNT,
        r"engines?|appliances?|pumps?|tenders?|fire trucks?|crews",
        nouns=frozenset("engine appliance pump tender crew truck".split()),
        beside=(r"fire|flames?|blaze|brigade|firefighters?|crews? were called|called out",),
        factor=1.3,
        grows=True,
    ),
    Feature(
        "firefighters",
        "How many firefighters were there?",
        Sort.COUNT,
        r"firefighters?|firem[ae]n|men and women|crews?",
        nouns=frozenset("firefighter fireman man".split()),
        beside=(r"fire|flames?|blaze|brigade|crews|called out",),
        unless=r"injur\w*|hurt|hospital|kill\w*|died|treated|overcome|trapped",
        factor=1.3,
        grows=True,
    ),
    Feature(
        "crowd",
        "How many people were in the crowd?",
        Sort.COUNT,
        r"crowds?|rally|march\w*|demonstrat\w+|protest\w*|attend\w*|gather\w*|turned out|"
        r"attendance|turnout|in the (?:ground|square|stadium|streets)|spectators|fans|supporters|"
        r"stream(?:ed|ing)|came (?:down|along)|group of|filled the|had come|attendance|"
        r"crammed",
        floor=30,
        alike=False,
        nouns=_PERSONS
        | frozenset("marcher demonstrator protester protestor participant ticket worshiper".split())
        | {""},
        unless=r"arrest\w*|injur\w*|kill\w*|died|dead|hurt|detain\w*|police\w* (?:were|officers)|"
        r"capacity|licen[cs]\w*|limit|up to|hold|officers|stewards|women|children|some of|"
        r"last year|"
        r"permit|hospital|treated|allowed|wounded|trapped|shot",
        factor=1.3,
        reach=40,
    ),
    Feature(
        "on duty",
        "How many were on duty?",
        Sort.COUNT,
        r"on (?:duty|watch|guard|patrol|(?:the )?(?:night |day |late |early )?shift)|"
        r"at their posts|guard(?:ing|ed)|in charge of|posted|manned|staffed|watching|"
        r"looking after|minding|stewarding|on the (?:gate|door|landing|wing)",
        nouns=_GUARDS | frozenset({""}),
        unless=r"off duty|injur\w*|hurt|killed|suspended|overpowered|should have|supposed|"
        r"require\w*|"
        r"held hostage",
        factor=1.0,
        reach=40,
    ),
)
"""Rows that are told in counts."""
