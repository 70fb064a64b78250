//! Sounds of the Cyrillic alphabets: Russian, Ukrainian, Belarusian, Azerbaijani (until 1991 and
//! after 2001 in Daghestan), Kazakh and its neighbours, Serbian and Macedonian.

use super::key::LONG;
use super::raw::{Others, Raw};

/// Гасанов is Hasanov; Ukrainian г is *h* besides.
const G: Others = &[("h", 1), ("k", 2)];

/// Пётр is mostly printed Петр; Pyotr is neither.
const IO: Others = &[("io", 0)];

/// Whether a letter is a vowel, or a sign after which a vowel has its glide.
fn gives_glide(before: Option<char>) -> bool {
    before.is_none_or(|c| {
        matches!(
            c,
            'а' | 'е'
                | 'ё'
                | 'и'
                | 'і'
                | 'ї'
                | 'о'
                | 'у'
                | 'ы'
                | 'э'
                | 'ю'
                | 'я'
                | 'є'
                | 'ь'
                | 'ъ'
                | '\''
                | 'ә'
                | 'ө'
                | 'ү'
                | 'ұ'
                | 'й'
        )
    })
}

pub(super) fn read(letters: &[char], raw: &mut Raw) {
    let mut before = None;
    for (at, &letter) in letters.iter().enumerate() {
        match letter {
            // Ковалјов is the Azerbaijani way to write Ковалёв.
            'ј' if !gives_glide(before) && letters.get(at + 1) == Some(&'о') => {}
            'о' if before == Some('ј') && at > 1 && !gives_glide(Some(letters[at - 2])) => {
                raw.either("e", IO);
            }
            'ә' => schwa(letters, raw),
            _ => sound(letter, before, raw),
        }
        before = Some(letter);
    }
}

fn sound(letter: char, before: Option<char>, raw: &mut Raw) {
    match letter {
        'а' => raw.put("a"),
        'б' => raw.put("b"),
        'в' | 'ў' => raw.put("v"),
        'г' => raw.either("g", G),
        'ґ' | 'ғ' | 'ҝ' | 'ѓ' | 'ҕ' => raw.put("g"),
        'д' => raw.put("d"),
        'е' | 'э' if matches!(before, Some('ь' | 'ъ' | '\'')) => raw.put("ie"),
        'е' | 'э' => raw.put("e"),
        'є' if gives_glide(before) => raw.put("ie"),
        'є' => raw.put("e"),
        'ё' if gives_glide(before) => raw.put("io"),
        'ё' => raw.either("e", IO),
        // Ковальов is the Ukrainian way to write Ковалёв.
        'о' if before == Some('ь') => raw.either("e", IO),
        'о' | 'ө' => raw.put("o"),
        'ж' | 'ҹ' | 'џ' | 'ђ' | 'ҷ' | 'җ' => raw.put("j"),
        'з' => raw.put("z"),
        'ѕ' => raw.put("z"),
        'и' | 'і' | 'ї' | 'й' | 'ј' | 'ы' | 'ӣ' | 'ѝ' => raw.put("i"),
        'к' | 'қ' | 'ќ' | 'ҡ' | 'ҟ' => raw.put("k"),
        'л' | 'љ' => raw.put("l"),
        'м' => raw.put("m"),
        'н' | 'њ' | 'ң' | 'ҥ' => raw.put("n"),
        'п' => raw.put("p"),
        'р' => raw.put("r"),
        'с' | 'ҫ' => raw.put("s"),
        'т' => raw.put("t"),
        'у' | 'ү' | 'ұ' | 'ӯ' => raw.put("u"),
        'ф' => raw.put("f"),
        'х' | 'һ' | 'ҳ' => raw.put("h"),
        'ц' => raw.put("z"),
        'ч' | 'ћ' | 'ҽ' => raw.put("c"),
        'ш' | 'щ' => raw.put("x"),
        'ю' => raw.put("iu"),
        // Гянджа and Кязим stand for the front vowel of Gəncə and Kazım, Вяземский does not.
        'я' if matches!(before, Some('г' | 'к')) => raw.either("a", &[("ia", 0)]),
        'я' => raw.put("ia"),
        _ => {}
    }
}

/// The open front vowel: *a* in English, *a* or *e* in Russian (Шеки, Гянджа), *e* in Turkish.
pub(super) fn schwa(letters: &[char], raw: &mut Raw) {
    // In a long word the key makes no difference.
    if letters.len() > LONG + 2 {
        raw.put("a");
    } else {
        raw.either("a", &[("e", 0)]);
    }
}
