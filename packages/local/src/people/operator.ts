import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { operator } from "../credentials.ts";
import type { Stage } from "../stage.ts";

/** The environment of an operator's command against this stage: its endpoints, its table, and credentials of their own. */
export function operatorEnvironment(stage: Stage): Readonly<Record<string, string>> {
  const endpoints = Object.entries(stage.endpoints).map(([service, url]) => [`AWS_ENDPOINT_URL_${service}`, url] as const);
  const table = stage.manifest.tables[0]?.name;
  const pool = stage.manifest.userPools[0]?.id;
  const audit = stage.manifest.buckets.find(({ name }) => name.includes("-audit-"))?.name;
  if (table === undefined || pool === undefined) throw new Error("The stage has no table or no user pool");
  return {
    ...Object.fromEntries(endpoints),
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: operator.accessKeyId,
    AWS_SECRET_ACCESS_KEY: operator.secretAccessKey,
    TABLE_NAME: table,
    USER_POOL_ID: pool,
    ...(audit === undefined ? {} : { AUDIT_BUCKET: audit }),
  };
}

/** Writes that environment beside the stage's data, for an operator's command that is given it by `--env-file`; gives the file's path. */
export function writeOperatorEnvironment(stage: Stage): string {
  const file = path.join(stage.dataDir, "operator.env");
  const lines = Object.entries(operatorEnvironment(stage)).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(file, lines.join(""), { mode: 0o600 });
  return file;
}

/** Runs an operator's command in a process of its own and gives what it printed; throws with it when it fails. */
export function runAsOperator(stage: Stage, root: string, command: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...command], {
    cwd: path.resolve(root),
    env: { PATH: process.env["PATH"] ?? "", ...operatorEnvironment(stage) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (said += part.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve(said) : reject(new Error(said))));
  });
}
