//! Arabic words of time: the months as named in Egypt and the Gulf, the Levant and the Maghreb, and
//! the months of the Islamic calendar.

use crate::timex::{calendar::Calendar, value::Unit};

use super::{Key, Lexicon, Relatives, common::Periods};

pub(super) fn lexicon() -> Lexicon {
    let mut l = Lexicon {
        prefixes: &["و", "ب", "ل", "ف"],
        ..Lexicon::default()
    };
    l.months(
        Calendar::Gregorian,
        [
            "يناير جانفي",
            "فبراير شباط فيفري",
            "مارس آذار",
            "أبريل إبريل نيسان أفريل",
            "مايو أيار ماي",
            "يونيو يونيه حزيران جوان",
            "يوليو يوليه تموز جويلية",
            "أغسطس آب أوت",
            "سبتمبر أيلول",
            "أكتوبر",
            "نوفمبر",
            "ديسمبر",
        ],
    );
    lunar_months(&mut l);
    l.weekdays([
        "الاثنين الإثنين",
        "الثلاثاء",
        "الأربعاء",
        "الخميس",
        "الجمعة",
        "السبت",
        "الأحد",
    ]);
    l.units(&[
        (Unit::Day, "يوم أيام يوما"),
        (Unit::Week, "أسبوع أسابيع"),
        (Unit::Month, "شهر أشهر شهور"),
        (Unit::Year, "سنة سنوات عام أعوام عاما"),
    ]);
    l.cardinals(1, "واحد اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة");
    l.cardinals(3, "ثلاث أربع خمس ست سبع ثماني تسع عشر");
    l.keys(&[
        (Key::Counted, "شخص طن كيلومتر دولار صوت صفحة متر"),
        (Key::YearWord, "عام سنة العام"),
        (Key::Of, "من شهر"),
        (Key::In, "في منذ حتى خلال إلى"),
    ]);
    l.ago_before("قبل");
    l.periods(&Periods {
        seasons: ["ربيع", "صيف الصيف", "خريف الخريف", "شتاء الشتاء"],
        quarter: "ربع الربع",
        half: "نصف النصف",
        ordinals: ["الأول", "الثاني", "الثالث", "الرابع"],
        beginning: "مطلع أوائل بداية",
        middle: "منتصف أواسط",
        end: "نهاية أواخر",
        last: "الماضي الماضية الفائت المنصرم",
        next: "المقبل المقبلة القادم القادمة",
        recent: "الأخيرة الأخير",
        before_yesterday: "أول من أمس|أمس الأول",
        after_tomorrow: "بعد غد",
    });
    l.ahead_before("بعد");
    l.duals(&[
        (Unit::Day, "يومين"),
        (Unit::Week, "أسبوعين"),
        (Unit::Month, "شهرين"),
        (Unit::Year, "سنتين عامين"),
    ]);
    for (unit, plural) in [
        (Unit::Day, "الأيام"),
        (Unit::Week, "الأسابيع"),
        (Unit::Month, "الأشهر"),
        (Unit::Year, "السنوات الأعوام"),
    ] {
        l.edit(plural, |w| (w.unit, w.is_plural) = (Some(unit), true));
    }
    for (n, words) in [
        (3, "الثلاث الثلاثة"),
        (4, "الأربع الأربعة"),
        (5, "الخمس الخمسة"),
        (6, "الست الستة"),
        (10, "العشر العشرة"),
    ] {
        l.edit(words, |w| w.cardinal = Some(n));
    }
    // “the nineties” of the last century.
    for (first, word) in [
        (1920, "عشرينيات"),
        (1930, "ثلاثينيات"),
        (1940, "أربعينيات"),
        (1950, "خمسينيات"),
        (1960, "ستينيات"),
        (1970, "سبعينيات"),
        (1980, "ثمانينيات"),
        (1990, "تسعينيات"),
    ] {
        l.edit(word, |w| {
            (w.key, w.ordinal) = (Some(Key::DecadeWord), Some(first))
        });
    }
    l.relatives(&Relatives {
        yesterday: "أمس",
        today: "اليوم",
        tomorrow: "غدا",
        last_year: "العام الماضي|السنة الماضية",
        this_year: "هذا العام|العام الجاري|العام الحالي|هذه السنة",
        next_year: "العام المقبل|العام القادم|السنة المقبلة",
        last_month: "الشهر الماضي",
        this_month: "هذا الشهر|الشهر الجاري",
        next_month: "الشهر المقبل|الشهر القادم",
        last_week: "الأسبوع الماضي",
        this_week: "هذا الأسبوع|الأسبوع الجاري",
        next_week: "الأسبوع المقبل|الأسبوع القادم",
    });
    // The second words of two-word months; the first words alone name no month.
    for (month, names) in [
        (10, "تشرين الأول"),
        (11, "تشرين الثاني"),
        (12, "كانون الأول"),
        (1, "كانون الثاني"),
    ] {
        l.month_phrase(names, month, Calendar::Gregorian);
    }
    l
}

/// The months of the Islamic calendar, which Persian shares.
pub(super) fn lunar_months(l: &mut Lexicon) {
    for (month, name) in [
        (1, "محرم"),
        (2, "صفر"),
        (7, "رجب"),
        (8, "شعبان"),
        (9, "رمضان"),
        (10, "شوال"),
    ] {
        l.edit(name, |w| w.month = Some((month, Calendar::Lunar)));
    }
    for (month, names) in [
        (3, "ربيع الأول|ربيع الاول"),
        (4, "ربيع الثاني|ربيع الآخر"),
        (5, "جمادى الأولى|جمادى الاول"),
        (6, "جمادى الآخرة|جمادى الثانية|جمادى الثاني"),
        (11, "ذو القعدة|ذي القعدة|ذیقعده"),
        (12, "ذو الحجة|ذي الحجة|ذیحجه"),
    ] {
        l.month_phrase(names, month, Calendar::Lunar);
    }
}
