"""Words that a rewrite may put for one another, in the forms in which news prints them."""

from __future__ import annotations

_GROUPS = """
killed slain|died perished|injured hurt|wounded hurt|attack assault|attacks assaults
attacked assaulted|began started|begin start|begins starts|ended finished|end finish|ends finishes
large big|small little|big large|major important|important significant|significant important
many numerous|several some|people persons|children youngsters|man male|men males|woman female
women females|city town|town city|country nation|countries nations|nation country
government administration|officials authorities|authorities officials|police officers
officers police|company firm|companies firms|firm company|said stated|says states|say state
announced declared|reported related|report account|reports accounts|claimed asserted
denied rejected|asked requested|called named|told informed|showed revealed|shows reveals
show reveal|shown revealed|found discovered|find discover|discovered found|made produced
make produce|used employed|use employ|using employing|uses employs|built constructed
build construct|created made|create make|near close to|around about|about around|over more than
during throughout|after following|before prior to|because since|although though
however nevertheless|also too|often frequently|usually generally|recently lately|now currently
currently now|then afterwards|first initial|last final|final last|new recent|old aged
early initial|late delayed|former previous|previous earlier|high elevated|low reduced|long lengthy
short brief|good fine|bad poor|hard difficult|difficult hard|easy simple|fast quick|quick fast
slow sluggish|strong powerful|weak feeble|rich wealthy|poor needy|help assist|helped assisted
helps assists|aid help|support backing|supported backed|oppose resist|opposed resisted
fight struggle|fought struggled|war conflict|conflict war|peace calm|leader chief|leaders chiefs
head chief|member associate|members associates|group band|groups bands|team squad|teams squads
game match|games matches|won gained|win gain|lost forfeited|lose forfeit|race contest|work labour
worked laboured|works labours|job post|jobs posts|study survey|studies surveys|research inquiry
scientists researchers|researchers scientists|students pupils|student pupil|school academy
schools academies|teacher instructor|teachers instructors|house home|houses homes|home house
homes houses|building structure|buildings structures|road street|roads streets|street road
streets roads|car vehicle|cars vehicles|ship vessel|ships vessels|boat vessel|boats vessels
plane aircraft|planes aircraft|area region|areas regions|region area|regions areas|place spot
places spots|site location|sites locations|part portion|parts portions|number total|numbers totals
amount sum|money funds|cost price|costs prices|paid spent|pay spend|bought purchased|buy purchase
sold vended|sell vend|gave handed|give hand|given handed|took seized|take seize|taken seized
brought carried|bring carry|sent dispatched|send dispatch|went travelled|go travel|came arrived
come arrive|left departed|leave depart|moved shifted|move shift|moves shifts|returned came back
return come back|arrived came|arrive come|fell dropped|fall drop|rose climbed|rise climb
rising climbing|increased grew|increase growth|decreased shrank|grew expanded|grow expand
grown expanded|stopped halted|stop halt|stops halts|closed shut|close shut|opened unlocked
open unlocked|kept retained|keep retain|held retained|hold retain|saw noticed|see notice
seen noticed|saw noticed|looked gazed|look gaze|known recognised|knew recognised|know recognise
thought believed|think believe|believed thought|believe think|felt sensed|feel sense|wanted wished
want wish|wants wishes|hope expectation|hoped wished|planned intended|plan scheme|plans schemes
tried attempted|try attempt|trying attempting|failed flopped|fail flop|allowed permitted
allow permit|allows permits|banned prohibited|ban prohibition|forced compelled|force compel
needed required|need require|needs requires|required needed|includes comprises|included comprised
include comprise|including among them|became turned into|become turn into|remained stayed
remain stay|remains stays|lived resided|live reside|lives resides|written penned|wrote penned
write pen|published issued|publish issue|book volume|books volumes|picture image|pictures images
film movie|films movies|music tunes|song tune|songs tunes|law statute|laws statutes|court tribunal
courts tribunals|judge magistrate|lawyer attorney|lawyers attorneys|crime offence|crimes offences
prison jail|arrested detained|arrest detention|victim casualty|victims casualties|fire blaze
storm tempest|flood deluge|water liquid|food provisions|health wellbeing|illness sickness
disease illness|doctor physician|doctors physicians|hospital clinic|hospitals clinics
medicine drug|problem trouble|problems troubles|question issue|questions issues|answer reply
answered replied|idea notion|ideas notions|reason cause|reasons causes|result outcome
results outcomes|effect impact|effects impacts|change alteration|changes alterations
changed altered|difference distinction|different distinct|same identical|similar alike|main chief
chief principal|whole entire|entire whole|only solely|almost nearly|nearly almost|quite rather
very extremely|well properly|later afterwards|soon shortly|again once more|always constantly
never not once|sometimes at times|together jointly|alone unaccompanied|public open
private personal|local nearby|international global|global worldwide|national nationwide
human mortal|political civic|economic financial|military army|natural organic|popular favoured
famous renowned|famous noted|young youthful|beautiful lovely|dangerous risky|safe secure
free liberated|full complete|empty vacant|clear plain|certain sure|possible feasible
likely probable|available obtainable|ready prepared
""".strip()


def _table() -> dict[str, str]:
    pairs = (entry for line in _GROUPS.splitlines() for entry in line.split("|"))
    table: dict[str, str] = {}
    for entry in pairs:
        word, _, other = entry.partition(" ")
        table.setdefault(word, other)
    return table


SYNONYMS = _table()
"""What may stand for a word, by its form in lower case."""
