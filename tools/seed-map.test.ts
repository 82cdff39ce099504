import { expect, test } from "vitest";
import { loadDomain } from "./docs/domain.ts";
import { faultsOf, seedMap, storedFields } from "./seed-map.ts";

const domain = await loadDomain();
const fields = await storedFields();
const map = seedMap();

const functions =
  "ai-quote-generator generate-ai-quote parse-quote-description conversational-assistant ai-design-generator generate-product-description generate-product-image ai-blog-assistant ai-supplier-assignment predict-quality-risks analytics-service submit-quote convert-quote-to-order initialize-production-stages batch-processor execute-automation-rules create-payment-intent stripe-webhook generate-invoice send-otp verify-otp auto-confirm-supplier bootstrap-admin admin-check password-breach-check email-service send-resource-email resend-webhook track-product-interaction track-social-share submit-blog-comment wishlist-add wishlist-remove wishlist-get wishlist-check get-exchange-rates log-audit-action log-security-event log-ai-cost health".split(
    " ",
  );

test("every function of the seed has its line, once", () => {
  const mapped = map.filter(({ section }) => section === "Functions").map(({ seed }) => seed);

  expect(functions).toHaveLength(40);
  expect(mapped.toSorted()).toEqual(functions.toSorted());
});

test.each([
  ["Entities / USER", 14],
  ["Entities / SUPPLIER", 38],
  ["Entities / PRODUCT", 46],
  ["Entities / ORDER", 38],
  ["Entities / AI_QUOTE", 36],
  ["Policy groups / Tables", 54],
  ["Policy groups / Functions of the database, and who could reach them", 4],
  ["Policy groups / Storage", 3],
] as const)("%s has all its %i lines, each once", (section, count) => {
  const mapped = map.filter((line) => line.section === section).map(({ seed }) => seed);

  expect(new Set(mapped).size).toBe(mapped.length);
  expect(mapped).toHaveLength(count);
});

test("every name of ours exists, and what was dropped has a reason", async () => {
  const faults = (await Promise.all(map.map((line) => faultsOf(line, domain, fields)))).flat();

  expect(faults.join("\n")).toBe("");
});

test.each([
  ["`quote.nothing`", "", "does not exist"],
  ["`getNothing`", "", "does not exist"],
  ["`packages/core/src/nothing.ts`", "", "does not exist"],
  ["`product/model Listing.nothing`", "", "does not exist"],
  ["dropped", "", "without a reason"],
  ["", "", "says neither"],
])("a line that says %s is a fault", async (ours, note, fault) => {
  expect((await faultsOf({ section: "s", seed: "x", ours, note }, domain, fields)).join()).toContain(fault);
});
