import * as Account from "@sleekapp/core/account";
import type { Member } from "@sleekapp/core/kernel/actor";
import { Blob, Links } from "@sleekapp/core/ports/blob";
import { LargeFile } from "@sleekapp/core/ports/large-file";
import { PictureSource } from "@sleekapp/core/ports/picture-source";
import * as Product from "@sleekapp/core/product";
import * as Import from "@sleekapp/core/product-import";
import { Answers, type Counts } from "@sleekapp/core/product-import/model";
import * as store from "@sleekapp/core/product-import/store";
import { readFileSync } from "node:fs";
import { beforeEach } from "vitest";
import { actors } from "./actors.ts";
import { memoryFiles } from "./files.ts";
import { as } from "./table.ts";

/** What the files of the tests need to be told. */
export const answers = Answers.parse({ altFromTitle: true, defaults: { family: "casualwear", moq: 50, leadDays: 30 } });

/** A real shop's file of twenty products. */
export const apparel = readFileSync(new URL("../fixtures/apparel.csv", import.meta.url));

export const counts = ({ created, updated, skipped, refused }: Counts) => ({ created, updated, skipped, refused });

export const work = <T>(run: () => Promise<T>) => as(actors.system, run);

/** Files in memory behind every port of the import. */
export function provideFiles(): ReturnType<typeof memoryFiles> {
  const files = memoryFiles();
  Blob.provide(files.blob);
  LargeFile.provide(files.large);
  PictureSource.provide({ fetch: async () => undefined });
  Links.provide({
    presignPost: async ({ key }) => ({ url: "https://files.example", fields: {}, key }),
    presignGet: async ({ key }) => `https://files.example/${key}`,
  });
  return files;
}

/** The owner of a supplier that has imported nothing yet. */
export async function openImporter(userId: string): Promise<Member> {
  await as(actors.system, () => Account.intend(userId, { as: "supplier", company: `Mill of ${userId}` }));
  const { orgId } = await as(actors.system, () => Account.open({ userId, email: `${userId}@example.com`, name: "Farid" }));
  return { type: "member", userId, orgId, orgKind: "supplier", kind: "owner" };
}

/** One message after the other, as each one leads to the next; gives how many there were. */
export async function runToEnd(jobId: string): Promise<number> {
  for (let messages = 1; ; messages += 1) {
    const job = await store.find(jobId);
    if (job?.state !== "running") return messages - 1;
    await work(() => Import.run({ jobId, attempt: job.attempt, ...(job.isPlanned ? { next: job.next } : {}) }));
  }
}

/** A supplier of its own for every test, who brings files and reads what became of them. */
export function useImporter() {
  let people = 0;
  const importer = { files: memoryFiles(), owner: actors.supplierOwner };
  beforeEach(async () => {
    people += 1;
    importer.files = provideFiles();
    importer.owner = await openImporter(`importer-${people}`);
  });
  const own = <T>(run: () => Promise<T>) => as(importer.owner, run);
  const fileAt = (url = "") => importer.files.held.get(url.replace("https://files.example/", "")) ?? new Uint8Array();

  async function open(file: Uint8Array): Promise<string> {
    const { jobId } = await own(() => Import.open({}));
    importer.files.held.set((await store.find(jobId))?.key ?? "", file);
    return jobId;
  }

  async function bring(file: Uint8Array, more: { readonly isDryRun?: boolean } = {}) {
    const jobId = await open(file);
    await own(() => Import.start({ jobId, answers, ...more }));
    await runToEnd(jobId);
    return { jobId, view: await own(() => Import.get({ jobId })) };
  }

  async function reportOf(jobId: string): Promise<readonly string[]> {
    const { url } = await own(() => Import.report({ jobId }));
    return new TextDecoder().decode(fileAt(url)).trimEnd().split("\r\n");
  }

  async function listings(): Promise<readonly Product.Info[]> {
    const found: Product.Info[] = [];
    let cursor: string | undefined;
    do {
      const page = await Product.listOfSupplier(importer.owner.orgId, { limit: 500, cursor });
      found.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return found;
  }

  return { importer, own, open, bring, reportOf, listings, fileAt };
}
