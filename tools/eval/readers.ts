import { bedrockModel } from "@sleekapp/core/adapters/aws/bedrock";
import { askingOf, judged } from "@sleekapp/core/ai/asking";
import { briefReading, modelReading } from "@sleekapp/core/ai/tasks/brief-reading";
import { Reading } from "@sleekapp/core/brief/model";
import { languageOf, readBrief } from "@sleekapp/core/brief/reader";
import { joined } from "@sleekapp/core/brief/rules";
import { startBedrock } from "@sleekapp/local/stand-ins/bedrock/index";
import { TODAY, type Written } from "./briefs.ts";

/** Reads a brief; `close` ends what it stands on. */
export type Reader = { readonly read: (brief: Written) => Promise<Reading>; readonly close: () => Promise<void> };

/** The rules alone: what every customer gets when no model answers. */
export const byRule: Reader = { read: async ({ text }) => readBrief(text, TODAY), close: async () => undefined };

/** As a request reads it: the model's answer where it can be used, weighed against the rules; otherwise the rules. */
async function byModel(text: string): Promise<Reading> {
  const rule = readBrief(text, TODAY);
  const input = briefReading.input.parse({ text, attachments: [], language: languageOf(text), today: TODAY });
  const answer = await bedrockModel()
    .read(askingOf(briefReading, input))
    .catch(() => undefined);
  if (answer?.outcome !== "answered") return rule;
  const { value } = judged(briefReading, input, answer.value);
  return value === undefined ? rule : Reading.parse(joined(modelReading(value), rule, { text, hasFiles: false }));
}

/** A model of the account that the machine's AWS credentials belong to. */
export function realModel(modelId: string): Reader {
  Object.assign(process.env, { MODEL_ID: modelId, MODEL_GUARDRAIL: process.env["MODEL_GUARDRAIL"] ?? "none" });
  return { read: ({ text }) => byModel(text), close: async () => undefined };
}

/** The stand-in of the local stage, which fills in what a prompt names and knows no expected field; every third answer is garbage. */
export async function standIn(): Promise<Reader> {
  const bedrock = await startBedrock();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "eval",
    AWS_SECRET_ACCESS_KEY: "eval",
  });
  const { read } = realModel("amazon.nova-lite-v1:0");
  let asked = 0;
  return {
    read: (brief) => {
      asked += 1;
      if (asked % 3 === 0) bedrock.fault({ kind: "garbage" });
      return read(brief);
    },
    close: () => bedrock.stop(),
  };
}
