//! The lines of a captured web page that are not its text: labels, dates, menus, credits.

use crate::{
    byline,
    date::{self, Found, Order},
    words::has_word,
};

/// What a line in the header of a captured page is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    Title(String),
    Byline(Vec<String>),
    Published(Found),
    /// A date of change, not of publication.
    Updated(Found),
    Publisher(String),
    Address(String),
    Language(String),
    /// The section or kind of text: "Policy Brief".
    Section,
    /// Who took the picture, and its caption.
    Credit,
    Breadcrumb,
    /// Sharing, printing, reading time, menus.
    Furniture,
    /// The opening of a letter or a speech: the text begins here.
    Salutation,
    /// A field of a memorandum or a message, which belongs to its text.
    Memo,
    Unknown,
}

/// Words before a colon and what follows it.
const LABELS: &[(&str, &str)] = &[
    (
        "byline",
        "author|authors|author(s)|by|written by|reporter|reported by|byline|posted by|\
            автор|авторы|yazar|yazan|müəllif|müəlliflər|نویسنده|الكاتب|الكاتبة|بقلم|auteur|\
            auteurs|par|autor|autoren|autorin|von|autores|autora|por|ავტორი|מאת|autore|di",
    ),
    (
        "published",
        "published|published on|publication date|date published|date|posted|posted on|\
            first published|issued|released|release date|опубликовано|дата|дата публикации|\
            yayın tarihi|yayınlanma tarihi|yayımlanma|tarih|dərc olunma tarixi|dərc edilib|\
            tarix|تاریخ انتشار|تاریخ|تاريخ النشر|التاريخ|نشر في|publié le|\
            date de publication|veröffentlicht|veröffentlicht am|datum|stand|publicado|\
            publicado el|fecha|fecha de publicación|data|თარიღი|תאריך|פורסם",
    ),
    (
        "updated",
        "updated|last updated|modified|last modified|обновлено|güncelleme|son güncelleme|\
            yenilənib|mis à jour|mis à jour le|aktualisiert|actualizado|به‌روزرسانی|\
            آخر تحديث",
    ),
    (
        "publisher",
        "publisher|published by|publication|website|site|newspaper|journal|издание|\
            издатель|источник|kaynak|mənbə|منبع|المصدر|éditeur|herausgeber|editorial",
    ),
    (
        "title",
        "title|headline|заголовок|başlık|başlıq|titre|titel|título|عنوان",
    ),
    (
        "address",
        "url|link|permalink|web address|ссылка|retrieved from|original url",
    ),
    (
        "language",
        "language|lang|язык|dil|langue|sprache|idioma|زبان|اللغة",
    ),
    (
        "section",
        "section|category|categories|topic|topics|tag|tags|keywords|filed under|region|\
            regions|type|issue|series|рубрика|теги|kategori|etiketler|kateqoriya|rubrique|\
            catégorie|thema|schlagwörter|categoría|etiquetas|دسته‌بندی|برچسب‌ها|القسم|\
            program|programme|programs|project",
    ),
    (
        "credit",
        "image source|image|image credit|image credits|photo|photos|photo credit|\
            photo by|photograph|photo source|photo courtesy|picture|picture credit|credit|\
            credits|caption|cover photo|cover image|featured image|illustration|graphic|\
            фото|изображение|источник фото|foto|fotoğraf|görsel|şəkil|fotoqraf|عکس|الصورة|\
            صورة|crédit photo|crédits|bild|imagen|fotografía|foto source|ფოტო|צילום",
    ),
    (
        "furniture",
        "share|share this|share on|follow us|reading time|read time|\
            estimated reading time|views|comments|время чтения|okuma süresi|oxunub|\
            baxış sayı|temps de lecture|lesezeit|tiempo de lectura|print|listen|font size|\
            text size",
    ),
    ("memo", "to|from|subject|re|cc|bcc|via|ref|attn|attention"),
];

/// Whole lines that are buttons and menus.
const FURNITURE: &str = "share|share this|share this article|share article|share this post|share on facebook|\
    share on twitter|share on x|share on linkedin|share via email|tweet|facebook|twitter|x|\
    linkedin|whatsapp|telegram|email|e-mail|print|print this page|pdf|download pdf|download|\
    copy link|link copied|save|bookmark|listen|listen to this article|menu|home|search|\
    skip to content|toggle navigation|open menu|close menu|main menu|navigation|skip to main content|subscribe|subscribe now|sign in|sign up|log in|\
    login|register|donate|about|about us|contact|contact us|advertisement|advertising|ad|\
    sponsored|close|back|back to top|next|previous|breaking|breaking news|live|newsletter|\
    newsletters|follow|follow us|gift this article|read aloud|english|русский|azərbaycan|\
    türkçe|العربية|فارسی|поделиться|распечатать|paylaş|yazdır|çap et|главная|ana səhifə|\
    anasayfa|ana sayfa|accueil|startseite|inicio|partager|teilen|drucken|imprimer|compartir|\
    imprimir|اشتراک‌گذاری|مشاركة|الرئيسية|خانه|chapter|a+|a-|aa";

/// Words of kinds and sections of texts.
const SECTIONS: &str = "analysis|opinion|opinions|commentary|comment|research|news|article|articles|report|\
    reports|brief|briefs|policy brief|issue brief|op-ed|interview|interviews|feature|\
    features|blog|blogs|editorial|essay|speech|speeches|remarks|press release|\
    press releases|publications|publication|insights|perspectives|politics|world|business|\
    economy|energy|security|culture|science|аналитика|мнение|новости|политика|экономика|\
    görüş|analiz|haber|haberler|siyasət|iqtisadiyyat|xəbərlər|rəy|analyse|meinung|politik|\
    tribune|politique|opinión|análisis|política|yorum|policy|international";

/// What a line of a header is; `order` tells how to read 06/02/2023.
pub(super) fn role(line: &str, order: Order) -> Role {
    let bare = bare(line);
    if bare.is_empty() || has_word(FURNITURE, &bare) || is_reading_time(&bare) {
        return Role::Furniture;
    }
    if let Some(role) = labelled(line, order) {
        return role;
    }
    if is_salutation(line) {
        return Role::Salutation;
    }
    if let Some(role) = date_line(line, order) {
        return role;
    }
    if let Some(names) = byline::parse(line) {
        return Role::Byline(names);
    }
    if is_breadcrumb(line) {
        return Role::Breadcrumb;
    }
    if is_credit(line) {
        return Role::Credit;
    }
    if line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.") {
        return if line.contains(char::is_whitespace) {
            Role::Unknown
        } else {
            Role::Address(line.to_owned())
        };
    }
    if has_word(SECTIONS, &bare) {
        return Role::Section;
    }
    Role::Unknown
}

/// Lower case without the marks around the words.
pub(super) fn bare(line: &str) -> String {
    let line = line.trim_matches(|c: char| !c.is_alphanumeric() && c != '+');
    line.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn labelled(line: &str, order: Order) -> Option<Role> {
    let (label, value) = line.split_once([':', '：'])?;
    let label = label
        .trim_matches(|c: char| !c.is_alphanumeric() && c != ')')
        .to_lowercase();
    let value = value.trim();
    let (kind, _) = LABELS.iter().find(|(_, names)| has_word(names, &label))?;
    if value.chars().count() > 300 {
        return None;
    }
    let dated = |wrap: fn(Found) -> Role| date::find(value, order).map_or(Role::Furniture, wrap);
    Some(match *kind {
        "byline" => {
            let names = byline::names(value);
            let is_byline = names.iter().all(|name| byline::is_name(name));
            if !is_byline && !label.starts_with("auth") {
                return None;
            }
            Role::Byline(names)
        }
        "published" if !value.is_empty() => dated(Role::Published),
        "updated" if !value.is_empty() => dated(Role::Updated),
        "publisher" if !value.is_empty() && !is_address(value) => Role::Publisher(value.to_owned()),
        "title" if !value.is_empty() => Role::Title(value.to_owned()),
        "address" | "publisher" if is_address(value) => Role::Address(value.to_owned()),
        "language" if !value.is_empty() => Role::Language(value.to_owned()),
        "section" => Role::Section,
        "credit" => Role::Credit,
        "furniture" => Role::Furniture,
        "memo" => Role::Memo,
        _ => return None,
    })
}

fn is_address(value: &str) -> bool {
    let has_scheme = value.starts_with("http://") || value.starts_with("https://");
    has_scheme && !value.contains(char::is_whitespace)
}

/// Words that may stand around the date of a date line.
const AROUND_DATE: &str = "published|posted|on|at|updated|last|modified|first|date|released|issued|am|pm|a.m|p.m|\
    gmt|utc|est|edt|cet|cest|et|edition|monday|tuesday|wednesday|thursday|friday|saturday|\
    sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|понедельник|вторник|среда|четверг|\
    пятница|суббота|воскресенье|опубликовано|обновлено|г|года|в|мск|pazartesi|salı|çarşamba|\
    perşembe|cuma|cumartesi|pazar|güncelleme|yayın|bazar|ertəsi|çərşənbə|axşamı|cümə|şənbə|\
    il|ci|cü|cu|cı|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|publié|le|à|mis|jour|\
    montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|am|um|uhr|veröffentlicht|\
    stand|lunes|martes|miércoles|jueves|viernes|sábado|domingo|publicado|el|a|las|de|h|t|z|\
    st|nd|rd|th|the|of";

/// A line that is a date and nothing else that matters, or a place or publisher and a date.
fn date_line(line: &str, order: Order) -> Option<Role> {
    if line.chars().count() > 120 {
        return None;
    }
    let found = date::find(line, order)?;
    let (before, after) = (&line[..found.start], &line[found.end..]);
    let is_update = {
        let before = before.to_lowercase();
        [
            "updat",
            "modif",
            "обновл",
            "güncel",
            "mis à jour",
            "aktualis",
            "actualiz",
        ]
        .iter()
        .any(|word| before.contains(word))
    };
    let is_plain = |text: &str| {
        text.split(|c: char| !c.is_alphabetic() && c != '.')
            .all(|word| {
                let word = word.trim_matches('.').to_lowercase();
                word.is_empty() || has_word(AROUND_DATE, &word)
            })
    };
    if is_plain(before) && is_plain(after) {
        return Some(if is_update {
            Role::Updated(found)
        } else {
            Role::Published(found)
        });
    }
    None
}

/// What stands before the date of a line such as "Caspara Review, 14 November 2019": the place or
/// the publisher.
pub(super) fn before_date(line: &str, order: Order) -> Option<(String, Found)> {
    let found = date::find(line, order)?;
    let rest = line[found.end..].split(|c: char| !c.is_alphabetic());
    let is_plain = |word: &str| word.is_empty() || has_word(AROUND_DATE, &word.to_lowercase());
    if !rest.into_iter().all(is_plain) || line.chars().count() > 100 {
        return None;
    }
    let mut parts: Vec<&str> = line[..found.start]
        .split([',', '|', '–', '—'])
        .map(str::trim)
        .collect();
    // The day of the week belongs to the date.
    let is_weekday = |part: &str| has_word(AROUND_DATE, &part.to_lowercase());
    parts.retain(|part| !part.is_empty() && !is_weekday(part));
    let before = parts.join(", ");
    let is_name = (1..=8).contains(&before.split_whitespace().count())
        && before.chars().next().is_some_and(|c| !c.is_lowercase())
        && !before.contains(|c: char| c.is_numeric() || "!?:;".contains(c));
    is_name.then_some((before, found))
}

/// "5 min read", "Reading time 5 minutes", "1,204 views"
fn is_reading_time(bare: &str) -> bool {
    const UNITS: &[&str] = &[
        "min",
        "mins",
        "minute",
        "minutes",
        "minuten",
        "minutos",
        "мин",
        "минут",
        "dk",
        "dakika",
        "dəqiqə",
        "دقیقه",
        "دقيقة",
        "دقائق",
        "views",
        "shares",
        "comments",
        "baxış",
        "просмотров",
    ];
    let words: Vec<&str> = bare.split([' ', '-']).collect();
    words.len() <= 5
        && words
            .iter()
            .any(|word| word.starts_with(|c: char| c.is_numeric()))
        && words.iter().any(|word| UNITS.contains(word))
}

/// "Home / Business", "Home > Analysis > Energy"
fn is_breadcrumb(line: &str) -> bool {
    [" / ", " > ", " » ", " › ", " ▸ ", " → ", " :: "]
        .iter()
        .any(|separator| {
            let parts: Vec<&str> = line.split(separator).collect();
            let is_short = |part: &&str| (1..=5).contains(&part.split_whitespace().count());
            parts.len() >= 2
                && line.chars().count() <= 120
                && (parts.len() == 2 && parts.iter().all(is_short)
                    || parts.len() > 2 && parts[..parts.len() - 1].iter().all(is_short))
                && !line.ends_with(['.', '!'])
        })
}

/// "(Photo: press office)", "© Agency", "A. Photographer/Agency via Getty Images"
fn is_credit(line: &str) -> bool {
    let lower = line.to_lowercase();
    let count = line.split_whitespace().count();
    let has_label = [
        "photo:",
        "photo by",
        "image:",
        "photo credit",
        "image credit",
        "foto:",
        "фото:",
    ]
    .iter()
    .any(|label| lower.contains(&format!("({label}")) || lower.contains(&format!("[{label}")));
    let ends_in_label = [
        " photo: ",
        " photo by ",
        " image: ",
        " foto: ",
        " фото: ",
        " photograph: ",
    ]
    .iter()
    .any(|label| lower.contains(label));
    let has_agency = [
        "getty images",
        "/afp",
        "/reuters",
        "/ap)",
        "via ap",
        "shutterstock",
        "/tass",
    ]
    .iter()
    .any(|agency| lower.contains(agency));
    let starts = [
        "©",
        "photo by ",
        "photo courtesy",
        "image by ",
        "image courtesy",
        "(photo",
        "(image",
        "courtesy of ",
        "source: ",
    ];
    ((has_label || ends_in_label) && count <= 60)
        || (has_agency && count <= 40)
        || (count <= 15 && starts.iter().any(|start| lower.starts_with(start)))
}

/// Whether a line opens a letter or a speech.
pub(super) fn is_salutation(line: &str) -> bool {
    let count = line.split_whitespace().count();
    opens_letter(line) || (count <= 14 && line.ends_with([',', '،']))
}

/// Whether a line opens a letter.
pub(super) fn opens_letter(line: &str) -> bool {
    const OPENINGS: &[&str] = &[
        "dear ",
        "to whom it may concern",
        "уважаем",
        "дорог",
        "sayın ",
        "sevgili ",
        "hörmətli ",
        "əziz ",
        "sehr geehrte",
        "liebe ",
        "lieber ",
        "cher ",
        "chère ",
        "estimad",
        "querid",
    ];
    let lower = line.to_lowercase();
    line.split_whitespace().count() <= 14
        && line.ends_with([',', '!', ':', '،'])
        && OPENINGS.iter().any(|opening| lower.starts_with(opening))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_header_are_told_apart() {
        let role = |line| role(line, Order::MonthFirst);
        for line in [
            "Share",
            "5 min read",
            "Reading time: 4 minutes",
            "SKIP TO CONTENT",
            "| Print |",
        ] {
            assert_eq!(role(line), Role::Furniture, "{line}");
        }
        for line in [
            "Image source: press office",
            "(Photo: A. Benko)",
            "Foto: Z. Ardel",
            "© Basin Wire",
        ] {
            assert_eq!(role(line), Role::Credit, "{line}");
        }
        for line in [
            "Home / Business",
            "Home > Analysis > Energy",
            "News » Politics",
        ] {
            assert_eq!(role(line), Role::Breadcrumb, "{line}");
        }
        for line in [
            "06/02/2023",
            "Published on Friday, June 2, 2023 at 4:15 pm",
            "Date: 2 June 2023",
        ] {
            assert!(matches!(role(line), Role::Published(_)), "{line}");
        }
        assert!(matches!(
            role("Last updated June 3, 2023"),
            Role::Updated(_)
        ));
        assert_eq!(
            role("Author: Ana Kel"),
            Role::Byline(vec!["Ana Kel".into()])
        );
        assert_eq!(role("Dear Minister,"), Role::Salutation);
        assert_eq!(role("Subject: the gauge"), Role::Memo);
        for line in [
            "Minister: no new treaty before spring",
            "Who signed on 2 June 2023 and who did not",
            "The river and the road",
        ] {
            assert_eq!(role(line), Role::Unknown, "{line}");
        }
    }
}
