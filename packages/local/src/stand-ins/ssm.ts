import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Authorize } from "../permissions/index.ts";
import { accessKeyOf, parseRecord, readBody, type Running, serveHttp } from "./wire.ts";

/** A stand-in for SSM Parameter Store. */
export interface Ssm extends Running {
  /** Adds or replaces a parameter, as an operator would. */
  put(name: string, value: string): void;
}

/** The parameters by full name, all answered as SecureString; names start with `/`. */
export interface SsmOptions {
  readonly parameters: Readonly<Record<string, string>>;
  readonly port?: number | undefined;
  /** May the holder of a key make this call? Everybody may when absent. */
  readonly authorize?: Authorize | undefined;
}

interface Stored {
  readonly value: string;
  readonly version: number;
  readonly changedAt: number;
}

type Operation = (store: ReadonlyMap<string, Stored>, input: Record<string, unknown>) => Record<string, unknown>;

class SsmError extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

const operations: Readonly<Record<string, Operation>> = {
  GetParameter: getParameter,
  GetParameters: getParameters,
  GetParametersByPath: getParametersByPath,
};

/** Starts a stand-in for SSM that answers GetParameter, GetParameters and GetParametersByPath on AWS's JSON 1.1 wire. */
export async function startSsm(options: SsmOptions): Promise<Ssm> {
  const store = new Map<string, Stored>();
  const put = (name: string, value: string): void => {
    store.set(name, { value, version: (store.get(name)?.version ?? 0) + 1, changedAt: Date.now() / 1_000 });
  };
  for (const [name, value] of Object.entries(options.parameters)) put(name, value);
  const { port, stop } = await serveHttp(async (request, response) => {
    const name = String(request.headers["x-amz-target"] ?? "").split(".")[1] ?? "";
    const input = parseRecord((await readBody(request)).toString()) ?? {};
    const operation = operations[name];
    const refused = await options.authorize?.({ accessKeyId: accessKeyOf(request.headers.authorization), operation: name, input });
    if (refused) {
      response.writeHead(refused.status, { ...refused.headers }).end(refused.body);
      return;
    }
    try {
      if (!operation) throw new SsmError("UnknownOperationException", `The local stage has no SSM ${name}`);
      answer(response, 200, operation(store, input));
    } catch (error) {
      if (!(error instanceof SsmError)) throw error;
      answer(response, 400, { __type: error.type, message: error.message });
    }
  }, options.port);
  return { endpoint: `http://127.0.0.1:${port}`, put, stop };
}

function answer(response: ServerResponse, status: number, body: Record<string, unknown>): void {
  response.writeHead(status, { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": randomUUID() });
  response.end(JSON.stringify(body));
}

function view(name: string, stored: Stored): Record<string, unknown> {
  return {
    Name: name,
    Type: "SecureString",
    Value: stored.value,
    Version: stored.version,
    LastModifiedDate: stored.changedAt,
    ARN: `arn:aws:ssm:us-east-1:000000000000:parameter${name}`,
    DataType: "text",
  };
}

function getParameter(store: ReadonlyMap<string, Stored>, input: Record<string, unknown>): Record<string, unknown> {
  const name = String(input["Name"] ?? "");
  const stored = store.get(name);
  if (!stored) throw new SsmError("ParameterNotFound", "");
  return { Parameter: view(name, stored) };
}

function getParameters(store: ReadonlyMap<string, Stored>, input: Record<string, unknown>): Record<string, unknown> {
  const names = Array.isArray(input["Names"]) ? input["Names"].map(String) : [];
  if (names.length === 0 || names.length > 10) throw new SsmError("ValidationException", "Names must have between 1 and 10 members");
  const found = names.flatMap((name) => {
    const stored = store.get(name);
    return stored ? [view(name, stored)] : [];
  });
  return { Parameters: found, InvalidParameters: names.filter((name) => !store.has(name)) };
}

function getParametersByPath(store: ReadonlyMap<string, Stored>, input: Record<string, unknown>): Record<string, unknown> {
  const path = String(input["Path"] ?? "").replace(/\/*$/, "/");
  const size = typeof input["MaxResults"] === "number" ? input["MaxResults"] : 10;
  const after = typeof input["NextToken"] === "string" ? input["NextToken"] : "";
  const recursive = input["Recursive"] === true;
  const names = [...store.keys()].filter((name) => name.startsWith(path) && (recursive || !name.slice(path.length).includes("/"))).toSorted();
  const rest = names.filter((name) => name > after);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return {
    Parameters: page.flatMap((name) => {
      const stored = store.get(name);
      return stored ? [view(name, stored)] : [];
    }),
    ...(rest.length > size && last !== undefined ? { NextToken: last } : {}),
  };
}
