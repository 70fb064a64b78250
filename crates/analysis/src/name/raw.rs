//! A word as sounds, with the places where its spelling leaves a choice.

use super::key::Key;

const LONGEST: usize = 96;
const MOST_CHOICES: usize = 24;

/// Other readings of a spelling, each with what it costs to take it: 0 is as good as the first.
pub(super) type Others = &'static [(&'static str, u8)];

#[derive(Debug, Clone, Copy)]
struct Choice {
    start: u8,
    end: u8,
    others: Others,
}

/// The sounds of a word: consonants `bcdfghjklmnprstvxz` (`c` as in *church*, `j` as in *jam* or
/// *measure*, `x` as in *ship*, `h` also as in *loch*), vowels `aeiou`, `i` also for the glide.
#[derive(Debug, Clone, Copy)]
pub(super) struct Raw {
    sounds: [u8; LONGEST],
    length: usize,
    choices: [Choice; MOST_CHOICES],
    chosen: usize,
}

impl Raw {
    pub(super) fn new() -> Self {
        let none = Choice {
            start: 0,
            end: 0,
            others: &[],
        };
        Self {
            sounds: [0; LONGEST],
            length: 0,
            choices: [none; MOST_CHOICES],
            chosen: 0,
        }
    }

    pub(super) fn sounds(&self) -> &[u8] {
        &self.sounds[..self.length]
    }

    pub(super) fn last(&self) -> Option<u8> {
        self.sounds().last().copied()
    }

    pub(super) fn put(&mut self, sounds: &str) {
        let end = self.length + sounds.len();
        if let Some(place) = self.sounds.get_mut(self.length..end) {
            place.copy_from_slice(sounds.as_bytes());
            self.length = end;
        }
    }

    /// Puts a reading that has others. Where there are too many choices, the first one is taken.
    pub(super) fn either(&mut self, sounds: &str, others: Others) {
        let start = self.length;
        self.put(sounds);
        self.choose(start, self.length, others);
    }

    /// Gives sounds that are there already other readings.
    pub(super) fn choose(&mut self, start: usize, end: usize, others: Others) {
        let is_free = |c: &Choice| usize::from(c.end) <= start || usize::from(c.start) >= end;
        if self.chosen == MOST_CHOICES || !self.choices[..self.chosen].iter().all(is_free) {
            return;
        }
        let (Ok(start), Ok(end)) = (u8::try_from(start), u8::try_from(end)) else {
            return;
        };
        let at = self.choices[..self.chosen]
            .iter()
            .position(|c| c.start > start)
            .unwrap_or(self.chosen);
        self.choices.copy_within(at..self.chosen, at + 1);
        self.choices[at] = Choice { start, end, others };
        self.chosen += 1;
    }

    /// The best readings, cheapest first: at most `most`, none dearer than `budget`.
    ///
    /// `each` is given a reading and its cost, and gives whether it was a new one.
    pub(super) fn readings(
        &self,
        budget: u8,
        most: usize,
        mut each: impl FnMut(&[u8], u8) -> bool,
    ) {
        let mut left = most;
        // Choices that come to nothing new take time too, so the steps are bounded as well.
        let mut steps = most * 256;
        for cost in 0..=budget {
            let mut reading = Reading {
                raw: self,
                sounds: [0; LONGEST],
                cost,
                left: &mut left,
                steps: &mut steps,
                each: &mut each,
            };
            reading.from(0, 0, 0, cost);
            if left == 0 || steps == 0 {
                return;
            }
        }
    }
}

struct Reading<'r, F> {
    raw: &'r Raw,
    sounds: [u8; LONGEST],
    cost: u8,
    left: &'r mut usize,
    steps: &'r mut usize,
    each: &'r mut F,
}

impl<F: FnMut(&[u8], u8) -> bool> Reading<'_, F> {
    /// Goes on at a choice, with `done` sounds of the word read into `length` of the reading, and
    /// exactly `cost` to spend.
    fn from(&mut self, choice: usize, done: usize, length: usize, cost: u8) {
        if *self.left == 0 || *self.steps == 0 {
            return;
        }
        *self.steps -= 1;
        let raw = self.raw;
        let Some(here) = raw.choices[..raw.chosen].get(choice) else {
            if cost == 0 {
                let length = self.copy(&raw.sounds[done..raw.length], length);
                if (self.each)(&self.sounds[..length], self.cost) {
                    *self.left -= 1;
                }
            }
            return;
        };
        let (start, end) = (usize::from(here.start), usize::from(here.end));
        let as_first = self.copy(&raw.sounds[done..end], length);
        self.from(choice + 1, end, as_first, cost);
        for &(other, price) in here.others {
            if price <= cost {
                let before = self.copy(&raw.sounds[done..start], length);
                let after = self.copy(other.as_bytes(), before);
                self.from(choice + 1, end, after, cost - price);
            }
        }
    }

    fn copy(&mut self, sounds: &[u8], at: usize) -> usize {
        let end = (at + sounds.len()).min(LONGEST);
        self.sounds[at..end].copy_from_slice(&sounds[..end - at]);
        end
    }
}

/// Adds the keys of a word's best readings to `out`, none of them twice since `from`.
pub(super) fn push_keys(raw: &Raw, budget: u8, most: usize, from: usize, out: &mut Vec<String>) {
    raw.readings(budget, most, |sounds, _| push_key(sounds, from, out));
}

/// Adds the key of sounds to `out` if it is long enough and not there since `from`.
pub(super) fn push_key(sounds: &[u8], from: usize, out: &mut Vec<String>) -> bool {
    let key = Key::of(sounds);
    let text = key.as_str();
    let is_new = text.len() > 1 && !out[from..].iter().any(|k| k == text);
    if is_new {
        out.push(text.to_owned());
    }
    is_new
}
