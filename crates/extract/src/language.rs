//! Which language a text is in, as a lower-case BCP 47 tag.

use whatlang::{Lang, Script};

use crate::{
    compose::floor_boundary,
    metadata::{Origin, Sourced},
};

/// Bytes of a text that are looked at: more does not change the answer.
const SAMPLE_BYTES: usize = 16 * 1024;
/// Below this many letters a guess is worth nothing.
const MIN_LETTERS: usize = 60;
/// From this many letters a confident guess can contradict what the file states.
const CONTRADICTING_LETTERS: usize = 400;

/// The language of a text: the stated one unless the text plainly is in another.
pub(crate) fn of(text: &str, stated: Option<&str>) -> Option<Sourced<String>> {
    let sample = &text[..floor_boundary(text, SAMPLE_BYTES)];
    let stated = stated.and_then(tag);
    let guess = guess(sample);
    if let Some(stated) = stated {
        if let Some(guess) = &guess
            && contradicts(guess, &stated)
        {
            return Some(Sourced::new(guess.tag.to_owned(), Origin::Guess));
        }
        return Some(Sourced::new(stated, Origin::Stated));
    }
    guess
        .filter(|guess| guess.is_reliable)
        .map(|g| Sourced::new(g.tag.to_owned(), Origin::Guess))
}

struct Guess {
    tag: &'static str,
    script: Script,
    letters: usize,
    is_reliable: bool,
    is_certain: bool,
}

fn guess(sample: &str) -> Option<Guess> {
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    let info = whatlang::detect(sample)?;
    let tag = tag_of(info.lang(), sample);
    let is_reliable = letters >= MIN_LETTERS && (info.is_reliable() || info.confidence() > 0.5);
    let is_certain = letters >= CONTRADICTING_LETTERS && info.confidence() > 0.95;
    Some(Guess {
        tag,
        script: info.script(),
        letters,
        is_reliable,
        is_certain,
    })
}

/// Whether a stated language cannot be true of the text: another script, or another language of
/// the same script beyond doubt. Near relatives are left to what the file states.
fn contradicts(guess: &Guess, stated: &str) -> bool {
    let primary = stated.split('-').next().unwrap_or(stated);
    if primary == guess.tag || guess.letters < MIN_LETTERS {
        return false;
    }
    let Some(scripts) = scripts_of(primary) else {
        return false;
    };
    if !scripts.contains(&guess.script) {
        return true;
    }
    guess.is_certain && !are_near(primary, guess.tag)
}

/// The scripts that a language is written in; `None` where that is not known here.
fn scripts_of(primary: &str) -> Option<&'static [Script]> {
    Some(match primary {
        "en" | "fr" | "de" | "es" | "it" | "pt" | "nl" | "sv" | "da" | "no" | "nb" | "nn"
        | "fi" | "pl" | "cs" | "sk" | "hu" | "ro" | "tr" | "id" | "vi" | "ca" | "et" | "lv"
        | "lt" | "sl" | "hr" | "sq" | "eu" | "gl" | "is" | "ga" | "cy" | "la" | "sw" | "af" => {
            &[Script::Latin]
        }
        "az" | "uz" | "tk" | "kk" | "sr" | "bs" => {
            &[Script::Latin, Script::Cyrillic, Script::Arabic]
        }
        "ru" | "uk" | "bg" | "be" | "mk" | "mn" | "ky" | "tg" => &[Script::Cyrillic],
        "fa" | "ar" | "ur" | "ps" => &[Script::Arabic],
        "he" | "yi" => &[Script::Hebrew],
        "ka" => &[Script::Georgian],
        "hy" => &[Script::Armenian],
        "el" => &[Script::Greek],
        "zh" => &[Script::Mandarin],
        "ja" => &[Script::Hiragana, Script::Katakana, Script::Mandarin],
        "ko" => &[Script::Hangul],
        "hi" => &[Script::Devanagari],
        _ => return None,
    })
}

/// Languages that are too like one another to contradict a statement by a guess.
fn are_near(a: &str, b: &str) -> bool {
    const GROUPS: [&[&str]; 8] = [
        &["no", "nb", "nn", "da", "sv"],
        &["hr", "sr", "bs", "sl", "mk", "bg"],
        &["ru", "uk", "be", "bg", "mk"],
        &["tr", "az", "tk", "uz"],
        &["es", "pt", "ca", "gl", "it"],
        &["cs", "sk"],
        &["id", "ms", "jv"],
        &["nl", "af", "de"],
    ];
    GROUPS
        .iter()
        .any(|group| group.contains(&a) && group.contains(&b))
}

/// The tag of a language that the detector names; Azerbaijani is told from Turkish by its schwa.
fn tag_of(lang: Lang, sample: &str) -> &'static str {
    let has_schwa = || {
        let schwas = sample.chars().filter(|c| matches!(c, 'ə' | 'Ə')).count();
        schwas * 50 > sample.chars().filter(|c| c.is_alphabetic()).count()
    };
    match lang {
        Lang::Tur | Lang::Tuk | Lang::Uzb | Lang::Aze if has_schwa() => "az",
        lang => two_letters(lang),
    }
}

fn two_letters(lang: Lang) -> &'static str {
    match lang {
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Aze => "az",
        Lang::Tur => "tr",
        Lang::Pes => "fa",
        Lang::Ara => "ar",
        Lang::Heb => "he",
        Lang::Kat => "ka",
        Lang::Hye => "hy",
        Lang::Ukr => "uk",
        Lang::Bel => "be",
        Lang::Bul => "bg",
        Lang::Mkd => "mk",
        Lang::Srp => "sr",
        Lang::Hrv => "hr",
        Lang::Slv => "sl",
        Lang::Slk => "sk",
        Lang::Ces => "cs",
        Lang::Pol => "pl",
        Lang::Hun => "hu",
        Lang::Ron => "ro",
        Lang::Ell => "el",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Cat => "ca",
        Lang::Ita => "it",
        Lang::Nld => "nl",
        Lang::Afr => "af",
        Lang::Dan => "da",
        Lang::Nob => "nb",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Est => "et",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        Lang::Epo => "eo",
        Lang::Lat => "la",
        Lang::Cmn => "zh",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Vie => "vi",
        Lang::Ind => "id",
        Lang::Jav => "jv",
        Lang::Tgl => "tl",
        Lang::Tha => "th",
        Lang::Mya => "my",
        Lang::Khm => "km",
        Lang::Hin => "hi",
        Lang::Ben => "bn",
        Lang::Mar => "mr",
        Lang::Guj => "gu",
        Lang::Pan => "pa",
        Lang::Ori => "or",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Kan => "kn",
        Lang::Mal => "ml",
        Lang::Sin => "si",
        Lang::Nep => "ne",
        Lang::Urd => "ur",
        Lang::Uzb => "uz",
        Lang::Tuk => "tk",
        Lang::Aka => "ak",
        Lang::Amh => "am",
        Lang::Sna => "sn",
        Lang::Zul => "zu",
        Lang::Yid => "yi",
        Lang::Cym => "cy",
    }
}

/// A stated language as a lower-case BCP 47 tag: `en_US` is `en-us`, `English` is `en`.
pub(crate) fn tag(stated: &str) -> Option<String> {
    const NAMES: &[(&str, &str)] = &[
        ("english", "en"),
        ("russian", "ru"),
        ("русский", "ru"),
        ("azerbaijani", "az"),
        ("azərbaycan", "az"),
        ("azərbaycan dili", "az"),
        ("turkish", "tr"),
        ("türkçe", "tr"),
        ("persian", "fa"),
        ("farsi", "fa"),
        ("فارسی", "fa"),
        ("arabic", "ar"),
        ("العربية", "ar"),
        ("hebrew", "he"),
        ("עברית", "he"),
        ("georgian", "ka"),
        ("ქართული", "ka"),
        ("french", "fr"),
        ("français", "fr"),
        ("german", "de"),
        ("deutsch", "de"),
        ("spanish", "es"),
        ("español", "es"),
        ("armenian", "hy"),
        ("ukrainian", "uk"),
        ("italian", "it"),
    ];
    let stated = stated
        .trim()
        .trim_matches(['"', '\''])
        .replace('_', "-")
        .to_lowercase();
    if let Some((_, tag)) = NAMES.iter().find(|(name, _)| *name == stated) {
        return Some((*tag).to_owned());
    }
    // `en-US,fr` lists several: the first is the text's.
    let first = stated.split([',', ';']).next().unwrap_or_default();
    let mut parts = first.split('-');
    let primary = parts.next().unwrap_or_default();
    let is_tag = (2..=3).contains(&primary.len())
        && primary.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        });
    // ISO 639 renamed a few codes that old files still carry.
    let modern = match first {
        "iw" => "he",
        "in" => "id",
        "ji" => "yi",
        other => other,
    };
    is_tag
        .then(|| modern.to_owned())
        .filter(|tag| tag != "und" && tag != "mul" && tag != "zxx")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_guessed_from_enough_words() {
        for (text, tag) in [
            (
                "The ministers agreed on Thursday that the river should be measured every day of the year by both sides.",
                "en",
            ),
            (
                "Nazirlər cümə axşamı razılığa gəldilər ki, çayın səviyyəsi hər gün iki tərəfdən ölçülsün və məlumat paylaşılsın.",
                "az",
            ),
            (
                "Bakanlar perşembe günü nehrin her gün iki tarafça ölçülmesi ve verilerin paylaşılması konusunda anlaştılar.",
                "tr",
            ),
            (
                "Министры договорились в четверг о том, что уровень реки будет измеряться каждый день обеими сторонами.",
                "ru",
            ),
            (
                "وزیران روز پنجشنبه توافق کردند که سطح آب رودخانه هر روز از سوی دو طرف اندازه‌گیری شود و داده‌ها رد و بدل گردد.",
                "fa",
            ),
            (
                "اتفق الوزراء يوم الخميس على أن يقاس مستوى النهر كل يوم من قبل الطرفين وأن يتم تبادل البيانات بينهما.",
                "ar",
            ),
            (
                "השרים הסכימו ביום חמישי כי מפלס הנהר יימדד בכל יום על ידי שני הצדדים וכי הנתונים יוחלפו ביניהם.",
                "he",
            ),
            (
                "მინისტრები ხუთშაბათს შეთანხმდნენ, რომ მდინარის დონე ყოველდღე გაიზომება ორივე მხარის მიერ.",
                "ka",
            ),
        ] {
            let language = of(text, None).map(|l| l.value);
            assert_eq!(language.as_deref(), Some(tag), "{text}");
        }
        assert_eq!(of("Yes.", None), None, "too little to tell");
    }

    #[test]
    fn a_stated_language_stands_unless_it_cannot_be_true() {
        let russian =
            "Министры договорились в четверг, что уровень реки будет измеряться каждый день.";
        let of_russian = |stated| of(russian, Some(stated)).unwrap();
        assert_eq!(
            of_russian("en-US"),
            Sourced::new("ru".into(), Origin::Guess)
        );
        assert_eq!(
            of_russian("uk"),
            Sourced::new("uk".into(), Origin::Stated),
            "near relatives"
        );
        assert_eq!(of("Yes.", Some("pt_BR")).unwrap().value, "pt-br");
    }

    #[test]
    fn only_language_tags_and_known_names_are_tags() {
        for (stated, expected) in [
            ("en", Some("en")),
            ("EN-us", Some("en-us")),
            ("az_AZ", Some("az-az")),
            ("English", Some("en")),
            ("iw", Some("he")),
            ("und", None),
            ("", None),
            ("the usual", None),
        ] {
            assert_eq!(tag(stated).as_deref(), expected, "{stated}");
        }
    }
}
