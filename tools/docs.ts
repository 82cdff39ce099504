import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { accessDocument } from "./docs/access.ts";
import { loadDomain } from "./docs/domain.ts";
import { errorsDocument } from "./docs/errors.ts";
import { eventsDocument } from "./docs/events.ts";
import { openApiDocument } from "./docs/openapi.ts";
import { pricingDocument } from "./docs/pricing.ts";
import { retentionDocument } from "./docs/retention.ts";
import { root } from "./source.ts";

/** The version of the API that the document states. */
const API_VERSION = "1";

/** Every generated document by its path, as the sources want it now. */
export async function generatedDocuments(): Promise<Readonly<Record<string, string>>> {
  const domain = await loadDomain();
  return {
    "docs/generated/access.md": await accessDocument(domain),
    "docs/generated/errors.md": errorsDocument(domain),
    "docs/generated/events.md": eventsDocument(domain),
    "docs/generated/pricing.md": pricingDocument(),
    "docs/generated/retention.md": retentionDocument(),
    "docs/generated/openapi.json": `${JSON.stringify(openApiDocument(API_VERSION, domain), null, 1)}\n`,
  };
}

const kept = (file: string): string => {
  try {
    return readFileSync(path.join(root, file), "utf8");
  } catch {
    return "";
  }
};

/** The documents that are not what the sources say. */
export async function staleDocuments(): Promise<readonly string[]> {
  return Object.entries(await generatedDocuments()).flatMap(([file, text]) => (kept(file) === text ? [] : [file]));
}

async function main(): Promise<void> {
  if (process.argv.includes("--check")) {
    const stale = await staleDocuments();
    if (stale.length === 0) return;
    console.error(`Out of date: ${stale.join(", ")}\nBring them up to date with: npm run docs`);
    process.exit(1);
  }
  for (const [file, text] of Object.entries(await generatedDocuments())) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    console.log(`${file} ${text.length} bytes`);
  }
}

if (import.meta.main) await main();
