import { JobView, Task } from "@sleekapp/core/ai-job/model";
import { id } from "@sleekapp/core/kernel/id";
import { PageQuery, pageOf } from "@sleekapp/core/kernel/page";
import * as z from "zod";
import { actingBuyer, actingSupplier, anyBuyer, route } from "./route.ts";

const shared = { lambda: "assistant", auth: "member" } as const;
const params = z.strictObject({ aiJobId: id("job") });
const watching = [...anyBuyer, ...actingSupplier] as const;
const acting = [...actingBuyer, ...actingSupplier] as const;

export const listAiJobs = route({
  ...shared,
  operationId: "listAiJobs",
  method: "GET",
  path: "/v1/ai-jobs",
  summary: "What the caller's organisation has had done by a model of one task, and where it is said for one record, newest first",
  who: watching,
  query: PageQuery.extend({ task: Task.optional(), subjectId: z.string().max(60).optional() }),
  response: pageOf(JobView),
});

export const getAiJob = route({
  ...shared,
  operationId: "getAiJob",
  method: "GET",
  path: "/v1/ai-jobs/{aiJobId}",
  summary: "How far a job is, and what came of it",
  who: watching,
  params,
  response: JobView,
});

export const cancelAiJob = route({
  ...shared,
  operationId: "cancelAiJob",
  method: "POST",
  path: "/v1/ai-jobs/{aiJobId}/cancel",
  summary: "Stops a job that has not ended; nothing of it is kept",
  who: acting,
  params,
  response: JobView,
});

export const repeatAiJob = route({
  ...shared,
  operationId: "repeatAiJob",
  method: "POST",
  path: "/v1/ai-jobs/{aiJobId}/again",
  summary: "Starts a job once more that failed, was stopped or stood still",
  who: acting,
  params,
  response: JobView,
  status: 202,
  limits: [{ per: "user", max: 30, seconds: 3_600 }],
});
