/// <reference lib="dom" />
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

const repository = join(import.meta.dirname, "../../..");
const figures = /\d+(?:[.,]\d+)*/gu;

const plain = (figure: string) => figure.replaceAll(",", "").replaceAll("_", "");

const figuresOf = (text: string): string[] => (text.match(figures) ?? []).flatMap((part) => [plain(part), String(Number(plain(part)))]);

/** The figures of the pages' own written copy: of what a person wrote into pages, features, texts and the names and limits of the rules. */
function writtenFigures(): ReadonlySet<string> {
  const places = ["packages/web/src/{routes,features,content,shell}/**/*.{tsx,ts,md}", "packages/core/src/{garment,pricing,production}/model.ts"];
  const files = globSync(places, { cwd: repository }).filter((file) => !file.includes(".test."));
  return new Set(files.flatMap((file) => figuresOf(readFileSync(join(repository, file), "utf8").replaceAll(/(?<=\d)_(?=\d)/gu, ""))));
}
const known: { written?: ReadonlySet<string> } = {};

/** Everything a number of an answer may look like: itself, as money in cents or in the millionths that models cost, as a percentage, a date's parts. */
function forms(value: unknown): string[] {
  if (typeof value === "number") {
    // The sign is written apart from the figure.
    const size = Math.abs(value);
    return [
      String(size),
      (size / 100).toFixed(2),
      String(size / 100),
      (size / 1_000_000).toFixed(2),
      String(size / 1_000_000),
      String(Math.round(size)),
    ];
  }
  if (typeof value === "string") return figuresOf(value);
  if (Array.isArray(value)) return [String(value.length), ...value.flatMap(forms)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(forms) : [];
}

/** G10: no number on the page that is neither in an answer of the API nor in the page's own written copy. */
export async function sourced(page: Page, bodies: unknown): Promise<string[]> {
  const shown = await page.evaluate(() => document.querySelector("main")?.innerText ?? "");
  const written = (known.written ??= writtenFigures());
  const answered = new Set(forms(bodies));
  const isKnown = (figure: string) => written.has(figure) || answered.has(figure);
  const strangers = (shown.match(figures) ?? []).map(plain).filter((figure) => !isKnown(figure) && !isKnown(String(Number(figure))));
  return [...new Set(strangers)].map((figure) => `${figure} has no source`);
}
