import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { routes } from "@sleekapp/contracts";
import type { Domain } from "./docs/domain.ts";
import { type Node, root, sourcesIn, textOf, treeOf, walk } from "./source.ts";

/** One line of the map: a part of the seed, and what of ours does its work. */
export type Mapped = { readonly section: string; readonly seed: string; readonly ours: string; readonly note: string };

/** The lines of `docs/seed-map.md`, each with the headings above it. */
export function seedMap(): readonly Mapped[] {
  const lines = readFileSync(path.join(root, "docs/seed-map.md"), "utf8").split("\n");
  const found: Mapped[] = [];
  let headings: readonly string[] = [];
  for (const line of lines) {
    const [, marks, title] = /^(##+) (.+)$/.exec(line) ?? [];
    if (marks !== undefined && title !== undefined) headings = [...headings.slice(0, marks.length - 2), title];
    const cells = line.startsWith("|") ? line.split("|").map((cell) => cell.trim()) : [];
    const [, seed = "", ours = "", note = ""] = cells;
    if (seed !== "" && seed !== "Seed" && seed !== "---") found.push({ section: headings.join(" / "), seed, ours, note });
  }
  return found;
}

const keyOf = (property: unknown): string => {
  const key = typeof property === "object" && property !== null && "key" in property ? property.key : undefined;
  return typeof key === "object" && key !== null && "name" in key && typeof key.name === "string" ? key.name : (textOf(key) ?? "");
};

const propertiesOf = (node: unknown): readonly { readonly key: string; readonly value: unknown }[] =>
  typeof node === "object" && node !== null && "properties" in node && Array.isArray(node.properties)
    ? node.properties.map((property: object) => ({ key: keyOf(property), value: "value" in property ? property.value : undefined }))
    : [];

const unwrapped = (node: unknown): unknown => (typeof node === "object" && node !== null && "expression" in node ? node.expression : node);

/** The name in `model: { entity: "quote" }` or `model: model("quote")`. */
function modelName(value: unknown): string | undefined {
  const named = propertiesOf(value).find(({ key }) => key === "entity")?.value;
  const called =
    typeof value === "object" && value !== null && "arguments" in value && Array.isArray(value.arguments) ? value.arguments[0] : undefined;
  return textOf(named) ?? textOf(called);
}

function entitiesIn(tree: Node): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    const callee = node.type === "CallExpression" ? node["callee"] : undefined;
    if (typeof callee !== "object" || callee === null || !("name" in callee) || callee.name !== "entity" || !Array.isArray(node["arguments"])) return;
    const given = propertiesOf(unwrapped(node["arguments"][0]));
    const name = modelName(given.find(({ key }) => key === "model")?.value);
    for (const { key } of propertiesOf(given.find((one) => one.key === "attributes")?.value)) found.push(`${name}.${key}`);
  });
  return found;
}

/** Every stored field as `entity.field`. */
export const storedFields = (): ReadonlySet<string> => new Set(sourcesIn(["packages/core/src/**/*.ts"]).flatMap((file) => entitiesIn(treeOf(file))));

/** Whether `domain/module Schema.field` is a field of a schema that exists. */
async function isSchemaField(name: string): Promise<boolean> {
  const [, module, schema, field] = /^([a-z-]+\/[a-z-]+) (\w+)\.(\w+)$/.exec(name) ?? [];
  const file = path.join(root, `packages/core/src/${module}.ts`);
  if (schema === undefined || field === undefined || !existsSync(file)) return false;
  const loaded: Record<string, unknown> = await import(file);
  const found = loaded[schema];
  const shape = typeof found === "object" && found !== null && "shape" in found ? found.shape : undefined;
  return typeof shape === "object" && shape !== null && field in shape;
}

const isFile = (name: string): boolean => /^(packages|stacks|tools|docs)\//.test(name) && existsSync(path.join(root, name));

/** What is wrong with a line: a name that does not exist, a part dropped without a reason, or neither of the three answers. */
export async function faultsOf({ section, seed, ours, note }: Mapped, { actions }: Domain, fields: ReadonlySet<string>): Promise<readonly string[]> {
  const where = `${section}, ${seed}`;
  if (ours === "dropped") return note === "" ? [`${where}: dropped without a reason`] : [];
  if (ours === "later") return [];
  const names = [...ours.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  if (names.length === 0) return [`${where}: says neither what of ours it is, nor dropped, nor later`];
  const faults: string[] = [];
  for (const name of names) {
    const known =
      isFile(name) || fields.has(name) || actions.some((action) => action.name === name) || routes.some(({ operationId }) => operationId === name);
    if (!known && !(await isSchemaField(name))) faults.push(`${where}: ${name} does not exist`);
  }
  return faults;
}
