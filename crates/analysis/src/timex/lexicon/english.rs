//! English words of time.

use crate::timex::{
    calendar::Calendar,
    phrase::{Phrase, Reference},
    value::{DayPart, Season, Unit},
};

use super::Lexicon;

/// The part that a word of a closed class plays in the grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::timex) enum Key {
    // Articles and determiners.
    The,
    A,
    This,
    That,
    Same,
    Possessive,
    // Which one of a row.
    Last,
    Past,
    Previous,
    Next,
    Coming,
    Following,
    Current,
    Latest,
    Recent,
    Future,
    Final,
    // Parts of a span.
    Early,
    Late,
    Mid,
    Beginning,
    Middle,
    End,
    Rest,
    Earlier,
    Later,
    // Directions after an amount.
    Ago,
    Before,
    After,
    From,
    Hence,
    // Hedges.
    About,
    Nearly,
    More,
    Less,
    Over,
    Than,
    At,
    Least,
    Most,
    Up,
    // Amounts.
    Several,
    Few,
    Couple,
    Number,
    Some,
    Half,
    Dozen,
    Hundred,
    Thousand,
    // Repetition.
    Every,
    Each,
    Per,
    All,
    // Days named from today.
    Today,
    Yesterday,
    Tomorrow,
    Tonight,
    // Times.
    Noon,
    Midnight,
    Am,
    Pm,
    Utc,
    Zone,
    Oclock,
    // Linking words.
    Of,
    In,
    On,
    By,
    Since,
    Until,
    To,
    Through,
    Between,
    During,
    For,
    And,
    Or,
    Within,
    // Nouns around time.
    Fiscal,
    Period,
    Time,
    Old,
    Long,
    Ended,
    /// Between an amount and its unit: “more”, “full”, “straight”, “trading”.
    Filler,
    // What a clause says of its time.
    WillVerb,
    PastVerb,
    HadVerb,
    PresentVerb,
    // What shows that a number before or after is no year.
    Counted,
    Labelled,
    /// Opens the name of a holiday.
    Holiday,
    /// “années”, “دهه”: a decade by its first year follows, or is meant (its ordinal).
    DecadeWord,
    /// “года”, “yılı”, “année”: says that the number is a year.
    YearWord,
}

pub(super) fn lexicon() -> Lexicon {
    let mut l = Lexicon::default();
    names(&mut l);
    numbers(&mut l);
    closed_classes(&mut l);
    verbs_and_nouns(&mut l);
    phrases(&mut l);
    l
}

fn names(l: &mut Lexicon) {
    l.months(
        Calendar::Gregorian,
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
    );
    l.weekdays([
        "monday mon",
        "tuesday tue tues",
        "wednesday wed",
        "thursday thu thur thurs",
        "friday fri",
        "saturday sat",
        "sunday sun",
    ]);
    l.units(&[
        (Unit::Second, "second seconds"),
        (Unit::Minute, "minute minutes min mins"),
        (Unit::Hour, "hour hours hr hrs"),
        (Unit::Day, "day days"),
        (Unit::Night, "night nights"),
        (Unit::Week, "week weeks"),
        (Unit::Weekend, "weekend weekends"),
        (Unit::Fortnight, "fortnight fortnights"),
        (Unit::Month, "month months"),
        (Unit::Quarter, "quarter quarters qtr qtrs"),
        (Unit::Year, "year years yr yrs"),
        (Unit::Decade, "decade decades"),
        (Unit::Century, "century centuries"),
        (Unit::Millennium, "millennium millennia"),
    ]);
    l.edit(
        "seconds minutes hours days nights weeks fortnights weekends months quarters years decades centuries \
         millennia mins hrs qtrs yrs summers winters springs autumns mornings afternoons evenings mondays \
         tuesdays wednesdays thursdays fridays saturdays sundays",
        |w| w.is_plural = true,
    );
    l.weekdays([
        "mondays",
        "tuesdays",
        "wednesdays",
        "thursdays",
        "fridays",
        "saturdays",
        "sundays",
    ]);
    for (season, words) in [
        (Season::Spring, "spring springtime springs"),
        (Season::Summer, "summer summertime summers"),
        (Season::Autumn, "fall autumn autumns"),
        (Season::Winter, "winter wintertime winters"),
    ] {
        l.edit(words, |w| w.season = Some(season));
    }
    for (part, words) in [
        (DayPart::Morning, "morning mornings dawn"),
        (DayPart::Midday, "lunchtime"),
        (DayPart::Afternoon, "afternoon afternoons"),
        (DayPart::Evening, "evening evenings"),
        (DayPart::Night, "night nights"),
    ] {
        l.edit(words, |w| w.part = Some(part));
    }
}

fn numbers(l: &mut Lexicon) {
    l.cardinals(
        0,
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen \
         fifteen sixteen seventeen eighteen nineteen twenty",
    );
    let tens = "thirty forty fifty sixty seventy eighty ninety";
    for (value, word) in (3..).zip(tens.split(' ')) {
        l.edit(word, |w| w.cardinal = Some(value * 10));
    }
    let ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh \
        twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth \
        twentieth";
    for (value, word) in (1..).zip(ordinals.split_whitespace()) {
        l.edit(word, |w| w.ordinal = Some(value));
    }
    l.edit("thirtieth", |w| w.ordinal = Some(30));
    l.edit("single", |w| w.cardinal = Some(1));
}

fn closed_classes(l: &mut Lexicon) {
    l.keys(&[
        (Key::The, "the"),
        (Key::A, "a an"),
        (Key::This, "this these"),
        (Key::That, "that those"),
        (Key::Same, "same corresponding comparable"),
        (Key::Possessive, "his her its their our my your whose"),
        (Key::Last, "last"),
        (Key::Past, "past"),
        (Key::Previous, "previous prior preceding"),
        (Key::Next, "next"),
        (Key::Coming, "coming upcoming"),
        (Key::Following, "following"),
        (Key::Current, "current"),
        (Key::Latest, "latest"),
        (Key::Recent, "recent"),
        (Key::Future, "future"),
        (Key::Final, "final"),
        (Key::Early, "early"),
        (Key::Late, "late"),
        (Key::Mid, "mid"),
        (Key::Beginning, "beginning start opening"),
        (Key::Middle, "middle"),
        (Key::End, "end close"),
        (Key::Rest, "rest remainder"),
        (Key::Earlier, "earlier"),
        (Key::Later, "later"),
        (Key::Ago, "ago"),
        (Key::Before, "before"),
        (Key::After, "after"),
        (Key::From, "from"),
        (Key::Hence, "hence"),
        (Key::About, "about around roughly approximately circa"),
        (Key::Nearly, "nearly almost"),
        (Key::More, "more"),
        (Key::Less, "less fewer"),
        (Key::Over, "over"),
        (Key::Than, "than"),
        (Key::At, "at"),
        (Key::Least, "least"),
        (Key::Most, "most"),
        (Key::Up, "up"),
        (Key::Several, "several many numerous"),
        (Key::Few, "few"),
        (Key::Couple, "couple"),
        (Key::Number, "number"),
        (Key::Some, "some"),
        (Key::Half, "half"),
        (Key::Dozen, "dozen"),
        (Key::Hundred, "hundred hundreds"),
        (Key::Thousand, "thousand thousands"),
        (Key::Every, "every"),
        (Key::Each, "each"),
        (Key::Per, "per"),
        (Key::All, "all"),
        (Key::Today, "today"),
        (Key::Yesterday, "yesterday"),
        (Key::Tomorrow, "tomorrow tmrw"),
        (Key::Tonight, "tonight"),
        (Key::Noon, "noon midday"),
        (Key::Midnight, "midnight"),
        (Key::Am, "am"),
        (Key::Pm, "pm"),
        (Key::Utc, "utc gmt"),
        (Key::Zone, "est edt pst pdt cst cdt et bst cet cest msk"),
        (Key::Oclock, "clock"),
        (Key::Of, "of"),
        (Key::In, "in"),
        (Key::On, "on"),
        (Key::By, "by"),
        (Key::Since, "since"),
        (Key::Until, "until till"),
        (Key::To, "to"),
        (Key::Through, "through throughout"),
        (Key::Between, "between"),
        (Key::During, "during"),
        (Key::For, "for"),
        (Key::And, "and"),
        (Key::Or, "or"),
        (Key::Within, "within"),
    ]);
}

fn verbs_and_nouns(l: &mut Lexicon) {
    l.keys(&[
        (Key::Fiscal, "fiscal"),
        (Key::Period, "period"),
        (Key::Time, "time"),
        (Key::Old, "old"),
        (Key::Long, "long"),
        (Key::Ended, "ended ending"),
        (
            Key::Filler,
            "full straight consecutive successive whole additional trading business \
             calendar working different solid entire",
        ),
        (
            Key::WillVerb,
            "will would shall ll expected expects expect scheduled plan plans planned planning due \
             slated hopes hope intends intend supposed going set deadline be",
        ),
        (
            Key::PastVerb,
            "was were said told did reported announced met took made went came began left gave \
             found held won lost rose fell led ran wrote saw got became died arrived been",
        ),
        (Key::HadVerb, "had"),
        (
            Key::Holiday,
            "christmas xmas trinity shrove mlk orthodox halloween valentine thanksgiving labor memorial new boxing \
             epiphany saint st international women earth victory juneteenth bastille armistice \
             veterans remembrance human columbus martin presidents ash palm maundy good easter \
             ascension whit pentecost nowruz novruz eid ashura ramadan",
        ),
        (Key::PresentVerb, "is are has have says"),
        (
            Key::Counted,
            "percent people miles feet dollars euros tons tonnes shares points square acres \
             barrels yards meters metres kilometers kilometres km kg kilograms pounds degrees \
             troops soldiers workers jobs employees copies homes votes seats words pages calories \
             horsepower \
             units students members cars planes refugees cases deaths million billion trillion \
             cents rubles",
        ),
        (
            Key::Labelled,
            "page pages room flight route highway number no nos article section paragraph \
             resolution building model version chapter box suite channel \
             extension figure table",
        ),
    ]);
}

fn phrases(l: &mut Lexicon) {
    use Reference::{Future, Past, Present};
    let set = |value: &str| Phrase::Set(value.to_owned());
    for (words, meaning) in [
        (
            "now|right now|currently|presently|at present|at the moment|at this time|these days\
             |nowadays|the time being|this moment|at the present time|the present\
             |current|right away",
            Present,
        ),
        (
            "recently|more recently|most recently|lately|the past|the recent past\
             |the distant past|long ago|not long ago|recent",
            Past,
        ),
        (
            "soon|shortly|some day|someday|the future|the near future|the foreseeable future\
             |the not too distant future|the near term|a later date|the coming future",
            Future,
        ),
    ] {
        l.phrase(words, &Phrase::Reference(meaning));
    }
    for (words, value) in [
        ("daily", "P1D"),
        ("nightly", "P1D"),
        ("weekly", "P1W"),
        ("monthly", "P1M"),
        ("yearly|annually", "P1Y"),
        ("biweekly|fortnightly", "P2W"),
        ("semiannual|semiannually", "P6M"),
        ("hourly", "PT1H"),
        ("biennial", "P2Y"),
    ] {
        l.phrase(words, &set(value));
    }
}
