import { type HeldRow, kindOf } from "../table/held.ts";
import { nowIso } from "../kernel/request.ts";
import { kinds } from "./kinds.ts";
import { places, selfRow, type Subject } from "./trace.ts";

/** The file a person gets: one section for each kind of row, and of each row what that kind's list allows. */
export type PersonalCopy = {
  readonly madeAt: string;
  readonly about: { readonly userId: string };
  readonly sections: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
};

function toldOf(row: HeldRow): Readonly<Record<string, unknown>> {
  const told = kinds[kindOf(row)]?.told ?? [];
  return Object.fromEntries(told.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])));
}

/** Collects everything that is held on a person; what is about others, or the platform's own business, is on no list. */
export async function copyOf(subject: Subject): Promise<PersonalCopy> {
  const self = await selfRow(subject.userId);
  const traces = (await Promise.all(places.map((place) => place(subject)))).flat();
  const rows = [...(self ? [self] : []), ...traces.flatMap((trace) => trace.rows)].filter((row) => (kinds[kindOf(row)]?.told ?? []).length > 0);
  const sections = Object.fromEntries(
    [...Map.groupBy(rows, kindOf)].toSorted(([a], [b]) => a.localeCompare(b)).map(([kind, all]) => [kind, all.map(toldOf)]),
  );
  return { madeAt: nowIso(), about: { userId: subject.userId }, sections };
}
