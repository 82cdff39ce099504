import * as z from "zod";
import { route } from "./route.ts";

export const getHealth = route({
  operationId: "getHealth",
  lambda: "content",
  method: "GET",
  path: "/v1/public/health",
  summary: "Says that the API answers, and which stage it is",
  auth: "public",
  who: ["visitor"],
  response: z.strictObject({ status: z.literal("ok"), stage: z.string() }),
  sharedSeconds: 5,
});

export const getTerms = route({
  operationId: "getTerms",
  lambda: "content",
  method: "GET",
  path: "/v1/public/terms",
  summary: "The terms of sale in force, with the version and hash that an accepted quote keeps",
  auth: "public",
  who: ["visitor"],
  response: z.strictObject({ version: z.string(), hash: z.string(), text: z.string() }),
});
