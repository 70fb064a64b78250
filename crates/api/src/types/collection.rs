//! Collections and saved searches.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person's grouping of documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Collection {
    pub id: i64,
    pub name: String,
    /// How many documents are in it.
    pub count: u32,
}

/// Makes a collection.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CreateCollection {
    pub name: String,
}

/// Renames a collection.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RenameCollection {
    pub id: i64,
    pub name: String,
}

/// Deletes a collection, not its documents; can be undone.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct DeleteCollection {
    pub id: i64,
}

/// Puts documents into a collection or takes them out.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetMembership {
    pub collection: i64,
    pub documents: Vec<i64>,
    pub is_member: bool,
}

/// A query that keeps answering.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedSearch {
    pub id: i64,
    pub name: String,
    pub query: String,
    /// How many of its hits came into the library since it was looked at last.
    pub new_documents: u32,
}

/// Notes that the hits of a saved search are being looked at.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct LookAtSavedSearch {
    pub id: i64,
}

/// A saved search at the moment of being looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedSearchLook {
    pub query: String,
    /// The newest document of the library when it was looked at last; documents of higher numbers
    /// are new.
    pub new_since: i64,
}

/// Keeps a query under a name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveSearch {
    pub name: String,
    pub query: String,
}

/// Forgets a saved search.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct DeleteSavedSearch {
    pub id: i64,
}
