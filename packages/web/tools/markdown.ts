import MarkdownIt from "markdown-it";
import type { Plugin } from "vite";

/** A piece of a written page: text, or an element with an allowed tag. */
export type DocNode = string | { readonly tag: string; readonly id?: string; readonly href?: string; readonly children: readonly DocNode[] };

export type Doc = {
  readonly title: string;
  readonly summary: string;
  /** Set on texts people agree to: which wording it is. */
  readonly version?: string;
  readonly nodes: readonly DocNode[];
};

const allowed = new Set([
  "h2",
  "h3",
  "p",
  "ul",
  "ol",
  "li",
  "strong",
  "em",
  "a",
  "blockquote",
  "table",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
  "code",
  "hr",
]);
const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });

type Token = ReturnType<(typeof parser)["parse"]>[number];
type Open = { tag: string; id?: string; href?: string; children: DocNode[] };

const slug = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
const textOf = (nodes: readonly DocNode[]): string => nodes.map((node) => (typeof node === "string" ? node : textOf(node.children))).join("");

/** Adjacent texts as one, so that the page has no needless nodes. */
function add(parent: Open, node: DocNode) {
  const last = parent.children.at(-1);
  if (typeof node === "string" && typeof last === "string") parent.children[parent.children.length - 1] = last + node;
  else if (node !== "") parent.children.push(node);
}

function top(stack: readonly Open[]): Open {
  const open = stack.at(-1);
  if (!open) throw new Error("The markdown closes more than it opened");
  return open;
}

function close(stack: Open[]) {
  const done = top(stack);
  stack.pop();
  if (/^h[23]$/u.test(done.tag)) done.id = slug(textOf(done.children));
  add(top(stack), done);
}

// Tokens without a tag of their own.
const plain: Readonly<Record<string, (token: Token, stack: Open[]) => void>> = {
  inline: (token, stack) => walk(token.children ?? [], stack),
  text: (token, stack) => add(top(stack), token.content),
  softbreak: (_token, stack) => add(top(stack), " "),
  code_inline: (token, stack) => add(top(stack), { tag: "code", children: [token.content] }),
};

function tagged(token: Token, stack: Open[]) {
  if (!allowed.has(token.tag)) throw new Error(`A written page may not use <${token.tag || token.type}>`);
  if (token.nesting === -1) return close(stack);
  const node: Open = { tag: token.tag, ...(token.tag === "a" ? { href: String(token.attrGet("href") ?? "") } : {}), children: [] };
  if (token.nesting === 1) stack.push(node);
  else add(top(stack), node);
}

function walk(tokens: readonly Token[], stack: Open[]) {
  // A hidden token is a paragraph of a tight list, which has no element of its own.
  for (const token of tokens) if (!token.hidden) (plain[token.type] ?? tagged)(token, stack);
}

/** Reads a written page: `key: value` lines between two `---`, then markdown without raw HTML. Throws on anything else. */
export function parseDoc(source: string): Doc {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(source);
  if (!match) throw new Error("A written page begins with its title and summary between two lines of ---");
  const head = Object.fromEntries(
    (match[1] ?? "").split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]),
  );
  const { title, summary, version } = head;
  if (!title || !summary) throw new Error("A written page needs a title and a summary");
  const root: Open = { tag: "root", children: [] };
  walk(parser.parse(match[2] ?? "", {}), [root]);
  return { title, summary, ...(version ? { version } : {}), nodes: root.children };
}

/** Turns `*.md` into its nodes at build time: no markdown parser and no HTML string reaches the browser. */
export const markdown = (): Plugin => ({
  name: "sleekapp-markdown",
  transform: (code, id) =>
    id.endsWith(".md") ? { code: `export const doc = ${JSON.stringify(parseDoc(code))};`, map: null, moduleType: "js" } : undefined,
});
