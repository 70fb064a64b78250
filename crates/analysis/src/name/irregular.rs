//! Names that no rule of sounds joins: places that languages call by their own names, and a few
//! surnames and given names that came down in two forms.
//!
//! Only a typed name is looked up. A name that stands here finds every form of its group; forms
//! that rules join to one of these need not stand here.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::ending::Bases;
use super::text;
use super::word::Word;

/// A group a line. A form may be followed by `/` and the language whose spelling it is in.
const GROUPS: &str = "\
Azerbaijan Azərbaycan Азербайджан აზერბაიჯანი Ադրբեջան آذربایجان أذربيجان אזרבייג׳ן
Armenia Ermənistan Ermenistan/tr Армения Вірменія სომხეთი Հայաստան ارمنستان أرمينيا ארמניה Arménie/fr
Georgia Gürcüstan Gürcistan/tr Gruziya Грузия Грузія საქართველო Վրաստան گرجستان جورجيا גאורגיה גרוזיה Géorgie/fr
Turkey Türkiye/tr Türkiyə/az Turkiye Турция Туреччина თურქეთი Թուրքիա ترکیه تركيا טורקיה Turquie/fr Türkei/de
Russia Rusiya/az Rusya/tr Россия Росія რუსეთი Ռուսաստան روسیه روسيا רוסיה Russie/fr Russland/de
Ukraine Ukrayna/az Украина Україна უკრაინა Ուկրաինա اوکراین أوكرانيا אוקראינה
Iran İran Иран Іран ირანი Իրան ایران إيران איראן איראן
Israel İsrail Израиль Ізраїль ისრაელი Իսրայել اسرائیل إسرائيل ישראל
Syria Suriya/az Suriye/tr Сирия Сирія სირია Սիրիա سوریه سوريا סוריה
Iraq İraq/az Irak/tr Ирак Ірак ერაყი Իրաք عراق العراق עיראק
Egypt Misir/az Mısır/tr Египет Єгипет ეგვიპტე Եգիպտոս مصر מצרים Égypte/fr Ägypten/de
Greece Yunanıstan Yunanistan/tr Греция Греція საბერძნეთი Հունաստան یونان اليونان יוון Ελλάδα
Germany Almaniya/az Almanya/tr Германия Німеччина გერმანია Գերմանիա آلمان ألمانيا גרמניה Deutschland/de Allemagne/fr
France Fransa Франция Франція საფრანგეთი Ֆրանսիա فرانسه فرنسا צרפת Frankreich/de
China Çin/az Çin/tr Китай ჩინეთი Չինաստան چین الصين סין Chine/fr
India Hindistan/az Hindistan/tr Индия Індія ინდოეთი Հնդկաստան هند الهند הודו
Kazakhstan Qazaxıstan Kazakistan/tr Казахстан ყაზახეთი Ղազախստան قزاقستان كازاخستان קזחסטן
Uzbekistan Özbəkistan/az Özbekistan/tr Узбекистан უზბეკეთი Ուզբեկստան ازبکستان أوزبكستان אוזבקיסטן
Turkmenistan Türkmənistan/az Туркменистан Туркменістан თურქმენეთი Թուրքմենստան ترکمنستان تركمانستان טורקמניסטן
Baku Bakı/az Bakü/tr Bakou/fr Баку ბაქო Բաքու باکو باكو באקו
Yerevan İrəvan/az Erivan/tr Erevan Ереван Єреван ერევანი Երևան ایروان يريفان ירוואן Jerewan/de
Tbilisi Tiflis Тбилиси Тбілісі Тифлис თბილისი Թբիլիսի تفلیس تبليسي טביליסי
Ganja Gəncə Gence/tr Гянджа განჯა Գանձակ گنجه كنجه גנג׳ה
Nakhchivan Nakhichevan Naxçıvan/az Nahçıvan/tr Нахичевань Нахчыван Нахічевань ნახიჩევანი ნახჭევანი Նախիջևան Նախչիվան نخجوان ناخيتشيفان نخجوان נחיצ׳ובאן Natschitschewan/de
Karabakh Qarabağ/az Karabağ/tr Garabagh Карабах ყარაბაღი Ղարաբաղ قره‌باغ قرة‌باغ كاراباخ קרבאך Bergkarabach/de Karabach/de
Fuzuli Füzuli/az Fizuli Физули Фізулі ფუზული ფიზული Ֆիզուլի فضولی פיזולי
Lankaran Lənkəran Lenkoran Ленкорань Ленкорань ლენქორანი Լենքորան لنکران لانكاران לנקראן
Gyumri Gümrü
Shamakhi Şamaxı/az Шемаха Шамахы შემახა شماخی
Tabriz Təbriz/az Тебриз Тавриз თავრიზი Թավրիզ تبریز تبريز תבריז
Tashkent Daşkənd/az Taşkent/tr Ташкент Ташкент ტაშკენტი Տաշքենդ تاشکند طشقند טשקנט
Zangilan Zəngilan/az Zangelan Зангелан
Trabzon Trebizond Трабзон Трапезунд ტრაპიზონი ტრაბზონი Տրապիզոն طرابوزان طرابزون טרבזון
Istanbul İstanbul Стамбул Constantinople სტამბოლი Ստամբուլ استانبول إسطنبول איסטנבול Stamboul
Tehran Teheran Tehran/az Тегеран Tahran/tr თეირანი Թեհրան تهران طهران טהראן
Isfahan Esfahan İsfahan Исфахан ისპაჰანი Սպահան اصفهان أصفهان אספהאן
Jerusalem Qüds/az Kudüs/tr Иерусалим Єрусалим იერუსალიმი Երուսաղեմ اورشلیم القدس ירושלים
Damascus Dəməşq/az Şam/tr Дамаск დამასკო Դամասկոս دمشق דמשק Damas/fr
Moscow Moskva Moskau/de Moscou/fr Москва მოსკოვი Մոսկվա مسکو موسكو מוסקבה
Kyiv Kiev Киев Київ კიევი Կիև کی‌یف کیف كييف קייב קיאיב Kiew/de
Kharkiv Kharkov Харьков Харків ხარკოვი ხარკივი Խարկով خارکف خارکیف خاركيف חרקוב Charkiw/de
Lviv Lvov Львов Львів ლვოვი ლვივი Լվով لویو لفيف לביב לבוב Lemberg/de Lwów/pl
Odesa Odessa Одесса Одеса ოდესა Օդեսա اودسا أوديسا אודסה
Chernihiv Chernigov Чернигов Чернігів ჩერნიგოვი Չեռնիգով چرنیهیف تشيرنيهيف צ׳רניהיב
Mykolaiv Nikolaev Николаев Миколаїв მიკოლაივი Նիկոլաև میکولایف ميكولايف מיקולאייב
Zaporizhzhia Zaporozhye Запорожье Запоріжжя ზაპოროჟიე Զապորոժիե زاپوریژیا زابوريجيا זפוריז׳יה
Warsaw Warszawa/pl Varşava Варшава ვარშავა Վարշավա ورشو وارسو ורשה Warschau/de
Vienna Wien/de Vyana/az Viyana/tr Вена Відень ვენა Վիեննա وین فيينا וינה
Prague Praha Praqa/az Prag Прага პრაღა Պրահա پراگ براغ פראג
Brussels Bruxelles/fr Brüssel Brüksel/tr Брюссель ბრიუსელი Բրյուսել بروکسل بروكسل בריסל
Athens Afina/az Atina/tr Афины Афіни ათენი Աթենք آتن أثينا אתונה Αθήνα
Hovhannisyan Ovanesyan Oganesyan Оганесян Оганнисян ოგანესიანი ოჰანესიანი Հովհաննիսյան هوانسیان
Yusif Yusuf Юсуф Юсиф
Erdoğan/tr Эрдоган ארדוגן ארדואן
Dmitry Dmytro Dimitri Дмитрий Дмитро დიმიტრი Դմիտրի دیمیتری ديميتري דמיטרי
Alexander Oleksandr Aleksandre Александр Олександр ალექსანდრე Ալեքսանդր الکساندر ألكسندر אלכסנדר
";

static GROUP_OF_KEY: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let mut groups = HashMap::new();
    for (group, line) in GROUPS.lines().enumerate() {
        for key in keys_of(line) {
            groups.entry(key).or_insert(group);
        }
    }
    groups
});

/// The keys of every form of a group, as texts have them.
fn keys_of(line: &str) -> Vec<String> {
    let mut keys = Vec::new();
    for form in line.split(' ') {
        let (name, language) = form.split_once('/').unwrap_or((form, ""));
        let language = (!language.is_empty()).then_some(language);
        if let Some(word) = Word::read(name) {
            let bases = Bases::itself(word.letters());
            text::push_keys_of(&word, &bases, language, &mut keys);
        }
    }
    keys
}

/// Adds the keys of the other names of what `key` is a key of.
pub(super) fn push_others(key: &str, out: &mut Vec<String>) {
    let Some(group) = GROUP_OF_KEY.get(key) else {
        return;
    };
    for other in GROUPS.lines().nth(*group).map(keys_of).unwrap_or_default() {
        if !out.contains(&other) {
            out.push(other);
        }
    }
}
