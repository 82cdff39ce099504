import { detailsIn, masked } from "../bank/model.ts";
import { type HeldRow, kindOf } from "../table/held.ts";
import { nowIso } from "../kernel/request.ts";
import { kindRule } from "./kinds.ts";
import { openedField } from "./reseal.ts";
import { places, selfRow, type Subject } from "./trace.ts";

/** The file a person gets: one section for each kind of row, and of each row what that kind's list allows. */
export type PersonalCopy = {
  readonly madeAt: string;
  readonly about: { readonly userId: string };
  readonly sections: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
};

/** An attribute as it is told: where somebody is paid stays masked for everybody, in a file that may get lost too. */
async function tell(row: HeldRow, name: string): Promise<unknown> {
  const value = await openedField(row, name);
  return kindOf(row) === "bank" && name === "details" ? masked(detailsIn(String(value))) : value;
}

async function toldOf(row: HeldRow): Promise<Readonly<Record<string, unknown>>> {
  const told = kindRule(kindOf(row)).told.filter((name) => row[name] !== undefined);
  return Object.fromEntries(await Promise.all(told.map(async (name) => [name, await tell(row, name)] as const)));
}

/** Collects everything that is held on a person; what is about others, or the platform's own business, is on no list. */
export async function copyOf(subject: Subject): Promise<PersonalCopy> {
  const self = await selfRow(subject.userId);
  const traces = (await Promise.all(places.map((place) => place(subject)))).flat();
  const rows = [...(self ? [self] : []), ...traces.flatMap((trace) => trace.rows)].filter((row) => kindRule(kindOf(row)).told.length > 0);
  const byKind = [...Map.groupBy(rows, kindOf)].toSorted(([a], [b]) => a.localeCompare(b));
  const sections = await Promise.all(byKind.map(async ([kind, all]) => [kind, await Promise.all(all.map(toldOf))] as const));
  return { madeAt: nowIso(), about: { userId: subject.userId }, sections: Object.fromEntries(sections) };
}
