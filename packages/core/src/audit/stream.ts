import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { Kind } from "../security/model.ts";
import { rowIn } from "../table/image.ts";
import { contentHash } from "./chain.ts";
import { ContentSchema, type Placed } from "./store.ts";

type Image = Readonly<Record<string, AttributeValue>> | undefined;

/** One change of the table as its stream tells of it. */
export type TableChange = {
  readonly name: "INSERT" | "MODIFY" | "REMOVE";
  readonly before: Image;
  readonly after: Image;
  /** Whether the row went because its time had come. */
  readonly isExpiry: boolean;
  readonly at: string;
};

export type Noticed = { readonly kind: Kind; readonly who: string; readonly what: string; readonly by: number };

/** What a change asks for: something to be sealed, something to be counted, or nothing. */
export type Wanted = { readonly placed?: Placed; readonly noticed?: Noticed };

const tampered = (row: Readonly<Record<string, unknown>>): Wanted => ({
  noticed: { kind: "audit_tampered", who: String(row["day"] ?? row["subjectId"] ?? "unknown"), what: String(row["eventId"] ?? "head"), by: 1 },
});

/** A new event is sealed; a failed sign-in or a lock-out is counted beside it. */
function ofNewEvent(row: unknown): Wanted {
  const { success, data: content } = ContentSchema.safeParse(row);
  if (!success) return { noticed: { kind: "audit_tampered", who: "unknown", what: "a row that is no event", by: 1 } };
  const kind = ({ "sign_in.failed": "sign_in_failed", "sign_in.locked": "locked_out" } as const)[content.type];
  const who = String(content.data["userId"] ?? content.subjectId);
  return {
    placed: { kind: "event", content, placedAt: content.at },
    ...(kind === undefined ? {} : { noticed: { kind, who, what: String(content.data["source"] ?? "unknown"), by: 1 } }),
  };
}

/** A published event never changes again, and goes only when its time has come; that is sealed too. */
function ofOldEvent({ name, before, after, isExpiry, at }: TableChange): Wanted {
  const row = rowIn(before);
  const old = ContentSchema.safeParse(row);
  if (name === "REMOVE") return isExpiry && old.success ? { placed: { kind: "expiry", content: old.data, placedAt: at } } : tampered(row);
  const now = ContentSchema.safeParse(rowIn(after));
  const isSame = old.success && now.success && contentHash(old.data) === contentHash(now.data);
  return isSame ? {} : tampered(row);
}

/** What models cost is counted for each task, and a budget that is used up at once. */
function ofUsage(row: Readonly<Record<string, unknown>>): Wanted {
  const what = String(row["task"]);
  if (row["outcome"] === "over_budget") return { noticed: { kind: "ai_over_budget", who: "stage", what, by: 1 } };
  const by = Number(row["costMicros"]);
  return by > 0 ? { noticed: { kind: "ai_cost", who: "stage", what, by } } : {};
}

/** Reads a change of the table. */
export function wantedBy(change: TableChange): Wanted {
  const row = rowIn(change.after ?? change.before);
  const entity = row["__edb_e__"];
  if (entity === "event") return change.name === "INSERT" ? ofNewEvent(row) : ofOldEvent(change);
  if (entity === "ai-usage") return change.name === "INSERT" ? ofUsage(row) : {};
  if (entity === "audit-entry" && change.name !== "INSERT") return change.isExpiry ? {} : tampered(row);
  return {};
}
