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

/** The two models of a stage, the one that reads and writes and the one that draws, by name and ARN, and their budget; Bedrock itself needs no resource, only its name in a worker's permission. */
export function modelOf(app: Pick<App, "stage" | "region" | "account">): {
  readonly id: string;
  readonly arn: string;
  readonly image: { readonly id: string; readonly arn: string };
  readonly dayMicros: number;
  readonly guardrail: Guardrail | undefined;
} {
  const { model, imageModel, modelDayMicros, guardrail } = settingsOf(app);
  const arnOf = (id: string) => `arn:aws:bedrock:${app.region}::foundation-model/${id}`;
  return {
    id: model,
    arn: arnOf(model),
    image: { id: imageModel, arn: arnOf(imageModel) },
    dayMicros: modelDayMicros,
    guardrail: guardrail && guardrailOf(app, guardrail),
  };
}
