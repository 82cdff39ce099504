/** What went wrong, in the terms a caller can act on; the HTTP edge maps each kind to one status. */
export type ErrorKind = "invalid" | "unauthenticated" | "forbidden" | "not_found" | "conflict" | "mismatch" | "limited" | "unavailable";

export type ErrorDetails = Readonly<Record<string, unknown>>;

type What = { readonly code: string; readonly message: string; readonly details?: ErrorDetails | undefined; readonly cause?: unknown };

/** The one error that domain code throws on purpose; anything else is a bug and answers 500 with no detail. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly details: ErrorDetails | undefined;

  constructor(kind: ErrorKind, what: What) {
    super(what.message, { cause: what.cause });
    this.name = "AppError";
    this.kind = kind;
    this.code = what.code;
    this.details = what.details;
  }
}

/** Input that cannot be accepted as it stands; `details.fields` names the paths when there are any. */
export const invalid = (code: string, message: string, details?: ErrorDetails): AppError => new AppError("invalid", { code, message, details });

/** The caller is not, or no longer, who they need to be. */
export const unauthenticated = (code: string, message: string): AppError => new AppError("unauthenticated", { code, message });

/** The caller may see the record but not do this to it. */
export const forbidden = (code: string, message: string): AppError => new AppError("forbidden", { code, message });

/** Missing and foreign records answer alike, so that nobody learns what exists. */
export const notFound = (): AppError =>
  new AppError("not_found", { code: "record.not_found", message: "There is nothing here, or it is not yours to see" });

/** The record has moved on since the caller read it, or its state does not allow the step. */
export const conflict = (code: string, message: string, details?: ErrorDetails): AppError => new AppError("conflict", { code, message, details });

/** An idempotency key came back with a different request. */
export const mismatch = (code: string, message: string): AppError => new AppError("mismatch", { code, message });

/** Too many attempts: none remain, and `retryAfter` says for how many seconds. */
export const limited = (code: string, message: string, retryAfter: number): AppError =>
  new AppError("limited", { code, message, details: { retryAfter, remaining: 0 } });

/** Something we depend on does not answer; trying again later is right. */
export const unavailable = (code: string, message: string, cause?: unknown): AppError => new AppError("unavailable", { code, message, cause });

/** True when the error is ours and of that kind. */
export const isKind = (error: unknown, kind: ErrorKind): error is AppError => error instanceof AppError && error.kind === kind;
