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
    colin stuart craig derek duncan ewan gordon hugh keir theodore franklin abel edgar";

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
    katie kathy lucy jill joanna josephine tessa clara eva ida nora vera wendy sally peggy penny";

const TITLES: &str = "bakan bakanı başbakan cumhurbaşkanı başkan başkanı sayın nazir naziri prezident prezidenti sədr sədri \
    minister ministerin kanzler kanzlerin bundeskanzler bundeskanzlerin präsident präsidentin sprecher sprecherin herr \
    frau monsieur madame ministre président présidente señor señora ministro ministra presidente presidenta министр \
    президент премьер премьер-министр депутат губернатор глава господин госпожа";

pub(super) fn fill(words: &mut Builder) {
    words.add(Flags::MALE, MALE);
    words.add(Flags::FEMALE, FEMALE);
    words.add(Flags::TITLE, TITLES);
    words.add(Flags::MALE, "herr monsieur señor господин");
    words.add(Flags::FEMALE, "frau madame señora госпожа");
}
