import { expect, test } from "vitest";
import { Construction, type Fabric, GarmentType } from "../garment/model.ts";
import { ADVICE_QUANTITY, adviseFabrics, MOST_FABRICS } from "./fabric-advice.ts";
import { Brief } from "./model.ts";
import { currentBook, price } from "./rules.ts";

test.each<[GarmentType, Construction | undefined, Fabric, Fabric[]]>([
  ["hoodie", "jersey", "cotton", ["french-terry", "fleece", "poly-cotton"]],
  ["polo", "jersey", "cotton", ["pique", "poly-cotton", "polyester"]],
  ["t-shirt", undefined, "cotton", ["poly-cotton", "polyester", "pique"]],
  ["jeans", "woven", "cotton", ["twill", "denim", "poly-cotton"]],
  ["windbreaker", "woven", "cotton", ["poly-cotton", "polyester", "nylon"]],
  ["sweater", "knitted", "cotton", ["acrylic", "wool-blend"]],
  ["leggings", "jersey", "polyester", ["french-terry", "performance", "nylon"]],
  ["jacket", "knitted", "cotton", []],
])("a %s that is %s is usually of %s, and else of %j", (garmentType, construction, usual, others) => {
  const advice = adviseFabrics({ garmentType, construction }, currentBook);

  expect([advice.usual.fabric, advice.others.map(({ fabric }) => fabric)]).toEqual([usual, others]);
});

test("every difference is that of two quotes at 200 pieces, in price and in working days", () => {
  for (const garmentType of GarmentType.options)
    for (const construction of [undefined, ...Construction.options]) {
      const { usual, others, quantity } = adviseFabrics({ garmentType, construction }, currentBook);
      const quoted = (fabric: Fabric) => price(Brief.parse({ garmentType, fabric, quantity }), currentBook);

      expect([quantity, others.length <= MOST_FABRICS, usual.difference.amount, usual.moreDays]).toEqual([ADVICE_QUANTITY, true, 0, 0]);
      for (const one of others) {
        const [other, first] = [quoted(one.fabric), quoted(usual.fabric)];
        expect(one.unitPrice).toEqual(other.unitPrice);
        expect(one.difference.amount).toBe(other.unitPrice.amount - first.unitPrice.amount);
        expect(one.moreDays).toBe(other.leadTime.totalDays - first.leadTime.totalDays);
      }
    }
});
