import type { ErrorKind } from "@sleekapp/core/kernel/error";
import { statusOf } from "@sleekapp/functions/http/errors";
import { type Node, sourcesIn, textOf, treeOf, walk } from "../source.ts";
import type { Domain } from "./domain.ts";
import { code, generated, table } from "./markdown.ts";

/** A code a caller may be answered with, and what it says; an action's own refusal names the action. */
export type ErrorEntry = { readonly code: string; readonly kind: ErrorKind; readonly message: string };

const helpers = new Map<string, ErrorKind>([
  ["invalid", "invalid"],
  ["unauthenticated", "unauthenticated"],
  ["forbidden", "forbidden"],
  ["conflict", "conflict"],
  ["mismatch", "mismatch"],
  ["limited", "limited"],
  ["unavailable", "unavailable"],
]);

/** Answers that are made in one place each, in `kernel/error.ts` and `http/errors.ts`. */
const single: readonly ErrorEntry[] = [
  { code: "record.not_found", kind: "not_found", message: "There is nothing here, or it is not yours to see" },
  { code: "request.invalid", kind: "invalid", message: "Some of what was sent cannot be used" },
];

const calleeOf = (node: Node): string => {
  const callee = node["callee"];
  return typeof callee === "object" && callee !== null && "name" in callee && typeof callee.name === "string" ? callee.name : "";
};

type Found = ErrorEntry & { readonly file: string };

function thrownIn(file: string): Found[] {
  const found: Found[] = [];
  walk(treeOf(file), (node) => {
    const kind = node.type === "CallExpression" || node.type === "NewExpression" ? helpers.get(calleeOf(node)) : undefined;
    if (kind === undefined || !Array.isArray(node["arguments"])) return;
    const [first, second] = node["arguments"];
    const said = textOf(first);
    if (said === undefined) throw new Error(`${file}: the code of ${calleeOf(node)}() is not written out, so the set of codes is not closed`);
    found.push({ file, kind, code: said, message: textOf(second) ?? "said where it is thrown" });
  });
  return found;
}

/** The nouns of the processes, each of which refuses steps that do not start where a record is. */
function nouns(): string[] {
  const found: string[] = [];
  for (const file of sourcesIn(["packages/core/src/*/process.ts"])) {
    walk(treeOf(file), (node) => {
      const key = node["key"];
      const name = typeof key === "object" && key !== null && "name" in key ? key.name : undefined;
      const noun = node.type === "Property" && name === "noun" ? textOf(node["value"]) : undefined;
      if (noun !== undefined) found.push(noun);
    });
  }
  return found;
}

/** The families of codes whose first half is filled in elsewhere; any other open code is a fault. */
function expand(found: Found, { actions }: Domain): ErrorEntry[] {
  const { file, ...entry } = found;
  if (!entry.code.includes("${…}")) return [entry];
  if (entry.code === "${…}.forbidden") return actions.map(({ name }) => ({ ...entry, code: `${name}.forbidden` }));
  if (entry.code === "${…}.transition")
    return nouns().map((noun) => ({ ...entry, code: `${noun}.transition`, message: entry.message.replace("${…}", noun) }));
  throw new Error(`${file}: the code ${entry.code} is put together from parts, so the set of codes is not closed`);
}

/** The closed set of codes, by code; one that is thrown with several messages keeps the first, and may have one kind only. */
export function errorEntries(domain: Domain): readonly ErrorEntry[] {
  const files = sourcesIn(["packages/core/src/**/*.ts", "packages/functions/src/**/*.ts"]).filter(
    (file) => !/kernel\/error\.ts$|\.testing\.ts$/.test(file),
  );
  const all = [...single, ...files.flatMap(thrownIn).flatMap((found) => expand(found, domain))];
  const byCode = new Map<string, ErrorEntry>();
  for (const entry of all) {
    const earlier = byCode.get(entry.code);
    if (earlier && earlier.kind !== entry.kind) throw new Error(`${entry.code} is both ${earlier.kind} and ${entry.kind}`);
    if (!earlier) byCode.set(entry.code, entry);
  }
  return [...byCode.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

const isRefusal = ({ code: name, message }: ErrorEntry): boolean => name.endsWith(".forbidden") && message === "You are not allowed to do this";
const readable = (message: string): string => message.replaceAll("${…}", "…");

/** The document of every code: what it means and with which status it comes. */
export function errorsDocument(domain: Domain): string {
  const entries = errorEntries(domain);
  const rows = entries
    .filter((entry) => !isRefusal(entry))
    .map(({ code: name, kind, message }) => [code(name), kind, String(statusOf[kind]), readable(message)]);
  const refusals = entries.filter(isRefusal).map(({ code: name }) => `- ${code(name)}`);
  return [
    generated("Errors"),
    'Every answer that is not a success has the body `{ "error": { "code", "message", "details", "requestId", "docs" } }`. Codes are a closed set: renaming one changes the API. What is not listed here is a bug of ours and answers 500 with the code `internal` and nothing more.',
    "",
    "A foreign and an unknown record both answer `record.not_found`. `request.invalid` lists the fields in `details.fields`; kind `limited` carries `Retry-After`.",
    "",
    table(["Code", "Kind", "Status", "Message"], rows),
    "",
    "## Refusals of actions",
    "",
    "Status 403, kind `forbidden`: the caller may see the record but not do this to it. Who may is in [access.md](access.md).",
    "",
    ...refusals,
    "",
  ].join("\n");
}
