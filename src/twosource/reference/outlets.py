"""Names of news agencies, broadcasters and papers of wide circulation.

A name in this table is a body, whatever a reader of the text takes it for; agencies are often
mistaken for persons or places. The table is for reading only: it says nothing about reliability,
and an outlet that is missing loses nothing but this correction. The selection was made by hand from
widely known names in many countries, spelled as English-language news prints them; it follows no
published list.
"""

from __future__ import annotations

_NAMES = """
AAP|ABC News|ACAN-EFE|Adnkronos|AFP|Agence France-Presse|Agencia Brasil|AKIpress|Al Arabiya
Al Jazeera|AMI|Anadolu|Anadolu Agency|ANI|ANP|ANSA|AP|APA|Associated Press|ATS|Axios|Azertac
Bakhtar|BBC|BBC News|Belga|BelTA|Bernama|BIRN|Bloomberg|Bloomberg News|BNO News|BNS|BTA|BuzzFeed
CBC|CBS|CBS News|CCTV|CGTN|CNA|CNBC|CNN|Corriere della Sera|CTK|Dawn|Deutsche Welle|Der Spiegel
Die Zeit|DPA|DW|EFE|Euronews|Fars|Financial Times|Folha de S.Paulo|Forbes|Fox News|France 24
France Info|GhanaWeb|GNA|Haaretz|Hina|Hindustan Times|IANS|Interfax|Interfax-Ukraine|IRNA
ITAR-TASS|ITV|ITV News|Izvestia|Jiji Press|Kathimerini|Kommersant|Kyodo|Kyodo News|La Nacion
La Repubblica|La Stampa|Le Figaro|Le Monde|Lusa|MAP|MENA|Meduza|MTI|NAN|NBC|NBC News|Newsweek
NHK|NPR|NTB|NTV|O Globo|PA|PA Media|PAP|Petra|PNA|Politico|Press Association
Press Trust of India|PTI|RBC|Reuters|RFE/RL|RIA Novosti|Ritzau|RT|RTE|Rudaw|SABC|Sana|Saba|SDNA
Sky News|SPA|Sputnik|STT|STV|Süddeutsche Zeitung|TANJUG|TASS|The Atlantic|The Daily Telegraph
The Economist|The Guardian|The Hindu|The Independent|The Indian Express|The Intercept
The Irish Times|The Jerusalem Post|The Mirror|The New York Times|The New Yorker|The Spectator
The Sun|The Telegraph|The Times|The Times of India|The Wall Street Journal|The Washington Post
The Week|Time|Trend|TT|TVP|UKRINFORM|Ukrinform|UNIAN|UPI|USA Today|Vedomosti|VOA
Voice of America|VNA|Wafa|Wall Street Journal|Washington Post|WION|Xinhua|Yle|Ynet|Yonhap|ZDF
"""


def _table() -> frozenset[str]:
    lines = _NAMES.strip().splitlines()
    return frozenset(name.strip().casefold() for line in lines for name in line.split("|"))


OUTLETS = _table()
"""Folded names of outlets."""


def is_outlet(name: str) -> bool:
    """Whether a printed name, with or without its article, is that of a known outlet."""
    folded = name.casefold()
    return folded in OUTLETS or f"the {folded}" in OUTLETS or folded.removeprefix("the ") in OUTLETS
