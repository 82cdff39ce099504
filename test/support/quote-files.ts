import type { Actor } from "@sleekapp/core/kernel/actor";
import * as Quote from "@sleekapp/core/quote";
import { adoptFile } from "@sleekapp/core/quote/adopt-file";
import * as Upload from "@sleekapp/core/upload";
import { actors } from "./actors.ts";
import { as } from "./table.ts";

/** A slot for a file of a quote, and the checker's word that what came is sound: the file has not been taken up yet. */
export async function soundFile(owner: Actor, quoteId: string, name = "tech-pack.pdf"): Promise<string> {
  const { uploadId } = await as(owner, () => Quote.askFile({ quoteId, name, type: "application/pdf" }));
  const verdict = { state: "ready", key: `quote/${quoteId}/${uploadId}.pdf`, bytes: 1_200 } as const;
  await as(actors.system, () => Upload.settle({ subjectId: quoteId, uploadId, verdict }));
  return uploadId;
}

/** A file that goes with a quote. */
export async function givenFile(owner: Actor, quoteId: string, name?: string): Promise<string> {
  const uploadId = await soundFile(owner, quoteId, name);
  await as(actors.system, () => adoptFile({ quoteId, uploadId }));
  return uploadId;
}
