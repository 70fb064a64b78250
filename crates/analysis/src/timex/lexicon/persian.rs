//! Persian words of time; years and months are of the Solar Hijri calendar unless named otherwise.

use crate::timex::{calendar::Calendar, value::Unit};

use super::{Key, Lexicon, Relatives, common::Periods};

pub(super) fn lexicon() -> Lexicon {
    let mut l = Lexicon::default();
    l.months(
        Calendar::Solar,
        [
            "فروردین فروردینماه",
            "اردیبهشت اردیبهشتماه",
            "خرداد خردادماه",
            "تیر تیرماه",
            "مرداد امرداد مردادماه",
            "شهریور شهریورماه",
            "مهر مهرماه",
            "آبان آبانماه",
            "آذر آذرماه",
            "دی دیماه",
            "بهمن بهمنماه",
            "اسفند اسفندماه",
        ],
    );
    l.months(
        Calendar::Gregorian,
        [
            "ژانویه",
            "فوریه",
            "مارس",
            "آوریل آپریل",
            "مه می",
            "ژوئن",
            "ژوئیه جولای",
            "اوت آگوست",
            "سپتامبر",
            "اکتبر",
            "نوامبر",
            "دسامبر",
        ],
    );
    super::arabic::lunar_months(&mut l);
    l.weekdays([
        "دوشنبه",
        "سهشنبه",
        "چهارشنبه",
        "پنجشنبه",
        "جمعه",
        "شنبه",
        "یکشنبه",
    ]);
    l.units(&[
        (Unit::Day, "روز"),
        (Unit::Week, "هفته"),
        (Unit::Month, "ماه"),
        (Unit::Year, "سال"),
    ]);
    l.cardinals(1, "یک دو سه چهار پنج شش هفت هشت نه ده");
    l.keys(&[
        (Key::Counted, "نفر تن درصد کیلومتر دلار رأی صفحه"),
        (Key::YearWord, "سال"),
        (Key::Of, "ماه"),
        (Key::Ago, "پیش قبل"),
        (Key::Hence, "دیگر"),
        (Key::Later, "بعد"),
        (Key::DecadeWord, "دهه"),
        (Key::In, "در از تا"),
    ]);
    l.periods(&Periods {
        seasons: ["بهار", "تابستان", "پاییز", "زمستان"],
        quarter: "سهماهه",
        half: "نیمه نیمسال",
        ordinals: ["اول نخست", "دوم", "سوم", "چهارم"],
        beginning: "اوایل آغاز ابتدای",
        middle: "اواسط",
        end: "اواخر پایان",
        last: "گذشته",
        next: "آینده",
        recent: "اخیر",
        before_yesterday: "پریروز",
        after_tomorrow: "پسفردا",
    });
    l.relatives(&Relatives {
        yesterday: "دیروز",
        today: "امروز",
        tomorrow: "فردا",
        last_year: "سال گذشته|پارسال|سال پیش",
        this_year: "امسال|سال جاری",
        next_year: "سال آینده|سال بعد",
        last_month: "ماه گذشته|ماه پیش",
        this_month: "این ماه|ماه جاری",
        next_month: "ماه آینده|ماه بعد",
        last_week: "هفته گذشته|هفته پیش",
        this_week: "این هفته|هفته جاری",
        next_week: "هفته آینده|هفته بعد",
    });
    l
}
