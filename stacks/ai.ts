import type { App } from "sst/constructs";
import { settingsOf } from "./stage.ts";

/** A guardrail by the name that models are asked with, and its ARN. */
export interface Guardrail {
  readonly name: string;
  readonly arn: string;
}

const guardrailOf = (
  { region, account }: Pick<App, "region" | "account">,
  { id, version }: { readonly id: string; readonly version: string },
): Guardrail => ({
  name: `${id}:${version}`,
  arn: `arn:aws:bedrock:${region}:${account}:guardrail/${id}`,
});

/** The one model of a stage, its ARN and its budget; Bedrock itself needs no resource, only its name in a worker's permission. */
export function modelOf(app: Pick<App, "stage" | "region" | "account">): {
  readonly id: string;
  readonly arn: string;
  readonly dayMicros: number;
  readonly guardrail: Guardrail | undefined;
} {
  const { model, modelDayMicros, guardrail } = settingsOf(app);
  return {
    id: model,
    arn: `arn:aws:bedrock:${app.region}::foundation-model/${model}`,
    dayMicros: modelDayMicros,
    guardrail: guardrail && guardrailOf(app, guardrail),
  };
}
