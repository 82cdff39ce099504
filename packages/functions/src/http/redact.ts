const SECRET_KEYS =
  /^(e?mail|name|fullName|displayName|company|phone|address|street|city|postcode|zip|note|notes|message|text|comment|body|token|code|secret|password|authorization|proof|claim|cookie|iban|taxId)$/i;
const PATTERNS: readonly [RegExp, string][] = [
  [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g, "[email]"],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, "[token]"],
  [/\b(?:sk|rk|pk|whsec)_[A-Za-z0-9_]{6,}/g, "[key]"],
  [/\+?\d[\d\s().-]{8,}\d/g, "[number]"],
];
const MAX_DEPTH = 8;

const redactText = (text: string): string => PATTERNS.reduce((clean, [pattern, label]) => clean.replace(pattern, label), text).slice(0, 2_000);

function redactError(error: Error): Record<string, unknown> {
  const code: unknown = Reflect.get(error, "code");
  const frames = (error.stack ?? "")
    .split("\n")
    .filter((line) => line.startsWith("    at "))
    .slice(0, 12);
  return {
    type: error.name,
    reason: redactText(error.message),
    ...(typeof code === "string" ? { errorCode: code } : {}),
    stack: frames,
    ...(error.cause instanceof Error ? { cause: redactError(error.cause) } : {}),
  };
}

/** Removes personal data and secrets at any depth, by the key they sit under and by what they look like. */
export function redact(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) return "[deep]";
  if (typeof value === "string") return redactText(value);
  if (value instanceof Error) return redactError(value);
  if (Array.isArray(value)) return value.slice(0, 50).map((one) => redact(one, depth + 1));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, SECRET_KEYS.test(key) ? "[redacted]" : redact(inner, depth + 1)]));
}
