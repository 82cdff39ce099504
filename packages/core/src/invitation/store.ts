import * as z from "zod";
import { entity, keys, SERVICE } from "../table/table.ts";
import { InvitableKind } from "./model.ts";

/** A seat that was offered by mail; only the hash of its secret is kept. */
export const InvitationRow = entity({
  model: { entity: "invitation", version: "1", service: SERVICE },
  attributes: {
    tokenHash: { type: "string", required: true },
    invitationId: { type: "string", required: true },
    orgId: { type: "string", required: true },
    orgKind: { type: ["buyer", "supplier"] as const, required: true },
    kind: { type: ["member", "viewer", "manager", "factory"] as const, required: true },
    email: { type: "string", required: true },
    invitedBy: { type: "string", required: true },
    expiresAt: { type: "string", required: true },
    ttl: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["tokenHash"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
    byOrg: {
      index: keys.byOwner.index,
      scope: "invitation",
      pk: { field: keys.byOwner.pk, composite: ["orgId"], casing: "none" },
      sk: { field: keys.byOwner.sk, composite: ["invitationId"], casing: "none" },
    },
  },
} as const);

const Stored = z.object({
  tokenHash: z.string(),
  invitationId: z.string(),
  orgId: z.string(),
  orgKind: z.enum(["buyer", "supplier"]),
  kind: InvitableKind,
  email: z.string(),
  invitedBy: z.string(),
  expiresAt: z.string(),
});
export type Info = z.infer<typeof Stored>;

export async function find(tokenHash: string): Promise<Info | undefined> {
  const { data } = await InvitationRow.get({ tokenHash }).go({ consistent: true });
  return data ? Stored.parse(data) : undefined;
}

/** The invitations of an organisation that are neither taken nor taken back, oldest first, at most fifty. */
export async function listOf(orgId: string): Promise<readonly Info[]> {
  const { data } = await InvitationRow.query.byOrg({ orgId }).go({ limit: 50 });
  return data.map((row) => Stored.parse(row));
}
