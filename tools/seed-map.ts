import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { routes } from "@sleekapp/contracts";
import { declaredEntities } from "@sleekapp/core/table/table";
import { type Domain, loadDomain } from "./docs/domain.ts";
import { root, sourcesIn } from "./source.ts";

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

/** Every stored field as `entity.field`. */
export async function storedFields(): Promise<ReadonlySet<string>> {
  await Promise.all([loadDomain(), ...sourcesIn(["packages/core/src/table/*.ts"]).map((file) => import(path.join(root, file)))]);
  return new Set([...declaredEntities()].flatMap(([entity, attributes]) => attributes.map((name) => `${entity}.${name}`)));
}

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
