//! The other languages: simpler sentences than in English, of real words.

use std::{fmt::Write as _, sync::LazyLock};

use super::{random::Random, sentence::Writer};

/// What sentences of a language are made of. In a pattern `N` is a noun, `A` an adjective, `V` a
/// verb, `P` a place and `Y` a year.
pub(crate) struct Language {
    code: &'static str,
    /// Nouns, adjectives, verbs and patterns.
    words: [Vec<&'static str>; 4],
}

/// The language of an article: nine of ten are English.
pub(crate) fn pick(random: &mut Random) -> &'static str {
    match random.below(100) {
        0..4 => "ru",
        4..6 => "tr",
        6..7 => "de",
        7..8 => "fr",
        8..9 => "fa",
        9..10 => "ar",
        _ => "en",
    }
}

/// The words of a language; English has its own way.
pub(crate) fn of(code: &str) -> Option<&'static Language> {
    static LANGUAGES: LazyLock<[Language; 6]> = LazyLock::new(|| {
        ALL.map(|(code, words)| Language {
            code,
            words: words.map(|list| list.split('|').map(str::trim).collect()),
        })
    });
    LANGUAGES.iter().find(|language| language.code == code)
}

impl Language {
    /// Writes the title and the paragraphs of an article.
    pub(crate) fn write(&self, writer: &mut Writer<'_>, bytes: usize) -> (String, Vec<String>) {
        let title = self.sentence(writer, "");
        let paragraphs = writer.paragraphs_of(bytes, |writer| self.sentence(writer, "."));
        (title, paragraphs)
    }

    fn sentence(&self, writer: &mut Writer<'_>, mark: &str) -> String {
        writer.out.clear();
        let pattern = writer.random_of(&self.words[3]);
        for part in pattern.split(' ') {
            let slot = part.trim_end_matches(',');
            let words = match slot {
                "N" => &self.words[0][..],
                "A" => &self.words[1],
                "V" => &self.words[2],
                _ => &[],
            };
            match slot {
                _ if !words.is_empty() => {
                    let at = writer.random.zipf(words.len() as u64) as usize;
                    writer.words(words[at]);
                }
                "P" => writer.place(),
                "Y" => {
                    let year = writer.published.year - writer.random.zipf(20) as i32;
                    let _infallible = write!(writer.out, " {year}");
                }
                fixed => writer.words(fixed),
            }
            writer.out.push_str(&part[slot.len()..]);
        }
        writer.end(mark)
    }
}

const ALL: [(&str, [&str; 4]); 6] = [
    ("ru", RUSSIAN),
    ("tr", TURKISH),
    ("de", GERMAN),
    ("fr", FRENCH),
    ("fa", PERSIAN),
    ("ar", ARABIC),
];

const RUSSIAN: [&str; 4] = [
    "правительство|министерство|соглашение|страна|граница|переговоры|договор|парламент| \
     выборы|экономика|цены|рынок|компания|газопровод|поставки|санкции|суд|комиссия| \
     область|порт|железная дорога|бюджет|закон|реформа|партия|оппозиция|президент|посол| \
     делегация|встреча|заявление|доклад|исследование|урожай|вода|плотина|электростанция| \
     топливо|банк|кредит|валюта|инфляция|пенсии|школы|больницы|беженцы|перемирие| \
     наблюдатели|военные|решение|вопрос|ответ|обещание|угроза",
    "новое|государственное|международное|экономическое|региональное|совместное|последнее| \
     важное|серьёзное|временное|открытое|внешнее|внутреннее|северное|южное|ежегодное",
    "подписало|отложило|поддержало|отвергло|обсудило|сократило|увеличило|утвердило| \
     приостановило|потребовало|предложило|объявило|опубликовало|нарушило|изменило",
    "N P V A N и N|в Y году N V N на границе с P|как сообщило министерство, N V N| \
     A N не V N, но N V N|по словам министра, N V A N в P|N, которое V N, V и N| \
     после переговоров в P N снова V A N|эксперты считают, что N V N уже в Y году| \
     между тем N и N остаются под вопросом в P",
];

const TURKISH: [&str; 4] = [
    "hükümet|bakanlık|anlaşma|ülke|sınır|görüşmeler|parlamento|seçim|ekonomi|fiyatlar| \
     piyasa|şirket|boru hattı|yaptırımlar|mahkeme|komisyon|bölge|liman|demiryolu|bütçe| \
     yasa|reform|parti|muhalefet|büyükelçi|heyet|açıklama|rapor|araştırma|su|baraj| \
     santral|banka|kredi|enflasyon|okullar|hastaneler|mülteciler|ateşkes|gözlemciler",
    "yeni|ulusal|uluslararası|ekonomik|bölgesel|ortak|son|önemli|geçici|açık",
    "imzaladı|erteledi|destekledi|reddetti|görüştü|azalttı|artırdı|onayladı|önerdi| \
     açıkladı",
    "A N P için N ve N konusunu V|Y yılında N A N üzerine N V|bakana göre N bu yıl N V| \
     N ile N arasında A N V|uzmanlar N konusunda A N beklediğini V| \
     P sınırında N ve N sürerken N V",
];

const GERMAN: [&str; 4] = [
    "Regierung|Ministerium|Abkommen|Grenze|Verhandlungen|Vertrag|Parlament|Wahl| \
     Wirtschaft|Preise|Markt|Unternehmen|Leitung|Sanktionen|Gericht|Kommission|Hafen| \
     Eisenbahn|Haushalt|Gesetz|Reform|Partei|Opposition|Bericht|Untersuchung|Ernte| \
     Staudamm|Kraftwerk|Kredit|Währung|Renten|Schulen|Krankenhäuser|Waffenruhe| \
     Beobachter",
    "neue|nationale|gemeinsame|wichtige|vorläufige|öffentliche|jährliche|regionale",
    "unterzeichnet|verschoben|unterstützt|abgelehnt|beraten|gekürzt|erhöht|gebilligt",
    "die A N in P hat die N im Jahr Y V|nach Angaben der N wurde die A N V| \
     die N und die N bleiben in P umstritten|es ist nicht klar, ob die N die A N V hat| \
     seit Y hat die N keine N mehr V",
];

const FRENCH: [&str; 4] = [
    "gouvernement|ministère|accord|frontière|négociations|traité|parlement|élection| \
     économie|prix|marché|entreprise|gazoduc|sanctions|tribunal|commission|port| \
     chemin de fer|budget|loi|réforme|parti|opposition|rapport|étude|récolte|barrage| \
     centrale|crédit|monnaie",
    "nouveau|national|commun|important|provisoire|public|annuel|régional",
    "signé|reporté|soutenu|rejeté|examiné|réduit|augmenté|approuvé",
    "le N de P a V le N A en Y|selon le N, le A N a été V| \
     le N et le N restent contestés à P|on ignore si le N a V le N| \
     depuis Y, le N n'a plus V de N",
];

const PERSIAN: [&str; 4] = [
    "دولت|وزارت|توافق|کشور|مرز|مذاکرات|پیمان|مجلس|انتخابات|اقتصاد|بازار|شرکت|تحریم‌ها| \
     دادگاه|کمیسیون|بندر|راه‌آهن|بودجه|قانون|اصلاحات|گزارش|آب|سد|بانک",
    "تازه|ملی|مشترک|مهم|موقت|سالانه",
    "امضا کرد|رد کرد|پذیرفت|به تعویق انداخت|بررسی کرد|اعلام کرد",
    "N در سال Y N A را V|به گفته وزیر N هنوز N را V|N و N در نزدیکی مرز N A را V",
];

const ARABIC: [&str; 4] = [
    "الحكومة|الوزارة|الاتفاق|البلاد|الحدود|المفاوضات|المعاهدة|البرلمان|الانتخابات| \
     الاقتصاد|السوق|الشركة|العقوبات|المحكمة|اللجنة|الميناء|الميزانية|القانون|التقرير| \
     المياه|السد|المصرف",
    "الجديدة|الوطنية|المشتركة|المهمة|المؤقتة|السنوية",
    "وقعت|رفضت|قبلت|أجلت|ناقشت|أعلنت",
    "V N A في عام Y مع N|قال الوزير إن N V N|لم تكن N و N في N A كما V N",
];
