//! What the boundary promises.

mod bindings;
