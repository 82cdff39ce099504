import { redactText } from "@sleekapp/core/kernel/redact";

/** What a value is about, by the last word of the key it stands under. */
const PERSONAL = new Set(
  (
    "email mail name username fullname firstname lastname displayname company person contact phone telephone mobile fax address street city region " +
    "postcode zip birthday recipient subject title description label prompt query agent referer ip device note message text comment body content token code secret password authorization proof claim cookie holder iban bic swift account card tax vat key signature"
  ).split(" "),
);
/** Keys that end like that and name a thing of ours. */
const OURS = new Set(["errorCode", "statusCode", "functionName", "queueName", "tableName", "indexName", "stageName", "operationName"]);

const MAX_DEPTH = 8;
const MAX_ITEMS = 50;
const MAX_TEXT = 2_000;

/** `shippingAddress`, `x-claim` and `tax_ids` are `address`, `claim` and `tax`. */
const subjectOf = (key: string): string => {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const last = words.at(-1) ?? "";
  const subject = /^ids?$/.test(last) && words.at(-2) === "tax" ? "tax" : last;
  return subject.replace(/(?<=ss)es$|(?<!s)s$/, "");
};

const isPersonal = (key: string): boolean => !OURS.has(key) && PERSONAL.has(subjectOf(key));

const shorten = (text: string): string => redactText(text).slice(0, MAX_TEXT);

function redactError(error: Error): Record<string, unknown> {
  const code: unknown = Reflect.get(error, "code");
  const frames = (error.stack ?? "")
    .split("\n")
    .filter((line) => line.startsWith("    at "))
    .slice(0, 12);
  return {
    type: error.name,
    reason: shorten(error.message),
    ...(typeof code === "string" ? { errorCode: code } : {}),
    stack: frames,
    ...(error.cause instanceof Error ? { cause: redactError(error.cause) } : {}),
  };
}

function redactObject(value: object, depth: number): unknown {
  if (value instanceof Error) return redactError(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `[${value.byteLength} bytes]`;
  if (depth > MAX_DEPTH) return "[deep]";
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((one) => redact(one, depth + 1));
  const entries = value instanceof Map ? [...value].map(([key, inner]) => [String(key), inner] as const) : Object.entries(value);
  return Object.fromEntries(entries.map(([key, inner]) => [redactText(key), isPersonal(key) ? "[redacted]" : redact(inner, depth + 1)]));
}

/** Removes personal data and secrets at any depth, by the key they sit under and by what they look like. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return shorten(value);
  if (typeof value === "bigint") return String(value);
  return typeof value === "object" && value !== null ? redactObject(value, depth) : value;
}
