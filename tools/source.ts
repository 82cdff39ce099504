import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "vite";

/** The root of the repository. */
export const root = path.resolve(import.meta.dirname, "..");

/** A node of the syntax tree, as far as the tools look at one. */
export type Node = { readonly type: string; readonly start: number; readonly [field: string]: unknown };

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

/** Every source file of ours below these patterns, relative to the root; tests and what only they import when asked for. */
export function sourcesIn(patterns: readonly string[], withTests = false): readonly string[] {
  return globSync(patterns, { cwd: root, exclude: (name) => name === "node_modules" || name === "dist" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.endsWith(".d.ts") && (withTests || !/\.test(ing)?\.tsx?$/.test(file)))
    .toSorted();
}

/** The syntax tree of a file; throws when it cannot be read. */
export function treeOf(file: string, text: string = readFileSync(path.join(root, file), "utf8")): Node {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  if (!isNode(program)) throw new Error(`${file}: no program`);
  return program;
}

/** Visits every node below this one, parents first. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of [value].flat()) if (isNode(child)) walk(child, visit);
  }
}

/** The value of a literal string, or of a template with each expression as `${…}`; undefined for anything else. */
export function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "Literal") return typeof node["value"] === "string" ? node["value"] : undefined;
  if (node.type !== "TemplateLiteral" || !Array.isArray(node["quasis"])) return undefined;
  return node["quasis"].map((quasi: { readonly value: { readonly cooked: string } }) => quasi.value.cooked).join("${…}");
}
