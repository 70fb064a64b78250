//! Makes quotations of invented statements, each in several wordings, from a seed.

/// A generator of pseudo-random numbers (SplitMix64): the same seed gives the same quotations.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap_or(0)
    }

    /// Whether something happens that does in `percent` of a hundred cases.
    fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

/// Nouns, each beside one that can stand for it.
const NOUNS: [(&str, &str); 48] = [
    ("bridge", "crossing"),
    ("harbour", "port"),
    ("river", "stream"),
    ("border", "frontier"),
    ("treaty", "accord"),
    ("winter", "cold"),
    ("minister", "secretary"),
    ("village", "hamlet"),
    ("ship", "vessel"),
    ("soldier", "trooper"),
    ("school", "college"),
    ("hospital", "clinic"),
    ("market", "bazaar"),
    ("worker", "labourer"),
    ("farmer", "grower"),
    ("engineer", "builder"),
    ("budget", "purse"),
    ("railway", "line"),
    ("pipeline", "conduit"),
    ("island", "isle"),
    ("mountain", "peak"),
    ("election", "vote"),
    ("parliament", "chamber"),
    ("court", "bench"),
    ("prison", "jail"),
    ("journalist", "reporter"),
    ("neighbour", "ally"),
    ("weapon", "arm"),
    ("factory", "plant"),
    ("grain", "wheat"),
    ("water", "supply"),
    ("electricity", "power"),
    ("refugee", "exile"),
    ("language", "tongue"),
    ("church", "temple"),
    ("library", "archive"),
    ("forest", "wood"),
    ("coal", "fuel"),
    ("tax", "levy"),
    ("pension", "annuity"),
    ("airport", "airfield"),
    ("doctor", "physician"),
    ("teacher", "tutor"),
    ("satellite", "orbiter"),
    ("contract", "deal"),
    ("debt", "liability"),
    ("road", "highway"),
    ("garden", "park"),
];
/// Verbs: base, past, and another one.
const VERBS: [(&str, &str, &str); 30] = [
    ("close", "closed", "shut"),
    ("build", "built", "erect"),
    ("defend", "defended", "guard"),
    ("sell", "sold", "trade"),
    ("open", "opened", "unlock"),
    ("protect", "protected", "shield"),
    ("repair", "repaired", "mend"),
    ("visit", "visited", "tour"),
    ("buy", "bought", "acquire"),
    ("lose", "lost", "forfeit"),
    ("inspect", "inspected", "examine"),
    ("sign", "signed", "endorse"),
    ("finance", "financed", "fund"),
    ("destroy", "destroyed", "wreck"),
    ("return", "returned", "restore"),
    ("divide", "divided", "split"),
    ("modernize", "modernized", "renew"),
    ("abandon", "abandoned", "desert"),
    ("welcome", "welcomed", "greet"),
    ("reduce", "reduced", "cut"),
    ("expand", "expanded", "enlarge"),
    ("monitor", "monitored", "watch"),
    ("supply", "supplied", "provide"),
    ("accept", "accepted", "take"),
    ("reject", "rejected", "refuse"),
    ("support", "supported", "back"),
    ("question", "questioned", "doubt"),
    ("prepare", "prepared", "ready"),
    ("deliver", "delivered", "bring"),
    ("teach", "taught", "train"),
];
const ADJECTIVES: [&str; 32] = [
    "old",
    "northern",
    "common",
    "foreign",
    "public",
    "secret",
    "broken",
    "wooden",
    "national",
    "young",
    "military",
    "regional",
    "expensive",
    "historic",
    "temporary",
    "modern",
    "private",
    "eastern",
    "empty",
    "honest",
    "civil",
    "annual",
    "distant",
    "narrow",
    "fragile",
    "industrial",
    "rural",
    "southern",
    "independent",
    "permanent",
    "western",
    "coastal",
];
const PREPOSITIONS: [&str; 6] = ["for", "with", "near", "before", "after", "without"];
const OPENINGS: [&str; 6] = [
    "We",
    "Our country",
    "The people of Westmark",
    "The government",
    "Our neighbours",
    "They",
];

/// One word of a statement: how it reads, in another tense, and with another word.
#[derive(Debug, Clone)]
struct Slot {
    plain: String,
    past: String,
    other: String,
}

impl Slot {
    fn fixed(word: &str) -> Self {
        Self {
            plain: word.to_owned(),
            past: word.to_owned(),
            other: word.to_owned(),
        }
    }
}

/// A statement as its words.
#[derive(Debug, Clone)]
pub(crate) struct Statement(Vec<Slot>);

impl Statement {
    /// A statement of two to four clauses.
    pub(crate) fn new(random: &mut Random) -> Self {
        let mut slots = Vec::new();
        let opening = random.pick(&OPENINGS);
        slots.extend(opening.split(' ').map(Slot::fixed));
        let clauses = 2 + random.below(3);
        for clause in 0..clauses {
            if clause > 0 {
                slots.push(Slot::fixed("and"));
            }
            slots.push(Slot {
                plain: "will".to_owned(),
                past: "would".to_owned(),
                other: "will".to_owned(),
            });
            let (base, past, other) = VERBS[random.below(VERBS.len())];
            slots.push(Slot {
                plain: base.to_owned(),
                past: past.to_owned(),
                other: other.to_owned(),
            });
            noun_phrase(random, &mut slots);
            if random.happens(60) {
                slots.push(Slot::fixed(random.pick(&PREPOSITIONS)));
                noun_phrase(random, &mut slots);
            }
        }
        Self(slots)
    }

    /// Another statement that opens like this one and shares some of its later words.
    pub(crate) fn rival(&self, random: &mut Random) -> Self {
        let mut slots = self.0[..self.0.len().min(5)].to_vec();
        for (at, slot) in Self::new(random).0.into_iter().enumerate().skip(3) {
            match self.0.get(at + 2) {
                Some(own) if random.happens(10) => slots.push(own.clone()),
                _ => slots.push(slot),
            }
        }
        Self(slots)
    }

    /// The words as they were said.
    pub(crate) fn said(&self) -> String {
        shown(
            &self.0.iter().map(|s| s.plain.clone()).collect::<Vec<_>>(),
            ".",
        )
    }

    /// The words as somebody quotes them: cut short, in another tense, with words left out or others
    /// in their place, and other marks.
    pub(crate) fn wording(&self, random: &mut Random) -> String {
        let is_past = random.happens(40);
        let swaps = if random.happens(50) { 12 } else { 0 };
        let drops = if random.happens(40) { 6 } else { 0 };
        let mut words: Vec<String> = Vec::new();
        for slot in &self.0 {
            if random.happens(drops) {
                continue;
            }
            let word = if random.happens(swaps) {
                &slot.other
            } else if is_past {
                &slot.past
            } else {
                &slot.plain
            };
            words.push(word.clone());
        }
        if random.happens(35) {
            let kept = (words.len() * (50 + random.below(40)) / 100)
                .max(8)
                .min(words.len());
            let from = random.below(words.len() - kept + 1);
            words = words[from..from + kept].to_vec();
        }
        let end = random.pick(&["", ".", ",", "…", "!"]);
        shown(&words, end)
    }
}

fn noun_phrase(random: &mut Random, slots: &mut Vec<Slot>) {
    slots.push(Slot::fixed(random.pick(&["the", "our", "every"])));
    if random.happens(60) {
        slots.push(Slot::fixed(random.pick(&ADJECTIVES)));
    }
    let (noun, other) = NOUNS[random.below(NOUNS.len())];
    slots.push(Slot {
        plain: noun.to_owned(),
        past: noun.to_owned(),
        other: other.to_owned(),
    });
}

fn shown(words: &[String], end: &str) -> String {
    words.join(" ") + end
}

/// `count` quotations, each with the number of its statement; every fifth statement is a rival of the
/// one before it.
pub(crate) fn quotations(seed: u64, count: usize) -> Vec<(usize, String)> {
    let mut random = Random(seed);
    let mut found = Vec::with_capacity(count);
    let mut statement = Statement::new(&mut random);
    let mut number = 0;
    while found.len() < count {
        statement = if number % 5 == 4 {
            statement.rival(&mut random)
        } else {
            Statement::new(&mut random)
        };
        found.push((number, statement.said()));
        for _ in 0..random.below(5) {
            found.push((number, statement.wording(&mut random)));
        }
        number += 1;
    }
    found.truncate(count);
    // In no order: a wording may come before the fullest one.
    for at in (1..found.len()).rev() {
        found.swap(at, random.below(at + 1));
    }
    found
}
