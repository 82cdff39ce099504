import type { JobView } from "@sleekapp/core/ai-job/model";

type Reason = NonNullable<JobView["reason"]>;

/** Why there is no picture, and what helps. */
const reasons: Readonly<Record<Reason, string>> = {
  busy: "The model had no room, however often we asked. No picture could be made now; try again later.",
  unavailable: "The model is not there at the moment. No picture could be made now; try again later.",
  timeout: "The model did not answer in time, so there is no picture. Try again.",
  refused: "The model does not draw this. Put it in other words: the garment, its colours, its pattern.",
  garbled: "What the model sent was no picture. Try again.",
  limit: "Your company's pictures of today are used up. There are new ones after midnight UTC.",
  paused: "The model failed too often just now and is left alone for some minutes. Try again a little later.",
  unfit: "The picture that came could not be opened. Try again.",
  fault: "Something of ours stopped while this was being made. Try again.",
};

export const reasonWords = (reason: Reason): string => reasons[reason];

/** Where a job stands, in words for whoever waits. */
export function standing({ task, status, percent, attempts }: JobView): string {
  if (status === "queued") return attempts > 0 ? "The model has no room; it is asked again in a moment." : "It waits for its turn.";
  if (task === "design-analysis") return "The picture is being read; this takes up to half a minute.";
  return percent < 50 ? "It is being drawn; this takes up to a minute." : "The picture is there and is being checked.";
}

export const isUnderWay = ({ status }: JobView): boolean => status === "queued" || status === "running";
