import { spawnSync } from "node:child_process";
import { builtinModules } from "node:module";
import path from "node:path";
import { type Metafile, build } from "esbuild";
import { beforeAll, expect, test } from "vitest";
import { esmBanner } from "./esm-banner.ts";
import { slim } from "./slim-bundle.ts";
import { root } from "./source.ts";

let metafile: Metafile;
const outfile = path.join(root, ".build/slim-bundle-test.mjs");

/** Both kinds of ElectroDB's instances, an entity and a service of several, and a table to ask; beside them a reader of HTML. */
const entry = `
  import { Parser } from "htmlparser2";
  new Parser({}).end("<p>");
  import { Service } from "@sleekapp/core/table/table";
  import { EventRow } from "@sleekapp/core/table/event-row";
  import { find, findCore } from "@sleekapp/core/order";
  const told = await Promise.allSettled([find("o"), findCore("o")]);
  console.log(new Service({ events: EventRow }).constructor.name, told.map(({ reason }) => reason?.message ?? "asked").join(" "));
`;

beforeAll(async () => {
  ({ metafile } = await build({
    stdin: { contents: entry, resolveDir: path.join(root, "packages/functions/src") },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    mainFields: ["module", "main"],
    keepNames: true,
    metafile: true,
    logLevel: "silent",
    plugins: [slim],
    banner: { js: esmBanner },
  }));
});

test("a function carries one DynamoDB client, and no way to find credentials that it does not need", () => {
  const inputs = Object.keys(metafile.inputs);

  expect(
    inputs.filter((input) => /^node_modules.*(lib-dynamodb|nested-clients|credential-provider-(sso|ini|login)|jsonschema\/lib)/.test(input)),
  ).toEqual([]);
  expect(inputs.filter((input) => input.endsWith("client-dynamodb/dist-es/DynamoDBClient.js"))).toHaveLength(1);
});

test("what writes trees of HTML stays out with its names of characters; what reads HTML is there", () => {
  const inputs = Object.keys(metafile.inputs).filter((input) => input.startsWith("node_modules/"));

  expect(inputs.filter((input) => input.includes("dom-serializer"))).toEqual([]);
  expect(inputs.some((input) => input.endsWith("htmlparser2/dist/esm/Parser.js"))).toBe(true);
});

test("what is left out is only ever asked for when the environment has no credentials", () => {
  const outside = Object.values(metafile.outputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
  const isBuiltin = (name: string) => builtinModules.includes(name.replace(/^node:/, ""));

  expect(outside.filter((one) => !isBuiltin(one.path) && one.kind !== "dynamic-import")).toEqual([]);
});

test.each(["hooks", "content"])("%s, which has no entities of its own, carries neither ElectroDB nor anything larger", async (name) => {
  const built = await build({
    entryPoints: [path.join(root, `packages/functions/src/http/lambda/${name}.ts`)],
    outdir: ".build",
    write: false,
    bundle: true,
    platform: "node",
    format: "esm",
    mainFields: ["module", "main"],
    metafile: true,
    logLevel: "silent",
    plugins: [slim],
  });

  expect(Object.keys(built.metafile.inputs).filter((input) => /node_modules\/(electrodb|stripe|@aws-sdk\/client-s3|sharp)\//.test(input))).toEqual(
    [],
  );
});

test("the bundle loads, makes its entities and asks the table", () => {
  const { stdout, stderr } = spawnSync(process.execPath, [outfile], {
    encoding: "utf8",
    env: {
      TABLE_NAME: "table",
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "id",
      AWS_SECRET_ACCESS_KEY: "secret",
      AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:9",
      AWS_MAX_ATTEMPTS: "1",
    },
  });

  expect(stderr).toBe("");
  expect(stdout).toMatch(/^Service .*ECONNREFUSED.* .*ECONNREFUSED/s);
});
