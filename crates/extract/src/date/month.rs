//! Names of months, as people write them in the languages that Dossier's readers read.

use crate::words::has_word;

/// The names of the twelve Gregorian months, each with its inflected and short forms.
const NAMES: [&str; 12] = [
    "january|jan|января|январь|янв|січня|ocak|oca|yanvar|yan|yanvarin|ژانویه|ژانویهٔ|\
        يناير|كانون|janvier|janv|januar|jänner|enero|ene|gennaio|gen|janeiro|janv|januari|\
        styczeń|stycznia|ianuarie|ינואר|იანვარი|იანვარს|իանվար|հունվար|հունվարի",
    "february|feb|февраля|февраль|фев|февр|лютого|şubat|şub|fevral|fev|فوریه|فوریهٔ|\
        فبراير|شباط|février|févr|februar|feber|febrero|febbraio|fevereiro|februari|luty|\
        lutego|februarie|פברואר|თებერვალი|თებერვალს|փետրվար|փետրվարի",
    "march|mar|марта|март|мар|березня|mart|مارس|آذار|mars|märz|mär|mrz|marzo|março|maart|\
        marzec|marca|martie|מרץ|მარტი|მარტს|մարտ|մարտի",
    "april|apr|апреля|апрель|апр|квітня|nisan|nis|aprel|آوریل|أبريل|ابريل|إبريل|نيسان|\
        avril|avr|abril|abr|aprile|kwiecień|kwietnia|aprilie|אפריל|აპრილი|აპრილს|ապրիլ|\
        ապրիլի",
    "may|мая|май|травня|mayis|مه|مهٔ|می|مايو|أيار|ايار|mai|mayo|maggio|mag|maio|mei|maj|\
        maja|מאי|მაისი|მაისს|մայիս|մայիսի",
    "june|jun|июня|июнь|июн|червня|haziran|haz|iyun|ژوئن|يونيو|حزيران|juin|juni|junio|\
        giugno|giu|junho|czerwiec|czerwca|iunie|יוני|ივნისი|ივნისს|հունիս|հունիսի",
    "july|jul|июля|июль|июл|липня|temmuz|tem|iyul|ژوئیه|ژوئیهٔ|جولای|يوليو|تموز|juillet|\
        juil|juli|julio|luglio|lug|julho|lipiec|lipca|iulie|יולי|ივლისი|ივლისს|հուլիս|\
        հուլիսի",
    "august|aug|августа|август|авг|серпня|ağustos|ağu|avqust|avq|اوت|أغسطس|اغسطس|آب|août|\
        aout|agosto|ago|augustus|sierpień|sierpnia|אוגוסט|აგვისტო|აგვისტოს|օգոստոս|օգոստոսի",
    "september|sep|sept|сентября|сентябрь|сен|сент|вересня|eylül|eyl|sentyabr|sen|\
        سپتامبر|سبتمبر|أيلول|ايلول|septembre|septiembre|setiembre|settembre|set|setembro|\
        wrzesień|września|septembrie|ספטמבר|სექტემბერი|სექტემბერს|սեպտեմբեր|սեպտեմբերի",
    "october|oct|октября|октябрь|окт|жовтня|ekim|eki|oktyabr|okt|اکتبر|أكتوبر|اكتوبر|\
        octobre|oktober|octubre|ottobre|ott|outubro|out|październik|października|octombrie|\
        אוקטובר|ოქტომბერი|ოქტომბერს|հոկտեմբեր|հոկտեմբերի",
    "november|nov|ноября|ноябрь|ноя|нояб|листопада|kasim|kas|noyabr|noy|نوامبر|نوفمبر|\
        novembre|noviembre|novembro|listopad|noiembrie|נובמבר|ნოემბერი|ნოემბერს|նոյեմբեր|\
        նոյեմբերի",
    "december|dec|декабря|декабрь|дек|грудня|aralik|ara|dekabr|dek|دسامبر|ديسمبر|\
        décembre|déc|dezember|dez|diciembre|dic|dicembre|dezembro|grudzień|grudnia|\
        decembrie|דצמבר|დეკემბერი|დეკემბერს|դեկտեմբեր|դեկտեմբերի",
];

/// The months of the Iranian calendar, from Nowruz on.
const IRANIAN: [&str; 12] = [
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
];

/// A month and the calendar that it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Month {
    Gregorian(u32),
    Iranian(u32),
}

/// The month that a word names, whatever its case.
pub(super) fn of_name(word: &str) -> Option<Month> {
    let word = fold(word);
    // Hebrew writes "in June" as one word.
    let bare = word.strip_prefix('ב').unwrap_or(&word);
    let number = |at: usize| u32::try_from(at + 1).expect("there are twelve months");
    NAMES
        .iter()
        .position(|names| has_word(names, &word) || has_word(names, bare))
        .map(|at| Month::Gregorian(number(at)))
        .or_else(|| {
            IRANIAN
                .iter()
                .position(|name| *name == word)
                .map(|at| Month::Iranian(number(at)))
        })
}

/// Lower case, with the letters made one that capitals (Turkish ı and i) or keyboards (Arabic and
/// Persian ye) do not tell apart.
fn fold(word: &str) -> String {
    word.chars()
        .flat_map(|c| match c {
            'İ' | 'ı' => 'i'.to_lowercase(),
            'ي' if word.contains(['ژ', 'ک', 'گ', 'پ']) => 'ی'.to_lowercase(),
            c => c.to_lowercase(),
        })
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .collect()
}

/// The Gregorian day of a day of the Iranian (Solar Hijri) calendar.
///
/// The 2,820-year cycle of Birashk as tabulated by Borkowski (1996) is replaced by its 33-year rule,
/// which is exact for the years 1206 to 1498 (1827 to 2119).
pub(super) fn of_iranian(year: i32, month: u32, day: u32) -> Option<chrono::NaiveDate> {
    if !(1206..=1498).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let is_leap = |year: i32| matches!(year % 33, 1 | 5 | 9 | 13 | 17 | 22 | 26 | 30);
    let length = match month {
        1..=6 => 31,
        7..=11 => 30,
        _ if is_leap(year) => 30,
        _ => 29,
    };
    if day > length {
        return None;
    }
    // Nowruz of 1400 was 21 March 2021.
    let epoch = chrono::NaiveDate::from_ymd_opt(2021, 3, 21)?;
    let years: i64 = if year >= 1400 {
        (1400..year).map(|y| 365 + i64::from(is_leap(y))).sum()
    } else {
        -(year..1400)
            .map(|y| 365 + i64::from(is_leap(y)))
            .sum::<i64>()
    };
    let months: u32 = (1..month).map(|m| if m <= 6 { 31 } else { 30 }).sum();
    epoch.checked_add_signed(chrono::Duration::days(years + i64::from(months + day - 1)))
}
