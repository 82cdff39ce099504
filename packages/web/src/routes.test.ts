import { readFileSync, globSync } from "node:fs";
import { expect, test } from "vitest";
import { pages } from "./routes.ts";

const source = new URL("./", import.meta.url);
const sources = globSync("**/*.{ts,tsx}", { cwd: source.pathname }).filter((file) => !file.includes(".test."));
const textOf = (file: string) => readFileSync(new URL(file, source), "utf8");

test("paths and titles are unique", () => {
  expect(new Set(pages.map((page) => page.path)).size).toBe(pages.length);
  expect(new Set(pages.map((page) => page.title)).size).toBe(pages.length);
});

test("every page file is in the table", () => {
  const table = textOf("routes.ts");
  const isPage = (file: string) => file.startsWith("routes/") && /^export function Page\b/mu.test(textOf(file));

  expect(sources.filter((file) => isPage(file) && !table.includes(`"./${file}"`))).toEqual([]);
});

test("signed-in pages stand in the app's frame, others in the public one", () => {
  const wrong = pages.filter((page) => (page.audience === "everyone" || page.audience === "signed-out") !== (page.shell === "public"));

  expect(wrong.map((page) => page.path)).toEqual([]);
});

test("only our own colours, and no markup from strings", () => {
  const raw =
    /\b(?:bg|text|border|fill|stroke)-(?:black|white|gray|slate|zinc|red|blue|green|amber|indigo|sky)-?\d{2,3}\b|#[0-9a-f]{6}\b(?!;)|dangerouslySetInnerHTML/iu;
  const allowed = new Set(["lib/image.ts"]);

  expect(sources.filter((file) => !allowed.has(file) && raw.test(textOf(file)))).toEqual([]);
});

test("the authentication library is imported by one file", () => {
  expect(sources.filter((file) => /from "aws-amplify/u.test(textOf(file)))).toEqual(["lib/auth-cognito.ts"]);
});
