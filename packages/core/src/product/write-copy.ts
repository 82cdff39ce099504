import * as z from "zod";
import * as Ai from "../ai/index.ts";
import { type CopyFacts, productCopy } from "../ai/tasks/product-copy.ts";
import { familyNames } from "../garment/model.ts";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { commit } from "../table/commit.ts";
import { CopyWritten } from "./event.ts";
import type { Draft } from "./model.ts";
import * as policy from "./policy.ts";
import { working } from "./revision.ts";
import * as store from "./store.ts";

/** What a draft says in figures and in its own words, each only where it is said. */
function measuresOf({ composition, gsm, gauge, moq, leadDays, description, unit = "piece" }: Draft): Partial<CopyFacts> {
  return {
    ...(composition ? { composition } : {}),
    ...(gsm ? { weight: `${gsm} g/m²` } : {}),
    ...(gauge ? { gauge: `${gauge} gauge` } : {}),
    ...(moq ? { minimumOrder: `${moq} ${unit}s` } : {}),
    ...(leadDays ? { leadTime: `${leadDays} days` } : {}),
    ...(description ? { words: description } : {}),
  };
}

/** What of a draft a model is told: the product, not its price, its supplier or its buyers. */
function factsOf(draft: Draft): CopyFacts {
  const { title = "", category = "", family, fabric = "" } = draft;
  return {
    title,
    category,
    family: family ? familyNames[family] : "",
    fabric,
    sizes: draft.sizes ?? [],
    colours: draft.colours ?? [],
    specifications: (draft.specifications ?? []).map(({ name, value }) => `${name}: ${value}`),
    features: draft.features ?? [],
    ...measuresOf(draft),
  };
}

const load = ({ productId }: { productId: string }) => store.find(productId);

/**
 * Has the words of a listing written, by the model or by rule, and keeps them beside it; nothing of the listing changes. Throws
 * `product.copy_outdated` when they have been asked for again meanwhile.
 */
export const writeCopy = action(
  {
    name: "product.write_copy",
    effect: "command",
    input: z.strictObject({ productId: id("product"), askId: id("job"), key: z.string().min(1) }),
    load,
    policy: policy.work,
  },
  async ({ input: { productId, askId, key }, record }) => {
    const outdated = () => conflict("product.copy_outdated", "These words have been asked for again");
    const { copy, orgId } = record;
    if (copy?.askId !== askId || copy.said) throw outdated();
    const { value, source, outcome, costMicros } = await Ai.ask(productCopy, factsOf(working(record).draft), { key, ownerId: orgId });
    return commit({
      about: productId,
      writes: [store.copyWrite(productId, { ...copy, said: value, source })],
      events: [CopyWritten({ productId, orgId, source })],
      reply: { source, outcome, costMicros },
      refused: outdated,
    });
  },
);
