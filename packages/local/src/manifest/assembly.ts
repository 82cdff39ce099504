import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";

const Template = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      Metadata: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
  Outputs: z.record(z.string(), z.looseObject({ Value: z.unknown(), Export: z.looseObject({ Name: z.unknown() }).optional() })).default({}),
  Parameters: z.record(z.string(), z.looseObject({ Default: z.unknown().optional() })).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
});

const CloudAssembly = z.looseObject({
  artifacts: z.record(z.string(), z.looseObject({ type: z.string(), properties: z.looseObject({ templateFile: z.string().optional() }).optional() })),
});

export type Template = z.output<typeof Template>;

/** A resource as the template has it: references are still references. */
export type Resource = {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly assetDir: string | undefined;
};

export type Assembly = {
  readonly templates: Readonly<Record<string, Template>>;
  readonly resources: readonly Resource[];
  /** Export name to the stack and expression behind it. */
  readonly exports: ReadonlyMap<string, { readonly stack: string; readonly value: unknown }>;
};

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

function resourcesOf(stack: string, template: Template, dir: string): Resource[] {
  return Object.entries(template.Resources).map(([id, resource]) => {
    const asset = text(resource.Metadata["aws:asset:path"]);
    return {
      stack,
      id,
      type: resource.Type,
      properties: resource.Properties,
      path: text(resource.Metadata["aws:cdk:path"]) ?? id,
      assetDir: asset === undefined ? undefined : path.join(dir, asset),
    };
  });
}

/** Links templates that were parsed already; `dir` is where relative asset paths start. */
export function linkTemplates(raw: Readonly<Record<string, unknown>>, dir: string): Assembly {
  const templates = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, Template.parse(value)]));
  const exports = new Map<string, { stack: string; value: unknown }>();
  for (const [stack, template] of Object.entries(templates)) {
    for (const output of Object.values(template.Outputs)) {
      const name = text(output.Export?.Name);
      if (name !== undefined) exports.set(name, { stack, value: output.Value });
    }
  }
  return { templates, exports, resources: Object.entries(templates).flatMap(([stack, t]) => resourcesOf(stack, t, dir)) };
}

/** Reads a cloud assembly directory, the output of a synthesis; throws when it holds no stack. */
export function readAssembly(dir: string): Assembly {
  const index = path.join(dir, "manifest.json");
  if (!existsSync(index)) throw new Error(`${dir} is not a cloud assembly: it has no manifest.json`);
  const { artifacts } = CloudAssembly.parse(JSON.parse(readFileSync(index, "utf8")));
  const templates: Record<string, unknown> = {};
  for (const [name, artifact] of Object.entries(artifacts)) {
    const file = artifact.properties?.templateFile;
    if (artifact.type === "aws:cloudformation:stack" && file !== undefined) {
      templates[name] = JSON.parse(readFileSync(path.join(dir, file), "utf8"));
    }
  }
  if (Object.keys(templates).length === 0) throw new Error(`${dir} holds no stack`);
  return linkTemplates(templates, dir);
}
