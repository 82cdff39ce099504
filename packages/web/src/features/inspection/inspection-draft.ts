import { agreed, countOf, DefectClass, DefectType, defectTypes, Limits, verdictOf } from "@sleekapp/core/inspection/rules";
import * as z from "zod";

/** One kind of defect while it is written down; photos are not kept over a refresh. */
const Row = z.object({ key: z.string(), type: DefectType.optional(), class: DefectClass.optional(), count: z.int().optional() });
export type Row = z.infer<typeof Row>;

export const Draft = z.object({ rows: z.array(Row), limits: Limits, note: z.string() });
export type Draft = z.infer<typeof Draft>;

export const fresh: Draft = { rows: [], limits: agreed, note: "" };

/** What a defect of this type can be called: as bad as it is at least, or worse. */
export const classesOf = (type: DefectType): readonly DefectClass[] =>
  DefectClass.options.slice(0, DefectClass.options.indexOf(defectTypes[type].least) + 1);

/** Another type is called what it is at least. */
export const withType = (row: Row, type: DefectType): Row => ({ ...row, type, class: defectTypes[type].least });

export type RowProblems = { readonly type?: string; readonly count?: string };

export function problemsOf({ type, count }: Row): RowProblems {
  if (type === undefined) return { type: "Choose what is wrong." };
  return count === undefined || count < 1 ? { count: "How many were found?" } : {};
}

/** The row as the API takes it, once nothing is missing. */
export function findingOf({ type, class: called, count }: Row, photos: readonly string[]) {
  if (type === undefined || called === undefined || count === undefined || count < 1) return undefined;
  return { type, class: called, count, ...(photos.length > 0 ? { photos: [...photos] } : {}) };
}

/** What would be recorded if nothing more was found. */
export function soFar(lotSize: number, { rows, limits }: Draft) {
  const findings = rows.flatMap((row) => findingOf(row, []) ?? []);
  const found = countOf(findings);
  return { found, verdict: verdictOf(lotSize, found, limits) };
}
