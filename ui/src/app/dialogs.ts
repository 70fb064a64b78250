import type { Collection } from '../api/generated/Collection';
import type { ExportRequest } from '../api/generated/ExportRequest';
import type { Tag } from '../api/generated/Tag';

/** The dialog that is open over the window. */
export type OpenDialog =
  | { kind: 'palette' }
  | { kind: 'keys' }
  | { kind: 'check' }
  /** The newest import where `report` is `null`. */
  | { kind: 'report'; report: number | null }
  /** `documents`: what the new collection takes at once. */
  | { kind: 'new-collection'; documents: readonly number[] }
  | { kind: 'rename-collection'; collection: Collection }
  | { kind: 'tag'; tag: Tag }
  /** A folder that holds no library was chosen to be opened. */
  | { kind: 'make-library'; path: string }
  /** `request`: what the list it was opened from shows; everything where it is `null`. */
  | { kind: 'export'; request: ExportRequest | null };
