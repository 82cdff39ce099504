import type { App } from "sst/constructs";
import { settingsOf } from "./stage.ts";

/** The one model of a stage, its ARN and its budget; Bedrock itself needs no resource, only its name in a worker's permission. */
export function modelOf(app: Pick<App, "stage" | "region">): { readonly id: string; readonly arn: string; readonly dayMicros: number } {
  const { model, modelDayMicros } = settingsOf(app);
  return { id: model, arn: `arn:aws:bedrock:${app.region}::foundation-model/${model}`, dayMicros: modelDayMicros };
}
