"""Given names that are forms of one name: short forms, and the same name in several languages.

A general table, compiled by hand from common knowledge of given names; spellings that only
romanise differently are not listed, since they are recognised by their sound.
"""

from __future__ import annotations

_GROUPS = """
abigail abby gail
abraham abe avraham ibrahim
adelaide addie adele
agnes aggie
albert al bert alberto
alexander alex alec sandy alexandre alessandro alejandro aleksander oleksandr sasha
alexander alexandru iskander
alexandra alex sandra alexandrine oleksandra sasha
alexis alexey alexei oleksii oleksiy alyosha
alfred alf fred alfredo
alice alicia
allan allen alan
amanda mandy
andrew andy drew andrea andreas andre andrei andriy andres anders andrzej ondrej
angela angie angelina
anna ann anne annie hanna hannah nan
anthony tony antonio antoine anton antonin
antonia toni
arthur art artur arturo
barbara barb babs
bartholomew bart
benjamin ben benny benji
bernard bernie bernardo bernhard
bradley brad
caroline carolyn carrie carolina karolina
catherine cathy cate catalina caterina katherine kathy kate katie katarina katharina kitty
catherine katherine ekaterina kateryna katja katya
charles charlie chuck carl karl carlos carlo karel
charlotte lottie
christian chris kristian
christina chris tina christine kristina kristine
christopher chris kit christophe cristobal christoph
clifford cliff
cynthia cindy
daniel dan danny daniil danylo
david dave davy dawid
deborah deb debbie debra
dennis denis denys
diana diane
dimitri dmitri dmytro dimitrios dima
dominic dominik domenico domingo nick
donald don donnie
dorothy dot dottie dolly
douglas doug
edmund ed ned edmond
edward ed eddie ted ned eduardo edouard eduard
edwin ed
eleanor ellie nell elena leonor
elias elijah ilya illia
elizabeth liz beth betty lizzie eliza elisabeth elisabetta bess libby
elizabeth isabel isabella elisaveta yelizaveta
emily emilia em
emma em
eric erik erich rick
ernest ernie ernesto ernst
eugene gene eugen eugenio yevgeny yevhen evgeny
eva eve yeva
felix feliks
florence flo
frances fran fanny francesca francisca
francis frank francesco francisco francois franz frans paco pancho
franklin frank
frederick fred freddie fritz friedrich federico frederic fryderyk rick
gabriel gabe
george georg georges giorgio jorge georgy georgios heorhiy jerzy yuri yuriy yury yurii
gerald gerry jerry gerhard gerard
gertrude trudy
giovanni gianni
gregory greg gregor grigory hryhoriy gregorio grzegorz
gustav gustave gustavo gus
harold harry hal
helen helena helene elena olena nell yelena
henry harry hank henri heinrich enrique enrico henrik hendrik
herbert herb bert
howard howie
hugh hugo hughie
ignatius ignacio ignaz
irene irina iryna
isaac ike itzhak yitzhak
jacob jake jakob jacques giacomo yakov jakub yaakov jack
james jim jimmy jamie jaime diego santiago jem
jane jean jeanne joan joanna johanna juana giovanna ioanna
janet jan
jeffrey jeff geoffrey geoff
jennifer jen jenny
jeremy jerry jeremiah
jessica jess jessie
joel yoel
john jack johnny jon johann johannes hans juan jean giovanni ivan ioannis sean ian jan joao yohannes
jonathan jon jonny yonatan
sean shaun shawn
joseph joe joey jose giuseppe josef yosef yusuf youssef josip jozef pepe
joshua josh
judith judy judit
julia julie giulia yulia iulia juliet
julian jules julius giulio julio
katherine kathleen
kenneth ken kenny
kimberly kim
laurence larry laurent lorenzo lars lawrence
leo lev leon leonid leonard leonardo len lenny
leonard len leo
lewis louis lou luigi luis ludwig ludovic
lillian lily lil
louise luisa lou louisa
lucas luke luca lukas luc lukasz
lucy lucia lucie
margaret maggie meg peggy greta margarita marguerite margarete rita marge margot madge daisy
maria mary marie mariya maryam miriam molly mariam
mark marc marco marcus markus marek marcos
martha marta marty
martin marty marten
matthew matt matteo mateo matthias mathieu matvei mateusz matthieu
maurice mauricio maurizio moritz morris
maximilian max maxim maksym
melissa mel
michael mike mick mickey miguel michele michel mitch micky
nathaniel nathan nate nat natan
natalia natalie natasha nataliya
nicholas nick nicky nicolas nicola nikolai mykola nikolaus nikolaos klaus niklas mikolaj nico
oliver ollie olivier
olga olha helga
oscar oskar
pamela pam
patricia pat patty tricia trish
patrick pat paddy patricio patrice
paul pablo paolo pavel pavlo paulo pal pawel
peter pete pedro pietro pierre petr petro piotr pyotr peder
philip phil felipe philippe filippo phillip filip pip
rachel rachael raquel ray
ralph rafe raoul raul rolf
raymond ray ramon raimondo
rebecca becky becca rivka
reginald reg reggie
richard rick dick rich richie ricardo riccardo rickie
robert bob bobby rob robbie roberto bert
roger rodger ruggero rog
roland rolando orlando
ronald ron ronnie
rosemary rose rosie
rudolf rudolph rudy
russell russ
samantha sam
samuel sam sammy shmuel
sarah sara sally
sebastian bastian sebastien
sergey serhiy sergio serge
simon simeon shimon semyon
sofia sophie sophia sofiya
solomon sol suleiman salomon
stanley stan stanislav stanislaw
stephen steve steven stefan stefano esteban etienne stephane istvan szczepan stepan
stephanie steph stefania
susan sue susie suzanne susanna zuzana
teresa terry therese theresa tess
terence terry
theodore ted theo teddy fyodor teodoro fedir
thomas tom tommy tomas tommaso tomasz
timothy tim timmy timofei
tobias toby
valentine val valentin
valerie val valeria
veronica ronnie nika
victor vic viktor vittorio
victoria vicky tori viktoria
vincent vince vincenzo vicente vinnie
virginia ginny
walter walt wally valter
wendy gwendolyn gwen
wilhelm willy willi
william bill billy will willie liam wilhelm guillermo guillaume guglielmo willem
winston win
yitzhak isaac
zachary zach zack
mohammed muhammad mohamed mohamad mehmet mohammad muhammed
ahmed ahmad ahmet
hussein husain hossein hussain huseyin
hassan hasan
ali aly
abdullah abdallah abdulla
omar umar omer
osama usama
othman osman uthman
aikaterini katerina katina
anastasios tasos
athanasios thanasis thanos
charalampos babis haris
christos chris christoforos
dimitrios dimitris mitsos
eleftherios lefteris
emmanouil manolis emanuel emmanuel manuel manny
evangelos vangelis
georgios giorgos yorgos george
gerasimos makis
iakovos jacob james
ioannis giannis yannis john
konstantinos kostas costas dinos constantine konstantin
panagiotis panos takis
spyridon spyros
stylianos stelios
theodoros thodoris
apostolos tolis
ignacio nacho ignatius
giuseppe beppe peppe
antonio toni tonino
vladimir volodymyr vova volodya
dmitry dima mitya
mikhail misha mykhailo
ivan vanya
aleksandr sasha sanya shura
yevgeny zhenya yevhen
anatoly tolya
gennady gena hennadiy
nikolay kolya
oleksiy lyosha
pavel pasha
konstantin kostya
olena olenka lena yelena elena
tatiana tanya tetiana
lyudmila lyuda
chukwuemeka emeka
chukwudi chudi
oluwaseun seun
olufemi femi
babatunde tunde
olusegun segun
oluwole wole
yahya yehia
yusuf yousef youssef yosef
"""

GROUPS: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split()) for line in _GROUPS.strip().split("\n")
)
"""Each group holds forms of one given name, in lower case; a form may stand in several groups."""
