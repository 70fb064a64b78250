//! Cases of Georgian and Armenian.

use super::{Bases, before};

/// Georgian names end in a vowel of their own, or in the *-i* of the nominative, which foreign
/// names get too: ალიევი is Aliyev, სააკაშვილი is Saakashvili.
pub(super) fn georgian(letters: &[char], bases: &mut Bases) {
    // Postpositions, then cases; the genitive and the dative stand under most postpositions.
    const AFTER_STEM: &[&str] = &[
        "ისთვის",
        "ისგან",
        "ისადმი",
        "სთვის",
        "სგან",
        "იდან",
        "დან",
        "ისას",
        "ისა",
        "ის",
        "ით",
        "ად",
        "მა",
        "ში",
        "ზე",
        "სთან",
        "თან",
        "ს",
        "მ",
        "ო",
        "ი",
    ];
    for ending in AFTER_STEM {
        let Some(n) = before(letters, ending) else {
            continue;
        };
        let stem = &letters[..n];
        let ends_in_vowel = matches!(stem.last(), Some('ა' | 'ე' | 'ი' | 'ო' | 'უ'));
        match *ending {
            "ი" if ends_in_vowel => {}
            // ალიევი is Aliyev and nothing else.
            "ი" if matches!(stem, [.., 'ე' | 'ო', 'ვ']) => {
                bases.stem(n, "");
                bases.only_bases();
            }
            "ი" => bases.stem(n, ""),
            // ბერიძემ, ბაქოში: the vowel is the name's; სერგეის is სერგეი.
            _ if ends_in_vowel => {
                bases.stem(n, "");
                bases.stem(n, "ი");
            }
            "მ" => {}
            // ალიევის is ალიევი; a woman's name keeps its vowel.
            _ if matches!(stem, [.., 'ე' | 'ო', 'ვ']) => {
                bases.stem(n, "");
                bases.only_bases();
            }
            // ბერიძის is ბერიძე, უკრაინის is უკრაინა: the genitive swallows a and e.
            "ისთვის" | "ისგან" | "ისადმი" | "ისას" | "ისა" | "ის" | "ით" | "იდან" =>
            {
                bases.stem(n, "ი");
                bases.stem(n, "");
                bases.stem(n, "ე");
                bases.stem(n, "ა");
            }
            _ => {
                bases.stem(n, "ი");
                bases.stem(n, "");
            }
        }
        return;
    }
}

/// Armenian adds the article -ը or -ն and the endings of seven cases.
pub(super) fn armenian(letters: &[char], bases: &mut Bases) {
    const ENDINGS: &[&str] = &[
        "ներին",
        "ների",
        "ները",
        "ներ",
        "յին",
        "յից",
        "յով",
        "յի",
        "ին",
        "ից",
        "ով",
        "ում",
        "ի",
        "ը",
        "ն",
    ];
    for ending in ENDINGS {
        let Some(n) = before(letters, ending) else {
            continue;
        };
        let ends_in_vowel = matches!(letters[..n].last(), Some('ա' | 'ե' | 'ի' | 'ո' | 'ւ' | 'օ'));
        match *ending {
            // The article after a vowel; Պետրոսյան ends so itself.
            "ն" if !ends_in_vowel || letters.ends_with(&['յ', 'ա', 'ն']) => {}
            "յին" | "յից" | "յով" | "յի" if !ends_in_vowel => continue,
            // Of Սերգեյ the յ is its own.
            "յին" | "յից" | "յով" | "յի" => {
                bases.stem(n, "");
                bases.stem(n + 1, "");
            }
            // Կարիմով may be "with Karim", and nearly never is.
            "ով" if !is_surname(&letters[..n]) => {}
            // Բարզանին is Բարզանի with the article.
            "ին" => {
                bases.stem(n, "");
                bases.stem(n + 1, "");
            }
            _ => bases.stem(n, ""),
        }
        return;
    }
}

fn is_surname(stem: &[char]) -> bool {
    matches!(stem, [.., 'յ', 'ա', 'ն'] | [.., 'և'] | [.., 'ո', 'վ'])
}

/// Forms that are no names as they stand.
pub(super) fn armenian_typed(letters: &[char], bases: &mut Bases) {
    for ending in ["ին", "ից", "ով", "ի", "ը"] {
        let Some(n) = before(letters, ending) else {
            continue;
        };
        let stem = &letters[..n];
        if ending == "ը" || is_surname(stem) {
            bases.stem(n, "");
            bases.only_bases();
            return;
        }
    }
}
