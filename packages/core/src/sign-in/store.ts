import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { entity, keys, SERVICE } from "../table/table.ts";
import { changing, creating } from "../table/write.ts";

/** What has been tried on one account from one network since it was last signed in to from there. */
const AttemptRow = entity({
  model: { entity: "sign-in-attempt", version: "1", service: SERVICE },
  attributes: {
    /** A person, or the keyed hash of a name that is nobody's. */
    account: { type: "string", required: true },
    source: { type: "string", required: true },
    tries: { type: "number", required: true },
    lastAt: { type: "string", required: true },
    notBefore: { type: "string" },
    /** When the account was last signed in to from there. */
    provenAt: { type: "string" },
    /** Open while nobody knows yet how the last attempt ends. */
    outcome: { type: ["open", "settled"] as const, required: true },
    version: { type: "number", required: true },
    ttl: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["account"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["source"], casing: "none" },
    },
    open: {
      index: keys.feed.index,
      scope: "attempt",
      condition: (attributes: { outcome?: string }) => attributes.outcome === "open",
      pk: { field: keys.feed.pk, composite: ["outcome"], casing: "none" },
      sk: { field: keys.feed.sk, composite: ["lastAt"], casing: "none" },
    },
  },
} as const);

const Stored = z.object({
  account: z.string(),
  source: z.string(),
  tries: z.number(),
  lastAt: z.string(),
  notBefore: z.string().optional(),
  provenAt: z.string().optional(),
  outcome: z.enum(["open", "settled"]),
  version: z.number(),
});
export type Attempt = z.infer<typeof Stored>;

export async function find(account: string, source: string): Promise<Attempt | undefined> {
  const { data } = await AttemptRow.get({ account, source }).go({ consistent: true });
  return data ? Stored.parse(data) : undefined;
}

/** Attempts that began before the instant and whose end nobody has told, oldest first. */
export async function openSince(before: string, limit = 100): Promise<readonly Attempt[]> {
  const { data } = await AttemptRow.query.open({ outcome: "open" }).lt({ lastAt: before }).go({ limit });
  return data.map((row) => Stored.parse(row));
}

/** What an attempt leaves on its row; what is not given is taken away. */
export type Next = {
  readonly account: string;
  readonly source: string;
  readonly tries: number;
  readonly lastAt: string;
  readonly notBefore?: string;
  readonly provenAt?: string;
  readonly outcome: "open" | "settled";
};

/** Puts the row in the place of the one that was read, unless somebody else was faster. */
export function attemptWrite(next: Next, before: Attempt | undefined, ttl: number): TransactWriteItem {
  const { account, source, ...fields } = next;
  if (!before) return creating(AttemptRow.create({ ...next, version: 1, ttl }));
  const emptied = (["notBefore", "provenAt"] as const).filter((name) => next[name] === undefined);
  return changing(
    AttemptRow.patch({ account, source })
      .set({ ...fields, version: before.version + 1, ttl })
      .remove([...emptied])
      .where(({ version }, { eq }) => eq(version, before.version)),
  );
}
