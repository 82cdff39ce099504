import { readFileSync } from "node:fs";
import path from "node:path";
import { ensureAssembly } from "@sleekapp/local/stage-assembly";
import { Template } from "aws-cdk-lib/assertions";
import * as z from "zod";
import type { Synthesis } from "../../tools/synth.ts";

const root = path.join(import.meta.dirname, "../..");

export const stages = ["dev", "staging", "prod"] as const;
export type Stage = (typeof stages)[number];

export interface Found {
  readonly id: string;
  /** Name of the stack's own file of constructs: `Api`, `Queues`. */
  readonly stack: string;
  readonly type: string;
  readonly deletionPolicy: string | undefined;
  // CDK's own reader types a template's properties as any, and so does this.
  readonly properties: ReturnType<Template["toJSON"]>[string];
}

export interface StageTemplates {
  readonly stage: Stage;
  readonly stacks: Readonly<Record<string, readonly Found[]>>;
  /** Every resource of these types in every stack; of all types when none is named. */
  readonly all: (...types: string[]) => Found[];
}

const Manifest = z.object({
  artifacts: z.record(z.string(), z.object({ properties: z.object({ templateFile: z.string().optional() }).optional() })),
});

/** The templates for the sources as they are, by stack; synthesised once for all test files. */
export async function savedTemplates(stage: Stage): Promise<readonly { readonly stackName: string; readonly template: object }[]> {
  const { dir } = await ensureAssembly({ root, stage, cacheDir: path.join(root, ".sst/test") });
  const { artifacts } = Manifest.parse(JSON.parse(readFileSync(path.join(dir, "manifest.json"), "utf8")));
  return Object.entries(artifacts).flatMap(([stackName, { properties }]) => {
    const file = properties?.templateFile;
    return file?.endsWith(".template.json") ? [{ stackName, template: JSON.parse(readFileSync(path.join(dir, file), "utf8")) }] : [];
  });
}

async function freshTemplates(stage: Stage, more: Pick<Synthesis, "before" | "web">): ReturnType<typeof savedTemplates> {
  const { synthesise } = await import("../../tools/synth.ts");
  const { stacks } = await synthesise({ stage, bundle: "none", out: `.sst/test-${process.pid}/${stage}`, ...more });
  return stacks.map(({ stackName, template }) => ({ stackName, template }));
}

/** The templates of one stage, without bundles; with something to visit or to serve they are synthesised in this process. */
export async function templatesOf(stage: Stage, more: Pick<Synthesis, "before" | "web"> = {}): Promise<StageTemplates> {
  const templates = more.before || more.web ? await freshTemplates(stage, more) : await savedTemplates(stage);
  const stacks = Object.fromEntries(
    templates.map(({ stackName, template }) => {
      const stack = stackName.split("-").at(-1) ?? stackName;
      return [stack, resourcesIn(stack, Template.fromJSON(template))];
    }),
  );
  const everything = Object.values(stacks).flat();
  return { stage, stacks, all: (...types) => everything.filter(({ type }) => types.length === 0 || types.includes(type)) };
}

/** The templates of all three stages, keyed by stage. */
export async function everyStage(): Promise<Record<Stage, StageTemplates>> {
  return { dev: await templatesOf("dev"), staging: await templatesOf("staging"), prod: await templatesOf("prod") };
}

function resourcesIn(stack: string, template: Template): Found[] {
  const { Resources } = template.toJSON();
  return Object.entries<Record<string, never>>(Resources).map(([id, resource]) => ({
    id,
    stack,
    type: String(resource["Type"]),
    deletionPolicy: resource["DeletionPolicy"],
    properties: resource["Properties"] ?? {},
  }));
}
