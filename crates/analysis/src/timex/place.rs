//! Where on the calendar a date lies: how years, weekdays and shifts are chosen.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{
    calendar::{self, Calendar},
    grammar::weekday_value,
    phrase::{Origin, Part, Phrase, Pick, YearOf},
    resolve::Resolver,
    tense::Tense,
    value::{Point, Unit, monday_of, moved, weekday_in_week},
};

/// A point of the calendar, or as much of one as is known.
pub(super) enum Place {
    Point(Point),
    /// The TIMEX3 value of what is known.
    Partly(String),
}

impl Resolver {
    /// Where on the calendar a phrase of a date lies.
    pub(super) fn place(&self, phrase: &Phrase, tense: Tense) -> Option<Place> {
        match phrase {
            Phrase::Point(point) => Some(Place::Point(*point)),
            Phrase::InYear { part, year } => self.in_year(*part, *year, tense),
            Phrase::Weekday { day, pick } => Some(self.weekday(*day, *pick, tense)),
            Phrase::Shift {
                unit: Unit::Weekend,
                by: 0,
                origin,
            } => {
                let is_ahead = self
                    .published
                    .is_some_and(|d| d.weekday().num_days_from_monday() < 5);
                let by = if is_ahead && tense == Tense::Past {
                    -1
                } else {
                    0
                };
                Some(self.shift(Unit::Weekend, by, *origin, Unit::Weekend))
            }
            Phrase::Shift { unit, by, origin } => Some(self.shift(*unit, *by, *origin, *unit)),
            Phrase::DayShift { unit, by, origin } => {
                Some(self.shift(*unit, *by, *origin, Unit::Day))
            }
            Phrase::YearsApart { by, origin } => Some(self.years_apart(*by, *origin)),
            Phrase::Period { unit, years } => Some(self.same_period(*unit, *years)),
            Phrase::LatestPeriod { unit } => Some(self.latest_period(*unit)),
            Phrase::Nth {
                n,
                unit,
                weekday,
                of,
            } => self.nth(*n, *unit, *weekday, of, tense),
            Phrase::Around { unit, day } => self.around(*unit, day, tense),
            Phrase::Offset { by, unit, of } => self.offset(*by, *unit, of, tense),
            Phrase::DayOfMonth { day, weekday } => Some(self.day_of_month(*day, *weekday)),
            _ => None,
        }
    }

    fn in_year(&self, part: Part, year: YearOf, tense: Tense) -> Option<Place> {
        let year = match year {
            YearOf::Exact(year) => Some(year),
            YearOf::FromPublication(by) => self.published.map(|d| d.year() + by),
            YearOf::FromStory(by) => self
                .story
                .or(self.published.map(Point::Day))
                .and_then(Point::year)
                .map(|y| y + by),
            YearOf::LastOne => self.nearest_year(part, -1),
            YearOf::NextOne => self.nearest_year(part, 1),
            YearOf::Unsaid => return self.unsaid_year(part, tense),
        };
        match year {
            Some(year) => point_of(part, year).map(Place::Point),
            None => Some(Place::Partly(without_year(part)?)),
        }
    }

    /// The year of the last part of that name to begin before publication, or of the next after it.
    fn nearest_year(&self, part: Part, direction: i32) -> Option<i32> {
        let today = self.published?;
        let year = today.year();
        let starts = |y: i32| point_of(part, y).and_then(Point::interval);
        if direction < 0 {
            (year - 1..=year)
                .rev()
                .find(|y| starts(*y).is_some_and(|i| i.end <= today))
        } else {
            (year..=year + 1).find(|y| starts(*y).is_some_and(|i| i.start > today))
        }
    }

    /// The year that is not named: the nearest that fits the tense, or that of the story.
    fn unsaid_year(&self, part: Part, tense: Tense) -> Option<Place> {
        let Some(today) = self.published else {
            return match self.written_year {
                Some(year) => point_of(part, year).map(Place::Point),
                None => Some(Place::Partly(without_year(part)?)),
            };
        };
        // “In 2019 …. In May …”: a past month of the year that the paragraph tells of.
        if let (Some(year), Part::Month(_) | Part::Day(..) | Part::Season(_)) =
            (self.written_year, part)
            && tense != Tense::Future
            && self.tells_of_year
            && year < today.year()
        {
            return point_of(part, year).map(Place::Point);
        }
        let year = today.year();
        let points = [year - 1, year, year + 1]
            .into_iter()
            .filter_map(|y| point_of(part, y));
        let is_period = matches!(part, Part::Quarter(_) | Part::Half(_));
        let distance = |point: &Point| {
            let start = point.start().unwrap_or(today);
            let last = point
                .interval()
                .map_or(start, |i| i.end.pred_opt().unwrap_or(i.end));
            let (ahead, behind) = (
                (start - today).num_days().max(0),
                (today - last).num_days().max(0),
            );
            match tense {
                Tense::Future => ahead + behind * 3,
                // “Growth slowed in Q3”: the quarter has begun.
                Tense::Past if is_period && ahead > 0 => ahead * 4 + behind + 400,
                Tense::Past => ahead * 4 + behind,
                Tense::Unsaid => ahead + if ahead > 0 { 60 } else { 0 } + behind,
            }
        };
        let nearest = points.min_by_key(distance);
        match nearest {
            Some(point) => Some(Place::Point(point)),
            // A day that only leap years have: the last one that was.
            None => (year - 8..year)
                .rev()
                .find_map(|y| point_of(part, y))
                .map(Place::Point),
        }
    }

    fn weekday(&self, day: Weekday, pick: Pick, tense: Tense) -> Place {
        let found = self.published.and_then(|today| {
            let ahead = u64::from(
                (7 + day.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7,
            );
            let behind = (7 - ahead) % 7;
            match pick {
                Pick::Last => {
                    today.checked_sub_days(Days::new(if behind == 0 { 7 } else { behind }))
                }
                Pick::Next => today.checked_add_days(Days::new(if ahead == 0 { 7 } else { ahead })),
                Pick::This => weekday_in_week(today, day),
                Pick::Week(by) => weekday_in_week(moved(today, Unit::Week, by)?, day),
                Pick::Nearest if tense == Tense::Future => today.checked_add_days(Days::new(ahead)),
                Pick::Nearest => today.checked_sub_days(Days::new(behind)),
            }
        });
        found.map_or_else(
            || Place::Partly(weekday_value(day)),
            |day| Place::Point(Point::Day(day)),
        )
    }

    /// The day from which a phrase counts.
    fn origin(&self, origin: Origin) -> Option<NaiveDate> {
        match origin {
            Origin::Publication => self.published,
            Origin::Story => self.story.and_then(Point::start).or(self.published),
        }
    }

    fn shift(&self, unit: Unit, by: i32, origin: Origin, precision: Unit) -> Place {
        let found = self.origin(origin).and_then(|day| {
            // The story may name no day: “the next day” after “in March” is not known.
            let is_day = matches!(unit, Unit::Day | Unit::Night | Unit::Week | Unit::Fortnight);
            let is_vague = origin == Origin::Story
                && is_day
                && self.story.is_some_and(|s| !matches!(s, Point::Day(_)));
            if is_vague {
                return None;
            }
            if unit == Unit::Year && precision == Unit::Year && self.civil != Calendar::Gregorian {
                let days = self.civil.year_around(day, by)?;
                return Some(Point::Days(days.start, days.end));
            }
            Point::shifted(precision, moved(day, unit, by)?, 0)
        });
        found.map_or_else(
            || Place::Partly(unknown(precision).to_owned()),
            Place::Point,
        )
    }

    fn years_apart(&self, by: i32, origin: Origin) -> Place {
        if let Some(period) = self.period.and_then(|p| p.years_later(by)) {
            return Place::Point(period);
        }
        self.shift(Unit::Year, by, origin, Unit::Year)
    }

    fn same_period(&self, unit: Option<Unit>, years: i32) -> Place {
        let of_story = self.period.or(match (unit, self.story) {
            (None, Some(point @ (Point::Month(..) | Point::Half(..) | Point::Year(_)))) => {
                Some(point)
            }
            _ => None,
        });
        let of_today = || {
            let today = self.published?;
            let unit = unit.unwrap_or(Unit::Year);
            Some(Point::of(unit, today))
        };
        let found = of_story.or_else(of_today).and_then(|p| {
            let this_year = self.published.map(|d| d.year());
            let years = if years == 0 {
                0
            } else {
                this_year.map_or(years, |y| y + years - p.year().unwrap_or(y))
            };
            p.years_later(years)
        });
        found.map_or_else(
            || Place::Partly(unknown(unit.unwrap_or(Unit::Year)).to_owned()),
            Place::Point,
        )
    }

    fn latest_period(&self, unit: Option<Unit>) -> Place {
        let last = || Point::shifted(unit?, moved(self.published?, unit?, -1)?, 0);
        match self.period.or_else(last) {
            Some(point) => Place::Point(point),
            None => Place::Partly(unknown(unit.unwrap_or(Unit::Year)).to_owned()),
        }
    }

    fn nth(
        &self,
        n: u32,
        unit: Unit,
        weekday: Option<Weekday>,
        of: &Phrase,
        tense: Tense,
    ) -> Option<Place> {
        let Place::Point(within) = self.place(of, tense)? else {
            return Some(Place::Partly(unknown(unit).to_owned()));
        };
        let days = within.interval()?;
        let last = days.end.pred_opt()?;
        let weeks = |n: u32| u64::from(n.saturating_sub(1)) * 7;
        let day = match (weekday, n) {
            (Some(weekday), 0) => {
                let back = (7 + last.weekday().num_days_from_monday()
                    - weekday.num_days_from_monday())
                    % 7;
                last.checked_sub_days(Days::new(u64::from(back)))?
            }
            (Some(weekday), n) => {
                let ahead = (7 + weekday.num_days_from_monday()
                    - days.start.weekday().num_days_from_monday())
                    % 7;
                days.start
                    .checked_add_days(Days::new(u64::from(ahead) + weeks(n)))?
            }
            // The last week of a month is the last that has most of its days there.
            (None, 0) if unit == Unit::Week => last.checked_sub_days(Days::new(3))?,
            (None, 0) => last,
            (None, n) if unit == Unit::Day => {
                days.start.checked_add_days(Days::new(u64::from(n) - 1))?
            }
            (None, n) if unit == Unit::Month => {
                moved(days.start, Unit::Month, i32::try_from(n).ok()? - 1)?
            }
            (None, n) => days.start.checked_add_days(Days::new(weeks(n)))?,
        };
        let is_within = (days.start..days.end).contains(&day);
        is_within.then(|| Place::Point(Point::of(unit, day)))
    }

    fn around(&self, unit: Unit, day: &Phrase, tense: Tense) -> Option<Place> {
        let Place::Point(point) = self.place(day, tense)? else {
            return Some(Place::Partly(unknown(unit).to_owned()));
        };
        // “the 1988 quarter”: the quarter of which the report speaks, in that year.
        if let (Unit::Quarter, Point::Year(year)) = (unit, point) {
            let quarter = self
                .period
                .or_else(|| Some(Point::of(unit, self.published?)));
            return match quarter {
                Some(Point::Quarter(_, q)) => Some(Place::Point(Point::Quarter(year, q))),
                _ => Some(Place::Point(point)),
            };
        }
        let start = point.start()?;
        Some(Place::Point(match unit {
            Unit::Week => Point::Week(monday_of(start)),
            _ => Point::of(unit, start),
        }))
    }
}

fn point_of(part: Part, year: i32) -> Option<Point> {
    Some(match part {
        Part::Whole => Point::Year(year),
        Part::Half(half) => Point::Half(year, half),
        Part::Quarter(quarter) => Point::Quarter(year, quarter),
        Part::Season(season) => Point::Season(year, season),
        Part::Week(week) => Point::Week(NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?),
        Part::Month(month) => Point::Month(year, month),
        Part::Day(month, day) => return Point::day(year, month, day),
        Part::Easter(days) => {
            return Some(Point::Day(moved(calendar::easter(year)?, Unit::Day, days)?));
        }
        Part::OrthodoxEaster(days) => {
            let easter = calendar::orthodox_easter(year)?;
            return Some(Point::Day(moved(easter, Unit::Day, days)?));
        }
        Part::Lunar(month, day) => return part_in(Calendar::Lunar, year, month, day),
        Part::Solar(month, day) => return part_in(Calendar::Solar, year, month, day),
        Part::Nowruz => {
            let days = Calendar::Solar.interval(year.checked_sub(621)?, Some(1), Some(1))?;
            return Some(Point::Day(days.start));
        }
    })
}

/// The first day, or month, of that number of a calendar that begins in a Gregorian year.
fn part_in(calendar: Calendar, year: i32, month: u32, day: Option<u32>) -> Option<Point> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
    let other = calendar.year_of(first)?;
    let days = (other..other + 2)
        .filter_map(|y| calendar.interval(y, Some(month), day))
        .find(|days| days.start.year() == year)?;
    Some(match day {
        Some(_) => Point::Day(days.start),
        None => Point::Days(days.start, days.end),
    })
}

/// What is known of a part of a year that is not known; `None` when no year has such a day.
pub(super) fn without_year(part: Part) -> Option<String> {
    Some(match part {
        Part::Whole => "XXXX".to_owned(),
        Part::Half(half) => format!("XXXX-H{half}"),
        Part::Quarter(quarter) => format!("XXXX-Q{quarter}"),
        Part::Season(season) => format!("XXXX-{}", season.code()),
        Part::Week(week) => format!("XXXX-W{week:02}"),
        Part::Month(month) => format!("XXXX-{month:02}"),
        Part::Day(month, day) => {
            Point::day(2000, month, day)?;
            format!("XXXX-{month:02}-{day:02}")
        }
        Part::Lunar(_, None) | Part::Solar(_, None) => "XXXX-XX".to_owned(),
        Part::Easter(_)
        | Part::OrthodoxEaster(_)
        | Part::Lunar(..)
        | Part::Solar(..)
        | Part::Nowruz => "XXXX-XX-XX".to_owned(),
    })
}

/// The value of a unit of which nothing else is known.
fn unknown(unit: Unit) -> &'static str {
    match unit {
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century | Unit::Millennium => "XX",
        _ => "XXXX-XX-XX",
    }
}
