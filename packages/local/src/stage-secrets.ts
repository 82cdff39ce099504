import { randomBytes } from "node:crypto";
import path from "node:path";
import * as z from "zod";
import type { Manifest } from "./manifest.ts";
import { readState, writeWhole } from "./stand-ins/state-file.ts";

const Stored = z.record(z.string(), z.string());

/** What stands for secrets that must have a certain look; nothing of it is secret. */
const fixed: Readonly<Record<string, string>> = {
  "stripe-secret-key": "sk_test_local",
  "stripe-publishable-key": "pk_test_local",
  "stripe-webhook-secret": "whsec_local",
};

/** Full names of the parameters that functions may read or the edge refers to. */
function wanted(manifest: Manifest): readonly string[] {
  const statements = Object.values(manifest.functions).flatMap((fn) => fn.statements);
  const readable = statements
    .filter((statement) => statement.effect === "Allow" && statement.actions.some((action) => action.startsWith("ssm:GetParameter")))
    .flatMap((statement) => statement.resources)
    .flatMap((arn) => /:parameter(\/[^*]+)$/.exec(arn)?.[1] ?? []);
  const headers = manifest.edges.flatMap((edge) => edge.behaviours).flatMap((behaviour) => Object.values(behaviour.origin.headers));
  const referred = headers.flatMap((value) => [...value.matchAll(/\{\{resolve:ssm(?:-secure)?:([^:}]+)/g)].flatMap((found) => found[1] ?? []));
  return [...new Set([...readable, ...referred])].toSorted();
}

/** Parameters of the stage by full name: made at random once, kept with the stage's data. */
export function openSecrets(manifest: Manifest, dataDir: string): Readonly<Record<string, string>> {
  const file = path.join(dataDir, "secrets.json");
  const stored: Record<string, string> = readState(file, (value) => Stored.parse(value), {});
  const made = Object.fromEntries(
    wanted(manifest).map((name) => [name, stored[name] ?? fixed[name.split("/").pop() ?? ""] ?? randomBytes(32).toString("hex")]),
  );
  writeWhole(file, JSON.stringify(made, null, 2));
  return { ...Object.fromEntries(manifest.parameters.map(({ name, value }) => [name, value])), ...made };
}

/** Replaces CloudFormation's dynamic references by the parameters' values; throws on one that does not exist. */
export const resolveReferences =
  (parameters: Readonly<Record<string, string>>) =>
  (text: string): string =>
    text.replaceAll(/\{\{resolve:ssm(?:-secure)?:([^:}]+)(?::\d+)?\}\}/g, (_, name: string) => {
      const value = parameters[name];
      if (value === undefined) throw new Error(`The edge refers to ${name}, which the stage does not have`);
      return value;
    });
