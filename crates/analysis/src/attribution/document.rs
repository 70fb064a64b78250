//! Goes through a document paragraph by paragraph and sentence by sentence.

use dossier_text::TextRange;

use super::compose::{self, Finding};
use super::draft::{Draft, content_bytes, kind_of, separate, trim_comma};
use super::join::join;
use super::language::Language;
use super::lexicon::Flags;
use super::marks::{self, Style};
use super::people::People;
use super::token::{Token, tokens};
use super::view::{Span, View};
use super::{
    Attribution, AttributionKind, byline, cue, dependent, finish, foreign, indirect, label, scare,
    source,
};
use crate::{Context, sentence};

/// The most tokens that are looked at together: longer sentences are no prose, and the time for one
/// grows with the square of its length.
const MOST_TOKENS: usize = 300;
/// A paragraph shorter than this, in bytes, may be an answer rather than a continuation.
const SHORT_TURN: usize = 120;

pub(super) fn analyse(text: &str, context: &Context<'_>) -> Vec<Attribution> {
    let language = Language::of(text, context);
    let tokens = tokens(text);
    let mut walk = Walk::new(text, language, &tokens);
    walk.run();
    let mut drafts = walk.drafts;
    separate(&mut drafts);
    let people = People::read(text, &tokens, language);
    finish::finish(text, drafts, &people)
}

/// The words that a sentence leaves for the next ones to go on from.
#[derive(Debug, Clone, Copy, Default)]
struct Memory {
    /// The last attribution, and the paragraph of its last words.
    draft: Option<usize>,
    paragraph: usize,
    /// Whether the last attribution's quotation was left open at its paragraph's end.
    is_open: bool,
    /// Whether the last sentence held the last attribution.
    is_adjacent: bool,
    /// The subject of the last sentence, if it names a person and holds no attribution.
    subject: Option<TextRange>,
    subject_paragraph: usize,
    /// Source and cue of a sentence that ended in a colon.
    announced: Option<(TextRange, Option<TextRange>)>,
}

struct Walk<'t> {
    text: &'t str,
    language: Language,
    tokens: &'t [Token],
    style: Style,
    labels: label::Labels,
    drafts: Vec<Draft>,
    memory: Memory,
    /// Attributions at the paragraph's start that wait for a source later in it.
    waiting: Vec<usize>,
}

impl<'t> Walk<'t> {
    fn new(text: &'t str, language: Language, tokens: &'t [Token]) -> Self {
        let paragraphs = sentence::paragraphs(text);
        Self {
            text,
            language,
            tokens,
            style: Style::of(text, language),
            labels: label::Labels::find(text, &paragraphs),
            drafts: Vec::new(),
            memory: Memory::default(),
            waiting: Vec::new(),
        }
    }

    fn run(&mut self) {
        let paragraphs = sentence::paragraphs(self.text);
        let sentences = sentence::sentences(self.text);
        let mut next = 0;
        for (index, &paragraph) in paragraphs.iter().enumerate() {
            let from = next;
            while sentences.get(next).is_some_and(|s| s.start < paragraph.end) {
                next += 1;
            }
            self.paragraph(index, paragraph, &sentences[from..next]);
        }
    }

    fn paragraph(&mut self, index: usize, paragraph: TextRange, sentences: &[TextRange]) {
        let floating = std::mem::take(&mut self.waiting);
        if let Some(name) = byline::signature(self.text, self.tokens, paragraph)
            && !floating.is_empty()
        {
            for draft in floating {
                self.drafts[draft].source = Some(name);
            }
            self.memory = Memory::default();
            return;
        }
        if let Some(turn) = self.labels.turn(self.text, paragraph) {
            self.drafts.push(Draft {
                kind: AttributionKind::Direct,
                content: vec![turn.words],
                cue: None,
                source: Some(turn.name),
                is_continued: false,
                label: Some(turn.speaker),
                confidence: 0.9,
            });
            self.memory = Memory {
                draft: Some(self.drafts.len() - 1),
                paragraph: index,
                ..Memory::default()
            };
            return;
        }
        let quotations = marks::quotations(self.text, paragraph, self.style);
        if quotations.is_empty() && self.block_quote(index, paragraph) {
            return;
        }
        for range in join(self.text, sentences, &quotations) {
            for view in View::new(self.text, range, self.tokens, &quotations).pieces(MOST_TOKENS) {
                self.sentence(index, &view);
            }
        }
        let last_open = quotations
            .last()
            .is_some_and(|q| !q.is_closed && q.outer.end == paragraph.end);
        self.memory.is_open = last_open && self.memory.paragraph == index;
        self.memory.is_adjacent &= self.memory.is_open || !quotations.is_empty();
    }

    /// A paragraph without marks after one that ends “… wrote:” is the content.
    fn block_quote(&mut self, index: usize, paragraph: TextRange) -> bool {
        let Some((source, cue)) = self.memory.announced.take() else {
            return false;
        };
        if cue.is_none() || paragraph.len() < 60 || self.memory.paragraph + 1 != index {
            return false;
        }
        self.drafts.push(Draft {
            kind: AttributionKind::Direct,
            content: vec![paragraph],
            cue,
            source: Some(source),
            is_continued: false,
            label: None,
            confidence: 0.7,
        });
        self.memory = Memory {
            draft: Some(self.drafts.len() - 1),
            paragraph: index,
            ..Memory::default()
        };
        true
    }

    fn sentence(&mut self, paragraph: usize, view: &View<'_>) {
        if self.language != Language::English {
            let findings = foreign::findings(view, self.language);
            self.keep(paragraph, view, findings);
            return;
        }
        let cues = cue::cues(view);
        let announced = self.memory.announced.take();
        if let Some((source, cue)) = announced
            && view.tokens[0].is_quote()
        {
            let after = view.tokens.iter().skip(1).filter(|t| t.is_word()).count();
            let has_own = cues.iter().any(|c| c.subject.is_some());
            if after <= 2 && !has_own {
                self.push(paragraph, view, &[0], Some(source), cue, false, 0.9);
                return;
            }
        }
        let mut findings = compose::compose(view, &cues);
        findings.extend(indirect::findings(view, &cues, &findings));
        findings.sort_by_key(|f| f.content.first().map_or(0, |s| s.start));
        self.keep(paragraph, view, findings);
        if view.tokens.last().is_some_and(|t| t.is_mark(':')) {
            let last = cues
                .iter()
                .rev()
                .find(|c| c.subject.is_some() && !c.is_passive);
            self.memory.announced = last.and_then(|c| {
                Some((
                    view.bytes(c.subject?)?,
                    view.bytes(Span::new(c.verb, c.verb + 1)),
                ))
            });
            self.memory.paragraph = paragraph;
        }
    }

    /// Keeps what was found in a sentence, and its quotations that nothing introduces.
    fn keep(&mut self, paragraph: usize, view: &View<'_>, findings: Vec<Finding>) {
        let used = |index: usize| {
            findings
                .iter()
                .any(|f| f.content.iter().any(|s| (s.start..s.end).contains(&index)))
        };
        let free: Vec<usize> = view.quotes().filter(|&q| !used(q)).collect();
        let has_findings = !findings.is_empty();
        let outside = view.tokens.iter().filter(|t| t.is_word()).count();
        let has_colon = free
            .iter()
            .any(|&q| q > 0 && view.tokens[q - 1].is_mark(':'));
        let floats = !has_colon && (outside <= 2 || self.is_mostly_quoted(view, &free));
        if !has_findings && !free.is_empty() && floats {
            self.float(paragraph, view, &free);
            return;
        }
        if !has_findings && !free.is_empty() && self.language == Language::English {
            self.introduced_by_colon(paragraph, view, &free);
            return;
        }
        let has_quoted = findings
            .iter()
            .any(|f| kind_of(view, &f.content) != AttributionKind::Indirect);
        for finding in findings {
            let source = finding
                .source
                .and_then(|s| view.bytes(s))
                .or_else(|| self.carried_on(paragraph, view, &finding));
            let cue = finding.cue.and_then(|s| view.bytes(s));
            let draft = Draft {
                kind: kind_of(view, &finding.content),
                content: finding
                    .content
                    .iter()
                    .filter_map(|&s| content_bytes(view, s))
                    .collect(),
                cue,
                source,
                is_continued: false,
                label: None,
                confidence: finding.confidence,
            };
            if draft.content.is_empty() {
                continue;
            }
            let is_quoted = draft.kind != AttributionKind::Indirect;
            self.drafts.push(draft);
            if is_quoted {
                let begins = finding.content.first().is_some_and(|s| s.start == 0);
                self.settle_waiting(source, begins);
            }
            if source.is_some() && (is_quoted || !has_quoted) {
                self.remember(paragraph);
            }
        }
        if !has_findings {
            self.memory.is_adjacent = false;
            self.memory.subject = person_subject(view);
            self.memory.subject_paragraph = paragraph;
        }
    }

    /// “Adding: “…””: a participle that begins its sentence goes on from the last speaker.
    fn carried_on(
        &self,
        paragraph: usize,
        view: &View<'_>,
        finding: &Finding,
    ) -> Option<TextRange> {
        let verb = finding.cue?.start;
        let begins = verb == 0 && view.is(verb, Flags::ING) && self.memory.paragraph == paragraph;
        let draft = self.memory.draft.filter(|_| begins)?;
        self.drafts[draft].source
    }

    fn remember(&mut self, paragraph: usize) {
        let announced = self.memory.announced;
        let draft = Some(self.drafts.len() - 1);
        self.memory = Memory {
            draft,
            paragraph,
            is_adjacent: true,
            announced,
            ..Memory::default()
        };
    }

    fn settle_waiting(&mut self, source: Option<TextRange>, begins: bool) {
        for index in std::mem::take(&mut self.waiting) {
            if begins && source.is_some() {
                self.drafts[index].source = source;
                self.drafts[index].is_continued = true;
            }
        }
    }

    fn is_mostly_quoted(&self, view: &View<'_>, free: &[usize]) -> bool {
        let quoted: usize = free
            .iter()
            .filter_map(|&q| view.quotation(q))
            .map(|q| q.inner.len())
            .sum();
        quoted * 10 >= view.range.len() * 8
    }

    /// A sentence that is a quotation and no more goes on from what was said before it.
    fn float(&mut self, paragraph: usize, view: &View<'_>, free: &[usize]) {
        let memory = self.memory;
        let same_paragraph = memory.draft.is_some() && memory.paragraph == paragraph;
        if same_paragraph && memory.is_adjacent {
            let at = memory.draft.expect("checked above");
            if self.drafts[at].kind != AttributionKind::Indirect && self.drafts[at].source.is_some()
            {
                let ranges = free
                    .iter()
                    .filter_map(|&q| view.quotation(q))
                    .map(|q| trim_comma(self.text, q.inner));
                self.drafts[at].content.extend(ranges);
                return;
            }
        }
        let whole = view.tokens.len() == 1
            && view
                .last_quoted(0)
                .is_some_and(|c| matches!(c, '.' | '!' | '?' | '…'));
        let can_float = whole
            || free.iter().any(|&q| scare::can_float(view, q))
            || same_paragraph
            || memory.is_open;
        if !can_float {
            return;
        }
        let by_subject = memory
            .subject
            .filter(|_| memory.subject_paragraph == paragraph);
        let from_draft = memory.draft.filter(|_| {
            // Short turns one after another are a dialogue: the speaker has probably changed.
            let is_turn = memory.draft.is_some_and(|d| self.drafts[d].is_continued)
                && view.range.len() < SHORT_TURN;
            same_paragraph || memory.is_open || memory.paragraph + 1 >= paragraph && !is_turn
        });
        let last_subject = memory
            .subject
            .filter(|_| memory.subject_paragraph + 1 == paragraph);
        let source = by_subject
            .or_else(|| from_draft.and_then(|d| self.drafts[d].source))
            .or(last_subject);
        let label = from_draft
            .and_then(|d| self.drafts[d].label.clone())
            .filter(|_| by_subject.is_none());
        let confidence = if same_paragraph || memory.is_open {
            0.8
        } else {
            0.55
        };
        self.push(paragraph, view, free, source, None, true, confidence);
        let index = self.drafts.len() - 1;
        self.drafts[index].label = label;
        if !same_paragraph && !memory.is_open && by_subject.is_none() {
            self.waiting.push(index);
        }
    }

    /// “The mayor was blunt: “…””: the subject of the sentence is the source.
    fn introduced_by_colon(&mut self, paragraph: usize, view: &View<'_>, free: &[usize]) {
        let colon = free
            .iter()
            .copied()
            .find(|&q| q > 0 && view.tokens[q - 1].is_mark(':'));
        if let Some(quote) = colon
            && (view.quoted_words(quote) >= 3 || scare::ends_as_sentence(view, quote))
        {
            let source = source::name_before_colon(view, quote - 1)
                .or_else(|| dependent::sentence_subject(view, quote))
                .or_else(|| source::phrase_ending(view, quote - 1))
                .and_then(|s| view.bytes(s));
            let quotes: Vec<usize> = free.iter().copied().filter(|&q| q >= quote).collect();
            self.push(paragraph, view, &quotes, source, None, false, 0.7);
            return;
        }
        let Some(&long) = free.iter().find(|&&q| scare::is_surely_said(view, q)) else {
            self.memory.is_adjacent = false;
            self.memory.subject = person_subject(view);
            self.memory.subject_paragraph = paragraph;
            return;
        };
        let goes_on = self
            .memory
            .draft
            .filter(|_| self.memory.paragraph == paragraph && self.memory.is_adjacent);
        let source = dependent::sentence_subject(view, long)
            .and_then(|s| view.bytes(s))
            .or_else(|| goes_on.and_then(|d| self.drafts[d].source));
        self.push(paragraph, view, &[long], source, None, false, 0.5);
    }

    #[expect(clippy::too_many_arguments, reason = "one draft, spelt out")]
    fn push(
        &mut self,
        paragraph: usize,
        view: &View<'_>,
        quotes: &[usize],
        source: Option<TextRange>,
        cue: Option<TextRange>,
        is_continued: bool,
        confidence: f32,
    ) {
        let content = quotes
            .iter()
            .filter_map(|&q| view.quotation(q))
            .map(|q| trim_comma(self.text, q.inner))
            .collect();
        let kind = AttributionKind::Direct;
        self.drafts.push(Draft {
            kind,
            content,
            cue,
            source,
            is_continued,
            label: None,
            confidence,
        });
        self.remember(paragraph);
    }
}

/// The subject of a sentence, where it is a name or a pronoun.
fn person_subject(view: &View<'_>) -> Option<TextRange> {
    let subject = dependent::sentence_subject(view, view.tokens.len())?;
    let last = view.tokens[subject.end - 1];
    let is_person = last.is_name() && !last.is_genitive && !last.is(Flags::BODY)
        || view.is_word(subject.start, "he")
        || view.is_word(subject.start, "she");
    is_person.then(|| view.bytes(subject)).flatten()
}
