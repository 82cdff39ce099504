import { listAiJobs } from "@sleekapp/contracts/ai-job";
import type { JobView, Task } from "@sleekapp/core/ai-job/model";
import { useState } from "react";
import { useRead } from "../../lib/query.ts";
import { isUnderWay } from "./words.ts";

const POLL_MS = 2_000;

/** The newest job of a task for a record, asked again while it is under way; undefined while nobody has asked for one. */
export function useJob(task: Task, subjectId: string): JobView | undefined {
  const [waits, setWaits] = useState(false);
  const found = useRead(listAiJobs, { query: { task, subjectId, limit: 1 } }, { every: waits ? POLL_MS : false });
  const job = found.data?.items[0];
  const isWaiting = job !== undefined && isUnderWay(job);
  if (isWaiting !== waits) setWaits(isWaiting);
  return job;
}
