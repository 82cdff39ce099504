import { Brief, BriefFields } from "@sleekapp/core/pricing/model";
import { describe, expect, test } from "vitest";
import { evenColours } from "./colour-form.ts";
import { briefFrom } from "./brief-of.ts";
import { quoteDraft } from "./quote-draft.ts";
import { type QuoteForm, emptyForm, evenly, formOf, furthest, partialOf, prefillOf, problemsOf } from "./quote-form.ts";

/** As what was typed in this tab is read again. */
function typed(form: object): QuoteForm {
  const draft = quoteDraft.parse({ ...quoteDraft.initial, form });
  if (!draft) throw new Error("no such form");
  return draft.form;
}

const today = "2026-11-25";
const hoodies: QuoteForm = { ...emptyForm, garmentType: "hoodie", quantity: 200, complexity: "medium", fabric: "fleece", wishes: [] };

test("a finished form gives its brief, and the brief gives the form again", () => {
  const form: QuoteForm = {
    ...hoodies,
    gsm: 320,
    sizes: [
      { size: "M", pieces: 120 },
      { size: "L", pieces: 80 },
    ],
    wishes: [{ technique: "embroidery", placement: "left-chest" }],
    notes: "Ribbed hem",
  };

  const brief = briefFrom(form);

  expect(brief).toMatchObject({ garmentType: "hoodie", quantity: 200, sizes: { M: 120, L: 80 }, notes: "Ribbed hem" });
  expect(formOf(Brief.parse(brief))).toEqual(form);
});

test("colours and sizes give a brief that adds up, and the brief gives the table again", () => {
  const split = evenColours(["Navy", "White"], [{ size: "S" }, { size: "M" }], 201);
  const form: QuoteForm = { ...hoodies, quantity: 201, ...split };

  const brief = briefFrom(form);

  expect(brief).toMatchObject({ sizes: { S: 101, M: 100 }, colours: [{ name: "Navy", sizes: { S: 51, M: 50 } }, { name: "White" }] });
  expect(formOf(Brief.parse(brief))).toEqual(form);
  expect(problemsOf("fabric", form, today)).toEqual({});
});

test("an unfinished form gives no brief but says what is known, without the decorations nobody was asked about", () => {
  const form = { ...emptyForm, garmentType: "hoodie", quantity: 200 } as const;

  expect(briefFrom(form)).toBeUndefined();
  expect(partialOf(form)).toMatchObject({ garmentType: "hoodie", quantity: 200, customisations: undefined });
});

describe("a step is not left", () => {
  test.each([
    ["without a garment", "garment", { garmentType: undefined }, "garmentType"],
    ["below the smallest run", "garment", { quantity: 49 }, "quantity"],
    ["without a fabric", "fabric", { fabric: undefined }, "fabric"],
    ["with cloth nobody weaves", "fabric", { gsm: 5 }, "gsm"],
    ["with a colour that has no name", "fabric", { sizes: [{ size: "M", pieces: 200 }], colours: [{ name: " ", pieces: [200] }] }, "colours"],
    ["with sizes that do not add up", "fabric", { sizes: [{ size: "M", pieces: 199 }] }, "sizes"],
    [
      "with one size twice",
      "fabric",
      {
        sizes: [
          { size: "M", pieces: 100 },
          { size: "M ", pieces: 100 },
        ],
      },
      "sizes",
    ],
    ["with pieces of no size", "fabric", { sizes: [{ size: "", pieces: 200 }] }, "sizes"],
    ["with a decoration that goes nowhere", "extras", { wishes: [{ technique: "patch" }] }, "wishes"],
    ["with an embroidery all over", "extras", { wishes: [{ technique: "embroidery", placement: "all-over" }] }, "wishes"],
    ["for yesterday", "extras", { wantedOn: "2026-11-24" }, "wantedOn"],
  ] as const)("%s", (_name, step, change, field) => {
    const form = typed({ ...hoodies, ...change });

    expect(Object.keys(problemsOf(step, form, today))).toEqual([field]);
  });
});

test("one comes as far as the first step with something missing, and past the extras only after seeing them", () => {
  expect(furthest(emptyForm, today)).toBe("garment");
  expect(furthest({ ...hoodies, fabric: undefined }, today)).toBe("fabric");
  expect(furthest({ ...hoodies, wishes: undefined }, today)).toBe("extras");
  expect(furthest(hoodies, today)).toBe("contact");
});

test("an even split loses no piece", () => {
  expect(evenly(["S", "M", "L"], 200)).toEqual([
    { size: "S", pieces: 67 },
    { size: "M", pieces: 67 },
    { size: "L", pieces: 66 },
  ]);
});

test("a link fills in what it names and nothing it cannot", () => {
  expect(prefillOf(new URLSearchParams("product=polo&quantity=300&fabric=moon&like=A+shirt"))).toEqual({
    garmentType: "polo",
    quantity: 300,
    notes: "A shirt",
  });
  expect(prefillOf(new URLSearchParams("product=spoon&quantity=-4"))).toEqual({});
});

// The form reckons without schemas; what it takes and what the API takes must stay one.
test.each([
  ["quantity", [49, 50, 100_000, 100_001, 50.5]],
  ["gsm", [79, 80, 600, 601, 80.5, undefined]],
  ["wantedOn", ["2027-02-28", "2027-02-30", "2027-2-1", "tomorrow"]],
  ["notes", ["a".repeat(2_000), "a".repeat(2_001), ` ${"a".repeat(2_000)} `]],
] as const)("the form finds wrong with %s what the API would refuse", (field, values) => {
  for (const value of values) {
    const found = ["garment", "fabric", "extras"] as const;
    const problems = found.map((step) => problemsOf(step, { ...hoodies, [field]: value }, today)[field]);
    expect([value, problems.some(Boolean)]).toEqual([value, !BriefFields.shape[field].safeParse(value).success]);
  }
});

test.each([
  ["EXW", undefined],
  ["DDP", undefined],
  ["DDP", "DE"],
  ["FOB", "de"],
] as const)("a delivery %s to %s is known to the range when the API would take it", (incoterm, country) => {
  const { delivery } = partialOf({ ...hoodies, incoterm, country });

  expect(delivery).toEqual(BriefFields.shape.delivery.safeParse({ incoterm, ...(country ? { country } : {}) }).data);
});
