import { account, idsOnly, type Kind, removed, short } from "./kind.ts";

/** What is kept of asking models: ids and numbers; and of pictures that were drawn, what they were drawn from. */
export const aiKinds: Readonly<Record<string, Kind>> = {
  "ai-budget": {
    about: "nobody",
    told: [],
    erasing: idsOnly("Budgets of models"),
    keeping: { until: "the stage is removed", why: "What models might cost, and when", by: "nothing" },
  },
  "ai-counter": { about: "nobody", told: [], erasing: idsOnly("Numbers"), keeping: short(2, "an hour after its window", "Spending limits of a day") },
  "ai-day": {
    about: "nobody",
    told: [],
    erasing: idsOnly("Sums of a day"),
    keeping: { until: "the stage is removed", why: "What models cost", by: "nothing" },
  },
  "ai-hold": {
    about: "nobody",
    told: [],
    erasing: idsOnly("Ids and numbers, no words"),
    keeping: { until: "it is settled, ten minutes after the call at the latest", why: "Calls that were cut off are found", by: "nothing" },
  },
  "ai-job": {
    about: "organisation",
    told: ["task", "status", "input", "createdAt"],
    erasing: removed,
    keeping: short(30, "30 days", "Whoever asked looks at what came of it"),
  },
  "ai-price": {
    about: "nobody",
    told: [],
    erasing: idsOnly("Prices of models"),
    keeping: { until: "the stage is removed", why: "What calls were settled by", by: "nothing" },
  },
  design: {
    about: "organisation",
    told: ["description", "garmentType", "palette", "createdAt"],
    erasing: removed,
    keeping: { ...account, until: "its owner deletes it, or the account is erased", why: "A design for a quote" },
  },
  "ai-usage": {
    about: "nobody",
    told: [],
    erasing: idsOnly("Ids and numbers, no words"),
    keeping: { until: "the stage is removed", why: "What models cost", by: "nothing" },
  },
};
