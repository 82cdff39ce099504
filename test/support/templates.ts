import { Template } from "aws-cdk-lib/assertions";
import { type Synthesis, synthesise } from "../../tools/synth.ts";

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

/** The templates of one stage, without bundles. */
export async function templatesOf(stage: Stage, more: Pick<Synthesis, "before" | "web"> = {}): Promise<StageTemplates> {
  const assembly = await synthesise({ stage, bundle: "none", out: `.sst/test/${process.pid}/${stage}`, ...more });
  const stacks = Object.fromEntries(
    assembly.stacks.map(({ stackName, template }) => {
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
