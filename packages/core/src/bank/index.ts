import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { defineEvent } from "../kernel/event.ts";
import { mustBeFresh } from "../kernel/fresh.ts";
import { nowIso, Request } from "../kernel/request.ts";
import * as Supplier from "../supplier/index.ts";
import { commit } from "../table/commit.ts";
import { type BankView, masked, type OpenBankView, Saving } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

export { BankView, Details, OpenBankView, Saving } from "./model.ts";

const about = { orgId: z.string() };
export const Saved = defineEvent("bank.saved", z.object(about));
export const Revealed = defineEvent("bank.revealed", z.object(about));

const none = (orgId: string): store.Info => ({ orgId, version: 0 });

const viewOf = ({ details, savedAt, version }: store.Info): BankView => ({
  version,
  ...(details ? { details: masked(details) } : {}),
  ...(savedAt ? { savedAt } : {}),
});

const loadOwn = async () => {
  const { actor } = Request.use();
  if (actor.type !== "member" || actor.orgKind !== "supplier") return undefined;
  return (await store.find(actor.orgId)) ?? none(actor.orgId);
};

/** Where the caller's company is paid, masked. */
export const mine = action(
  { name: "bank.mine", effect: "sensitive-read", input: z.strictObject({}), load: loadOwn, policy: policy.read },
  async ({ record }) => viewOf(record),
);

/**
 * Says where the caller's company is paid from now on; answers masked. Throws `sign_in.too_old`, because a session somebody else has got
 * hold of must not lead money away, and `bank.changed` when somebody else was faster.
 */
export const save = action(
  { name: "bank.save", effect: "command", input: Saving, load: loadOwn, policy: policy.write },
  async ({ input: { version, ...details }, record, now }) => {
    mustBeFresh(now);
    const { orgId } = record;
    const changed = conflict("bank.changed", "The bank details were changed meanwhile; read them again");
    if (version !== record.version) throw changed;
    const savedAt = nowIso();
    return commit({
      about: orgId,
      writes: [await store.saveWrite(record, { details, savedAt })],
      events: [Saved({ orgId })],
      changed: { before: record.details, after: details },
      reply: viewOf({ orgId, details, savedAt, version: version + 1 }),
      refused: () => changed,
    });
  },
);

const ById = z.strictObject({ orgId: z.string().max(60) });

/** The details of a supplier that there is; of anybody else there are none to know of. */
const load = async ({ orgId }: z.output<typeof ById>) => (await store.find(orgId)) ?? ((await Supplier.isKnown(orgId)) ? none(orgId) : undefined);

/** Where a supplier is paid, in full, for the administrator who pays it; the log keeps who looked and when. Throws `bank.none`. */
export const reveal = action(
  { name: "bank.reveal", effect: "command", input: ById, load, policy: policy.reveal },
  async ({ record: { orgId, details, savedAt } }): Promise<OpenBankView> => {
    if (!details || !savedAt) throw conflict("bank.none", "This supplier has given no bank details yet");
    return commit({ about: orgId, writes: [], events: [Revealed({ orgId })], reply: { orgId, ...details, savedAt } });
  },
);
