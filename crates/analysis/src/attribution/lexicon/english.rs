//! English word lists.

use super::{Builder, Flags};

/// Verbs of saying that need no more than a subject and stand after a quotation too.
const SAY: &str = "say/said tell/told add ask reply answer write/wrote/written continue note tweet explain \
    respond insist declare argue recall joke remark testify warn announce acknowledge conclude quip \
    exclaim whisper shout cry murmur mutter yell scream observe retort interject concede admit lament \
    state muse quote recount confess complain stammer sigh gasp growl snap groan enquire inquire \
    demand begin/began/begun repeat agree protest suggest laugh chuckle sob grumble mumble bellow \
    drawl interrupt intone rejoin opine deadpan tease text blog";

/// Verbs of speech and opinion that take a that-clause.
const SPEECH: &str = "claim pledge vow assert charge assure predict promise deny urge contend emphasize \
    emphasise stress maintain mention propose reiterate reveal stipulate comment counter indicate \
    proclaim reflect scoff caution advise boast brag chant allege plead/pleaded concur signal \
    underscore clarify inform confirm believe think/thought hope fear reason posit speculate \
    remind convey swear/swore/sworn shoot/shot fire persuade notify report affirm avow disclose divulge \
    profess theorize theorise point rant preach vent gripe grouse grieve marvel gush enthuse \
    acknowledge elaborate echo surmise insinuate intimate hint imply implore beg bark bluster \
    certify attest stipulate posit rule find/found conclude determine estimate decide foresee/foresaw/foreseen \
    understand/understood doubt suspect wonder worry agree disagree expect threaten \
    argue message email volunteer cheer holler chime thunder fume demur chortle crow";

/// Verbs that can introduce quoted words but seldom say so alone.
const WEAK: &str = "call describe label dub brand term deem characterize characterise criticize criticise \
    mock blast slam rip denounce praise hail herald tout accuse condemn dismiss refer cite use read/read \
    find/found show/showed/shown express compare portray depict attack bash decry deride ridicule chide \
    bemoan blame name title thank applaud defend question endorse back pronounce coin sign post \
    speak/spoke/spoken talk discuss address cheer greet lambast lambaste assail rebuke scold excoriate \
    disparage belittle trash knock hammer skewer pan disavow reject repudiate bill rate rank consider \
    regard view feel/felt invoke employ utter voice deliver issue release publish declare \
    demand propose promise vow pledge seek/sought want call accept reference repeat recite quote sing/sang/sung \
    chant shout trumpet market pitch promote sell/sold tag caption headline entitle subtitle print \
    summarize summarise sum frame cast paint identify define interpret translate render proclaim \
    salute credit commend encourage exhort instruct order challenge confront press hector \
    berate insult taunt heckle tease joke lament mourn regret apologize apologise warn threaten \
    advocate support oppose favor favour back champion list outline detail offer \
    advertise promulgate broadcast end \
    prescribe recommend request invite crack jest admonish upbraid castigate censure fault laud extol \
    extoll admire celebrate liken equate treat dispute rebut refute rail inveigh speculate wish imagine \
    envision predict forecast anticipate boast contain include carry/carried feature note observe remark \
    ";

const AUXILIARIES: &str = "has have had having do does did will would can could should may might must shall \
    ought hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot couldn't shouldn't \
    hasn’t haven’t hadn’t doesn’t don’t didn’t won’t wouldn’t can’t couldn’t shouldn’t he'd she'd they'd \
    he’d she’d they’d";

const BE: &str = "is was are were be been being am isn't wasn't aren't weren't isn’t wasn’t aren’t weren’t get \
    got gets getting he's she's it's he’s she’s it’s they’re they're";

const ADVERBS: &str = "also then later once never often again further even just still now only not too ever \
    always sometimes soon instead already yet perhaps maybe rather quite almost both each first finally \
    nonetheless nevertheless however thus therefore meanwhile though himself herself themselves itself \
    elsewhere twice afterward afterwards out up back down earlier n't previously recently publicly \
    aloud together altogether there here much more most likewise otherwise sort kind all long since \
    thereafter indeed well";

const DETERMINERS: &str = "the a an this that these those some any no every each another one two three four \
    five six seven eight nine ten several many most few both other others all half such";

const POSSESSIVES: &str = "his her its their our my your whose";

const PREPOSITIONS: &str = "of in on at to for from with by about as into over after before during against \
    between under through without within among amid across behind beyond near around toward towards \
    upon per via like despite regarding concerning along above below off onto inside outside including \
    since until till throughout alongside versus unlike because_of following";

const SUBORDINATORS: &str = "that when while because although though since if where whereas unless until before \
    after once so than whether why how as lest";

const OBJECTS: &str = "reporters supporters him her them us me you audience audiences voters lawmakers \
    journalists crowd viewers attendees delegates colleagues members parliament congress everyone people \
    investigators police officials followers listeners readers it himself herself themselves constituents \
    newspaper magazine newsmen correspondents committee panel host anchor aides donors students staff";

const TIMES: &str = "monday tuesday wednesday thursday friday saturday sunday january february march april may \
    june july august september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec. \
    yesterday today tonight tomorrow last week month year morning afternoon evening night weekend \
    monday’s tuesday’s wednesday’s thursday’s friday’s saturday’s sunday’s ago";

const TITLES: &str = "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sen sen. rep rep. gov gov. gen gen. lt lt. \
    col col. sgt sgt. capt capt. adm adm. maj maj. rev rev. hon hon. sir lord lady dame madam father sister \
    brother king queen prince princess pope sheikh ayatollah imam rabbi bishop archbishop cardinal sens. reps. \
    president senator representative congressman congresswoman governor mayor minister secretary \
    chancellor premier ambassador general colonel major captain lieutenant sergeant admiral judge justice \
    professor doctor chairman chairwoman chair speaker leader director commissioner attorney sheriff \
    councilman councilwoman spokesman spokeswoman spokesperson envoy candidate nominee democrat \
    republican vice prime foreign deputy former ex-president aunt uncle mister";

const OFFICES: &str = "president senator representative congressman congresswoman governor mayor minister \
    secretary chancellor premier ambassador general colonel judge justice professor chairman chairwoman \
    chair speaker leader director commissioner attorney sheriff councilman councilwoman spokesman \
    spokeswoman spokesperson envoy candidate nominee king queen prince pope bishop ceo executive editor \
    author analyst adviser advisor strategist manager lawyer economist historian scientist researcher \
    expert official officer head founder owner chief coach activist lawmaker politician businessman \
    billionaire mogul novelist writer poet actor actress journalist reporter columnist pollster aide diplomat \
    undersecretary treasurer coordinator consultant counsel commander co-founder vice-president \
    chairperson organizer organiser veteran doctor physician teacher farmer";

const LINKS: &str = "went go goes going on to continued continues proceeded proceeds tried tries began begins started \
    helped managed refused declined wants wanted liked likes used able quick come came able seemed \
    seems appeared appears decided hastened dared took takes taking need needs needed repeatedly";

const VERBS: &str = "won lost made took gave got came left led ran held went met put kept brought sat stood fell \
    rose grew knew built sent spent hit beat won wins loses makes takes gives gets comes leaves leads runs holds goes \
    meets keeps brings stands falls grows works worked lives lived wants wanted needs needed tries \
    helped helps moved moves started played plays paid pays became becomes remains remained looks looked \
    seems seemed appears appeared happened happens received receives won faces faced visited visits \
    arrived arrives attended voted votes supports supported opposed opposes signed joined returned \
    served serves failed fails caused raised raises cut cuts allowed allows turned turns followed follows \
    used uses created creates changed changes killed died dies drew draws broke breaks chose chooses \
    threw wore bought sold taught caught fought sought agreed agrees including walked drove passed";

const SPEAKER_NOUNS: &str = "statement report letter memo email e-mail tweet tweets post spokesman article editorial \
    website site newspaper poll survey study document documents headline sign signs message note speech ad ads \
    banner banners campaign book bill law order ruling advertisement filing lawsuit complaint video resolution release petition";

const WORKS: &str = "book song album film movie novel show series magazine play poem essay article painting single \
    memoir documentary episode column podcast program programme game hymn sitcom track exhibition \
    bestseller hit musical opera ballad anthem sketch";

const WORDINGS: &str = "term terms phrase phrases word words slogan expression label nickname so-called \
    dubbed called named known titled entitled called nicknamed motto moniker chant chants cry cries";

const BODIES: &str = "ministry university institute institution committee commission council department party \
    government court association organization organisation agency bank company corporation union office \
    group foundation center centre bureau administration campaign parliament senate house congress \
    assembly federation league society network coalition alliance board army police times post journal \
    news tribune herald press agency inc corp ltd co";

pub(super) fn fill(words: &mut Builder) {
    words.add_verbs(Flags::SAY, SAY);
    words.add_verbs(Flags::SPEECH, SPEECH);
    words.add_verbs(Flags::WEAK, WEAK);
    words.add(Flags::AUX, AUXILIARIES);
    words.add(Flags::BE, BE);
    words.add(Flags::ADVERB, ADVERBS);
    words.add(Flags::DETERMINER, DETERMINERS);
    words.add(Flags::POSSESSIVE, POSSESSIVES);
    words.add(Flags::PREPOSITION, PREPOSITIONS);
    words.add(Flags::SUBORDINATOR, SUBORDINATORS);
    words.add(Flags::AND, "and but or nor yet &");
    words.add(Flags::RELATIVE, "who which whom whose that");
    words.add(
        Flags::PRONOUN,
        "he she they it i we you who someone somebody everyone nobody one i'm i’m i've i’ve we're we’re \
        we've we’ve they've they’ve you're you’re",
    );
    words.add(Flags::TIME, TIMES);
    words.add(Flags::TITLE, TITLES);
    words.add(Flags::OFFICE, OFFICES);
    words.add(Flags::LINK, LINKS);
    words.add(Flags::ADDRESSEE, OBJECTS);
    words.add(Flags::VERB, VERBS);
    words.add(Flags::SPEAKER_NOUN, SPEAKER_NOUNS);
    words.add(Flags::WORK, WORKS);
    words.add(Flags::WORDING, WORDINGS);
    words.add(Flags::BODY, BODIES);
    words.add(Flags::SURNAME, "long early still well back may will");
    words.add(
        Flags::MALE,
        "mr mr. he his him himself king prince lord sir father brother chairman spokesman \
        congressman councilman businessman actor uncle son husband",
    );
    words.add(
        Flags::FEMALE,
        "mrs mrs. ms ms. miss she her hers herself queen princess lady dame madam mother \
        sister chairwoman spokeswoman congresswoman councilwoman actress aunt daughter wife",
    );
}
