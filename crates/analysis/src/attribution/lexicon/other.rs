//! Verbs of saying of the languages other than English, as the forms that news writing uses.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::attribution::language::Language;

/// What the simple matcher knows of a language.
#[derive(Debug)]
pub(in crate::attribution) struct Foreign {
    /// Forms of verbs of saying, in lower case.
    pub(in crate::attribution) verbs: HashSet<&'static str>,
    /// Words that end a noun phrase: prepositions, conjunctions, adverbs of time.
    pub(in crate::attribution) stops: HashSet<&'static str>,
    /// Words before who said it: “selon”, “laut”.
    pub(in crate::attribution) leads: HashSet<&'static str>,
    /// Pronouns of the third person.
    pub(in crate::attribution) pronouns: HashSet<&'static str>,
}

/// The words of `language`; English has a grammar of its own and no entry here.
pub(in crate::attribution) fn foreign(language: Language) -> Option<&'static Foreign> {
    let lists: &'static LazyLock<Foreign> = match language {
        Language::English => return None,
        Language::Russian => &RUSSIAN,
        Language::Turkish => &TURKISH,
        Language::Azerbaijani => &AZERBAIJANI,
        Language::Persian => &PERSIAN,
        Language::Arabic => &ARABIC,
        Language::Hebrew => &HEBREW,
        Language::German => &GERMAN,
        Language::French => &FRENCH,
        Language::Spanish => &SPANISH,
    };
    Some(lists)
}

fn build(
    verbs: &'static str,
    leads: &'static str,
    stops: &'static str,
    pronouns: &'static str,
) -> Foreign {
    let set = |list: &'static str| list.split_whitespace().collect();
    Foreign {
        verbs: set(verbs),
        leads: set(leads),
        stops: set(stops),
        pronouns: set(pronouns),
    }
}

static RUSSIAN: LazyLock<Foreign> = LazyLock::new(|| {
    build(
        "сказал сказала сказали говорит говорил говорила говорится заявил заявила заявили заявляет отметил отметила \
         отметили отмечает подчеркнул подчеркнула подчеркнули добавил добавила добавили сообщил сообщила сообщили \
         сообщает ответил ответила ответили спросил спросила пояснил пояснила пояснили объяснил объяснила написал \
         написала напомнил напомнила указал указала уточнил уточнила рассказал рассказала рассказали признал признала \
         предупредил предупредила пообещал пообещала считает цитирует резюмировал заключил заключила \
         прокомментировал прокомментировала воскликнул воскликнула произнёс произнес произнесла продолжил \
         продолжила утверждает утверждал назвал назвала призвал призвала \
         вспоминает вспомнил вспомнила вспоминали рассказывает рассказывал пишет написали подчёркивает подчеркивает \
         подтвердил подтвердила подтвердили добавляет поинтересовался поинтересовалась потребовал потребовала возразил \
         возразила настаивает уверяет обещает предупреждает полагает отметили констатировал констатировала выразил \
         говорили пояснил пояснили ответили спросили крикнул крикнула прошептал прошептала",
        "словам мнению",
        "в на по о об с со к из за у и а но что как когда где после до при для от во ко также однако затем позже ранее \
         вчера сегодня тогда при_этом в_понедельник",
        "он она они",
    )
});

static TURKISH: LazyLock<Foreign> = LazyLock::new(|| {
    build(
        "dedi dediler diyor diyen demiş diye söyledi söyledi söylüyor söyledikten belirtti belirten belirterek açıkladı \
         açıklayan vurguladı vurgulayan ekledi ekleyen konuştu ifade anlattı yazdı sordu yanıtladı cevapladı kaydetti \
         kaydeden aktardı savundu dile bildirdi uyardı hatırlattı değerlendirdi \
         kullanan kullandı denildi açıklamasını açıklamasında diyerek söyleyen söyleyerek anlatan yazan soran sorunca vurguluyor belirtiyor kullanıldı",
        "",
        "ve ile ise de da için bu şu ama fakat ancak sonra önce dün bugün daha çok yaptığı açıklamada konuşmasında \
         şöyle şunları göre",
        "o",
    )
});

static AZERBAIJANI: LazyLock<Foreign> = LazyLock::new(|| {
    build(
        "dedi deyib deyir deyən bildirib bildirdi bildirir bildirən söylədi söyləyib söyləyən qeyd vurğulayıb vurğuladı \
         əlavə yazıb yazdı soruşub soruşdu cavab açıqlayıb açıqladı xatırladıb diqqətə çatdırıb deyə \
         yazılıb deyilib deyirdi bildirmişdi vurğulayır açıqlayır xatırladır dediyi söyləyir",
        "",
        "və ilə isə da də üçün bu o amma lakin ancaq sonra əvvəl dünən bu_gün daha ki edərək öz çıxışında",
        "o",
    )
});

static PERSIAN: LazyLock<Foreign> = LazyLock::new(|| {
    build(
        "گفت گفته گفتند گوید می‌گوید افزود افزوده اعلام اظهار تأکید تاکید تصریح نوشت نوشته پرسید پاسخ خاطرنشان بیان \
         توضیح هشدار یادآور ادامه \
         می‌افزاید افزودند گفته‌اند می‌نویسد",
        "",
        "در به از با که و را برای این آن تا هم نیز اما روز دیروز امروز پس بعد \
         شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه پیش‌تر",
        "او وی آنها",
    )
});

static ARABIC: LazyLock<Foreign> = LazyLock::new(|| {
    build(
        "قال قالت قالوا وقال وقالت يقول تقول أضاف أضافت وأضاف وأضافت أكد أكدت وأكد وأكدت أعلن أعلنت وأعلن صرح صرحت \
         وصرح أوضح أوضحت وأوضح كتب كتبت وكتب سأل سألت أشار أشارت وأشار ذكر ذكرت وذكر تابع وتابع شدد وشدد حذر وحذر \
         اعتبر ردّ رد \
         وكتب ونقل نقل وقالوا ويقول وتقول وأشار أضافوا لفت ولفت كشف وكشف",
        "بحسب وبحسب حسب وحسب لقول",
        "في من إلى على عن إن أن أنّ إنّ و ثم يوم أمس اليوم خلال بعد قبل مع الذي التي",
        "هو هي هم",
    )
});

static HEBREW: LazyLock<Foreign> = LazyLock::new(|| {
    build(
        "אמר אמרה אמרו אומר אומרת הוסיף הוסיפה הוסיפו הצהיר הצהירה טען טענה טענו הדגיש הדגישה ציין ציינה כתב כתבה \
         כתבו שאל שאלה השיב השיבה הסביר הסבירה הבהיר הבהירה הודיע הודיעה סיפר סיפרה הזהיר הזהירה \
         נמסר נכתב סיכם סיכמה מסר מסרה נאמר הגיב הגיבה הכריז הכריזה",
        "לדברי לטענת",
        "של על את כי אל עם ביום אתמול היום גם לאחר אחרי לפני אבל או לעיתון לעיתונאים לכתבים לרשת לסוכנות לערוץ",
        "הוא היא הם",
    )
});

static GERMAN: LazyLock<Foreign> = LazyLock::new(|| {
    build(
        "sagte sagten sagt sagen erklärte erklärten erklärt betonte betonten betont meinte meinten meint schrieb \
         schrieben schreibt fragte fragt antwortete antwortet fügte ergänzte teilte berichtete berichtet forderte \
         warnte warnt kritisierte kündigte rief behauptete behauptet äußerte urteilte unterstrich versicherte lobte \
         bezeichnete nannte mahnte bekräftigte so \
         heißt hieß erzählte erzählt bestätigte bestätigt kommentierte zitierte entgegnete rief flüsterte",
        "laut",
        "in im am an auf aus bei mit nach von vom zu zum zur über für und aber oder dass weil als wenn der_am heute \
         gestern morgen dazu dabei hinzu auch noch dann",
        "er sie",
    )
});

static FRENCH: LazyLock<Foreign> = LazyLock::new(|| {
    build(
        "dit disent déclare déclaré affirme affirmé ajoute ajouté explique expliqué souligne souligné précise précisé \
         estime estimé répond répondu demande demandé écrit assure assuré annonce annoncé insiste insisté rappelle \
         rappelé raconte raconté conclut note noté lance lancé indique indiqué confie confié poursuit poursuivi \
         martèle martelé prévient prévenu déplore déploré \
         confirme confirmé demanda répondit dit-on ajoute s'exclama s'interroge juge jugé dénonce dénoncé plaide plaidé résume résumé reconnaît reconnu tranche",
        "selon d'après",
        "en à au aux dans sur pour par avec que et mais ou qui lors hier aujourd'hui avant après devant de_la comme",
        "il elle ils elles",
    )
});

static SPANISH: LazyLock<Foreign> = LazyLock::new(|| {
    build(
        "dijo dijeron dice dicen afirmó afirmaron afirma aseguró aseguraron asegura explicó explicaron explica añadió \
         añadieron añade agregó agregaron señaló señalaron señala declaró declararon declara manifestó subrayó subraya \
         indicó indica escribió escribe preguntó pregunta respondió responde contestó comentó comenta insistió insiste \
         advirtió advierte anunció anuncia sostuvo sostiene apuntó apunta reconoció reconoce destacó destaca \
         expresó recordó recuerda concluyó relató contó \
         relata cuenta confirmó confirma lamentó lamenta denunció denuncia exclamó pidió precisó admitió zanjó subrayaron",
        "según",
        "en a al con por para que y pero o quien ayer hoy durante tras ante según como desde",
        "él ella ellos ellas",
    )
});
