use dossier_library::timeline::{self as engine, LaneKind, TimelineFilter, Window};

use crate::{ApiError, App, Result, convert, types::timeline::*};

/// Entries that a lane gives at most before it is counted in buckets.
const MAX_LIMIT: u32 = 2_000;

pub(crate) fn timeline_extent(app: &App, request: TimelineExtent) -> Result<TimelineExtentView> {
    let filter = TimelineFilter {
        query: request.query,
        speaker: request.speaker,
    };
    let extents = app.library()?.timeline_extent(&filter)?;
    let undated = extents.iter().map(|extent| extent.undated).sum();
    let lane = |extent: &engine::Extent| LaneExtent {
        lane: lane_of(extent.lane),
        count: extent.count,
        from: extent.days.map(|days| days.0.to_string()),
        to: extent.days.map(|days| days.1.to_string()),
    };
    Ok(TimelineExtentView {
        lanes: extents.iter().map(lane).collect(),
        undated,
    })
}

pub(crate) fn timeline_window(app: &App, request: TimelineWindow) -> Result<TimelineView> {
    let (from, to) = (convert::day(&request.from)?, convert::day(&request.to)?);
    if to <= from {
        return Err(ApiError::invalid(
            "The timeline's window ends before it begins.",
        ));
    }
    let window = Window {
        from,
        to,
        lanes: request.lanes.into_iter().map(kind_of).collect(),
        buckets: request.buckets,
        limit: request.limit.min(MAX_LIMIT),
    };
    let filter = TimelineFilter {
        query: request.query,
        speaker: request.speaker,
    };
    let lanes = app.library()?.timeline_window(&window, &filter)?;
    Ok(TimelineView {
        lanes: lanes.into_iter().map(lane_window).collect(),
    })
}

fn lane_window(window: engine::LaneWindow) -> LaneWindow {
    let content = match window.content {
        engine::Content::Entries(entries) => LaneContent::Entries {
            entries: entries.into_iter().map(entry).collect(),
        },
        engine::Content::Buckets(buckets) => LaneContent::Buckets {
            buckets: buckets
                .into_iter()
                .map(|(index, count)| TimelineBucket { index, count })
                .collect(),
        },
    };
    LaneWindow {
        lane: lane_of(window.lane),
        total: window.total,
        content,
    }
}

fn entry(entry: engine::Entry) -> TimelineEntry {
    TimelineEntry {
        lane: lane_of(entry.lane),
        id: entry.id,
        document: entry.document,
        document_title: entry.document_title,
        from: entry.from.to_string(),
        to: entry.to.to_string(),
        is_approximate: entry.is_approximate,
        label: entry.label,
        excerpt: convert::excerpt(entry.excerpt, &entry.highlights),
        speaker: entry.speaker,
    }
}

fn lane_of(kind: LaneKind) -> Lane {
    match kind {
        LaneKind::Publications => Lane::Publications,
        LaneKind::Dates => Lane::Dates,
        LaneKind::Quotations => Lane::Quotations,
        LaneKind::Annotations => Lane::Annotations,
    }
}

fn kind_of(lane: Lane) -> LaneKind {
    match lane {
        Lane::Publications => LaneKind::Publications,
        Lane::Dates => LaneKind::Dates,
        Lane::Quotations => LaneKind::Quotations,
        Lane::Annotations => LaneKind::Annotations,
    }
}
