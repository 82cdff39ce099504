import * as z from "zod";
import { action } from "../kernel/action.ts";
import { dateOf } from "../kernel/calendar.ts";
import { type Page, PageQuery } from "../kernel/page.ts";
import { idNamed, standingOf } from "../supplier/profile.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";
import type { PublicRating } from "./view.ts";

const BySlug = PageQuery.extend({ slug: z.string().max(120) });

/** The page is read with the supplier's standing, which decides whether anybody is shown it. */
async function load({ slug, ...page }: z.output<typeof BySlug>) {
  const orgId = await idNamed(slug);
  if (orgId === undefined) return undefined;
  const [verification, ratings] = await Promise.all([standingOf(orgId), store.listOf(orgId, page)]);
  return verification === undefined ? undefined : { verification, ratings };
}

function publicOf({ scores, words, reply, state, createdAt }: store.Info): PublicRating {
  const isRead = state === "shown";
  return { scores, ratedOn: dateOf(createdAt), ...(isRead && words ? { words } : {}), ...(isRead && reply ? { reply } : {}) };
}

/** What buyers said of a verified supplier, those of its newest orders first; words only where the platform has read them. */
export const ofSupplier = action(
  { name: "rating.of_supplier", effect: "read", input: BySlug, load, policy: policy.browse },
  async ({ record: { ratings } }): Promise<Page<PublicRating>> => ({ ...ratings, items: ratings.items.map(publicOf) }),
);
