//! Azerbaijani and Turkish words of time.

use crate::timex::{calendar::Calendar, value::Unit};

use super::{Key, Lexicon, Relatives, common::Periods};

pub(super) fn azerbaijani() -> Lexicon {
    let mut l = Lexicon {
        has_dotless_i: true,
        suffixes: &[
            "ındakı", "indəki", "dakı", "dəki", "ından", "indən", "ında", "ində", "ının", "inin",
            "dan", "dən", "nın", "nin", "ları", "ləri", "lar", "lər", "da", "də", "ın", "in", "un",
            "ün", "nı", "ni", "sı", "si", "a", "ə", "ı", "i", "u", "ü",
        ],
        ..Lexicon::default()
    };
    l.months(
        Calendar::Gregorian,
        [
            "yanvar yan",
            "fevral fev",
            "mart",
            "aprel apr",
            "may",
            "iyun",
            "iyul",
            "avqust avq",
            "sentyabr sen",
            "oktyabr okt",
            "noyabr noy",
            "dekabr dek",
        ],
    );
    // Weekdays are two words each: “bazar ertəsi”, “çərşənbə axşamı”.
    for (variants, day) in [
        ("bazar ertəsi", chrono::Weekday::Mon),
        ("çərşənbə axşamı", chrono::Weekday::Tue),
        ("çərşənbə günü|çərşənbə", chrono::Weekday::Wed),
        ("cümə axşamı", chrono::Weekday::Thu),
        ("cümə günü|cümə", chrono::Weekday::Fri),
        ("şənbə günü|şənbə", chrono::Weekday::Sat),
        ("bazar günü", chrono::Weekday::Sun),
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
        (Unit::Day, "gün"),
        (Unit::Week, "həftə"),
        (Unit::Month, "ay"),
        (Unit::Year, "il"),
    ]);
    l.cardinals(1, "bir iki üç dörd beş altı yeddi səkkiz doqquz on");
    l.keys(&[
        (
            Key::Counted,
            "nəfər ton faiz manat dollar kilometr səs səhifə metr",
        ),
        (
            Key::YearWord,
            "il ildə ilin ildən ilə ilində ilinin illərdə illər illərin",
        ),
        (Key::Ago, "əvvəl öncə"),
        (Key::Later, "sonra"),
    ]);
    l.periods(&Periods {
        seasons: ["yaz", "yay", "payız", "qış"],
        quarter: "rüb rübü rübündə rübünün kvartal kvartalı kvartalında",
        half: "yarısı yarısında yarısının yarımili",
        ordinals: ["birinci ilk", "ikinci", "üçüncü", "dördüncü"],
        beginning: "əvvəli əvvəlində əvvəlindən əvvəllərində",
        middle: "ortası ortasında ortalarında",
        end: "sonu sonunda sonuna sonlarında axırında",
        last: "ötən keçən",
        next: "gələn növbəti",
        recent: "son",
        before_yesterday: "srağagün",
        after_tomorrow: "birigün",
    });
    l.edit("ildə ilin ildən ilə ilində ilinin", |w| {
        w.unit = Some(Unit::Year)
    });
    l.edit("illərdə illər illərin", |w| {
        (w.unit, w.is_plural) = (Some(Unit::Year), true);
    });
    l.relatives(&Relatives {
        yesterday: "dünən",
        today: "bu gün|bugün",
        tomorrow: "sabah",
        last_year: "ötən il|keçən il|ötən ilin|keçən ilin|ötən ildə",
        this_year: "bu il|cari il|cari ildə|cari ilin|bu ilin",
        next_year: "gələn il|növbəti il|gələn ilin",
        last_month: "ötən ay|keçən ay",
        this_month: "bu ay|cari ay",
        next_month: "gələn ay",
        last_week: "ötən həftə|keçən həftə",
        this_week: "bu həftə",
        next_week: "gələn həftə",
    });
    l
}

pub(super) fn turkish() -> Lexicon {
    let mut l = Lexicon {
        has_dotless_i: true,
        suffixes: &[
            "ındaki", "indeki", "daki", "deki", "taki", "teki", "ından", "inden", "ında", "inde",
            "dan", "den", "tan", "ten", "nın", "nin", "ları", "leri", "lar", "ler", "da", "de",
            "ta", "te", "ın", "in", "un", "ün", "nı", "ni", "sı", "si", "a", "e", "ı", "i", "u",
            "ü",
        ],
        ..Lexicon::default()
    };
    l.months(
        Calendar::Gregorian,
        [
            "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül",
            "ekim", "kasım", "aralık",
        ],
    );
    l.weekdays([
        "pazartesi",
        "salı",
        "çarşamba",
        "perşembe",
        "cuma",
        "cumartesi",
        "pazar",
    ]);
    l.units(&[
        (Unit::Day, "gün"),
        (Unit::Week, "hafta"),
        (Unit::Month, "ay"),
        (Unit::Year, "yıl sene"),
    ]);
    l.cardinals(1, "bir iki üç dört beş altı yedi sekiz dokuz on");
    l.keys(&[
        (Key::Counted, "kişi ton lira dolar kilometre oy sayfa metre"),
        (
            Key::YearWord,
            "yılı yılında yılının yılından yılına senesi senesinde yıllarında yılları",
        ),
        (Key::Ago, "önce evvel"),
        (Key::Later, "sonra"),
    ]);
    l.periods(&Periods {
        seasons: ["ilkbahar bahar", "yaz", "sonbahar", "kış"],
        quarter: "çeyrek çeyreği çeyreğinde çeyreğinin",
        half: "yarısı yarısında yarısının",
        ordinals: ["birinci ilk", "ikinci", "üçüncü", "dördüncü"],
        beginning: "başı başında başından başlarında",
        middle: "ortası ortasında ortalarında",
        end: "sonu sonunda sonuna sonlarında",
        last: "geçen geçtiğimiz",
        next: "gelecek önümüzdeki",
        recent: "son",
        before_yesterday: "evvelsi gün|önceki gün",
        after_tomorrow: "öbür gün",
    });
    l.relatives(&Relatives {
        yesterday: "dün",
        today: "bugün",
        tomorrow: "yarın",
        last_year: "geçen yıl|geçen sene|geçtiğimiz yıl|önceki yıl",
        this_year: "bu yıl|bu sene",
        next_year: "gelecek yıl|önümüzdeki yıl|gelecek sene",
        last_month: "geçen ay|geçtiğimiz ay",
        this_month: "bu ay",
        next_month: "gelecek ay|önümüzdeki ay",
        last_week: "geçen hafta|geçtiğimiz hafta",
        this_week: "bu hafta",
        next_week: "gelecek hafta|önümüzdeki hafta",
    });
    l
}
