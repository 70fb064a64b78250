//! The commonest words of languages: they stand in every text and begin every second sentence,
//! and are nobody's name.

use std::sync::LazyLock;

use super::word::{Script, Word};

/// No word of the lists is longer.
const LONGEST: usize = 8;

const ENGLISH: &str = "\
about after all also an and any are as at be been before both but by can could did do does each \
even every few first for from had has have he her here him his how if in into is it its just last \
many me more most much must my no not now of off on one only or other our out over should so some \
such than that the their then there these they this those to two under up was we were what when \
where which while who whom whose why with would yet you your";
const GERMAN: &str = "\
aber als am an auch auf aus bei beim da das dass dem den der des die diese diesem diesen dieser \
dieses doch dort durch ein eine einem einen einer eines er es für gegen haben hat hier ihm ihn \
ihnen ihr ihre ihrer im in ist kein keine man mehr mit nach nicht noch nun nur oder ohne schon \
sein seine seiner sich sie sind so um und unter vom von vor waren wenn werden wie wir wird zu zum \
zur zwischen über";
const FRENCH: &str = "\
après au aussi aux avant avec avoir car ce ces cet cette comme dans de depuis des donc dont du \
elle elles en entre est et il ils je la le les leur leurs mais mes mon ne nous on ou où par pas \
plus pour quand que qui quoi sa sans selon ses si sont sous sur un une vous à été était être";
const AZERBAIJANI: &str = "\
amma bir biz bu bütün bəzi da daha deyil də edib edir etdi görə ilə isə ki kimi lakin mən nə \
necə olan olaraq olub onlar onun qədər siz sonra sən və var ya yox çox öz ən əvvəl üçün hansı hər \
həm idi";
const TURKISH: &str = "\
ama ancak ben bir biz bu bütün da daha de değil en etti fakat gibi göre hangi hem her için idi \
ile ise kadar kendi ki nasıl ne nerede olan olarak oldu onlar onun sen siz sonra var ve ya yok \
çok önce şu";
const RUSSIAN: &str = "\
без более был была были было быть вам все всех всё вы где да даже для до его ее если есть еще ещё \
её за из или им их как когда кроме кто меня мне мы на над нам не нет но об он она они оно от \
перед по под после потому поэтому при свой себя так также та те то тоже только тот уже через что \
чтобы эта эти это этот однако между";
const UKRAINIAN: &str = "\
або але без більш бути був була були було вам вже ви від він вона вони воно все всі де для до за \
із їм їх його коли крім ми між на навіть над нам не немає об однак перед під після по при свій \
себе та так також теж ти ті тільки тому той хто це цей ці ця через ще що щоб як якщо";
const ARMENIAN: &str = "\
այդ այս ավելի բայց դուք եթե են երբ ես համար հետ մասին մեջ մենք մի միայն նա նաև նրա նրանք շատ \
որ որը որոնք որտեղ ու պետք վրա և կա կամ ինչ ով";
const GEORGIAN: &str = "\
აღარ ამ ან აქ აქვს არ არის ასე ასევე და დროს დღეს ეს ერთი ვერ ვინ თავის თავისი თუ თქვენ იგი იმ \
ის ისინი იქ იყო კი კიდევ მათი მაგრამ მან მას მე მიერ მისი მხოლოდ ორი რა რათა რაც რომ როცა სად \
უკვე უნდა უფრო ყველა შემდეგ შესახებ ჩვენ ძალიან წელს წლის ხოლო ჰქონდა";
const ARABIC: &str = "\
أحد أكثر ألا أن أنا أنه أنها أو أي أيضا إذا إلا إلى إن إنه إنها اذا الى الآن الذي الذين التي \
اليوم ان انه او بأن بأنه بعد بعض بل بها به بهذا بين تكون تلك تم ثم جدا حتى حول حيث حين خلال دون \
ذات ذلك سنة سوى ضد عام عليه عليها عما عن عند عندما على غير فقط في فيه فيها قال قالت قبل قد كان \
كانت كذلك كل كما لأن لا لدى لديه لكل لكن لم لن له لها لهم لو ليس ليست ما مع مما من منذ منه منها \
نحن نحو هذا هذه هم هنا هناك هو هي وأن وإن وذلك وعلى وفي وقال وقد وكان وكانت ولا ولكن ولم وما \
ومن وهو وهي يتم يقول يكون يوم";
const PERSIAN: &str = "\
آن آنها از است اما اگر او ایشان این با باشد باید بر برای بسیار بعد بود بودند به بی بین تا حتی \
خواهد خود داد دارد دارند در دیگر را روز روی زیر سال شد شده شما شود شوند قبل ما من مورد می نمی نه \
نیز نیست هر هستند هم همان همه همین هیچ وی ولی پس پیش چرا چند چه چون کرد کرده کند کنند که گفت \
گفته یا یک ها های";
const HEBREW: &str = "\
אבל או אותה אותו אותם אחד אחרי אחת איך אין אך אל אם אמר אמרה אנחנו אני אף אשר אתה את בה בהם \
בו בין גם הוא הזאת הזה הזו היא היה היו הייתה היתה הם הן זאת זה זו ידי יום יותר יש כאשר כבר כדי \
כי כך כל כמו כן לא לאחר לה להיות להם לו לכן למה לפני מאד מאוד מה מי מן עד עוד על עם רק שהוא שהיא \
של שלא שלה שלהם שלו שנה שני שתי תחת ולא וכל";

/// Words in order, to look one up.
struct Words(Vec<Vec<char>>);

impl Words {
    fn of(lists: &[&str]) -> Self {
        let words = lists.iter().flat_map(|list| list.split(' '));
        let mut words: Vec<Vec<char>> = words.map(|word| word.chars().collect()).collect();
        words.sort_unstable();
        Self(words)
    }

    fn has(&self, letters: &[char]) -> bool {
        self.0
            .binary_search_by(|word| word[..].cmp(letters))
            .is_ok()
    }
}

macro_rules! words {
    ($($lists:expr),*) => {{
        static WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(&[$($lists),*]));
        &*WORDS
    }};
}

/// Whether a word of a text is one of the commonest of its language, or of the languages that
/// are likely in its script.
pub(super) fn is_common(word: &Word, language: Option<&str>) -> bool {
    let letters = word.letters();
    if letters.len() > LONGEST {
        return false;
    }
    let language = language.map_or("", |l| l.split('-').next().unwrap_or(l));
    let words = match (word.script, language) {
        (Script::Latin, "az") => words!(AZERBAIJANI),
        (Script::Latin, "tr") => words!(TURKISH),
        (Script::Latin, "de") => words!(GERMAN),
        (Script::Latin, "fr") => words!(FRENCH),
        (Script::Latin, "" | "en") => words!(ENGLISH),
        (Script::Cyrillic, "uk") => words!(UKRAINIAN),
        (Script::Cyrillic, "" | "ru") => words!(RUSSIAN),
        (Script::Armenian, _) => words!(ARMENIAN),
        (Script::Georgian, _) => words!(GEORGIAN),
        (Script::Arabic, "ar") => words!(ARABIC),
        (Script::Arabic, "" | "fa") => words!(ARABIC, PERSIAN),
        (Script::Hebrew, _) => words!(HEBREW),
        _ => return false,
    };
    words.has(letters)
}
