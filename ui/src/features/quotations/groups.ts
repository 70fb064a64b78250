/** The groups that an order of quotations makes, and their headings. */
import type { Quotation } from '../../api/generated/Quotation';
import type { QuotationSort } from '../../api/generated/QuotationSort';
import { documentOf } from '../../lib/quotation';
import { UNNAMED_SPEAKER } from '../../lib/speakers';

/** The group that a quotation belongs to in an order; `null` where the order makes no groups. */
export function groupOf(
  quotation: Quotation,
  sort: QuotationSort,
): { readonly key: string; readonly title: string; readonly detail: string | null } | null {
  switch (sort) {
    case 'speaker': {
      const { speaker } = quotation;
      return { key: `s:${speaker ?? ''}`, title: speaker ?? UNNAMED_SPEAKER, detail: null };
    }
    case 'document': {
      const [title = '', ...rest] = documentOf(quotation);
      return { key: `d:${quotation.document}`, title, detail: rest.join(', ') || null };
    }
    default:
      return null;
  }
}

/** The heading that stands above a row: its group's, where the row before is of another one. */
export function headingAt(
  items: readonly (Quotation | null)[],
  index: number,
  sort: QuotationSort,
): { readonly title: string; readonly detail: string | null } | null {
  const quotation = items[index];
  const group = quotation ? groupOf(quotation, sort) : null;
  if (!group) return null;
  if (index === 0) return group;
  const before = items[index - 1];
  // A row that is not there yet may be of the same group: better no heading than a wrong one.
  if (!before) return null;
  return groupOf(before, sort)?.key === group.key ? null : group;
}
