import { AppError, type ErrorKind } from "@sleekapp/core/kernel/error";
import * as z from "zod";

/** The one table from what went wrong to the status of the answer. */
export const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  mismatch: 422,
  limited: 429,
  unavailable: 503,
} as const satisfies Record<ErrorKind, number>;

/** The error shape of every answer of ours; `docs` is where the code is explained. */
export const ErrorBody = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
    requestId: z.string(),
    docs: z.string(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

export type Answer = { readonly status: number; readonly body: ErrorBody; readonly headers: Readonly<Record<string, string>> };

type Told = { readonly code: string; readonly message: string; readonly details?: Readonly<Record<string, unknown>> | undefined };

const bodyOf = ({ code, message, details }: Told, requestId: string): ErrorBody => ({
  error: { code, message, ...(details ? { details } : {}), requestId, docs: `/info/errors#${code}` },
});

/** What the caller is told about an error; everything that is not ours is a bug and says nothing. */
export function answerTo(error: unknown, requestId: string): Answer {
  if (error instanceof AppError) {
    const seconds = error.details?.["retryAfter"];
    const wait = typeof seconds === "number" ? { "retry-after": String(seconds) } : {};
    return {
      status: statusOf[error.kind],
      body: bodyOf(error, requestId),
      headers: error.kind === "limited" ? { ...wait, "ratelimit-remaining": "0" } : wait,
    };
  }
  return { status: 500, body: bodyOf({ code: "internal", message: "Something went wrong on our side; we have been told" }, requestId), headers: {} };
}
