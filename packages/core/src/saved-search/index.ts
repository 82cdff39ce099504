import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { conflict, invalid } from "../kernel/error.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { onceMore } from "../table/once-more.ts";
import { Changed, Removed, Saved, Stopped } from "./event.ts";
import { Asked, MAX_SEARCHES, SearchName } from "./model.ts";
import * as policy from "./policy.ts";
import { areSame, freePlace, nextAt, textOf } from "./rules.ts";
import * as store from "./store.ts";
import { type Named, namedIn } from "./token.ts";
import type { SavedSearchView } from "./view.ts";

export { alert } from "./alert.ts";
export { Alerted, Changed, Due, Removed, Saved, Stopped } from "./event.ts";

type Kept = { readonly userId: string; readonly searches: readonly store.Info[] };

async function loadOwn(): Promise<Kept | undefined> {
  const { actor } = Request.use();
  if (actor.type !== "member" && actor.type !== "admin") return undefined;
  return { userId: actor.userId, searches: await store.listOf(actor.userId) };
}

const changed = () => conflict("saved_search.changed", "Your searches changed meanwhile; try again");

const viewOf = ({ searchId, name, asked, alerts, createdAt }: store.Info): SavedSearchView => ({
  searchId,
  name,
  query: asked,
  hasAlerts: alerts === "on",
  createdAt,
});

/** The caller's searches, in one request. */
export const list = action(
  { name: "saved_search.list", effect: "read", input: z.strictObject({}), load: loadOwn, policy: policy.own },
  async ({ record: { searches } }): Promise<readonly SavedSearchView[]> => searches.map(viewOf),
);

const Saving = z.strictObject({ name: SearchName, query: Asked, hasAlerts: z.boolean() });

/** Keeps a question under a name; the same question is kept once. What is in the catalogue already is not told again. Throws `saved_search.too_many`. */
export const save = action(
  { name: "saved_search.save", effect: "command", input: Saving, load: loadOwn, policy: policy.own },
  async ({ input: { name, query, hasAlerts }, record: { userId, searches }, now }) => {
    const asked = textOf(query);
    const same = searches.find((one) => areSame(one.asked, asked));
    if (same) return { searchId: same.searchId };
    const place = freePlace(searches);
    if (place === undefined) throw conflict("saved_search.too_many", `There is room for ${MAX_SEARCHES} searches`);
    const searchId = newId("search");
    const kept = { userId, place, searchId, name, asked, alerts: hasAlerts ? ("on" as const) : ("off" as const) };
    return commit({
      about: userId,
      writes: [store.createWrite({ ...kept, since: nowIso(), dueAt: nextAt(now), createdAt: nowIso() })],
      events: [Saved({ userId, searchId })],
      reply: { searchId },
      refused: changed,
    });
  },
);

const ById = z.strictObject({ searchId: id("search") });

/** The caller's searches, if this one is among them: another's and none answer alike. */
async function loadOne({ searchId }: z.output<typeof ById>) {
  const kept = await loadOwn();
  const search = kept?.searches.find((one) => one.searchId === searchId);
  return kept && search && { userId: kept.userId, search };
}

const Changing = ById.extend({ name: SearchName.optional(), hasAlerts: z.boolean().optional() });

/** Another name, or mail about it turned on or off; what was listed while it was off is not told later. */
export const change = action(
  { name: "saved_search.change", effect: "command", input: Changing, load: loadOne, policy: policy.own },
  async ({ input: { searchId, name, hasAlerts }, record: { userId, search }, now }) => {
    const alerts = hasAlerts === undefined ? search.alerts : hasAlerts ? "on" : "off";
    const begins = alerts === "on" && search.alerts === "off" ? { since: nowIso(), dueAt: nextAt(now) } : {};
    const after = { name: name ?? search.name, alerts, ...begins } as const;
    if (after.name === search.name && alerts === search.alerts) return { searchId };
    return commit({
      about: userId,
      writes: [store.changeWrite(search, after)],
      events: [Changed({ userId, searchId })],
      changed: { before: search, after },
      reply: { searchId },
      refused: changed,
    });
  },
);

/** Lets a search go, and its mails with it. */
export const remove = action(
  { name: "saved_search.remove", effect: "command", input: ById, load: loadOne, policy: policy.own },
  async ({ input: { searchId }, record: { userId, search } }) =>
    commit({
      about: userId,
      writes: [store.removeWrite(search)],
      events: [Removed({ userId, searchId })],
      changed: { before: { searchId }, after: { searchId: null } },
      reply: { searchId },
      refused: changed,
    }),
);

type Stop = { readonly stopped: true };

async function silence(named: Named): Promise<Stop> {
  const search = (await store.listOf(named.userId)).find(({ searchId }) => searchId === named.searchId);
  if (!search || search.alerts === "off") return { stopped: true };
  return commit<Stop>({
    about: named.userId,
    writes: [store.changeWrite(search, { alerts: "off" })],
    events: [Stopped(named)],
    changed: { before: search, after: { alerts: "off" } },
    reply: { stopped: true },
    refused: changed,
  });
}

/** Stops the mails of the search that a mail's own link names; one that is gone or quiet already stays so. Throws `saved_search.token` for no token of ours. */
export const stop = action(
  { name: "saved_search.stop", effect: "command", input: z.strictObject({ token: z.string().min(20).max(300) }), load: nothing, policy: policy.stop },
  async ({ input: { token } }) => {
    const named = await namedIn(token);
    if (!named) throw invalid("saved_search.token", "This link is not one of ours, or was not copied whole");
    return onceMore(() => silence(named));
  },
);
