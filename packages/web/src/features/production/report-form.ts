import * as z from "zod";
import type { Order } from "../order/reads.ts";

/** What is typed into a report; photos are not kept over a refresh. */
export const ReportDraft = z.object({ position: z.int(), percent: z.int().min(0).max(100), note: z.string() });
export type ReportDraft = z.infer<typeof ReportDraft>;

type Stage = Order["stages"][number];

/** The stages that can be reported now: only the sample before it is approved. */
export const reportableStages = ({ status, stages }: Pick<Order, "status" | "stages">): readonly Stage[] => {
  const sample = stages.filter(({ key }) => key === "sample");
  const isBeforeBulk = status === "sampling" || (status === "accepted" && sample.length > 0);
  return isBeforeBulk ? sample : stages.filter(({ state }) => state !== "skipped");
};

/** The stage that is most likely reported: the one under way, else the next one. */
export const likelyStage = (stages: readonly Stage[]): Stage | undefined =>
  stages.find(({ state }) => state === "active" || state === "blocked") ?? stages.find(({ state }) => state === "todo") ?? stages.at(-1);

export type ReportProblems = { readonly percent?: string; readonly note?: string };

/** Why the API would refuse the report, said before it is sent. */
export function problemsOf(draft: ReportDraft, stage: Pick<Stage, "percent" | "state">): ReportProblems {
  const note = draft.note.trim();
  if (stage.state === "done" && draft.percent === 100) return { percent: "This stage is done. Lower the percent to open it again." };
  if (draft.percent < stage.percent && note === "") return { note: `It was ${stage.percent} % before. Say why there is less now.` };
  return note !== "" && note.length < 3 ? { note: "Write at least 3 characters, or leave the note empty." } : {};
}
