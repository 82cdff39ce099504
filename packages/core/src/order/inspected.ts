import * as z from "zod";
import { agreed, Defects, Finding, Limits, Result } from "../inspection/rules.ts";
import { InspectionRow } from "./entities.ts";

const Found = z.object({
  limits: Limits.default(agreed),
  letter: z.string(),
  sampleSize: z.int(),
  pieces: Defects,
  accept: Defects,
  defects: Defects,
  // What was sent are names of uploads, what is kept are keys of the checked photos.
  findings: z.array(Finding.extend({ photos: z.array(z.string()) })).default([]),
  round: z.int().default(1),
  result: Result,
  reasons: z.array(z.string()),
  note: z.string().optional(),
});

const InspectionRecord = z.object({
  inspectionId: z.string(),
  inspection: Found,
  decision: z.enum(["taken", "refused"]).optional(),
  at: z.string(),
});
export type Inspection = z.infer<typeof InspectionRecord>;

/** An inspection as it was read from the table. */
export const inspectionIn = (row: unknown): Inspection => InspectionRecord.parse(row);

export async function findInspection(orderId: string, inspectionId: string): Promise<Inspection | undefined> {
  const { data } = await InspectionRow.get({ orderId, inspectionId }).go({ consistent: true });
  return data ? inspectionIn(data) : undefined;
}
