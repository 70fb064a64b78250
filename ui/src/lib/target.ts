/**
 * A place in a document that the reader can be asked to show.
 *
 * Positions are UTF-16 code units of the document's text.
 */
export type Target =
  | { kind: 'range'; start: number; end: number }
  | { kind: 'annotation' | 'quotation' | 'date'; id: number };

/** Asks for a document to be shown, at a place where one is given. */
export type OnOpen = (document: number, target?: Target) => void;
