//! What an expression says before it is placed on the calendar.

use chrono::Weekday;

use super::{
    Modifier,
    value::{DayPart, Point, Quantity, Season, Unit},
};

/// The year that a phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearOf {
    /// Written out.
    Exact(i32),
    /// So many years after that of publication: “last year” is -1.
    FromPublication(i32),
    /// So many years after that of the story: “that year”, “the following year”.
    FromStory(i32),
    /// “last June”: the last one that began before the day of publication.
    LastOne,
    /// “next June”: the first one to begin after it.
    NextOne,
    /// Not named; the tense and the story decide.
    Unsaid,
}

/// A part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    Half(u32),
    Quarter(u32),
    Season(Season),
    /// A week by its number (ISO 8601).
    Week(u32),
    Month(u32),
    Day(u32, u32),
    /// So many days after Easter of the Western churches.
    Easter(i32),
    /// So many days after Easter of the Eastern churches.
    OrthodoxEaster(i32),
    /// A month, or a day of a month, of the Islamic calendar.
    Lunar(u32, Option<u32>),
    /// The same of the Solar Hijri calendar.
    Solar(u32, Option<u32>),
    /// The first day of the Solar Hijri year.
    Nowruz,
}

/// Where a shift starts to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Publication,
    /// The last day that the story named.
    Story,
}

/// Which of the days of a name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pick {
    /// “Tuesday”: the tense decides.
    Nearest,
    Last,
    Next,
    /// “this Tuesday”: of this week, or the coming one.
    This,
    /// “Tuesday of next week”: of the week so many weeks after this one.
    Week(i32),
}

/// No point of the calendar, but past, present or future.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reference {
    Past,
    Present,
    Future,
}

impl Reference {
    pub(super) fn value(self) -> &'static str {
        match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
        }
    }
}

/// A time of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TimeOfDay {
    Part(DayPart),
    Clock {
        hour: u32,
        minute: Option<u32>,
        second: Option<u32>,
        is_utc: bool,
    },
}

/// An amount of a duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    Exact(Quantity),
    Vague,
}

/// The meaning of an expression before it is resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Phrase {
    /// Placed by its words alone.
    Point(Point),
    /// A year, or a part of one.
    InYear {
        part: Part,
        year: YearOf,
    },
    Weekday {
        day: Weekday,
        pick: Pick,
    },
    /// The unit so many units after the one of the origin: “next month”, “two days later”.
    Shift {
        unit: Unit,
        by: i32,
        origin: Origin,
    },
    /// The day exactly so many units after the origin: “two weeks ago”.
    DayShift {
        unit: Unit,
        by: i32,
        origin: Origin,
    },
    /// “a year ago”, “a year earlier”: the period of the story in another year, else that year.
    YearsApart {
        by: i32,
        origin: Origin,
    },
    /// “the quarter”, “the same period last year”: the period of which the story speaks.
    Period {
        unit: Option<Unit>,
        years: i32,
    },
    /// “the latest quarter”: that of which the story speaks, else the last one that is over.
    LatestPeriod {
        unit: Option<Unit>,
    },
    /// The n-th (0 is the last) unit or weekday within another: “the last week of March”.
    Nth {
        n: u32,
        unit: Unit,
        weekday: Option<Weekday>,
        of: Box<Phrase>,
    },
    /// The week, or other unit, that holds a day.
    Around {
        unit: Unit,
        day: Box<Phrase>,
    },
    Reference(Reference),
    /// A time of a day; without the day, of the day of publication.
    Time {
        time: TimeOfDay,
        day: Option<Box<Phrase>>,
    },
    /// From the first to the last inclusive.
    Span {
        from: Box<Phrase>,
        to: Box<Phrase>,
    },
    /// A range of a request: it stops where the day named last begins.
    Between {
        from: Box<Phrase>,
        to: Box<Phrase>,
    },
    /// A range of times of one day.
    ClockBetween {
        from: TimeOfDay,
        to: TimeOfDay,
        day: Option<Box<Phrase>>,
    },
    /// All time before or after: “since August”; it has no last or no first day.
    Open(Box<Phrase>),
    /// So many units next to today, or from today on: “next 3 days”, “within 9 months”.
    Window {
        count: u32,
        unit: Unit,
        is_ahead: bool,
        is_from_today: bool,
        is_business: bool,
    },
    /// So many units from a day: “two weeks before Christmas”.
    Offset {
        by: i32,
        unit: Unit,
        of: Box<Phrase>,
    },
    /// A day of a month that is not named: “the 4th”, “Friday the 26th”.
    DayOfMonth {
        day: u32,
        weekday: Option<Weekday>,
    },
    Duration {
        amount: Amount,
        unit: Unit,
        /// It ends with the day of publication: “the past two years”.
        is_up_to_now: bool,
    },
    /// A duration of several units, with its value.
    Compound(String),
    /// A repetition, with its value.
    Set(String),
    /// What its calendar lacks: “31 Mehr”.
    Nowhere,
}

impl Phrase {
    /// Whether its article is part of it in a request too: “the last week of July”.
    pub(super) fn keeps_article(&self) -> bool {
        matches!(
            self,
            Self::Nth { .. }
                | Self::Around { .. }
                | Self::DayOfMonth { .. }
                | Self::InYear {
                    part: Part::Day(..),
                    ..
                }
        )
    }
}

/// A phrase that the grammar found: tokens up to but not including `end`.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) end: usize,
    pub(super) phrase: Phrase,
    pub(super) modifier: Option<Modifier>,
}

impl Found {
    pub(super) fn new(phrase: Phrase, end: usize) -> Self {
        Self {
            end,
            phrase,
            modifier: None,
        }
    }
}
