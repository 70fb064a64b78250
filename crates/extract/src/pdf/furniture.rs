//! What is printed on every page beside the text: running heads, page numbers.

use std::collections::HashMap;

use super::line::Line;

/// Lines at the head and at the foot of a page that can be furniture.
const DEPTH: usize = 3;

/// Takes running heads, running feet and page numbers off the pages.
pub(super) fn remove(pages: &mut [Vec<Line>]) {
    let marks: Vec<Vec<bool>> = {
        let repeated = repeated(pages);
        let steady = [steady_height(pages, true), steady_height(pages, false)];
        pages
            .iter()
            .map(|lines| {
                let edges = edges(lines);
                let is_edge = |at: usize| edges.iter().any(|(_, index)| *index == at);
                (0..lines.len())
                    .map(|at| {
                        let line = &lines[at];
                        let is_number = pages.len() > 1 && is_page_number(&line.text);
                        let is_repeated = repeated.get(&key(line)).is_some_and(|&count| count);
                        let is_steady = steady.iter().flatten().any(|y| (line.y - y).abs() < 2.0);
                        is_edge(at) && (is_number || is_repeated || is_steady)
                    })
                    .collect()
            })
            .collect()
    };
    for (lines, marks) in pages.iter_mut().zip(marks) {
        let mut marks = marks.into_iter();
        lines.retain(|_| !marks.next().unwrap_or(false));
    }
}

/// The outermost lines of a page: whether at the head, and which. Several runs may share a height.
fn edges(lines: &[Line]) -> Vec<(bool, usize)> {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|&a, &b| lines[b].y.total_cmp(&lines[a].y));
    let of = |is_head: bool, indices: &mut dyn Iterator<Item = usize>| {
        let mut edge = Vec::new();
        let mut heights: Vec<f32> = Vec::new();
        for at in indices {
            let y = lines[at].y;
            if !heights.iter().any(|height| (height - y).abs() < 2.0) {
                heights.push(y);
            }
            if heights.len() > DEPTH {
                break;
            }
            edge.push((is_head, at));
        }
        edge
    };
    let mut edges = of(true, &mut order.iter().copied());
    edges.extend(of(false, &mut order.iter().rev().copied()));
    edges
}

/// What makes two furniture lines the same: their words without numbers, and where they stand.
fn key(line: &Line) -> (String, i32) {
    let words = line
        .text
        .chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase);
    (words.collect(), (line.y / 4.0).round() as i32)
}

/// The keys that stand at the edge of several pages: of three at least, or of both of two.
fn repeated(pages: &[Vec<Line>]) -> HashMap<(String, i32), bool> {
    let mut counts: HashMap<(String, i32), usize> = HashMap::new();
    for lines in pages {
        let mut keys: Vec<_> = edges(lines)
            .into_iter()
            .map(|(_, at)| key(&lines[at]))
            .collect();
        keys.retain(|(words, _)| !words.is_empty());
        keys.sort();
        keys.dedup();
        for key in keys {
            *counts.entry(key).or_default() += 1;
        }
    }
    let needed = if pages.len() == 2 { 2 } else { 3 };
    counts
        .into_iter()
        .map(|(key, count)| (key, count >= needed))
        .collect()
}

/// The height at which most pages have a short line set off from the text: a running head whose
/// words change from chapter to chapter.
fn steady_height(pages: &[Vec<Line>], is_head: bool) -> Option<f32> {
    if pages.len() < 5 {
        return None;
    }
    let outermost: Vec<f32> = pages
        .iter()
        .filter_map(|lines| set_off(lines, is_head))
        .collect();
    let most = outermost
        .iter()
        .map(|y| {
            (
                *y,
                outermost
                    .iter()
                    .filter(|other| (*other - y).abs() < 2.0)
                    .count(),
            )
        })
        .max_by_key(|(_, count)| *count)?;
    (most.1 * 10 >= pages.len() * 6).then_some(most.0)
}

/// The height of the outermost line where the next one is well away from it.
fn set_off(lines: &[Line], is_head: bool) -> Option<f32> {
    let mut heights: Vec<f32> = lines.iter().map(|line| line.y).collect();
    heights.sort_by(|a, b| {
        if is_head {
            b.total_cmp(a)
        } else {
            a.total_cmp(b)
        }
    });
    let first = *heights.first()?;
    let next = heights.iter().find(|y| (*y - first).abs() > 2.0)?;
    let size = lines.iter().find(|line| (line.y - first).abs() < 2.0)?.size;
    ((next - first).abs() > 1.9 * size).then_some(first)
}

/// "12", "– 12 –", "xii", "Page 3 of 9", "3/9"
pub(super) fn is_page_number(text: &str) -> bool {
    let text = text.to_lowercase();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let is_number = |word: &str| {
        let is_digits = word.len() <= 4 && word.chars().all(char::is_numeric);
        is_digits || (word.len() <= 7 && word.chars().all(|c| "ivxlc".contains(c)))
    };
    let is_word = |word: &str| {
        [
            "page", "of", "p", "стр", "из", "sayfa", "səhifə", "seite", "von", "sur", "de",
            "página", "صفحه", "صفحة",
        ]
        .contains(&word)
    };
    let numbers = words.iter().filter(|word| is_number(word)).count();
    (1..=2).contains(&numbers)
        && words.len() <= 4
        && words.iter().all(|word| is_number(word) || is_word(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, page: usize, y: f32) -> Line {
        let (left, right) = (72.0, 300.0);
        Line {
            text: text.into(),
            page,
            left,
            right,
            y,
            size: 10.0,
            is_bold: false,
        }
    }

    #[test]
    fn running_heads_and_page_numbers_go_and_the_text_stays() {
        let words = ["gauge", "river", "valley", "border", "harbour", "ferry"];
        let mut pages: Vec<Vec<Line>> = (0..6)
            .map(|page| {
                vec![
                    line(&format!("The water of {page}"), page, 800.0),
                    line(&format!("Here the {} is told of", words[page]), page, 700.0),
                    line(
                        &format!("and nothing but the {}.", words[page]),
                        page,
                        688.0,
                    ),
                    line(&format!("– {} –", page + 1), page, 40.0),
                ]
            })
            .collect();
        remove(&mut pages);
        assert!(pages.iter().all(|lines| lines.len() == 2), "{pages:?}");
    }

    #[test]
    fn a_page_number_is_told_from_words() {
        for text in ["12", "– 12 –", "xii", "Page 3 of 9", "Стр. 4"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["", "In 2021", "12 March 2021", "civil", "page"] {
            assert_eq!(is_page_number(text), text == "civil", "{text}");
        }
    }
}
