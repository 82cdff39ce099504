import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const packages = path.resolve(import.meta.dirname, "../..");
const source = path.join(packages, "web/src");

/** What is loaded with a module: what it imports by a static `import` or `export … from` that is not of types alone. */
const imported = /^(?:import|export)\s+(?!type\b)(?:[^;"]*?\sfrom\s+)?"([^"]+)"/gm;

const ofTypesAlone = /\{\s*(?:type\s+[\w$]+(?:\s+as\s+[\w$]+)?\s*,?\s*)+\}\s*from/;

type Exports = Readonly<Record<string, string>>;

const exportsOf = (name: string): Exports => JSON.parse(readFileSync(path.join(packages, name, "package.json"), "utf8")).exports;
const known: Readonly<Record<string, Exports>> = { core: exportsOf("core"), contracts: exportsOf("contracts") };

/** The file that another package gives out under a name, by the first of its patterns that fits. */
function given(name: string, asked: string): string | undefined {
  for (const [pattern, file] of Object.entries(known[name] ?? {})) {
    const [before = "", after] = pattern.split("*");
    if (after === undefined ? pattern === asked : asked.startsWith(before) && asked.endsWith(after))
      return path.join(packages, name, file.replace("*", asked.slice(before.length, asked.length - (after ?? "").length)));
  }
  return undefined;
}

function fileOf(asked: string, from: string): string | undefined {
  if (asked.startsWith(".")) return path.resolve(path.dirname(from), asked);
  const [, name = "", rest = ""] = /^@sleekapp\/(core|contracts)(.*)$/.exec(asked) ?? [];
  return name ? given(name, `.${rest}`) : undefined;
}

function importsOf(file: string): readonly string[] {
  // A module of contracts comes without what it is made of: see `contracts.ts`.
  if (!/\.tsx?$/.test(file) || file.includes("/contracts/")) return [];
  return [...readFileSync(file, "utf8").matchAll(imported)].flatMap(([statement, asked = ""]) => {
    const found = ofTypesAlone.test(statement) ? undefined : fileOf(asked, file);
    return found && existsSync(found) ? [found] : [];
  });
}

/** Every file of ours that comes with this one. */
export function loadedWith(entry: string): ReadonlySet<string> {
  const seen = new Set([path.join(source, entry)]);
  for (const file of seen) for (const one of importsOf(file)) seen.add(one);
  return seen;
}

/** The pages that people come to first: from a search engine, a mail or an advertisement. */
export const firstPages = ["routes/public/home.tsx", "routes/public/catalog.tsx", "routes/public/product.tsx", "routes/info/document.tsx"] as const;

const routes = (): string[] =>
  [...readFileSync(path.join(source, "routes.ts"), "utf8").matchAll(/import\("\.\/([^"]+)"\)/g)].flatMap(([, file]) => file ?? []);

const isOfSchemas = (file: string): boolean =>
  file.endsWith(".ts") && !file.includes("/contracts/") && /^import \* as z from "zod"/m.test(readFileSync(file, "utf8"));

/** Whether what comes with a file has a schema in it, for the library of schemas would then come too. */
export const bringsSchemas = (file: string): boolean => [...loadedWith(path.relative(source, file))].some(isOfSchemas);

/** Facts are what a model is made from, so that pages have them which do not name them. */
const isFacts = (file: string): boolean => path.basename(file) === "facts.ts";

/** Of how many pages each file is. */
function pagesOf(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const page of routes()) for (const file of loadedWith(page)) counts.set(file, (counts.get(file) ?? 0) + 1);
  return counts;
}

/** What the application begins with, and what the first pages share with others beside it: one file, or it would be a file for each. */
export function firstLoad(): ReadonlySet<string> {
  const counts = pagesOf();
  const theirs = firstPages.flatMap((page) => [...loadedWith(page)]).filter((file) => (counts.get(file) ?? 0) > 1 || isFacts(file));
  // The entry itself stays what the page names.
  const [main = "", ...begins] = loadedWith("main.tsx");
  return new Set([...begins, ...theirs].filter((file) => file !== main && !file.endsWith(".css") && !bringsSchemas(file)));
}

/** What the quote form shares with other pages and the first load has not: people come to it first too, but not to all of it. */
export function askLoad(first: ReadonlySet<string>): ReadonlySet<string> {
  const counts = pagesOf();
  return new Set(
    [...loadedWith("routes/public/quote.tsx")].filter((file) => (counts.get(file) ?? 0) > 1 && !first.has(file) && !bringsSchemas(file)),
  );
}
