import type { DocumentView } from '../../api/generated/DocumentView';
import type { UpdateDocument } from '../../api/generated/UpdateDocument';
import { fileName } from '../../lib/text';

/** What a person writes into the form of a document's details. */
export interface Details {
  title: string;
  /** One name a line. */
  authors: string;
  publisher: string;
  published: string;
  language: string;
  kind: string;
}

/** The details of a document as the form shows them. */
export function detailsOf({ summary }: DocumentView): Details {
  return {
    title: summary.title,
    authors: summary.authors.join('\n'),
    publisher: summary.publisher ?? '',
    published: summary.published ?? '',
    language: summary.language ?? '',
    kind: summary.kind,
  };
}

const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'text/markdown': '.md',
  'text/plain': '.txt',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
};

/** What a copy of the original is called: as the file was, or else as the document is. */
export function originalName({
  path,
  mediaType,
  summary,
}: Pick<DocumentView, 'path' | 'mediaType' | 'summary'>): string {
  const ending = ENDINGS[mediaType.split(';')[0] ?? ''] ?? '';
  const name = path && !path.includes('://') ? fileName(path) : '';
  if (name) return name;
  const title = summary.title
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${title.slice(0, 60).trim() || 'document'}${ending}`;
}

/** Why details cannot be kept, by field. */
export function checkDetails(details: Details): Partial<Record<keyof Details, string>> {
  const wrong: Partial<Record<keyof Details, string>> = {};
  if (details.title.trim() === '') wrong.title = 'A document needs a title.';
  if (!isDate(details.published.trim())) {
    wrong.published = 'Write a year, a month or a day: 2023, 2023-06 or 2023-06-02.';
  }
  if (!isLanguage(details.language.trim())) {
    wrong.language = 'Write a language code: en, az, ru, fa …';
  }
  return wrong;
}

/** The changes from one state of the form to another; `null` where there are none. */
export function changesBetween(
  document: number,
  before: Details,
  after: Details,
): UpdateDocument | null {
  const changed = (field: keyof Details) => {
    const value = after[field].trim();
    return value === before[field].trim() ? null : value;
  };
  const authors = changed('authors');
  const change: UpdateDocument = {
    document,
    title: changed('title'),
    authors:
      authors === null
        ? null
        : authors
            .split('\n')
            .map((name) => name.trim())
            .filter((name) => name !== ''),
    publisher: changed('publisher'),
    published: changed('published'),
    language: changed('language'),
    kind: changed('kind'),
  };
  const { document: _, ...fields } = change;
  return Object.values(fields).every((value) => value === null) ? null : change;
}

/** Whether something is empty or an EDTF date of level 0 that the calendar has. */
function isDate(written: string): boolean {
  if (written === '') return true;
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written);
  if (!match) return false;
  const month = Number(match[2] ?? 1);
  const day = Number(match[3] ?? 1);
  const date = new Date(Date.UTC(Number(match[1]), month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isLanguage(written: string): boolean {
  if (written === '') return true;
  try {
    return Intl.getCanonicalLocales(written).length === 1;
  } catch {
    return false;
  }
}
