//! Promises in the languages other than English: words and endings of intention and of due dates
//! in the sentence of a date that lies ahead, and the words that make the date a limit.

use super::{Cue, Piece, Stated, Words};
use crate::timex::lexicon::Language;

/// How far from its date a cue may stand, in words.
const REACH: usize = 20;

/// The cues of a language; a word that ends in “*” stands for all that begin so, one that begins
/// with “*” for all that end so.
struct Cues {
    intend: &'static str,
    due: &'static str,
    /// Directly before the date, or a word or two from it.
    limits_before: &'static str,
    /// Directly after the date.
    limits_after: &'static str,
    /// What is only possible.
    unsure: &'static str,
    not: &'static str,
}

fn cues(language: Language) -> Option<Cues> {
    Some(match language {
        Language::Russian => Cues {
            intend: "будет будут планиру* намерен* обязал* обязуется обещал* обеща* собирается \
                 собираются предстоит рассчитыва* намечен* запланирован* пройдет пройдёт пройдут состоится состоятся начнется начнётся начнутся завершится завершатся откроется откроются ожидается цель",
            due: "должен должна должно должны обязан* срок истекает вступит",
            limits_before: "до к",
            limits_after: "",
            unsure: "может могут возможно прогноз*",
            not: "не",
        },
        Language::Azerbaijani => Cues {
            intend: "*acaq *əcək *acaqdır *əcəkdir *acaqlar *əcəklər planlaşdır* niyyət* vəd* \
                 öhdəlik*",
            due: "*malıdır *məlidir *malıdırlar *məlidirlər müddət* nəzərdə",
            limits_before: "",
            limits_after: "qədər dək kimi",
            unsure: "bilər mümkündür",
            not: "",
        },
        Language::Turkish => Cues {
            intend: "*acak *ecek *acaktır *ecektir *acaklar *ecekler planl* hedef* amaçl* niyet* \
                 taahhüt*",
            due: "*malı *meli *malıdır *melidir zorunda son",
            limits_before: "",
            limits_after: "kadar dek değin",
            unsure: "olabilir muhtemelen",
            not: "",
        },
        Language::French => Cues {
            intend: "*era *eront *ira *iront sera aura prévoit prévoient prévu* compte comptent \
                 engag* entend entendent promis* promet* objectif vise veut atteindra *dra \
                 *dront *vra *vront",
            due: "doit doivent devra échéance délai expire",
            limits_before: "avant d'ici ici",
            limits_after: "",
            unsure: "pourrait pourraient peut-être",
            not: "pas",
        },
        Language::German => Cues {
            intend: "wird werden will wollen plant planen soll sollen beabsichtigt verpflicht* \
                 versprach verspricht ziel geplant* vorgesehen",
            due: "muss müssen frist spätestens fällig läuft",
            limits_before: "bis zum",
            limits_after: "",
            unsure: "könnte könnten vielleicht dürfte dürften",
            not: "nicht kein keine",
        },
        Language::Spanish => Cues {
            intend: "*rá *rán prevé prevén previsto planea planean comprometió compromete pretende \
                 prometió objetivo espera",
            due: "debe deben plazo vence expira",
            limits_before: "para antes hasta",
            limits_after: "",
            unsure: "podría podrían quizá quizás",
            not: "no",
        },
        Language::Persian => Cues {
            intend: "خواهد خواهند قرار قصد متعهد برنامه هدف وعده",
            due: "باید موظف مهلت",
            limits_before: "تا",
            limits_after: "",
            unsure: "شاید ممکن احتمال",
            not: "نخواهد نباید",
        },
        Language::Arabic => Cues {
            intend: "سوف سي* ست* سن* يعتزم تعتزم يخطط تخطط المقرر المتوقع تعهد* يهدف تهدف وعد*",
            due: "يجب موعد مهلة ينتهي تنتهي",
            limits_before: "بحلول حتى قبل",
            limits_after: "",
            unsure: "ربما يمكن قد",
            not: "لن",
        },
        Language::Hebrew => Cues {
            intend: "יהיה תהיה יהיו מתכנן מתכננת מתכננים מתכוון מתכוונת התחייב* מתחייב* צפוי צפויה \
                 צפויים הבטיח* יעד מתוכנן מתוכננת",
            due: "אמור אמורה אמורים חייב חייבת חייבים מועד יפוג",
            limits_before: "עד",
            limits_after: "",
            unsure: "עשוי עשויה עלול עלולה אולי",
            not: "לא",
        },
        Language::English => return None,
    })
}

pub(super) fn cue(words: &Words<'_>, language: Language) -> Option<Cue> {
    let cues = cues(language)?;
    let near = || {
        let before = words.before.iter().rev().take(REACH);
        before.chain(words.after.iter().take(REACH))
    };
    if near().any(|w| matches(w, cues.unsure)) {
        return None;
    }
    let is_denied = near().any(|w| matches(w, cues.not));
    let of = |list: &str, stated| {
        near().find(|w| matches(w, list)).map(|w| Cue {
            range: w.range,
            stated,
            is_denied,
        })
    };
    let limit = || {
        let before = (1..=2).filter_map(|n| words.nth_before(n));
        let before = before.filter(|w| matches(w, cues.limits_before));
        let after = words.after.first();
        let after = after.filter(|w| matches(w, cues.limits_after));
        before.chain(after).next().map(|w| Cue {
            range: w.range,
            stated: Stated::DueDate,
            is_denied,
        })
    };
    of(cues.due, Stated::DueDate)
        .or_else(|| of(cues.intend, Stated::Intention))
        .or_else(limit)
}

fn matches(word: &Piece, list: &str) -> bool {
    list.split_whitespace().any(|wanted| {
        if let Some(start) = wanted.strip_suffix('*') {
            word.lower.starts_with(start)
        } else if let Some(end) = wanted.strip_prefix('*') {
            word.lower.ends_with(end) && word.lower.len() > end.len()
        } else {
            word.is(wanted)
        }
    })
}
