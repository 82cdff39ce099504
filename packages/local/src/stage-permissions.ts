import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { S3Access } from "./engines/s3-guard.ts";
import type { LogLine } from "./lambda.ts";
import { type Asked, type Authorize, gateOf, type Permissions } from "./permissions/index.ts";
import type { AwsCall } from "./sources/aws-call.ts";
import type { Plan } from "./stage-options.ts";

/** Who may call what, as each stand-in asks it. */
export type Gates = {
  readonly ssm: Authorize;
  readonly ses: Authorize;
  readonly bedrock: Authorize;
  readonly cognito: Authorize;
  readonly s3: (access: S3Access) => Promise<string | undefined>;
};

/** The gates of the services that are stood in for; the engines' are in front of them. */
export function gatesOf(permissions: Permissions): Gates {
  const { asking, check } = permissions;
  return {
    ssm: gateOf(permissions, "SSM", ({ operation, input }) => asking.parameters(operation, input)),
    ses: gateOf(permissions, "SES", ({ operation, input }) => asking.mail(operation, String(input["Source"] ?? ""))),
    bedrock: gateOf(permissions, "BEDROCK_RUNTIME", ({ input }) => asking.model(String(input["modelId"]))),
    cognito: gateOf(permissions, "COGNITO_IDENTITY_PROVIDER", ({ operation, input }) => asking.users(operation, input)),
    s3: async ({ accessKeyId, action, bucket, key }) => (await check(accessKeyId, asking.object(action, bucket, key)))?.message,
  };
}

type Needs = (operation: string, input: Readonly<Record<string, unknown>>) => readonly Asked[];

/** What the Lambda service does for a function, like polling its queue, it does with the function's role. */
export const roleOf =
  (permissions: Permissions, functionName: string) =>
  (call: AwsCall, needs: Needs): AwsCall =>
  async (operation, input, signal) => {
    const denial = await permissions.checkRole(functionName, needs(operation, input));
    if (denial) throw Object.assign(new Error(denial.message), { name: "AccessDenied" });
    return call(operation, input, signal);
  };

/** A function whose role may not write to its log group is heard nowhere, as on AWS, once its first line has been judged. */
export function heard(permissions: Permissions, onLog: (line: LogLine) => void): (line: LogLine) => void {
  const [judged, mute] = [new Set<string>(), new Set<string>()];
  return (line) => {
    const { functionName } = line;
    if (!judged.has(functionName)) {
      judged.add(functionName);
      void permissions.checkRole(functionName, permissions.asking.log(functionName)).then((denial) => denial && mute.add(functionName));
    }
    if (!mute.has(functionName)) onLog(line);
  };
}

/** Where stages leave what became of their permissions; `tools/test.ts` names it and reads it. */
export const REPORTS = "SLEEKAPP_PERMISSION_REPORTS";

/** Leaves the report of this stage for whoever asked for it; what a stage was made to lack on purpose is nobody's surprise. */
export function leaveReport({ report }: Permissions, { name, options }: Plan): void {
  const dir = process.env[REPORTS];
  if (dir === undefined) return;
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, `${name}-${process.pid}-${Date.now()}.json`), JSON.stringify(options.edit ? { ...report(), refused: [] } : report()));
}
