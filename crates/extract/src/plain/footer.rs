//! The footer of a captured page: related articles, sharing, comments.

use crate::words::has_word;

use super::{
    label,
    layout::Unit,
    prose::{ends_sentence, is_cut_short, is_prose},
};

/// Headings after which a page is no longer its article.
const MARKERS: &str = "related|related articles|related article|related content|related posts|related stories|\
    related news|related reading|related topics|related publications|related research|\
    related analysis|related items|related links|related reports|related commentary|\
    read more|read also|read next|also read|see also|more|more stories|more news|\
    more articles|further reading|more like this|you may also like|you might also like|\
    you may also be interested in|you might be interested in|recommended|\
    recommended for you|recommended reading|recommended articles|suggested|share this|\
    share this article|share this post|share this story|share|share this page|subscribe|\
    subscribe to our newsletter|newsletter|sign up for our newsletter|stay informed|\
    stay connected|stay up to date|get our newsletter|join our mailing list|\
    about the author|about the authors|about author|the author|the authors|author|authors|\
    comments|leave a comment|leave a reply|add a comment|post a comment|join the discussion|\
    join the conversation|discussion|latest|latest news|latest articles|latest posts|\
    latest stories|recent posts|recent articles|recent news|most read|most popular|popular|\
    popular posts|trending|trending now|editor's picks|editors' picks|what to read next|\
    up next|next article|previous article|next post|previous post|tags|topics|filed under|\
    categories|follow us|follow us on social media|contact us|about us|back to top|\
    top stories|other news|other articles|from the archive|in this section|keep reading|\
    читайте также|похожие статьи|похожие материалы|материалы по теме|по теме|другие новости|\
    комментарии|поделиться|подписаться|подпишитесь|об авторе|последние новости|популярное|\
    смотрите также|теги|ilgili haberler|ilgili yazılar|ilgili içerikler|benzer haberler|\
    bunları da okuyun|yorumlar|paylaş|abone ol|yazar hakkında|son haberler|diğer haberler|\
    en çok okunanlar|etiketler|oxşar xəbərlər|oxşar məqalələr|digər xəbərlər|\
    həmçinin oxuyun|son xəbərlər|şərhlər|müəllif haqqında|ən çox oxunanlar|əlaqəli xəbərlər|\
    مطالب مرتبط|اخبار مرتبط|نظرات|بیشتر بخوانید|آخرین اخبار|مقالات ذات صلة|اقرأ أيضا|\
    اقرأ أيضاً|مواضيع ذات صلة|التعليقات|شارك|المزيد|lire aussi|à lire aussi|\
    articles similaires|articles liés|sur le même sujet|commentaires|partager|\
    à propos de l'auteur|s'abonner|lesen sie auch|mehr zum thema|weitere artikel|\
    ähnliche artikel|verwandte artikel|verwandte beiträge|kommentare|teilen|über den autor|\
    über die autorin|artículos relacionados|noticias relacionadas|relacionados|comentarios|\
    compartir|lea también|le puede interesar|sobre el autor|suscríbase|\
    დაკავშირებული სტატიები|მსგავსი სტატიები|כתבות נוספות|תגובות|קראו גם";

/// Beginnings of such headings: "More from the Gazette".
const BEGINNINGS: &[&str] = &[
    "more from ",
    "more on ",
    "more in ",
    "more by ",
    "read more:",
    "read more about ",
    "related:",
    "also read:",
    "see also:",
    "tags:",
    "topics:",
    "filed under",
    "share this",
    "share on ",
    "subscribe to ",
    "sign up for ",
    "follow us on ",
    "©",
    "copyright ©",
    "copyright 20",
    "copyright 19",
    "all rights reserved",
    "this article was originally published",
    "the views expressed",
    "opinions expressed",
    "about the author",
    "comments (",
    "leave a comment",
    "читайте также",
    "подписывайтесь",
    "mehr von ",
    "plus d'articles",
    "más de ",
    "latest from ",
    "posted in ",
    "support our ",
    "download our app",
    "get the latest",
];

/// Where the text ends: the index of the first unit of the footer, `units.len()` where there is none.
///
/// A heading of [`MARKERS`] ends the text only if what follows it looks like teasers: lines and
/// sentences cut short. In a capture, prose may follow too (an author's life, comments), as long as
/// it is less than the article before it.
pub(super) fn begin(units: &[Unit], from: usize, is_capture: bool) -> usize {
    let weight = |units: &[Unit]| -> usize {
        let prose = units
            .iter()
            .filter(|unit| is_prose(&unit.text) && ends_sentence(&unit.text));
        prose.map(|unit| unit.text.chars().count()).sum()
    };
    let mut end = units.len();
    for at in from..units.len() {
        if !is_marker(&units[at].text, at) || at == from {
            continue;
        }
        let (before, after) = (weight(&units[from..at]), weight(&units[at + 1..]));
        let rest = &units[at + 1..];
        let cut = rest.iter().filter(|unit| is_cut_short(&unit.text)).count();
        let all_teasers = !rest.is_empty() && cut * 2 >= rest.len();
        let allowed = if is_capture { before / 2 } else { before / 8 };
        let is_footer = before > 0
            && after <= allowed
            && (is_capture || all_teasers)
            && (is_capture || !rest.is_empty());
        if is_footer {
            end = at;
            break;
        }
    }
    if is_capture {
        end = trim_furniture(units, from, end);
    }
    end
}

/// Takes buttons, credits of the site and lists of tags off the end.
fn trim_furniture(units: &[Unit], from: usize, mut end: usize) -> usize {
    while end > from + 1 && is_furniture(&units[end - 1].text) {
        end -= 1;
    }
    end
}

/// Whether a line inside a capture is a button or an advertisement.
pub(crate) fn is_furniture(text: &str) -> bool {
    let bare = label::bare(text);
    let starts = |beginning: &&str| text.to_lowercase().starts_with(*beginning);
    let is_short = text.split_whitespace().count() <= 12;
    if is_prose(text) {
        return false;
    }
    const ALONE: &str = "advertisement|advertising|sponsored|share|share this article|tweet|print|copy link|\
        back to top|facebook|twitter|linkedin|whatsapp|telegram|email|subscribe|sign up|\
        реклама|reklam|publicité|anzeige|publicidad|إعلان|story continues below|\
        article continues below|article continues after advertisement|\
        story continues below advertisement|paylaş|поделиться|read more|show more";
    has_word(ALONE, &bare) || (is_short && BEGINNINGS.iter().any(starts))
}

fn is_marker(text: &str, _at: usize) -> bool {
    if text.chars().count() > 90 || text.lines().count() > 1 {
        return false;
    }
    let bare = label::bare(text);
    // "Comments (3)", "3 Comments"
    let bare = bare.trim_matches(|c: char| c.is_numeric() || "( )".contains(c));
    let lower = text.trim().to_lowercase();
    has_word(MARKERS, bare)
        || BEGINNINGS
            .iter()
            .any(|beginning| lower.starts_with(beginning))
}
