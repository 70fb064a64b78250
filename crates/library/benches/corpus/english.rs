//! English words, and the rarer ones made of them.

use std::sync::LazyLock;

use super::random::Random;

const NOUNS: &str = "government minister country agreement talk border gas price market treaty sanction \
     parliament election company pipeline bank official policy river port tariff reform party \
     coalition economy export import budget law court commission committee region corridor \
     railway road harbour army soldier ceasefire observer mission summit visit delegation \
     ambassador embassy refugee camp village city capital province mayor council union strike \
     worker wage pension school hospital doctor teacher student university report study \
     figure survey forecast deficit debt loan bond currency reserve rate inflation subsidy \
     harvest farmer grain water reservoir dam canal drought flood forest power plant reactor \
     grid turbine coal oil refinery tanker terminal contract tender bidder supplier customer \
     household consumer investor shareholder board director chairman regulator licence permit \
     inspection inspector customs duty quota dispute claim complaint verdict judge lawyer \
     witness trial appeal prison journalist newspaper broadcaster network platform rumour \
     statement speech interview question answer promise threat warning concession compromise \
     proposal draft clause annex signature deadline delay postponement schedule phase stage \
     step measure plan strategy doctrine alliance partner neighbour rival opponent critic \
     supporter voter ballot constituency majority minority faction leader deputy secretary \
     spokesman adviser expert analyst economist historian engineer scientist laboratory test \
     sample result error risk danger upheaval attack shell mine casualty victim hostage \
     prisoner exchange convoy bridge tunnel airport flight passenger visa passport citizen \
     migrant community church mosque museum monument archive document letter decree amendment \
     constitution referendum mandate sovereignty territory enclave strait coast island \
     fishery vessel shipyard warehouse factory workshop machine steel cement fertiliser \
     medicine vaccine epidemic insurance audit auditor fund grant donor programme project \
     contractor site landowner compensation resettlement protest demonstration crowd police \
     patrol checkpoint smuggler corruption bribe scandal resignation successor cabinet \
     ministry agency department office bureau directorate institute foundation forum \
     conference declaration communique protocol memorandum convention framework mechanism \
     guarantee obligation violation";

const ADJECTIVES: &str = "new national foreign economic political regional public military local international \
     joint final early late recent former annual federal central northern southern eastern \
     western coastal rural urban industrial agricultural financial fiscal commercial private \
     independent official secret open closed formal informal temporary permanent provisional \
     partial full limited broad narrow deep sharp slow rapid steady sudden gradual serious \
     severe mild heavy light strong weak cheap costly expensive profitable sustainable \
     reliable doubtful credible transparent legal illegal constitutional judicial \
     administrative technical scientific medical historical cultural religious ethnic \
     linguistic domestic bilateral multilateral diplomatic strategic tactical nuclear \
     renewable thermal electric maritime naval civilian humanitarian voluntary compulsory \
     conditional unilateral mutual common shared separate rival hostile friendly neutral \
     reluctant eager cautious confident angry critical urgent routine unusual familiar \
     controversial popular unpopular costless outdated modern ancient seasonal monthly \
     quarterly preliminary";

/// Regular verbs that take -ed without doubling a letter.
const VERBS: &str = "sign announce reject accept approve delay postpone support oppose criticise welcome warn \
     promise offer demand request propose suspend resume launch open close start finish \
     complete expand reduce increase raise lower double export import deliver receive \
     purchase finance fund invest borrow repay tax subsidise privatise regulate inspect \
     monitor observe report publish reveal deny confirm explain describe discuss negotiate \
     mediate ratify amend revise draft adopt implement enforce violate breach respect \
     recognise question challenge appeal sentence arrest detain release exchange evacuate \
     attack defend occupy patrol secure protect threaten pressure persuade appoint dismiss \
     replace elect consult inform visit join assist follow endorse connect construct repair \
     restore renew extend shorten abandon cancel redirect divert transport store process \
     refine test measure estimate calculate expect assume underline";

pub(crate) const ADVERBS: &[&str] = &[
    "again",
    "already",
    "finally",
    "formally",
    "quietly",
    "publicly",
    "repeatedly",
    "reluctantly",
    "unexpectedly",
    "gradually",
    "largely",
    "partly",
    "jointly",
    "promptly",
    "briefly",
    "openly",
    "nearly",
    "hardly",
    "clearly",
    "officially",
];

/// What rarer words begin with, those of nouns, of adjectives and of verbs.
const BEFORE: [&[&str]; 3] = [
    &[
        "counter", "inter", "sub", "super", "micro", "macro", "non", "pre", "post", "mid", "multi",
        "co", "trans", "anti", "quasi", "neo", "pseudo", "under", "over", "cyber", "agro", "hydro",
        "petro", "geo", "eco", "bio", "socio", "electro",
    ],
    &[
        "non", "inter", "semi", "quasi", "trans", "ultra", "super", "supra", "pre", "post",
        "extra", "pan", "pseudo", "hyper",
    ],
    &[
        "re", "over", "under", "out", "pre", "mis", "co", "counter", "cross", "de",
    ],
];

/// A class of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Noun,
    Adjective,
    Verb,
}

impl Class {
    fn words(self) -> &'static [&'static str] {
        static WORDS: LazyLock<[Vec<&str>; 3]> =
            LazyLock::new(|| [NOUNS, ADJECTIVES, VERBS].map(|all| all.split(' ').collect()));
        &WORDS[self as usize]
    }

    /// The rank of a word: few words make most of a text, and rare ones have the longest list.
    pub(crate) fn rank(self, random: &mut Random) -> u64 {
        let common = self.words().len() as u64;
        if random.chance(94) {
            random.zipf(common)
        } else {
            common + random.zipf(common * BEFORE[self as usize].len() as u64)
        }
    }

    /// The rank of a word that a text is about, hence seldom one of the most common.
    pub(crate) fn special_rank(self, random: &mut Random) -> u64 {
        let common = self.words().len() as u64;
        if random.chance(85) {
            random.below(common)
        } else {
            common + random.below(common * BEFORE[self as usize].len() as u64)
        }
    }

    /// Writes the word of a rank: the listed ones first, then those made of them.
    pub(crate) fn write(self, rank: u64, out: &mut String) {
        let (words, before) = (self.words(), BEFORE[self as usize]);
        let (made, word) = (rank as usize / words.len(), rank as usize % words.len());
        if let Some(made) = made.checked_sub(1) {
            out.push_str(before[made % before.len()]);
            // Another word of the list, so that what is rare is not rare in the order of the list.
            out.push_str(words[(word * 7 + made * 13) % words.len()]);
        } else {
            out.push_str(words[word]);
        }
    }
}

/// The plural of a regular noun.
pub(crate) fn pluralise(out: &mut String) {
    if out.ends_with('y') && !ends_with_vowel_y(out) {
        out.pop();
        out.push_str("ies");
    } else if out.ends_with(['s', 'x', 'z']) || out.ends_with("ch") || out.ends_with("sh") {
        out.push_str("es");
    } else {
        out.push('s');
    }
}

/// The past of a regular verb.
pub(crate) fn past(out: &mut String) {
    if out.ends_with('e') {
        out.push('d');
    } else if out.ends_with('y') && !ends_with_vowel_y(out) {
        out.pop();
        out.push_str("ied");
    } else {
        out.push_str("ed");
    }
}

fn ends_with_vowel_y(word: &str) -> bool {
    ["ay", "ey", "oy", "uy"]
        .iter()
        .any(|end| word.ends_with(end))
}
