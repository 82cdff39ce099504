import { describe, expect, test } from "vitest";
import { expiresAt, hasExpired, TAKEN_OUT, withoutContacts } from "./rules.ts";

describe("what is written to the other side", () => {
  test.each([
    ["an address", "write to rina.das@example.com please", `write to ${TAKEN_OUT} please`],
    ["an address that hides", "rina(at)example.com", TAKEN_OUT],
    ["a telephone number", "call +880 1711-223344 now", `call ${TAKEN_OUT} now`],
    ["a number with a leading zero", "01711 223344", TAKEN_OUT],
    ["a number with a bracket", "(+44) is not one, +44 (0)20 7946 0958 is", `(+44) is not one, ${TAKEN_OUT} is`],
    ["a link", "see https://mill.example/wa and www.mill.example.", `see ${TAKEN_OUT} and ${TAKEN_OUT}`],
    ["a chat's name and number", "WhatsApp: 1711223344", TAKEN_OUT],
  ])("loses %s", (_name, text, clean) => {
    expect(withoutContacts(text)).toBe(clean);
  });

  test.each([
    "500 to 1,000 pieces at US$ 12.40 each, ready on 2026-11-28 or 28.11.2026",
    "100 000 metres of 180 g/m² jersey, Pantone 19-4052, size 34/36/38",
    "GOTS certificate 123456789, by air in 10-12 days, 5 % over or under",
    "Please signal when the sample is done",
  ])("keeps prices, quantities, dates and cloth: %s", (text) => {
    expect(withoutContacts(text)).toBe(text);
  });
});

describe("an inquiry", () => {
  const now = new Date("2026-03-02T09:00:00.000Z");

  test("lives seven days from the last word, and never less than its offer holds", () => {
    expect(expiresAt(now)).toBe("2026-03-09T23:59:59.999Z");
    expect(expiresAt(now, "2026-03-04")).toBe("2026-03-09T23:59:59.999Z");
    expect(expiresAt(now, "2026-03-30")).toBe("2026-03-30T23:59:59.999Z");
  });

  test.each([
    ["open", true],
    ["offered", true],
    ["converted", false],
    ["declined", false],
  ] as const)("that is %s and past its time has expired: %s", (status, expired) => {
    const inquiry = { status, expiresAt: "2026-03-09T23:59:59.999Z" };

    expect(hasExpired(inquiry, "2026-03-10T00:00:00.000Z")).toBe(expired);
    expect(hasExpired(inquiry, "2026-03-09T12:00:00.000Z")).toBe(false);
  });
});
