//! Hebrew words of time, with the letters that are written before them.

use crate::timex::{calendar::Calendar, value::Unit};

use super::{Key, Lexicon, Relatives};

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
    l.keys(&[(Key::YearWord, "שנת בשנת משנת לשנת"), (Key::In, "מאז עד")]);
    l.ago_before("לפני");
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
