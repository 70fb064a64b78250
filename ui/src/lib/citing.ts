/** Taking a quotation along, with where it is from. */
import { platform } from '../api/platform';
import type { Quotation } from '../api/generated/Quotation';
import { cited } from './quotation';

/** Where it is said what was done. */
interface Teller {
  show(text: string, options: { kind: 'success' }): unknown;
  showError(error: unknown): void;
}

/** Copies a quotation with its citation, and says so. */
export async function copyCited(quotation: Quotation, teller: Teller): Promise<void> {
  try {
    await platform().copyText(cited(quotation));
    teller.show('Copied with its citation.', { kind: 'success' });
  } catch (error) {
    teller.showError(error);
  }
}
