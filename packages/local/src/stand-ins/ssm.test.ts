import { GetParameterCommand, GetParametersByPathCommand, GetParametersCommand, SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Ssm, startSsm } from "./ssm.ts";

let ssm: Ssm;
const client = () => new SSMClient({ endpoint: ssm.endpoint, region: "us-east-1", credentials: { accessKeyId: "x", secretAccessKey: "x" } });

beforeAll(async () => {
  ssm = await startSsm({ parameters: { "/sleekapp/dev/a": "1", "/sleekapp/dev/b": "2", "/sleekapp/dev/deep/c": "3", "/other/d": "4" } });
});
afterAll(() => ssm.stop());

test("a parameter is read by name and a changed one has a new version", async () => {
  ssm.put("/sleekapp/dev/a", "changed");

  const { Parameter } = await client().send(new GetParameterCommand({ Name: "/sleekapp/dev/a", WithDecryption: true }));

  expect(Parameter).toMatchObject({ Value: "changed", Version: 2, Type: "SecureString" });
  await expect(client().send(new GetParameterCommand({ Name: "/none" }))).rejects.toMatchObject({ name: "ParameterNotFound" });
});

test("several are read at once and the missing are named", async () => {
  const found = await client().send(new GetParametersCommand({ Names: ["/sleekapp/dev/b", "/none"] }));

  expect(found.Parameters?.map(({ Value }) => Value)).toEqual(["2"]);
  expect(found.InvalidParameters).toEqual(["/none"]);
});

test("a path is read in pages and goes deeper only when asked", async () => {
  const read = (Recursive: boolean, NextToken?: string) =>
    client().send(new GetParametersByPathCommand({ Path: "/sleekapp/dev/", Recursive, MaxResults: 2, ...(NextToken ? { NextToken } : {}) }));

  const flat = await read(false);
  const first = await read(true);
  const second = await read(true, first.NextToken);

  expect(flat.Parameters?.length).toBe(2);
  expect(flat.NextToken).toBeUndefined();
  expect([...(first.Parameters ?? []), ...(second.Parameters ?? [])].map(({ Name }) => Name)).toEqual([
    "/sleekapp/dev/a",
    "/sleekapp/dev/b",
    "/sleekapp/dev/deep/c",
  ]);
});
