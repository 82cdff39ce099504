import { readFileSync } from "node:fs";
import path from "node:path";
import * as catalog from "@sleekapp/contracts/catalog";
import { expect, test } from "vitest";
import { slimModule } from "../tools/contracts.ts";
import { bringsSchemas, firstLoad, firstPages, loadedWith } from "../tools/first-load.ts";

const source = import.meta.dirname;
const named = (file: string) => path.relative(source, file);

test("a contract comes to the browser as what a call is made of, and without its schemas", () => {
  const slim = slimModule({ ...catalog, MOST: 12 });

  expect(slim).toContain(
    'export const searchProducts = {"operationId":"searchProducts","method":"GET","path":"/v1/public/products","auth":"public","idempotent":false};',
  );
  expect(slim).not.toMatch(/response|summary|MOST/);
});

test.each([
  "main.tsx",
  "routes/public/home.tsx",
  "routes/public/catalog.tsx",
  "routes/public/product.tsx",
  "routes/public/quote.tsx",
  "routes/info/document.tsx",
])("%s comes without the library of schemas, which is as much again as all of ours", (entry) => {
  expect([...loadedWith(entry)].filter((file) => bringsSchemas(file)).map(named)).toEqual([]);
});

test("what the first pages share is in the first load, and what one page has to itself is not", () => {
  const first = [...firstLoad()].map(named);

  expect(first).toEqual(expect.arrayContaining(["lib/api.ts", "shell/public-shell.tsx", "features/catalog/product-card.tsx"]));
  expect(firstPages.filter((page) => first.includes(page))).toEqual([]);
});

test("no page reads a schema of a route, for in the browser there is none", () => {
  const files = [...new Set(["main.tsx", "routes.ts"].flatMap((entry) => [...loadedWith(entry)]))];
  const pages = [...readFileSync(path.join(source, "routes.ts"), "utf8").matchAll(/import\("\.\/([^"]+)"\)/g)].flatMap(([, file]) => file ?? []);
  const all = new Set([...files, ...pages.flatMap((page) => [...loadedWith(page)])]);

  const reading = [...all].filter(
    (file) =>
      file.startsWith(source) && /\.(?:body|query|params|response)\.(?:shape|parse|safeParse|pick|omit|extend)\b/.test(readFileSync(file, "utf8")),
  );

  expect(reading.map(named)).toEqual([]);
});
