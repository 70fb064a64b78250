//! French, German and Spanish words of time.

use crate::timex::{calendar::Calendar, value::Unit};

use super::{Key, Lexicon, Relatives, common::Periods};

pub(super) fn french() -> Lexicon {
    let mut l = Lexicon::default();
    l.months(
        Calendar::Gregorian,
        [
            "janvier janv",
            "février fevrier févr",
            "mars",
            "avril avr",
            "mai",
            "juin",
            "juillet juil",
            "août aout",
            "septembre sept",
            "octobre oct",
            "novembre nov",
            "décembre decembre déc",
        ],
    );
    l.weekdays([
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ]);
    l.units(&[
        (Unit::Day, "jour jours"),
        (Unit::Week, "semaine semaines"),
        (Unit::Month, "mois"),
        (Unit::Year, "an ans année années"),
    ]);
    l.cardinals(1, "un deux trois quatre cinq six sept huit neuf dix");
    l.edit("une", |w| w.cardinal = Some(1));
    l.keys(&[
        (
            Key::Counted,
            "voix tonnes personnes habitants euros dollars kilomètres pages mètres",
        ),
        (Key::Of, "de du d"),
        (Key::In, "en à au le la depuis dès vers pour"),
        (Key::YearWord, "année annee an"),
        (Key::DecadeWord, "années"),
    ]);
    l.ago_before("il y a");
    l.periods(&Periods {
        seasons: ["printemps", "été", "automne", "hiver"],
        quarter: "trimestre",
        half: "semestre",
        ordinals: [
            "premier première",
            "deuxième second seconde",
            "troisième",
            "quatrième",
        ],
        beginning: "début",
        middle: "milieu mi",
        end: "fin",
        last: "dernier dernière",
        next: "prochain prochaine",
        recent: "derniers dernières",
        before_yesterday: "avant hier",
        after_tomorrow: "après demain",
    });
    l.ahead_before("dans");
    l.relatives(&Relatives {
        yesterday: "hier",
        today: "aujourd hui",
        tomorrow: "demain",
        last_year: "l année dernière|l an dernier|l année passée|l an passé|année dernière",
        this_year: "cette année",
        next_year: "l année prochaine|l an prochain",
        last_month: "le mois dernier|mois dernier",
        this_month: "ce mois ci|ce mois",
        next_month: "le mois prochain",
        last_week: "la semaine dernière|semaine dernière",
        this_week: "cette semaine",
        next_week: "la semaine prochaine|semaine prochaine",
    });
    l
}

pub(super) fn german() -> Lexicon {
    let mut l = Lexicon::default();
    l.months(
        Calendar::Gregorian,
        [
            "januar jänner januars jan",
            "februar feber februars feb",
            "märz maerz",
            "april aprils apr",
            "mai",
            "juni",
            "juli",
            "august augusts aug",
            "september sept sep",
            "oktober oktobers okt",
            "november nov",
            "dezember dez",
        ],
    );
    l.weekdays([
        "montag montags",
        "dienstag dienstags",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag sonnabend",
        "sonntag",
    ]);
    l.units(&[
        (Unit::Day, "tag tage tagen"),
        (Unit::Week, "woche wochen"),
        (Unit::Month, "monat monate monaten"),
        (Unit::Year, "jahr jahre jahren jahres"),
    ]);
    l.cardinals(1, "eins zwei drei vier fünf sechs sieben acht neun zehn");
    l.edit("einem einer ein", |w| w.cardinal = Some(1));
    l.keys(&[
        (
            Key::Counted,
            "stimmen tonnen menschen personen euro dollar kilometer seiten meter",
        ),
        (Key::YearWord, "jahr jahre jahres"),
        (Key::In, "im in am seit bis ab zum vom"),
        (Key::Of, "des der"),
        (Key::Later, "später"),
    ]);
    l.ago_before("vor");
    l.periods(&Periods {
        seasons: [
            "frühjahr frühling",
            "sommer sommers",
            "herbst herbstes",
            "winter winters",
        ],
        quarter: "quartal quartals",
        half: "halbjahr halbjahrs halbjahres hälfte",
        ordinals: [
            "erste ersten erstes erster",
            "zweite zweiten zweites zweiter",
            "dritte dritten drittes dritter",
            "vierte vierten viertes vierter",
        ],
        beginning: "anfang beginn",
        middle: "mitte",
        end: "ende",
        last: "letzte letzten letzter vergangene vergangenen vergangener",
        next: "nächste nächsten nächster kommende kommenden kommender",
        recent: "",
        before_yesterday: "vorgestern",
        after_tomorrow: "übermorgen",
    });
    l.ahead_before("in");
    l.relatives(&Relatives {
        yesterday: "gestern",
        today: "heute",
        tomorrow: "morgen",
        last_year: "letztes jahr|vergangenes jahr|letzten jahr|vergangenen jahr|letzten jahres",
        this_year: "dieses jahr|diesem jahr|dieses jahres",
        next_year: "nächstes jahr|kommenden jahr|nächsten jahr|kommendes jahr",
        last_month: "letzten monat|vergangenen monat|letzter monat",
        this_month: "diesen monat|diesem monat",
        next_month: "nächsten monat|kommenden monat",
        last_week: "letzte woche|vergangene woche|letzter woche|vergangener woche",
        this_week: "diese woche|dieser woche",
        next_week: "nächste woche|kommende woche|nächster woche",
    });
    l
}

pub(super) fn spanish() -> Lexicon {
    let mut l = Lexicon::default();
    l.months(
        Calendar::Gregorian,
        [
            "enero ene",
            "febrero feb",
            "marzo",
            "abril abr",
            "mayo",
            "junio jun",
            "julio jul",
            "agosto ago",
            "septiembre setiembre sept",
            "octubre oct",
            "noviembre nov",
            "diciembre dic",
        ],
    );
    l.weekdays([
        "lunes",
        "martes",
        "miércoles miercoles",
        "jueves",
        "viernes",
        "sábado sabado",
        "domingo",
    ]);
    l.units(&[
        (Unit::Day, "día días dia dias"),
        (Unit::Week, "semana semanas"),
        (Unit::Month, "mes meses"),
        (Unit::Year, "año años"),
    ]);
    l.cardinals(1, "un dos tres cuatro cinco seis siete ocho nueve diez");
    l.edit("una", |w| w.cardinal = Some(1));
    l.keys(&[
        (
            Key::Counted,
            "votos toneladas personas habitantes euros dólares kilómetros páginas metros",
        ),
        (Key::Of, "de del"),
        (Key::In, "en desde hasta el"),
        (Key::YearWord, "año"),
        (Key::DecadeWord, "años década"),
        (Key::Later, "después"),
    ]);
    l.ago_before("hace");
    l.periods(&Periods {
        seasons: ["primavera", "verano", "otoño", "invierno"],
        quarter: "trimestre",
        half: "semestre mitad",
        ordinals: [
            "primer primero primera",
            "segundo segunda",
            "tercer tercero tercera",
            "cuarto cuarta",
        ],
        beginning: "principios comienzos inicios inicio",
        middle: "mediados",
        end: "finales fines final",
        last: "pasado pasada último última",
        next: "próximo próxima",
        recent: "últimos últimas",
        before_yesterday: "anteayer|antes de ayer",
        after_tomorrow: "pasado mañana",
    });
    l.ahead_before("dentro de");
    l.relatives(&Relatives {
        yesterday: "ayer",
        today: "hoy",
        tomorrow: "mañana",
        last_year: "el año pasado|año pasado",
        this_year: "este año",
        next_year: "el próximo año|próximo año|el año que viene",
        last_month: "el mes pasado|mes pasado",
        this_month: "este mes",
        next_month: "el próximo mes|próximo mes",
        last_week: "la semana pasada|semana pasada",
        this_week: "esta semana",
        next_week: "la próxima semana|próxima semana",
    });
    l
}
