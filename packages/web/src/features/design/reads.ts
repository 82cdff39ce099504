import { listAiJobs } from "@sleekapp/contracts/ai-job";
import { listDesigns } from "@sleekapp/contracts/design";
import type { JobView } from "@sleekapp/core/ai-job/model";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { keyOf, useRead } from "../../lib/query.ts";
import { isUnderWay } from "../ai-job/words.ts";

export const designReads = [listAiJobs, listDesigns];

const POLL_MS = 2_000;

/** What is being drawn, and what came to nothing lately; asked again while something is under way, and the designs when one is done. */
export function useDrawing() {
  const client = useQueryClient();
  const [open, setOpen] = useState(0);
  const found = useRead(listAiJobs, { query: { task: "design-image", limit: 10 } }, { every: open > 0 ? POLL_MS : false });
  const jobs: readonly JobView[] = found.data?.items ?? [];
  const underWay = jobs.filter(isUnderWay).length;
  if (underWay !== open) setOpen(underWay);
  const before = useRef(underWay);
  useEffect(() => {
    if (underWay < before.current) void client.invalidateQueries({ queryKey: keyOf(listDesigns) });
    before.current = underWay;
  }, [client, underWay]);
  return { ...found, jobs: jobs.filter(({ status }) => status !== "done" && status !== "cancelled") };
}
