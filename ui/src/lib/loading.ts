import type { ApiFailure } from '../api/client';

/** What is known of something that has to be asked of the engine. */
export type Loading<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly failure: ApiFailure };
