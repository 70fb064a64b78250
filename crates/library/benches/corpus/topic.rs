//! What an article keeps coming back to.

use super::{english::Class, name, random::Random};

/// The words, people and places of a subject that several articles are about.
#[derive(Debug)]
pub(crate) struct Topic {
    /// Ranks of words, by class.
    pub(crate) words: [Vec<u64>; 3],
    pub(crate) people: Vec<Person>,
    pub(crate) places: Vec<String>,
    pub(crate) bodies: Vec<String>,
}

/// Somebody who speaks.
#[derive(Debug)]
pub(crate) struct Person {
    pub(crate) given: String,
    pub(crate) family: String,
    pub(crate) role: String,
    pub(crate) pronoun: &'static str,
}

const ROLES: &[&str] = &[
    "prime minister",
    "foreign minister",
    "energy minister",
    "finance minister",
    "deputy minister of transport",
    "governor of the central bank",
    "chief negotiator",
    "spokeswoman for the ministry",
    "leader of the opposition",
    "professor of law",
    "director of the water board",
    "head of the mission",
    "senior fellow",
    "mayor",
    "ambassador",
];

impl Topic {
    /// The topic of a number.
    pub(crate) fn new(seed: u64, number: u64) -> Self {
        let mut random = Random::new(seed ^ 0x70_91c5, number);
        let random = &mut random;
        let mut ranks = |class: Class, count: usize| -> Vec<u64> {
            (0..count).map(|_| class.special_rank(random)).collect()
        };
        let words = [
            ranks(Class::Noun, 40),
            ranks(Class::Adjective, 20),
            ranks(Class::Verb, 20),
        ];
        let places: Vec<String> = (0..5).map(|_| name::place(random)).collect();
        let people = (0..8)
            .map(|_| {
                let (given, pronoun) = name::given(random);
                let mut role = random.pick(ROLES).to_owned();
                if random.chance(50) {
                    role.push_str(" of ");
                    role.push_str(&places[random.below(5) as usize]);
                }
                Person {
                    given: given.to_owned(),
                    family: name::family(random),
                    role,
                    pronoun,
                }
            })
            .collect();
        let bodies = (0..4).map(|_| name::body(random, &places)).collect();
        Self {
            words,
            people,
            places,
            bodies,
        }
    }
}
