//! The table of commands.

use serde_json::Value;
use ts_rs::TS;

use crate::{
    ApiError, App, Result, handlers,
    types::{
        Empty, annotation::*, collection::*, document::*, explore::*, export::*, import::*,
        library::*, note::*, person::*, quotation::*, search::*, statement::*, timeline::*,
    },
};

/// Makes, from one list, the TypeScript map of commands and the function that runs one by name.
macro_rules! commands {
    ($($(#[doc = $doc:literal])* $name:ident($request:ty) -> $response:ty;)*) => {
        /// Every command: its name, and the types of its request and response.
        #[derive(TS)]
        #[allow(dead_code, reason = "it exists to be exported to TypeScript")]
        pub struct Commands {
            $($(#[doc = $doc])* $name: ($request, $response),)*
        }

        /// Runs the command `name` with a request and gives its response, both as JSON.
        ///
        /// # Errors
        ///
        /// What the command says; [`crate::ErrorCode::InvalidRequest`] for an unknown name or a
        /// request of another shape.
        pub fn dispatch(app: &App, name: &str, request: Value) -> Result<Value> {
            let _span = tracing::info_span!("command", name).entered();
            match name {
                $(stringify!($name) => {
                    let request: $request = serde_json::from_value(request)
                        .map_err(|error| ApiError::malformed(name, &error))?;
                    let response: $response = handlers::$name(app, request)?;
                    serde_json::to_value(response).map_err(|error| ApiError::malformed(name, &error))
                })*
                _ => Err(ApiError::unknown_command(name)),
            }
        }
    };
}

commands! {
    /// Says what is in the open library.
    library_status(Empty) -> LibraryStatus;
    /// Opens another library, or makes one.
    open_library(OpenLibrary) -> LibraryStatus;
    /// Checks files, database, index and anchors.
    check_library(CheckLibrary) -> CheckReport;
    /// Puts an error of the front end into the log.
    report_ui_error(ReportUiError) -> Empty;

    /// Imports files and folders in the background.
    start_import(StartImport) -> Job;
    /// Imports the sample collection in the background.
    start_sample_import(Empty) -> Job;
    /// Stops long work after the file at hand.
    cancel_job(Job) -> Empty;
    /// Reads the ledger of an import; `null` where there was none.
    import_report(GetImportReport) -> Option<ImportReport>;

    /// Searches the library; an empty query lists every document.
    search(SearchRequest) -> SearchResponse;
    /// Finds a query's words in one document.
    find_in_document(FindInDocument) -> FoundInDocument;

    /// Gives every place that a query finds, in line with its context.
    concordance(ConcordanceRequest) -> Concordance;
    /// Says how often queries find something, over time.
    trend(TrendRequest) -> Trend;
    /// Says what could be meant where the caret stands in a query.
    complete_query(CompleteRequest) -> Completions;
    /// Keeps a query among those asked before.
    record_search(RecordSearch) -> Empty;
    /// Lists queries asked before, newest first.
    list_searches(ListSearches) -> Vec<PastSearch>;
    /// Forgets a query asked before, or all.
    forget_searches(ForgetSearches) -> Empty;

    /// Reads a document with its marks and annotations.
    get_document(GetDocument) -> DocumentView;
    /// Corrects a document's metadata.
    update_document(UpdateDocument) -> DocumentView;
    /// Writes a document's original to a file, byte for byte.
    save_original(SaveOriginal) -> Empty;
    /// Takes documents out of the library; can be undone.
    delete_documents(DeleteDocuments) -> Empty;
    /// Gives a passage with its citation.
    cite_passage(CitePassage) -> CitedPassage;

    /// Annotates a passage and returns the annotation as stored.
    create_annotation(CreateAnnotation) -> Annotation;
    /// Changes an annotation and returns it as stored.
    update_annotation(UpdateAnnotation) -> Annotation;
    /// Deletes an annotation; can be undone.
    delete_annotation(DeleteAnnotation) -> Empty;
    /// Lists annotations over all documents.
    list_annotations(ListAnnotations) -> AnnotationList;
    /// Lists tags by name.
    list_tags(Empty) -> Vec<Tag>;
    /// Renames, recolours or describes a tag.
    update_tag(UpdateTag) -> Tag;
    /// Says what can be undone and redone.
    history(Empty) -> History;
    /// Takes the last change back.
    undo(Empty) -> History;
    /// Does the change last undone again.
    redo(Empty) -> History;

    /// Lists free notes, newest change first.
    list_notes(ListNotes) -> Vec<Note>;
    /// Writes a new note.
    create_note(CreateNote) -> Note;
    /// Changes a note.
    update_note(UpdateNote) -> Note;
    /// Deletes a note; can be undone.
    delete_note(DeleteNote) -> Empty;

    /// Lists collections by name.
    list_collections(Empty) -> Vec<Collection>;
    /// Makes a collection.
    create_collection(CreateCollection) -> Collection;
    /// Renames a collection.
    rename_collection(RenameCollection) -> Collection;
    /// Deletes a collection, not its documents; can be undone.
    delete_collection(DeleteCollection) -> Empty;
    /// Puts documents into a collection or takes them out.
    set_membership(SetMembership) -> Collection;
    /// Lists saved searches by name.
    list_saved_searches(Empty) -> Vec<SavedSearch>;
    /// Keeps a query under a name; a search of that name is replaced.
    save_search(SaveSearch) -> SavedSearch;
    /// Notes that a saved search is being looked at; says since when hits of it are new.
    look_at_saved_search(LookAtSavedSearch) -> SavedSearchLook;
    /// Forgets a saved search.
    delete_saved_search(DeleteSavedSearch) -> Empty;

    /// Lists quotations over all documents.
    list_quotations(ListQuotations) -> QuotationList;
    /// Lists speakers, most quoted first.
    list_speakers(ListSpeakers) -> Vec<Speaker>;

    /// Says what the library knows of somebody.
    get_person(GetPerson) -> Person;
    /// Says who speaks in a quotation, for good; can be undone.
    set_speaker(SetSpeaker) -> Quotation;
    /// Says that something is no quotation, for good; can be undone.
    reject_quotation(RejectQuotation) -> Empty;
    /// Says that a passage is a quotation; can be undone.
    add_quotation(AddQuotation) -> Quotation;
    /// Makes names one person's; can be undone.
    merge_speakers(MergeSpeakers) -> Person;
    /// Makes an alias a name of its own again; can be undone.
    split_speaker(SplitSpeaker) -> Empty;
    /// Lists statements: words that are quoted several times.
    list_statements(ListStatements) -> StatementList;
    /// Gives the statement that a quotation is part of, its wordings side by side.
    get_statement(GetStatement) -> StatementView;

    /// Says which days each lane covers.
    timeline_extent(TimelineExtent) -> TimelineExtentView;
    /// Gives a span of the timeline as entries or as counts.
    timeline_window(TimelineWindow) -> TimelineView;

    /// Shows an export before it is written.
    preview_export(ExportRequest) -> ExportPreview;
    /// Writes an export to a file, whole or not at all.
    write_export(WriteExport) -> WrittenExport;
}
