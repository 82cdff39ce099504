import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { keyedHash } from "../ports/crypto.ts";
import { type Place, seal, unseal } from "../ports/seal.ts";
import { Secrets } from "../ports/secrets.ts";
import { entity, keys, SERVICE } from "../table/table.ts";
import { creating } from "../table/write.ts";
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
    /** Sealed; `addressKey` is its keyed hash, by which the offers to somebody who wants to be forgotten are found. */
    email: { type: "string", required: true },
    addressKey: { type: "string" },
    invitedBy: { type: "string", required: true },
    expiresAt: { type: "string", required: true },
    /** How often the mail was sent. */
    sendings: { type: "number", required: true },
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
    byAddress: {
      index: keys.feed.index,
      scope: "invited",
      condition: (attributes: { addressKey?: string }) => attributes.addressKey !== undefined,
      pk: { field: keys.feed.pk, composite: ["addressKey"], casing: "none" },
      sk: { field: keys.feed.sk, composite: ["invitationId"], casing: "none" },
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
  sendings: z.number(),
});
export type Info = z.infer<typeof Stored>;

const addressOf = (id: string): Place => ({ record: "invitation", id, field: "email" });

async function opened(row: unknown): Promise<Info> {
  const found = Stored.parse(row);
  return { ...found, email: await unseal(found.email, addressOf(found.invitationId)) };
}

/** Files the offers to one address together, without saying which. */
export const addressKey = async (email: string): Promise<string> => keyedHash(await Secrets.use().get("code-pepper"), `invited:${email}`);

/** A new offer; the address is sealed in it. */
export async function createWrite(offer: Info, ttl: number): Promise<TransactWriteItem> {
  const email = await seal(offer.email, addressOf(offer.invitationId));
  return creating(InvitationRow.create({ ...offer, email, addressKey: await addressKey(offer.email), ttl }));
}

export async function find(tokenHash: string): Promise<Info | undefined> {
  const { data } = await InvitationRow.get({ tokenHash }).go({ consistent: true });
  return data ? opened(data) : undefined;
}

/** The invitations of an organisation that are neither taken nor taken back, oldest first, at most fifty. */
export async function listOf(orgId: string): Promise<readonly Info[]> {
  const { data } = await InvitationRow.query.byOrg({ orgId }).go({ limit: 50 });
  return Promise.all(data.map(opened));
}
