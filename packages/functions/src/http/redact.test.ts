import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redact } from "./redact.ts";

describe("by key", () => {
  test.each([
    "name",
    "fullName",
    "contactName",
    "companyName",
    "email",
    "userEmail",
    "emails",
    "phone",
    "contact_phone",
    "shippingAddress",
    "addresses",
    "city",
    "notes",
    "recipient",
    "mailSubject",
    "description",
    "userAgent",
    "sourceIp",
    "message",
    "x-claim",
    "x-proof",
    "trackingToken",
    "accessToken",
    "Authorization",
    "Set-Cookie",
    "password",
    "code",
    "taxId",
    "apiKey",
  ])("what stands under %s is taken out whole", (key) => {
    expect(redact({ [key]: { street: "1 Road", inner: ["Rina"] } })).toEqual({ [key]: "[redacted]" });
  });

  test.each(["requestId", "messageId", "errorCode", "statusCode", "functionName", "outcome", "op", "ms", "actor", "keys left"])("%s stays", (key) => {
    expect(redact({ [key]: "order.accepted" })).toEqual({ [key]: "order.accepted" });
  });
});

describe("by looks", () => {
  test("in text, in errors and in their causes", () => {
    const error = new Error("no mail to rina@example.com", { cause: new Error("call +44 20 7946 0958") });

    expect(redact({ outcome: "sent to rina@example.com", failure: error })).toMatchObject({
      outcome: "sent to [email]",
      failure: { type: "Error", reason: "no mail to [email]", cause: { reason: "call [number]" } },
    });
  });

  test("in the keys of records and maps", () => {
    expect(JSON.stringify(redact({ byPerson: { "rina@example.com": 1 }, seen: new Map([["rina@example.com", 2]]) }))).not.toContain("rina");
  });
});

test("nothing personal is left at any depth and in any shape (1,000 cases)", () => {
  const secret = fc.constantFrom(
    { text: "rina@example.com" },
    { text: "+880 1711 000 000" },
    { text: "eyJhbGciOi.eyJzdWIi.c2ln" },
    { key: "displayName", text: "Rina Akter" },
    { key: "street", text: "Plot 12" },
  );
  const leaf = secret.map((one) => ({ ...one, value: "key" in one ? { [one.key]: one.text } : one.text }));
  const path = fc.array(fc.constantFrom("list", "object", "error", "map"), { maxLength: 14 });
  fc.assert(
    fc.property(leaf, path, ({ value, text }, steps) => {
      const wrap = (inner: unknown, step: string): unknown => {
        if (step === "list") return [inner];
        if (step === "map") return new Map([["inner", inner]]);
        return step === "error" ? { failure: new Error(`it was ${typeof inner === "string" ? inner : "x"}`), inner } : { inner };
      };

      expect(JSON.stringify(redact(steps.reduce(wrap, value)))).not.toContain(text);
    }),
    { numRuns: 1_000 },
  );
});

test("what cannot be written as it is does not stop the log", () => {
  const ring: Record<string, unknown> = {};
  ring["self"] = ring;

  expect(redact({ at: new Date(0), size: 10n, bytes: new Uint8Array(3), nothing: null, missing: undefined })).toEqual({
    at: "1970-01-01T00:00:00.000Z",
    size: "10",
    bytes: "[3 bytes]",
    nothing: null,
    missing: undefined,
  });
  expect(JSON.stringify(redact(ring))).toContain("[deep]");
  expect(JSON.stringify(redact({ long: "x".repeat(5_000), many: Array.from({ length: 500 }, () => 1) })).length).toBeLessThan(2_300);
});
