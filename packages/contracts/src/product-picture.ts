import { JobView } from "@sleekapp/core/ai-job/model";
import { id } from "@sleekapp/core/kernel/id";
import * as z from "zod";
import { actingSupplier, route } from "./route.ts";

const shared = { lambda: "catalog", method: "POST", auth: "member", who: actingSupplier, response: JobView, status: 202 } as const;
const params = z.strictObject({ productId: id("product") });

export const askPictureCandidate = route({
  ...shared,
  operationId: "askPictureCandidate",
  path: "/v1/products/{productId}/picture-candidates",
  summary: "Has a picture drawn from what is stored of a product; it stands beside the listing's until its supplier takes it",
  params,
  limits: [{ per: "user", max: 30, seconds: 3_600 }],
});

export const askPictureWords = route({
  ...shared,
  operationId: "askPictureWords",
  path: "/v1/products/{productId}/picture-words",
  summary: "Has it suggested what the pictures of a listing show; nothing of the listing changes",
  params,
  limits: [{ per: "user", max: 120, seconds: 3_600 }],
});
