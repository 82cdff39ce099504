import { queuesFor } from "@sleekapp/core/subscriptions";
import * as z from "zod";
import type { Domain } from "./domain.ts";
import { code, generated, table } from "./markdown.ts";

type Shape = { readonly properties?: Readonly<Record<string, unknown>>; readonly required?: readonly string[] };

function fieldsOf(schema: z.ZodType): string {
  const { properties = {}, required = [] }: Shape = z.toJSONSchema(schema, { unrepresentable: "any", io: "output" });
  return Object.keys(properties)
    .map((name) => code(required.includes(name) ? name : `${name}?`))
    .join(", ");
}

/** The document of every event: what it carries and which queues hear of it. */
export function eventsDocument({ events }: Domain): string {
  const rows = [...events].map(([type, schema]) => [code(type), fieldsOf(schema), queuesFor(type).map(code).join(", ") || "the log only"]);
  return [
    generated("Events"),
    "Every command writes one event row in its own transaction: it is the record's timeline, the outbox message and the audit entry at once. Data are ids and facts, never a name or an address. The outbox hands each to the queues that react to it; a field with `?` may be absent.",
    "",
    table(["Event", "Data", "Who reacts"], rows),
    "",
  ].join("\n");
}
