import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "./source.ts";

const documents = globSync(["*.md", "docs/*.md", "docs/adr/*.md", "packages/*/README.md"], { cwd: root });

/** Pictures that a person adds when the pages they show are done. */
const awaited = new Set(["docs/screenshots/home.png"]);

const references = (text: string): readonly { readonly name: string; readonly isLink: boolean }[] => [
  ...[...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, name = ""]) => ({ name, isLink: true })),
  ...[...text.matchAll(/`((?:packages|stacks|tools|docs|test|\.github)\/[^`\s]*)`/g)].map(([, name = ""]) => ({ name, isLink: false })),
];

const isExample = (name: string): boolean => /…|\bNNNN\b|PATH|returns/.test(name);

test.each(documents)("everything that %s points at exists", (document) => {
  const folder = path.join(root, path.dirname(document));

  const missing = references(readFileSync(path.join(root, document), "utf8"))
    .filter(({ name }) => !isExample(name) && !awaited.has(name))
    .filter(({ name, isLink }) => !existsSync(path.join(isLink ? folder : root, name)));

  expect(missing).toEqual([]);
});

test("decisions are numbered without gaps", () => {
  const numbers = globSync("docs/adr/*.md", { cwd: root }).map((file) => Number(path.basename(file).slice(0, 4)));

  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from(numbers, (_number, index) => index + 1));
});
