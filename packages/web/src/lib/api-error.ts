/** A field of the request that was refused, by its dotted path. */
export type FieldError = { readonly path: string; readonly message: string };

type Failure = {
  readonly code: string;
  readonly message: string;
  readonly status: number;
  readonly requestId: string;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
};

/** A call that did not succeed; `message` can be shown as it is, `requestId` belongs beside it. Status 0 means no answer came. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly requestId: string;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options);
    this.name = "ApiError";
    this.code = failure.code;
    this.status = failure.status;
    this.requestId = failure.requestId;
    this.details = failure.details;
  }

  /** The refused fields, when the request was refused for them. */
  get fields(): readonly FieldError[] {
    const fields = this.details?.["fields"];
    return Array.isArray(fields) ? fields.filter(isFieldError) : [];
  }

  /** Seconds to wait before trying again, when the caller was limited. */
  get retryAfter(): number | undefined {
    const seconds = this.details?.["retryAfter"];
    return typeof seconds === "number" ? seconds : undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
const isFieldError = (value: unknown): value is FieldError =>
  isRecord(value) && typeof value["path"] === "string" && typeof value["message"] === "string";
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

// What the gateway answers by itself carries AWS's own body; these are our words for it.
const gateway: Readonly<Record<number, readonly [string, string]>> = {
  401: ["session.ended", "Your session has ended. Sign in again to go on."],
  403: ["gateway.forbidden", "This request was refused before it reached us."],
  404: ["gateway.not_found", "This address does not exist."],
  413: ["gateway.too_large", "That is more than can be sent at once."],
  429: ["gateway.limited", "Too many requests at once. Wait a moment and try again."],
  502: ["gateway.unavailable", "The service gave no usable answer. Try again in a moment."],
  503: ["gateway.unavailable", "The service is not available right now. Try again in a moment."],
  504: ["gateway.unavailable", "The answer took too long. Try again in a moment."],
};

/** The parts of our own error body that are there; empty for bodies that are not ours. */
function ownFailure(body: unknown): Partial<Failure> {
  const error = isRecord(body) && isRecord(body["error"]) ? body["error"] : {};
  const given = { code: text(error["code"]), message: text(error["message"]), requestId: text(error["requestId"]) };
  const details = isRecord(error["details"]) ? { details: error["details"] } : {};
  return { ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)), ...details };
}

/** The error of an answer that is not a success: ours, the gateway's own, or something in between that is no JSON at all. */
export function errorOf(response: Response, body: unknown): ApiError {
  const [code, message] = gateway[response.status] ?? ["gateway.unknown", `The service answered ${response.status}.`];
  const requestId = response.headers.get("x-request-id") ?? response.headers.get("apigw-requestid") ?? "unknown";
  return new ApiError({ code, message, requestId, ...ownFailure(body), status: response.status });
}

/** The error of a call that got no answer; its reference is made here, because no server knows of it. */
export const noAnswer = (cause: unknown): ApiError =>
  new ApiError(
    {
      status: 0,
      code: "network.no_answer",
      message: "We could not reach the service. Check your connection and try again.",
      requestId: `web-${crypto.randomUUID().slice(0, 8)}`,
    },
    { cause },
  );

/** Any thrown value as something that can be shown with a reference. */
export function shownError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const message = error instanceof Error && error.name === "AuthError" ? error.message : "Something on this page went wrong.";
  return new ApiError({ status: 0, code: "web.error", message, requestId: `web-${crypto.randomUUID().slice(0, 8)}` }, { cause: error });
}
