import { existsSync, readFileSync } from "node:fs";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { templatesOf } from "../test/support/templates.ts";

/** Calls of the product's adapters and the permission each needs. */
const needs: Record<string, string> = {
  GetParametersCommand: "ssm:GetParameters",
  SendMessageBatchCommand: "sqs:SendMessage",
  SendRawEmailCommand: "ses:SendRawEmail",
  ConverseCommand: "bedrock:InvokeModel",
  AdminAddUserToGroupCommand: "cognito-idp:AdminAddUserToGroup",
  GetObjectCommand: "s3:GetObject",
  PutObjectCommand: "s3:PutObject",
  DeleteObjectCommand: "s3:DeleteObject",
};
/** What hands out slots and links signs these without making the calls. */
const signs = { s3Links: ["s3:GetObject", "s3:PutObject"] };

interface Subject {
  readonly handler: string;
  readonly source: string;
  readonly code: string;
  readonly variables: readonly string[];
  readonly actions: readonly string[];
  readonly secrets: readonly string[];
}

const subjects: Subject[] = [];

/** The bundle of one handler as text, in which only what is reachable is left. */
async function codeOf(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    mainFields: ["module", "main"],
    treeShaking: true,
    external: ["sharp", "@aws-sdk/*", "@smithy/*", "electrodb", "zod", "pdfmake", "stripe"],
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

beforeAll(async () => {
  const { all } = await templatesOf("prod");
  const policies = all("AWS::IAM::Policy");
  for (const { properties } of all("AWS::Lambda::Function")) {
    const source = properties.Handler.replace(/\.handler$/, ".ts");
    if (!existsSync(source)) continue;
    const role = properties.Role["Fn::GetAtt"][0];
    const statements = policies
      .filter((policy) => policy.properties.Roles.some(({ Ref }: { Ref: string }) => Ref === role))
      .flatMap((policy) => policy.properties.PolicyDocument.Statement);
    const parameters = statements.filter(({ Action }) => Action === "ssm:GetParameters").flatMap(({ Resource }) => [Resource].flat());
    subjects.push({
      handler: properties.Handler,
      source: readFileSync(source, "utf8"),
      code: await codeOf(source),
      variables: Object.keys(properties.Environment.Variables),
      actions: statements.flatMap(({ Action }) => [Action].flat()),
      secrets: parameters.map((arn: string) => arn.split("/").at(-1) ?? ""),
    });
  }
});

describe("what a Lambda is given is what its code asks for", () => {
  test("every variable its code reads is in its environment", () => {
    const missing = subjects.flatMap(({ handler, code, variables }) =>
      [...code.matchAll(/\bconfig\d*\("([A-Z_]+)"\)/g)].flatMap(([, key = ""]) => (variables.includes(key) ? [] : [`${handler} reads ${key}`])),
    );

    // A trigger exists before the edge has an address; it carries the domain's invitations but never sends one.
    expect(missing.filter((each) => !/\/triggers\/.* reads WEB_ORIGIN$/.test(each))).toEqual([]);
  });

  test("the secrets it may read are the ones it reads", () => {
    const asked = subjects.map(({ handler, source }) => [
      handler,
      [...source.matchAll(/ssmSecrets\(\[([^\]]*)\]\)/g)].flatMap(([, names = ""]) => names.match(/[a-z-]+/g) ?? []).toSorted(),
    ]);

    expect(Object.fromEntries(asked)).toEqual(Object.fromEntries(subjects.map(({ handler, secrets }) => [handler, secrets.toSorted()])));
  });

  test("it may make the calls on other services that its code can make", () => {
    const missing = subjects.flatMap(({ handler, code, actions }) =>
      Object.entries(needs).flatMap(([command, action]) =>
        !action.startsWith("s3:") && code.includes(`new ${command}(`) && !actions.includes(action) ? [`${handler} needs ${action}`] : [],
      ),
    );

    expect(missing).toEqual([]);
  });

  test("it may make no call on another service that its code cannot make", () => {
    const possible = (code: string) => [
      ...Object.entries(needs).flatMap(([command, action]) => (code.includes(`new ${command}(`) ? [action] : [])),
      ...Object.entries(signs).flatMap(([call, actions]) => (code.includes(`${call}(`) ? actions : [])),
    ];
    const unused = subjects.flatMap(({ handler, code, actions }) => {
      // What a reader of the stream gives up is sent to its dead-letter queue in its name.
      const can = [...possible(code), ...(handler.includes("/streams/") ? ["sqs:SendMessage"] : [])];
      return Object.values(needs).flatMap((action) =>
        actions.includes(action) && !can.includes(action) ? [`${handler} never makes ${action}`] : [],
      );
    });

    expect(unused).toEqual([]);
  });
});
