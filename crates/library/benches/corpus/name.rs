//! Invented names.

use super::random::Random;

const WOMEN: &[&str] = &[
    "Mara", "Henrike", "Sevda", "Greta", "Ilona", "Nadira", "Katrin", "Leyla", "Oksana", "Tamar",
    "Ruth", "Zeynep", "Irina", "Marta", "Nino", "Aysel", "Clara", "Dilara", "Esther", "Farida",
];
const MEN: &[&str] = &[
    "Tobias", "Viktor", "Aurel", "Emin", "Joren", "Rustam", "Anton", "Davit", "Halim", "Pavel",
    "Simon", "Levan", "Otto", "Marek", "Yusuf", "Adrian", "Bela", "Goran", "Ismail", "Nikolai",
];
const FIRST: &[&str] = &[
    "Ker", "Sal", "Kest", "Rask", "Ald", "Von", "Oz", "Tor", "Bren", "Dal", "Fer", "Gol", "Hal",
    "Is", "Jor", "Kal", "Lun", "Mar", "Nev", "Ost", "Pel", "Qar", "Rav", "Ser", "Tal", "Urb",
    "Vel", "Wen", "Yar", "Zor", "Bas", "Cas", "Dru", "Er", "Fal", "Gar", "Hol", "Il", "Kov", "Lam",
];
const MIDDLE: &[&str] = &[
    "", "", "a", "an", "ar", "el", "en", "er", "i", "il", "in", "o", "ol", "or", "u", "ul", "av",
    "ev", "id", "ash",
];
const LAST: &[&str] = &[
    "lan", "yi", "ovan", "ade", "moor", "dras", "in", "vane", "ski", "berg", "idze", "oğlu", "yan",
    "ov", "enko", "ström", "zade", "ani", "ez", "ic", "ard", "holt", "mann", "qari", "eni", "uk",
];
const LANDS: &[&str] = &[
    "a", "ia", "ova", "istan", "mark", "or", "un", "esh", "arra", "ium", "elle", "ov",
];

const PUBLISHERS: &[&str] = &[
    "Basin Wire",
    "The Kalder Gazette",
    "Marran Monitor",
    "Littoral Review",
    "Institute for Inland Seas",
    "Lunavar Courier",
    "Centre for Transit Studies",
    "The Northern Ledger",
    "Orva Observer",
    "Policy Quarterly",
    "Harbour and Rail",
    "Eastern Desk",
    "Foundation for Public Law",
    "The Daily Register",
    "Commodity Notes",
    "Velmar Today",
    "Council on Water",
    "The Parliamentarian",
    "Strait Times Review",
    "Institute of Fiscal Affairs",
    "Frontier Bulletin",
    "The Evening Standard-Bearer",
    "Energy and State",
    "Migration Papers",
    "The Ketrian",
    "Serrin Shipping News",
    "Journal of Border Studies",
    "Office of Statistics",
    "The Weekly Balance",
    "Radio Ashan",
];
const PUBLISHERS_RU: &[&str] = &["Вестник Литторали", "Голос Ашана", "Деловая Кетрия"];
const PUBLISHERS_TR: &[&str] = &["Serrin Postası", "Kıyı Gündemi"];
const PUBLISHERS_OTHER: &[&str] = &[
    "Marran Monitor",
    "Eastern Desk",
    "Radio Ashan",
    "Basin Wire",
];

/// A woman's or a man's given name, with the pronoun.
pub(crate) fn given(random: &mut Random) -> (&'static str, &'static str) {
    if random.chance(45) {
        (random.pick(WOMEN), "she")
    } else {
        (random.pick(MEN), "he")
    }
}

/// A family name.
pub(crate) fn family(random: &mut Random) -> String {
    [random.pick(FIRST), random.pick(MIDDLE), random.pick(LAST)].concat()
}

/// A state, a town or a valley.
pub(crate) fn place(random: &mut Random) -> String {
    let name = [random.pick(FIRST), random.pick(MIDDLE), random.pick(LANDS)].concat();
    match random.below(10) {
        0 => format!("Port {name}"),
        1 => format!("{name} Valley"),
        _ => name,
    }
}

/// An organisation.
pub(crate) fn body(random: &mut Random, places: &[String]) -> String {
    let place = &places[random.below(places.len() as u64) as usize];
    let what = random.pick(&[
        "Energy Agency",
        "Central Bank",
        "Railway Company",
        "Border Commission",
        "Water Board",
        "Trade Union",
        "Court of Audit",
        "Development Fund",
        "Academy of Sciences",
        "Shipping Line",
    ]);
    format!("{place} {what}")
}

/// Who publishes in a language.
pub(crate) fn publisher(random: &mut Random, language: &str) -> &'static str {
    let from = match language {
        "en" => PUBLISHERS,
        "ru" => PUBLISHERS_RU,
        "tr" => PUBLISHERS_TR,
        _ => PUBLISHERS_OTHER,
    };
    from[random.zipf(from.len() as u64) as usize]
}

/// One of the publisher's thirty authors.
pub(crate) fn author(random: &mut Random, publisher: &str) -> String {
    let house = publisher
        .bytes()
        .fold(7, |sum: u64, byte| sum * 31 % 65_521 + u64::from(byte));
    let mut person = Random::new(house, random.zipf(30));
    let (given, _) = given(&mut person);
    format!("{given} {}", family(&mut person))
}
