//! Places phrases on the calendar: against the day of publication, against the story, by tense.

use chrono::{Days, NaiveDate};
use dossier_text::Interval;

use super::{
    TimexType,
    calendar::Calendar,
    phrase::{Amount, Part, Phrase, Reference, TimeOfDay, YearOf},
    place::Place,
    register::Register,
    said::{open_value, point_value},
    tense::Tense,
    token::Break,
    value::{Point, Unit, duration, moved},
};

/// An expression on the calendar.
#[derive(Debug, Clone)]
pub(super) struct Resolved {
    pub(super) kind: TimexType,
    pub(super) value: String,
    pub(super) interval: Option<Interval>,
}

/// What the text has named so far, against which the next expression may count.
#[derive(Debug, Clone)]
pub(super) struct Resolver {
    pub(super) published: Option<NaiveDate>,
    pub(super) register: Register,
    /// The calendar by which the text's language counts years.
    pub(super) civil: Calendar,
    /// The last point of the calendar that the text named.
    pub(super) story: Option<Point>,
    /// The last quarter of which a report speaks, or year of its accounts.
    pub(super) period: Option<Point>,
    /// A year that the text wrote out in this paragraph.
    pub(super) written_year: Option<i32>,
    /// That year opened a sentence: “In 2019, …”.
    pub(super) tells_of_year: bool,
    /// The last day that this sentence named: its times of day are of it.
    sentence_day: Option<NaiveDate>,
}

impl Resolver {
    pub(super) fn new(published: Option<NaiveDate>, civil: Calendar, register: Register) -> Self {
        Self {
            published,
            register,
            civil,
            story: None,
            period: None,
            written_year: None,
            tells_of_year: false,
            sentence_day: None,
        }
    }

    /// Passes a token; the end of a paragraph ends what its years cover.
    pub(super) fn pass(&mut self, after: Break) {
        if after != Break::None {
            self.sentence_day = None;
        }
        if after == Break::Paragraph {
            self.written_year = None;
            self.tells_of_year = false;
        }
    }

    /// Notes that the last expression opened its sentence (“In 2019, …”): what follows in the
    /// paragraph is told of its year.
    pub(super) fn open_story(&mut self) {
        self.tells_of_year = self.written_year.is_some();
    }

    /// The phrase on the calendar; `None` when the calendar has no such day.
    pub(super) fn resolve(&mut self, phrase: &Phrase, tense: Tense) -> Option<Resolved> {
        match phrase {
            Phrase::Duration {
                amount,
                unit,
                is_up_to_now,
            } => Some(self.duration(*amount, *unit, *is_up_to_now)),
            Phrase::Compound(value) => Some(plain(TimexType::Duration, value)),
            Phrase::Set(value) => Some(plain(TimexType::Set, value)),
            Phrase::Reference(Reference::Present) if self.register == Register::Request => {
                Some(Resolved {
                    kind: TimexType::Time,
                    value: Reference::Present.value().to_owned(),
                    interval: self.published.and_then(Interval::of_day),
                })
            }
            Phrase::Reference(reference) => Some(plain(TimexType::Date, reference.value())),
            Phrase::Time { time, day } => self.time(*time, day.as_deref(), tense),
            // “2016-2020” names both its years in a request too.
            Phrase::Span { from, to } if self.register == Register::Request && !is_year(from) => {
                self.between(from, to, tense)
            }
            Phrase::Span { from, to } => self.span(from, to, tense),
            Phrase::Between { from, to } => self.between(from, to, tense),
            Phrase::ClockBetween { from, to, day } => {
                self.clock_between(*from, *to, day.as_deref(), tense)
            }
            Phrase::Open(of) => self.open(of, tense),
            Phrase::Window {
                count,
                unit,
                is_ahead,
                is_from_today,
                is_business,
            } => self.counted_window(*count, *unit, *is_ahead, *is_from_today, *is_business),
            _ => {
                let place = self.place(phrase, tense)?;
                self.remember(phrase, &place);
                Some(match place {
                    Place::Point(point) => Resolved {
                        kind: TimexType::Date,
                        value: self.value_of(phrase, point),
                        interval: point.interval(),
                    },
                    Place::Partly(value) => plain(TimexType::Date, &value),
                })
            }
        }
    }

    /// The value of a phrase that was placed at a point.
    pub(super) fn value_of(&self, phrase: &Phrase, point: Point) -> String {
        match self.register {
            Register::Report => point.to_string(),
            Register::Request => open_value(phrase).unwrap_or_else(|| point_value(point)),
        }
    }

    fn remember(&mut self, phrase: &Phrase, place: &Place) {
        let Place::Point(point) = *place else { return };
        self.story = Some(point);
        if let Point::Day(day) = point {
            self.sentence_day = Some(day);
        }
        if let (
            Phrase::InYear {
                part: Part::Quarter(_),
                ..
            },
            Some(days),
        ) = (phrase, point.interval())
        {
            // A report speaks of the quarter that is over, though it may name the next.
            let is_over = self.published.is_none_or(|today| days.end <= today);
            if is_over || self.period.is_none() {
                self.period = Some(point);
            }
        }
        let writes_year = matches!(
            phrase,
            Phrase::InYear {
                year: YearOf::Exact(_),
                ..
            } | Phrase::Point(_)
        );
        if writes_year {
            self.written_year = point.year();
        }
    }

    fn span(&mut self, from: &Phrase, to: &Phrase, tense: Tense) -> Option<Resolved> {
        let (Place::Point(a), Place::Point(b)) = (self.place(from, tense)?, self.place(to, tense)?)
        else {
            return None;
        };
        let days = Interval::new(a.start()?, b.interval()?.end)?;
        self.story = Some(b);
        Some(Resolved {
            kind: TimexType::Date,
            value: format!("{a}/{b}"),
            interval: Some(days),
        })
    }

    fn duration(&self, amount: Amount, unit: Unit, is_up_to_now: bool) -> Resolved {
        let value = match amount {
            Amount::Exact(quantity) => duration(quantity, unit),
            Amount::Vague => unit.vague().to_owned(),
        };
        let interval = if is_up_to_now {
            self.window(amount, unit)
        } else {
            None
        };
        Resolved {
            kind: TimexType::Duration,
            value,
            interval,
        }
    }

    /// The days of a window that ends with the day of publication, that day included.
    fn window(&self, amount: Amount, unit: Unit) -> Option<Interval> {
        let (Amount::Exact(quantity), false) = (amount, unit.is_clock()) else {
            return None;
        };
        let today = self.published?;
        let start = moved(today, unit, quantity.as_whole()?.checked_neg()?)?;
        Interval::new(start, today.checked_add_days(Days::new(1))?)
    }

    fn time(&mut self, time: TimeOfDay, day: Option<&Phrase>, tense: Tense) -> Option<Resolved> {
        if self.register == Register::Request {
            return self.requested_time(time, day, tense);
        }
        let place = match day {
            Some(day) => {
                let place = self.place(day, tense)?;
                self.remember(day, &place);
                // “ended at 10 p.m. Monday and was counted by 06:30”: perhaps on another day.
                if matches!(time, TimeOfDay::Clock { .. }) {
                    self.sentence_day = None;
                }
                place
            }
            None => self.sentence_day.or(self.published).map_or_else(
                || Place::Partly("XXXX-XX-XX".to_owned()),
                |d| Place::Point(Point::Day(d)),
            ),
        };
        let time = match time {
            TimeOfDay::Part(part) => part.code().to_owned(),
            TimeOfDay::Clock {
                hour,
                minute,
                second,
                is_utc,
            } => {
                let mut value = format!("{hour:02}");
                for part in [minute, second].into_iter().flatten() {
                    value.push_str(&format!(":{part:02}"));
                }
                if is_utc {
                    value.push('Z');
                }
                value
            }
        };
        let (day, interval) = match place {
            Place::Point(point) => (point.to_string(), point.interval()),
            Place::Partly(value) => (value, None),
        };
        Some(Resolved {
            kind: TimexType::Time,
            value: format!("{day}T{time}"),
            interval,
        })
    }
}

fn is_year(phrase: &Phrase) -> bool {
    matches!(phrase, Phrase::Point(Point::Year(_)))
}

pub(super) fn plain(kind: TimexType, value: &str) -> Resolved {
    Resolved {
        kind,
        value: value.to_owned(),
        interval: None,
    }
}
