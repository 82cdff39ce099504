import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseDoc } from "../../tools/markdown.ts";

const head = "---\ntitle: A title\nsummary: A summary\n---\n";

test("markdown becomes nodes, and headings get an address", () => {
  expect(parseDoc(`${head}\n## Who pays?\n\nSee [terms](/info/legal).\n`)).toEqual({
    title: "A title",
    summary: "A summary",
    nodes: [
      { tag: "h2", id: "who-pays", children: ["Who pays?"] },
      { tag: "p", children: ["See ", { tag: "a", href: "/info/legal", children: ["terms"] }, "."] },
    ],
  });
});

test("raw HTML stays text", () => {
  expect(parseDoc(`${head}\n<script>alert(1)</script>\n`).nodes).toEqual([{ tag: "p", children: ["<script>alert(1)</script>"] }]);
});

test("an element outside the list is refused", () => {
  expect(() => parseDoc(`${head}\n![photo](/a.jpg)\n`)).toThrow("may not use <img>");
});

test("a page without a title is refused", () => {
  expect(() => parseDoc("# Only markdown")).toThrow("title and summary");
});

test("every written page can be read, and only the terms carry a version", () => {
  const directory = new URL("./", import.meta.url);

  const versions = globSync("*.md", { cwd: directory.pathname }).map((file) => [
    file,
    parseDoc(readFileSync(new URL(file, directory), "utf8")).version !== undefined,
  ]);

  expect(versions.filter(([, versioned]) => versioned)).toEqual([["legal.md", true]]);
});
