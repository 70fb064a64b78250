import type { ApiError } from './generated/ApiError';
import type { ErrorCode } from './generated/ErrorCode';

/** A command that could not be done, in words for a person. */
export class ApiFailure extends Error {
  readonly code: ErrorCode;
  /** What the person can do about it. */
  readonly hint: string | null;

  constructor(error: ApiError) {
    super(error.message);
    this.name = 'ApiFailure';
    this.code = error.code;
    this.hint = error.hint;
  }

  /** Whether the engine said no for a reason, as against having a fault. */
  get isRefusal(): boolean {
    return this.code !== 'internal';
  }
}

/** Takes whatever a transport threw for a failure. */
export function toFailure(thrown: unknown): ApiFailure {
  if (thrown instanceof ApiFailure) return thrown;
  if (isApiError(thrown)) return new ApiFailure(thrown);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new ApiFailure({ code: 'internal', message, hint: null });
}

function isApiError(thrown: unknown): thrown is ApiError {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    'message' in thrown &&
    typeof thrown.code === 'string' &&
    typeof thrown.message === 'string'
  );
}
