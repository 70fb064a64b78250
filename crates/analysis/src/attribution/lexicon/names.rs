//! Common given names, to tell whom “he” and “she” can mean, and titles of other languages, which
//! are no part of a name. Names borne by both men and women are left out.

use super::{Builder, Flags};

const MALE: &str = "james john robert michael william david richard joseph thomas charles christopher daniel matthew \
    anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey \
    gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank \
    patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan \
    jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jesse bryan \
    billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby \
    russell philip phillip louis harry howard fred martin ernest stanley leonard bernard bernie ted tom tim bill bob \
    jim mike dan dave steve chuck greg ben rick ron ken jeff matt nick tony alex andy barack mitch marco jeb \
    rand newt mitt ivan igor boris vladimir dmitry dmitri sergei sergey nikolai mikhail alexei yuri oleg viktor \
    andrei pavel ilham heydar elchin rauf mehmet mustafa ahmet ahmed mohammed muhammad mohammad ali hassan \
    hussein omar osman recep yusuf ibrahim ismail abdullah khalid tariq faisal salman reza hossein javad abbas \
    amir isaac moshe yitzhak shimon ehud avigdor yair benny naftali jacob abraham hans jurgen jürgen klaus \
    wolfgang karl friedrich gerhard helmut dieter stefan pierre jean françois francois michel jacques \
    emmanuel nicolas antoine luis carlos miguel pedro pablo jorge fernando javier diego manuel rafael \
    antonio giovanni marco luca matteo paolo silvio giorgi irakli levan zurab nikol serzh robert tigran \
    narendra rahul xi shinzo hiroshi kenji oliver oscar felix hugo leo max simon ian neil graham nigel \
    colin stuart craig derek duncan ewan gordon hugh keir theodore franklin abel edgar \
    marek tomasz andrzej piotr krzysztof jaroslaw zbigniew wojciech stanislaw tomas jiri petr vaclav milos zoltan \
    laszlo istvan gabor ferenc attila bence radu ion mihai bogdan dorin nicolae andrej milan zoran goran dragan \
    slobodan aleksandar nenad stjepan ivica bojan lars sven nils bjorn bjørn olav olaf erik anders magnus gunnar \
    henrik jens jorgen jørgen mikael pekka juha timo otto emil victor viktors janis andris gintaras arturas \
    dimitris giorgos kostas nikos alexis yannis emre murat kemal burak serkan hakan orhan cem tayfun ramil vugar \
    ilqar ilgar orxan emin anar samir jeyhun ceyhun hikmat hikmet zakir ramiz araz vusal vagif arman hayk davit \
    vahan artur armen ararat nursultan kassym askar daniyar bakhyt sadyr almazbek shavkat rustam \
    gurbanguly serdar emomali hamid karim rashid jamal nabil walid bashar anwar nasser hamad rashed sultan \
    bilal imran nawaz asif shahbaz arif zia hamza idris kwame kofi thabo cyril uhuru raila tunde emeka \
    anil sanjay rajesh vikram arjun ashok suresh deepak wei jian hao jun takeshi taro minho jin";

const MALE_ELSEWHERE: &str = "luc yves gilles alain rené rene andré etienne étienne xavier pascal thierry gérald bruno arnaud \
    mathieu olivier didier laurent guillaume benoît benoit françois-xavier jean-luc jean-pierre edouard édouard gabriel \
    uwe ralf markus lukas jonas florian sebastian tobias matthias dirk holger jochen rolf robert norbert armin boris \
    íñigo santiago alberto andrés ramón raúl sergio enrique eduardo ignacio joaquín gonzalo mariano nicolás \
    олег сергей владимир дмитрий александр алексей андрей михаил николай иван пётр петр павел виктор борис юрий \
    игорь евгений максим антон роман константин василий григорий фёдор федор илья артём артем денис рамзан шамиль \
    əli ilham orxan rauf elçin vüqar tofiq fuad rüstəm hüseyn həsən məmməd əhməd kamran samir elnur";

const FEMALE_ELSEWHERE: &str = "claire juliette élodie chloé manon sylvie nathalie valérie véronique hélène helene margaux \
    delphine céline amélie mathilde laurence agnès annalena svenja katrin karin ulrike heike sabrina bärbel \
    franziska manuela renate gisela yolanda mónica monica inés begoña rocío montserrat dolors cayetana \
    вера ольга елена ирина татьяна наталья светлана анна мария екатерина марина галина людмила нина лариса \
    валентина юлия анастасия ксения дарья алла зоя \
    leyla aysel günel sevinc nərgiz mehriban aynur könül şəfəq gülnar rəna zərifə";

const FEMALE: &str = "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty \
    margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca \
    sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine \
    christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia \
    victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria \
    teresa ann anne sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise \
    amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla \
    alexis lori hillary melania ivanka michele carly nikki kellyanne tulsi kamala nancy susana olga \
    tatiana natalia svetlana irina elena ekaterina galina lyudmila marina valentina mehriban leyla aysel \
    gunel sevinj fatma ayse ayşe emine zeynep hatice fatima aisha zahra maryam mariam leila layla noor \
    golda tzipi ayelet miri yael tamar ursula angela annegret sabine petra monika claudia brigitte \
    françoise segolene ségolène christine marine simone carmen pilar lucia lucía isabel dolores rosa \
    giulia francesca chiara salome nino tamara theresa fiona nicola siobhan bridget moira jane kate \
    orla niamh aoife sinead saoirse ewa agnieszka katarzyna malgorzata zofia beata jadwiga magdalena hana jana \
    zuzana ivana milka vesna jelena dragana snezana ljiljana kolinda ilona zsuzsanna katalin judit ioana elisabeta \
    ingrid astrid sigrid freya inge greta hanna mette margrethe kirsten birgitta annika sanna tarja \
    dalia vaira kersti ruta elif zehra merve meral tansu nesrin selin gulnara gulnar aygun aytan nigar sevda sevil \
    lala aliya dariga saule dinara zhanna roza anahit lilit nairi arpine nana tinatin khatuna ketevan nazanin \
    shirin narges nargis parvin soraya mahnaz samira nadia hanan rania dina amal yasmin salma benazir hina malala \
    indira sonia pratibha sushma priya anjali kavita mei ling yoko akiko naoko aung ngozi amina ifeoma ellen \
    winnie graca consuelo guadalupe dilma cristina ines beatriz catarina leticia sofia emilia \
    katie kathy lucy jill joanna josephine tessa clara eva ida nora vera wendy sally peggy penny";

const TITLES: &str = "bakan bakanı başbakan cumhurbaşkanı başkan başkanı sayın nazir naziri prezident prezidenti sədr sədri \
    minister ministerin kanzler kanzlerin bundeskanzler bundeskanzlerin präsident präsidentin sprecher sprecherin herr \
    frau monsieur madame ministre président présidente señor señora ministro ministra presidente presidenta министр \
    mme mlle mühəndis professor deputat jurnalist mühendis avukat milletvekili vali doktor инженер профессор \
    генерал посол сенатор председатель директор спикер президент премьер премьер-министр депутат губернатор глава господин госпожа";

pub(super) fn fill(words: &mut Builder) {
    words.add(Flags::MALE, MALE);
    words.add(Flags::FEMALE, FEMALE);
    words.add(Flags::MALE, MALE_ELSEWHERE);
    words.add(Flags::FEMALE, FEMALE_ELSEWHERE);
    words.add(Flags::TITLE, TITLES);
    words.add(
        Flags::MALE,
        "baron count duke earl squire sultan emir shah master tsar",
    );
    words.add(
        Flags::FEMALE,
        "baroness countess duchess mistress sultana empress tsarina nun widow",
    );
    words.add(
        Flags::TITLE,
        "baron count duke baroness countess duchess earl sultan emir shah master",
    );
    words.add(Flags::MALE, "herr monsieur señor господин");
    words.add(Flags::FEMALE, "frau madame señora госпожа");
}
