//! Hebrew words of time, with the letters that are written before them.

use crate::timex::{calendar::Calendar, value::Unit};

use super::{Key, Lexicon, Relatives, common::Periods};

pub(super) fn lexicon() -> Lexicon {
    let mut l = Lexicon {
        prefixes: &[
            "וב", "ול", "ומ", "שב", "מה", "ב", "ל", "מ", "ו", "ה", "כ", "ש",
        ],
        ..Lexicon::default()
    };
    l.months(
        Calendar::Gregorian,
        [
            "ינואר",
            "פברואר",
            "מרץ מרס מארס",
            "אפריל",
            "מאי",
            "יוני",
            "יולי",
            "אוגוסט",
            "ספטמבר",
            "אוקטובר",
            "נובמבר",
            "דצמבר",
        ],
    );
    // Weekdays are numbered: “יום שני”.
    for (variants, day) in [
        ("יום ראשון|ביום ראשון", chrono::Weekday::Sun),
        ("יום שני|ביום שני", chrono::Weekday::Mon),
        ("יום שלישי|ביום שלישי", chrono::Weekday::Tue),
        ("יום רביעי|ביום רביעי", chrono::Weekday::Wed),
        ("יום חמישי|ביום חמישי", chrono::Weekday::Thu),
        ("יום שישי|ביום שישי", chrono::Weekday::Fri),
        ("יום שבת|ביום שבת", chrono::Weekday::Sat),
    ] {
        l.phrase(
            variants,
            &crate::timex::phrase::Phrase::Weekday {
                day,
                pick: crate::timex::phrase::Pick::Nearest,
            },
        );
    }
    l.units(&[
        (Unit::Day, "יום ימים"),
        (Unit::Week, "שבוע שבועות"),
        (Unit::Month, "חודש חודשים"),
        (Unit::Year, "שנה שנים"),
    ]);
    l.cardinals(2, "שני שלושה ארבעה חמישה שישה שבעה שמונה תשעה עשרה");
    l.cardinals(3, "שלוש ארבע חמש שש שבע שמונה תשע עשר");
    l.keys(&[
        (Key::Counted, "איש טון אחוז דולר קולות עמודים מטר"),
        (Key::YearWord, "שנת בשנת משנת לשנת"),
        (Key::In, "מאז עד"),
        (Key::Of, "של"),
        (Key::DecadeWord, "שנות בשנות"),
    ]);
    l.ago_before("לפני");
    l.periods(&Periods {
        seasons: ["אביב", "קיץ", "סתיו", "חורף"],
        quarter: "רבעון",
        half: "מחצית המחצית במחצית",
        ordinals: [
            "ראשון ראשונה הראשון הראשונה",
            "שני שנייה השני השנייה השניה",
            "שלישי השלישי",
            "רביעי הרביעי",
        ],
        beginning: "תחילת בתחילת ובתחילת מתחילת ראשית בראשית",
        middle: "אמצע באמצע",
        end: "סוף בסוף ובסוף",
        last: "שעבר שעברה",
        next: "הבא הבאה הקרוב",
        recent: "האחרונות האחרונים",
        before_yesterday: "שלשום",
        after_tomorrow: "מחרתיים",
    });
    l.ahead_before("בעוד");
    l.duals(&[
        (Unit::Day, "יומיים"),
        (Unit::Week, "שבועיים"),
        (Unit::Month, "חודשיים"),
        (Unit::Year, "שנתיים"),
    ]);
    l.edit("ימים שבועות חודשים שנים", |w| {
        w.is_plural = true
    });
    for (n, words) in [(3, "בשלוש"), (4, "בארבע"), (5, "בחמש"), (10, "בעשר")] {
        l.edit(words, |w| w.cardinal = Some(n));
    }
    l.relatives(&Relatives {
        yesterday: "אתמול",
        today: "היום",
        tomorrow: "מחר",
        last_year: "אשתקד|בשנה שעברה|השנה שעברה|שנה שעברה",
        this_year: "השנה",
        next_year: "בשנה הבאה|השנה הבאה",
        last_month: "בחודש שעבר|החודש שעבר|חודש שעבר",
        this_month: "החודש",
        next_month: "בחודש הבא|החודש הבא",
        last_week: "בשבוע שעבר|השבוע שעבר|שבוע שעבר",
        this_week: "השבוע",
        next_week: "בשבוע הבא|השבוע הבא",
    });
    l
}
