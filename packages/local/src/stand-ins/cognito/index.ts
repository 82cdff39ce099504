import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { accessKeyOf, isRecord, parseRecord, readBody, type Running, serveHttp } from "../wire.ts";
import { accountOperations } from "./accounts.ts";
import { adminOperations } from "./admin.ts";
import { openAuth, sixDigits } from "./auth.ts";
import { openChallenges } from "./challenges.ts";
import { CognitoError } from "./errors.ts";
import { openSigningKey } from "./keys.ts";
import { type Input, isLibraryError, loadLibrary, type Output, quietContext } from "./library.ts";
import { libraryMessages } from "./messages.ts";
import type { CognitoOptions } from "./options.ts";
import { findUser, type PoolState, userOfToken } from "./pool.ts";
import { openSessions } from "./sessions.ts";
import { openStores } from "./store.ts";
import { attributeRecord, connectTriggers, libraryTriggers } from "./triggers.ts";
import { unsigned } from "./unsigned.ts";

export type { ClientDescriptor, CognitoOptions, PasswordPolicy, PoolDescriptor, PoolMessage, Trigger, TriggerEvent, TriggerName } from "./options.ts";

/** A running user pool. */
export interface Cognito extends Running {
  readonly userPoolId: string;
  /** `http://localhost:PORT/<pool id>`, the `iss` of every token. */
  readonly issuer: string;
  readonly jwksUri: string;
  /** Who has set up an authenticator app, with its secret: on a machine of one's own there is no phone to look at. */
  authenticators(): Promise<readonly Authenticator[]>;
}

/** Somebody's authenticator app. */
export interface Authenticator {
  readonly email: string;
  readonly secret: string;
}

type Operations = Readonly<Record<string, (input: Input) => Promise<Output>>>;

/** Starts a Cognito user pool: cognito-local's users and groups behind sign-in, tokens and triggers as AWS has them. */
export async function startCognito(options: CognitoOptions): Promise<Cognito> {
  const stores = openStores(options.dataDir);
  const state = await openPool(options, stores);
  const operations = operationsOf(state);
  const { port, stop } = await serveHttp((request, response) => handle({ state, operations }, request, response), options.port);
  const endpoint = `http://localhost:${port}`;
  const issuer = `${endpoint}/${options.pool.id}`;
  state.issuer = () => issuer;
  return {
    endpoint,
    issuer,
    userPoolId: options.pool.id,
    jwksUri: `${issuer}/.well-known/jwks.json`,
    authenticators: async () =>
      (await state.pool.listUsers(state.context)).flatMap(({ Attributes, SoftwareTokenMfaConfiguration: app }) =>
        app?.Verified ? [{ email: attributeRecord(Attributes)["email"] ?? "", secret: app.Secret }] : [],
      ),
    stop: async () => {
      await stop();
      await stores.flush();
      await state.sessions.flush();
    },
  };
}

async function openPool(options: CognitoOptions, stores: ReturnType<typeof openStores>): Promise<PoolState> {
  const { pool: descriptor } = options;
  // The key is made on another thread while the library loads on this one.
  const making = openSigningKey(options.dataDir);
  const library = loadLibrary();
  const key = await making;
  const context = quietContext();
  const clock = { get: () => new Date() };
  const factory = {
    create: (_context: unknown, id: string, defaults: Record<string, unknown>) => Promise.resolve(stores.open(id, { Groups: {}, ...defaults })),
  };
  const clients = stores.open("clients", { Clients: {} });
  const cognito = new library.CognitoServiceImpl("", clients, {}, new library.UserPoolServiceFactoryImpl(clock, factory));
  // Its own start reads a folder of pools; here there is one pool and it is created from the template each time.
  Object.assign(cognito, { userPools: [] });
  await cognito.createUserPool(context, poolSettings(descriptor));
  const pool = await cognito.getUserPool(context, descriptor.id);
  await pool.updateOptions(context, {
    ...pool.options,
    ...poolSettings(descriptor),
    SchemaAttributes: schemaOf(pool.options["SchemaAttributes"], descriptor.customAttributes ?? []),
  });
  const now = new Date();
  for (const { id } of options.clients)
    await pool.saveAppClient(context, { ClientId: id, UserPoolId: descriptor.id, ClientName: id, CreationDate: now, LastModifiedDate: now });
  const known = new Set((await pool.listGroups(context)).map(({ GroupName }) => GroupName));
  for (const GroupName of options.groups ?? [])
    if (!known.has(GroupName)) await pool.saveGroup(context, { GroupName, CreationDate: now, LastModifiedDate: now, members: [] });
  const triggers = connectTriggers(descriptor, options.triggers ?? {});
  const services = {
    clock,
    cognito,
    config: { UserPoolDefaults: { UsernameAttributes: ["email"] } },
    messages: libraryMessages(options, triggers),
    otp: sixDigits,
    triggers: libraryTriggers(triggers),
  };
  const base = library.Router(services);
  return {
    options,
    descriptor,
    context,
    pool,
    key,
    sessions: openSessions(options.dataDir),
    triggers,
    base,
    verifyTotp: library.verifyTotp,
    issuer: () => "",
  };
}

function poolSettings(descriptor: CognitoOptions["pool"]): Record<string, unknown> & { Id: string } {
  const now = new Date();
  return {
    Id: descriptor.id,
    Name: descriptor.id,
    Arn: `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${descriptor.id}`,
    CreationDate: now,
    LastModifiedDate: now,
    UsernameAttributes: ["email"],
    AutoVerifiedAttributes: ["email"],
    MfaConfiguration: descriptor.mfa ?? "OFF",
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: descriptor.verifyBeforeUpdate ?? [] },
  };
}

function schemaOf(known: unknown, custom: readonly string[]): unknown {
  const list: unknown[] = Array.isArray(known) ? known : [];
  const names = new Set(list.map((item) => (isRecord(item) ? item["Name"] : undefined)));
  const missing = custom.map((name) => `custom:${name.replace(/^custom:/, "")}`).filter((name) => !names.has(name));
  return [...list, ...missing.map((Name) => ({ Name, AttributeDataType: "String", DeveloperOnlyAttribute: false, Mutable: true, Required: false }))];
}

function operationsOf(state: PoolState): Operations {
  const auth = openAuth(state, openChallenges());
  return {
    ...accountOperations(state),
    ...adminOperations(state),
    InitiateAuth: auth.initiate,
    AdminInitiateAuth: auth.initiate,
    RespondToAuthChallenge: auth.respond,
    AdminRespondToAuthChallenge: auth.respond,
    GetTokensFromRefreshToken: auth.refresh,
  };
}

interface Desk {
  readonly state: PoolState;
  readonly operations: Operations;
}

async function call({ state, operations }: Desk, name: string, input: Input): Promise<Output> {
  const own = operations[name];
  if (own) return own(input);
  if (input["AccessToken"] !== undefined) await userOfToken(state, input["AccessToken"]);
  const username = input["Username"];
  if (typeof username !== "string") return state.base(name)(state.context, input);
  const user = await findUser(state, username);
  if (!user) throw new CognitoError("UserNotFoundException", "User does not exist.");
  return state.base(name)(state.context, { ...input, Username: user.Username });
}

async function handle(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("access-control-expose-headers", "x-amzn-requestid,x-amzn-errortype,x-amzn-errormessage,date");
  if (request.method === "OPTIONS") return allowAnyCall(request, response);
  if (request.method === "GET") return document(desk.state, request, response);
  const name = /^AWSCognitoIdentityProviderService\.(\w+)$/.exec(String(request.headers["x-amz-target"] ?? ""))?.[1] ?? "";
  try {
    await perform(desk, name, { request, response });
  } catch (error) {
    fail(response, error, name);
  }
}

/** The answer to a browser's preflight: every origin may call. */
function allowAnyCall(request: IncomingMessage, response: ServerResponse): void {
  const headers = request.headers["access-control-request-headers"] ?? "*";
  response
    .writeHead(200, {
      "access-control-allow-methods": "POST, GET, OPTIONS",
      "access-control-allow-headers": headers,
      "access-control-max-age": "172800",
    })
    .end();
}

async function perform(
  desk: Desk,
  name: string,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> {
  const input = parseRecord((await readBody(request)).toString());
  if (!input) throw new CognitoError("SerializationException", "The body is not a JSON object");
  const accessKeyId = accessKeyOf(request.headers.authorization);
  const refused = unsigned.has(name) ? undefined : await desk.state.options.authorize?.({ accessKeyId, operation: name, input });
  if (refused) response.writeHead(refused.status, { ...refused.headers }).end(refused.body);
  else send(response, { status: 200, body: await call(desk, name, input) });
}

function document(state: PoolState, request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? "").split("?")[0];
  const root = `/${state.descriptor.id}/.well-known`;
  if (path === `${root}/jwks.json`) return send(response, { status: 200, body: state.key.jwks, type: "application/json" });
  if (path !== `${root}/openid-configuration`) return send(response, { status: 404, body: { message: "Not found" }, type: "application/json" });
  const issuer = state.issuer();
  send(response, {
    status: 200,
    body: {
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: ["RS256"],
      response_types_supported: ["code", "token"],
      subject_types_supported: ["public"],
    },
    type: "application/json",
  });
}

function fail(response: ServerResponse, error: unknown, name: string): void {
  const [type, message] =
    error instanceof CognitoError || isLibraryError(error)
      ? [error.code, error.message]
      : error instanceof Error && error.message.startsWith("Unsupported x-amz-target")
        ? ["UnknownOperationException", `The local stage has no Cognito ${name}`]
        : ["InternalErrorException", error instanceof Error ? error.message : "error"];
  response.setHeader("x-amzn-errortype", `${type}:`);
  response.setHeader("x-amzn-errormessage", message.replaceAll(/[^\x20-\x7e]/g, "?"));
  send(response, { status: type === "InternalErrorException" ? 500 : 400, body: { __type: type, message } });
}

interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly type?: string;
}

/** Dates go out as seconds, as AWS JSON 1.1 has them. */
function send(response: ServerResponse, { status, body, type = "application/x-amz-json-1.1" }: Reply): void {
  const seconds = function (this: unknown, key: string, value: unknown): unknown {
    const raw = isRecord(this) ? this[key] : value;
    return raw instanceof Date ? raw.getTime() / 1_000 : value;
  };
  response.writeHead(status, { "content-type": type, "x-amzn-requestid": randomUUID() }).end(JSON.stringify(body, seconds));
}
