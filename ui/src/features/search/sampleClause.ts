import type { Clause } from '../../api/generated/Clause';

/** A clause of a query as the engine reads it, for tests; `text` is how it stands in the query. */
export function sampleClause(query: string, text: string, parts: Partial<Clause> = {}): Clause {
  const start = query.indexOf(text);
  const isNegated = text.startsWith('-');
  const bare = isNegated ? text.slice(1) : text;
  const isGroup = bare.startsWith('(');
  const [field, written] = bare.includes(':') && !isGroup ? bare.split(':') : [null, bare];
  const isWhole = field !== null && (written?.startsWith('=') ?? false);
  const value = isWhole ? written?.slice(1) : written;
  return {
    kind: isGroup ? 'group' : field ? 'field' : bare.startsWith('"') ? 'phrase' : 'word',
    field: field ?? null,
    value: isGroup ? bare.slice(1, -1) : (value ?? '').replace(/"/g, ''),
    label: null,
    isWhole,
    isNegated,
    range: { start, end: start + text.length },
    ...parts,
  };
}
