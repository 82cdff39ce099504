import * as z from "zod";
import { action } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";
import { conflict } from "../kernel/error.ts";
import { Request } from "../kernel/request.ts";
import { seal, unseal } from "../ports/seal.ts";
import { commit } from "../table/commit.ts";
import { changing } from "../table/write.ts";
import { OrgRow } from "./entities.ts";
import { OrgChanged } from "./event.ts";
import { OrgProfile, type OrgView } from "./model.ts";
import { phoneOf, taxIdOf } from "./phone.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

const loadOwnOrg = async () => {
  const { actor } = Request.use();
  return actor.type === "member" ? store.findOrg(actor.orgId) : undefined;
};

type Shown = Omit<store.Org, "createdAt">;

/** Only whoever may change the tax number reads it. */
async function viewOf({ orgId, kind, name, country, phone, taxId, version }: Shown, actor: Actor): Promise<OrgView> {
  return {
    orgId,
    kind,
    name,
    version,
    ...(country ? { country } : {}),
    ...(phone ? { phone: await unseal(phone, phoneOf.organisation(orgId)) } : {}),
    ...(taxId && policy.manageOrg.act(actor, { orgId }) ? { taxId: await unseal(taxId, taxIdOf(orgId)) } : {}),
  };
}

/** The caller's organisation as its own people see it. */
export const organisation = action(
  { name: "account.organisation", effect: "read", input: z.strictObject({}), load: loadOwnOrg, policy: policy.readOrg },
  async ({ record, actor }) => viewOf(record, actor),
);

/** Changes what the organisation says about itself; what is left out goes. Throws `organisation.changed` when somebody else was faster. */
export const updateOrganisation = action(
  { name: "account.update_organisation", effect: "command", input: OrgProfile, load: loadOwnOrg, policy: policy.manageOrg },
  async ({ input, record, actor }) => {
    const { version: shown, name, country, phone, taxId } = input;
    const { orgId, kind } = record;
    const sealed = {
      ...(phone ? { phone: await seal(phone, phoneOf.organisation(orgId)) } : {}),
      ...(taxId ? { taxId: await seal(taxId, taxIdOf(orgId)) } : {}),
    };
    const fields = { name, ...(country ? { country } : {}), ...sealed };
    const emptied = (["country", "phone", "taxId"] as const).filter((field) => input[field] === undefined);
    const patch = OrgRow.patch({ orgId })
      .set({ ...fields, version: shown + 1 })
      .remove(emptied)
      .where((row, { eq }) => eq(row.version, shown));
    return commit({
      about: orgId,
      writes: [changing(patch)],
      events: [OrgChanged({ orgId })],
      changed: { before: record, after: fields },
      reply: await viewOf({ orgId, kind, ...fields, version: shown + 1 }, actor),
      refused: () => conflict("organisation.changed", "Somebody else changed this meanwhile; read it again"),
    });
  },
);

/** An organisation as a bill names it. */
export type Billed = { readonly name: string; readonly taxId?: string };

/** Whom a bill is for: its name and tax number, or undefined for an owner that is no organisation. */
export async function billed(orgId: string): Promise<Billed | undefined> {
  const found = await store.findOrg(orgId);
  return found && { name: found.name, ...(found.taxId ? { taxId: await unseal(found.taxId, taxIdOf(orgId)) } : {}) };
}
