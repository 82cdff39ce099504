import * as Ai from "../ai/index.ts";
import { marketResearch } from "../ai/tasks/market-research.ts";
import { garments } from "../garment/model.ts";
import * as z from "zod";
import { action } from "../kernel/action.ts";
import { dateOf } from "../kernel/calendar.ts";
import { formatMoney } from "../kernel/money.ts";
import { nowIso } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { WordsWritten } from "./event.ts";
import { figuresOf, ruled } from "./index.ts";
import { ByGarment } from "./model.ts";
import * as policy from "./policy.ts";
import { spanAt } from "./rules.ts";
import * as store from "./store.ts";

async function load({ garmentType }: z.output<typeof ByGarment>) {
  const [rows, seen] = await Promise.all([
    store.rowsOf(store.segments.garment(garmentType), spanAt(dateOf(nowIso()))),
    store.observationsOf(garmentType),
  ]);
  return { figures: figuresOf(rows), seen };
}

const seenText = ({ source, seenOn, unitPrice, quantity, note }: store.Seen) => ({
  source,
  seenOn,
  unitPrice: formatMoney(unitPrice),
  ...(quantity === undefined ? {} : { quantity: `${quantity} pieces` }),
  ...(note === undefined ? {} : { note }),
});

/** Has the figures and observations of a garment put into words, by the model or by rule, and keeps them. Every number is computed before. */
export const writeWords = action(
  { name: "market.write_words", effect: "command", input: ByGarment.extend({ key: z.string().min(1) }), load, policy: policy.work },
  async ({ input: { garmentType, key }, record: { figures, seen } }) => {
    const facts = {
      garment: garments[garmentType].plural,
      ruled: ruled(garmentType, figures),
      observations: seen.slice(-20).map(seenText),
    };
    const { value, source, outcome, costMicros } = await Ai.ask(marketResearch, facts, { key, ownerId: "platform" });
    return commit({
      about: `market:${garmentType}`,
      writes: [store.wordsWrite(garmentType, { text: value.words, source, at: nowIso() })],
      events: [WordsWritten({ garmentType, source })],
      reply: { source, outcome, costMicros },
    });
  },
);
