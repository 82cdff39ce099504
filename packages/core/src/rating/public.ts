import * as z from "zod";
import { action } from "../kernel/action.ts";
import { dateOf } from "../kernel/calendar.ts";
import { type Page, PageQuery } from "../kernel/page.ts";
import { namedStanding } from "../supplier/profile.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";
import type { PublicRating } from "./view.ts";

const BySlug = PageQuery.extend({ slug: z.string().max(120) });

const load = ({ slug }: z.output<typeof BySlug>) => namedStanding(slug);

function publicOf({ scores, words, reply, state, createdAt }: store.Info): PublicRating {
  const isRead = state === "shown";
  return { scores, ratedOn: dateOf(createdAt), ...(isRead && words ? { words } : {}), ...(isRead && reply ? { reply } : {}) };
}

/** What buyers said of a verified supplier, those of its newest orders first; words only where the platform has read them. */
export const ofSupplier = action(
  { name: "rating.of_supplier", effect: "read", input: BySlug, load, policy: policy.browse },
  async ({ input, record: { orgId } }): Promise<Page<PublicRating>> => {
    const page = await store.listOf(orgId, input);
    return { ...page, items: page.items.map(publicOf) };
  },
);
