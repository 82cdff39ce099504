import type { Member } from "@sleekapp/core/kernel/actor";
import { newId } from "@sleekapp/core/kernel/id";
import type { PaperKind } from "@sleekapp/core/supplier/model";
import * as Papers from "@sleekapp/core/supplier/papers";
import type { SupplierView } from "@sleekapp/core/supplier/view";
import { commit } from "@sleekapp/core/table/commit";
import * as Upload from "@sleekapp/core/upload";
import { createWrite } from "@sleekapp/core/upload/store";
import { actors } from "./actors.ts";
import { as, NOW } from "./table.ts";

/** A file of a supplier's that was sent and, unless said otherwise, found sound. */
export async function sentPaper({ orgId }: Member, kind: PaperKind, state: "ready" | "waiting" = "ready"): Promise<string> {
  const uploadId = newId("upload");
  const purpose = kind === "photo" ? "factory" : "paper";
  const row = { uploadId, subjectId: orgId, orgId, purpose } as const;
  await as(actors.system, () => commit({ about: orgId, writes: [createWrite(row, NOW.toISOString())], events: [], reply: null }));
  if (state === "ready")
    await as(actors.system, () => Upload.settle({ subjectId: orgId, uploadId, verdict: { state, key: `supplier/${orgId}/${uploadId}.pdf` } }));
  return uploadId;
}

/** Puts a paper into somebody's application. */
export async function givePaper(owner: Member, kind: PaperKind = "registration"): Promise<SupplierView> {
  const uploadId = await sentPaper(owner, kind);
  return as(owner, () => Papers.add({ uploadId, kind, name: `${kind}.pdf` }));
}
