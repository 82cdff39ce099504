import { expect, test } from "vitest";
import { causeText } from "./forecast-words.ts";

test.each([
  [{ what: "stage", stage: "Sewing", days: 3 }, "Sewing is 3 working days past its day."],
  [{ what: "supplier", days: 1 }, "This factory usually takes 1 working day more for what is left."],
  [{ what: "supplier", days: -2 }, "This factory usually takes 2 working days less for what is left."],
  [{ what: "order", days: 4 }, "This order has gone slower than planned so far: 4 working days on what is left."],
  [{ what: "quiet", days: 5 }, "Nothing was reported for 5 working days."],
  [{ what: "holidays", days: 1 }, "1 holiday lies before it."],
] as const)("%j is told as a sentence", (cause, sentence) => {
  expect(causeText(cause)).toBe(sentence);
});
