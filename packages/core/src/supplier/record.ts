import { conflict } from "../kernel/error.ts";
import { Request } from "../kernel/request.ts";
import { Application, missingIn } from "./model.ts";
import * as store from "./store.ts";
import type { SupplierView } from "./view.ts";

/** The application as its own people and the platform see it. */
export const viewOf = (record: store.Info): SupplierView => ({
  orgId: record.orgId,
  verification: record.verification,
  ...(record.reasons ? { reasons: record.reasons } : {}),
  application: record.application,
  missing: missingIn(record.application, record.papers),
  papers: record.papers.map(({ key: _key, ...paper }) => paper),
  version: record.version,
  ...(record.submittedAt ? { submittedAt: record.submittedAt } : {}),
  ...(record.slug ? { slug: record.slug } : {}),
});

/** The caller's own record with its telephone number, blank before the first save. */
export async function loadOwn(): Promise<store.Info | undefined> {
  const { actor } = Request.use();
  if (actor.type !== "member" || actor.orgKind !== "supplier") return undefined;
  return (await store.findOpen(actor.orgId)) ?? store.blank(actor.orgId);
}

/** Throws `supplier.locked` while the platform reads the application, or has suspended the supplier. */
export function assertOpen({ verification }: Pick<store.Info, "verification">): void {
  if (verification === "pending" || verification === "suspended")
    throw conflict("supplier.locked", "The application is being looked at and cannot be changed now");
}

/** Somebody, most likely the same person on another device, was faster. */
export const overtaken = () => conflict("supplier.changed", "The application was changed on another device; read it again");

/** The application as it may be judged; throws `supplier.incomplete` with the fields that are missing. */
export function complete(record: store.Info): Application {
  const missing = missingIn(record.application, record.papers);
  if (missing.length > 0) throw conflict("supplier.incomplete", "Some of the application is still missing", { missing });
  return Application.parse(record.application);
}
