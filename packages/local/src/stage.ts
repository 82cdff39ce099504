import { rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { disturbing, type FaultBook, openFaultBook, type StageFaults } from "./faults.ts";
import { createApi, type Gateway, type Middleware, startGateway } from "./gateway.ts";
import type { FunctionError, Lambda, LogLine } from "./lambda.ts";
import { buildManifest, type Edge, type HttpApi, type Manifest, type UserPool } from "./manifest.ts";
import { openPermissions, type PermissionReport, type Permissions } from "./permissions/index.ts";
import { portNear } from "./ports.ts";
import { residentBytes } from "./process.ts";
import { ensureAssembly } from "./stage-assembly.ts";
import { createResources, type Engines, startEngines } from "./stage-engines.ts";
import { faultsOf, frontServices } from "./stage-fronts.ts";
import { type Endpoints, startFunctions } from "./stage-functions.ts";
import { startIdentity } from "./stage-identity.ts";
import { openLogs, type StageLogs } from "./stage-logs.ts";
import { type Plan, planOf, type StageOptions } from "./stage-options.ts";
import { codesPage } from "./stage-codes.ts";
import { readBucket, type StagePage, stagePages } from "./stage-pages.ts";
import { openCosts } from "./stage-costs.ts";
import { gatesOf, heard, leaveReport } from "./stage-permissions.ts";
import { openSecrets, resolveReferences } from "./stage-secrets.ts";
import { endpointsOf, rewriting, type Services, startServices } from "./stage-services.ts";
import { type Bell, createBell } from "./sources/bell.ts";
import { type SourcesOptions, type StageSources, startSources, untilQuiet } from "./stage-sources.ts";
import { type Stops, stopList } from "./stage-stops.ts";
import { distOf, readDist, startDevServer } from "./stage-web.ts";
import type { Cognito } from "./stand-ins/cognito/index.ts";
import type { Bedrock } from "./stand-ins/bedrock/index.ts";
import type { Ses } from "./stand-ins/ses/index.ts";
import type { ReferenceRates } from "./stand-ins/reference-rates/index.ts";
import type { Passwords } from "./stand-ins/passwords/index.ts";
import { type Stripe, stripeJs } from "./stand-ins/stripe/index.ts";
import { together } from "./together.ts";

export type { DeliveryFault, ServiceFault, StageFaults } from "./faults.ts";
export type { StageOptions } from "./stage-options.ts";

export type StageFailure = { readonly at: string; readonly source: string; readonly functionName: string; readonly error: FunctionError };

export type Stage = {
  /** The one origin, `http://localhost:PORT`. */
  readonly url: string;
  /** The API without the edge in front of it. */
  readonly apiUrl: string;
  readonly endpoints: Endpoints;
  readonly manifest: Manifest;
  /** Parameters by full name, secrets among them. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly lambda: Lambda;
  /** Mails sent so far; its page is at `endpoints.SES`. */
  readonly mailbox: Ses["mailbox"];
  /** The payment provider: what a person would do in its dashboard. */
  readonly stripe: Stripe;
  /** Who has set up an authenticator app, with its secret. */
  readonly authenticators: Cognito["authenticators"];
  /** The service of leaked passwords. */
  readonly passwords: Passwords;
  /** The file of reference rates. */
  readonly rates: ReferenceRates;
  /** The models: faults to order, calls made. */
  readonly models: Bedrock;
  /** What goes wrong on order: at services, on the way to functions, in the models. */
  readonly faults: StageFaults;
  /** Which permissions functions have used, and which calls were refused. */
  readonly permissions: () => PermissionReport;
  readonly dataDir: string;
  /** Calls a schedule's targets now; the name may be a part of the rule's. */
  readonly fire: (schedule: string) => Promise<void>;
  /** Removes expired rows now. */
  readonly sweep: () => Promise<number>;
  /** What functions printed. */
  readonly logs: (functionName?: string) => readonly LogLine[];
  /** Deliveries that failed: the source tried again or gave up, as its settings say. */
  readonly failures: () => readonly StageFailure[];
  /** Resolves when queues, stream and functions are at rest; throws, naming what is not, after the limit (30 s). */
  readonly drain: (limitMs?: number) => Promise<void>;
  /** Bodies of the messages in a queue, dead-letter queues included. */
  readonly look: Engines["sqs"]["look"];
  readonly clearCache: () => void;
  /** Memory of this process, the engines and all environments. */
  readonly residentBytes: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

type Core = {
  readonly plan: Plan;
  readonly stops: Stops;
  readonly engines: Engines;
  readonly manifest: Manifest;
  readonly url: string;
  readonly port: number;
};

/** Templates and engines: neither needs the other. */
async function begin(plan: Plan, stops: Stops): Promise<Core> {
  const { options, root, localDir } = plan;
  const [assembly, engines] = await together([ensureAssembly({ root, stage: "dev", cacheDir: `${localDir}/assemblies` }), startEngines(plan, stops)]);
  const port = await portNear(options.port ?? (options.ephemeral ? 0 : 8000));
  const manifest = buildManifest(assembly.dir, { sqs: engines.sqs.endpoint, webHost: `localhost:${port}` });
  return { plan, stops, engines, port, url: `http://localhost:${port}`, manifest: options.edit ? options.edit(manifest) : manifest };
}

const edgeOf = (manifest: Manifest): Edge => manifest.edges[0] ?? { domain: "localhost", defaultRootObject: "", behaviours: [] };
const webBucketOf = (manifest: Manifest): string | undefined =>
  edgeOf(manifest).behaviours.find((behaviour) => behaviour.pattern === "*")?.origin.target;

async function startWeb(
  core: Core,
  server: Server,
  { scripts, adapt }: { readonly scripts: readonly string[]; readonly adapt: (value: string) => string },
): Promise<readonly Middleware[]> {
  if (core.plan.web !== "dev") return [];
  const headers = ({ responseHeaders }: Edge["behaviours"][number]) =>
    Object.fromEntries(Object.entries(responseHeaders).map(([name, value]) => [name, adapt(value)]));
  const dev = await startDevServer({ root: core.plan.root, server, edge: edgeOf(core.manifest), scripts, headers });
  core.stops.add("web development server", dev.stop);
  return [dev.middleware];
}

type Doors = {
  readonly lambda: Lambda;
  readonly parameters: Readonly<Record<string, string>>;
  readonly rewrite: (value: string) => string;
  readonly webConfig: Readonly<Record<string, unknown>>;
  readonly mail: Ses;
  readonly stripe: Stripe;
  readonly cognito: Cognito;
};

/** Where a page finds what stands for Stripe's own script; it is there before the application looks for `window.Stripe`. */
const STRIPE_SCRIPT = "/__local/stripe.js";

/** The HTTP API with the stage's own issuer; its request rate is AWS's to limit, not this machine's, unless asked for. */
function localApi({ manifest, plan }: Core, rewrite: (value: string) => string): HttpApi {
  const [api] = manifest.http;
  if (!api) throw new Error("The templates have no HTTP API");
  const authorizers = Object.entries(api.authorizers).map(
    ([name, authorizer]) => [name, { ...authorizer, issuer: rewrite(authorizer.issuer) }] as const,
  );
  return { ...api, authorizers: Object.fromEntries(authorizers), throttle: plan.options.throttle ? api.throttle : undefined };
}

async function openGateway(core: Core, { lambda, parameters, rewrite, webConfig, mail, stripe, cognito }: Doors): Promise<Gateway> {
  const { plan, manifest, engines, stops, port } = core;
  const server = createServer();
  const scripts: readonly string[] = [STRIPE_SCRIPT];
  const web = webBucketOf(manifest);
  const dist = plan.web === "dist" ? readDist(distOf(plan.root), scripts) : undefined;
  const objects = readBucket(engines.sqs.endpoint);
  const pages: Readonly<Record<string, StagePage>> = {
    "/config.json": { type: "application/json", body: () => JSON.stringify({ ...webConfig, ...plan.options.webConfig }) },
    "/__local/codes": { type: "text/html; charset=utf-8", body: async () => codesPage(await cognito.authenticators()) },
    "/__local/mail": { location: mail.endpoint },
    [STRIPE_SCRIPT]: { type: "text/javascript; charset=utf-8", body: () => stripeJs(stripe.endpoint) },
  };
  const gateway = await startGateway({
    server,
    port,
    edge: edgeOf(manifest),
    api: createApi({ api: localApi(core, rewrite), lambda, jwksUri: (issuer) => `${issuer}/.well-known/jwks.json` }),
    readObject: async (bucket, request) => (bucket === web && dist ? dist(request) : objects(bucket, request)),
    resolveSecret: resolveReferences(parameters),
    adapt: (_name, value) => rewrite(value),
    middlewares: [stagePages(pages), ...(await startWeb(core, server, { scripts, adapt: rewrite }))],
  });
  stops.add("gateway", gateway.stop);
  return gateway;
}

/** What the deployment writes to `/config.json`, and where the user pool is when it is not AWS's. */
function webConfigOf(pool: UserPool, cognito: Cognito, parameters: Readonly<Record<string, string>>): Record<string, unknown> {
  const key = Object.entries(parameters).find(([name]) => name.endsWith("/stripe-publishable-key"));
  return {
    stage: "dev",
    region: "us-east-1",
    userPoolId: pool.id,
    userPoolClientId: pool.clients[0]?.id,
    userPoolEndpoint: cognito.endpoint,
    stripePublishableKey: key?.[1] ?? "pk_test_local",
  };
}

type Parts = {
  readonly core: Core;
  readonly lambda: Lambda;
  readonly services: Services;
  readonly cognito: Cognito;
  readonly permissions: Permissions;
  readonly logs: StageLogs;
  readonly book: FaultBook;
  readonly bell: Bell;
};

/** Starts what calls functions by itself; the failed deliveries go on a list. */
function deliver({ core, lambda, permissions, book, bell }: Parts, streams: SourcesOptions["streams"]) {
  const { plan, engines, manifest, stops } = core;
  const failures: StageFailure[] = [];
  const delivery = {
    lambda: { invoke: disturbing(lambda.invoke, book) },
    onError: (failure: Omit<StageFailure, "at">) => void failures.push({ at: new Date().toISOString(), ...failure }),
  };
  const { dataDir, options } = plan;
  const { retryAfterSeconds } = options;
  const sources = startSources({ manifest, ...engines, permissions, delivery, dataDir, streams, bell, retryAfterSeconds });
  stops.add("sources", sources.stop);
  return { sources, failures };
}

type Delivered = { readonly sources: StageSources; readonly failures: readonly StageFailure[]; readonly gateway: Gateway };

/** What the owner of a running stage holds of it, apart from its addresses. */
function handleOf({ core, lambda, services, cognito, permissions, logs, book }: Parts, { sources, failures, gateway }: Delivered) {
  const { plan, engines, manifest, url, stops } = core;
  const { mail, stripe, models, passwords, rates } = services;
  return {
    url,
    apiUrl: gateway.apiUrl,
    manifest,
    lambda,
    mailbox: mail.mailbox,
    stripe,
    models,
    passwords,
    rates,
    authenticators: cognito.authenticators,
    faults: faultsOf(book, models, plan),
    permissions: permissions.report,
    dataDir: plan.dataDir,
    fire: async (name: string) => {
      const found = sources.schedules.find((schedule) => schedule.name.includes(name));
      if (!found) throw new Error(`No schedule is called ${name}; there are ${sources.schedules.map((schedule) => schedule.name).join(", ")}`);
      await found.fire();
    },
    sweep: sources.sweep,
    logs: logs.lines,
    failures: () => failures,
    drain: (limitMs = 30_000) => untilQuiet(sources.all, lambda, limitMs),
    look: engines.sqs.look,
    clearCache: gateway.clearCache,
    residentBytes: async () => process.memoryUsage.rss() + ((await residentBytes(engines.dynamo.pid)) ?? 0) + (await lambda.residentBytes()),
    stop: () => stops.run((name) => plan.note(`${name} did not end in time`)).then(logs.stop),
  };
}

async function boot(plan: Plan, stops: Stops): Promise<Stage> {
  const core = await begin(plan, stops);
  const { options, dataDir } = plan;
  const { engines, manifest, url } = core;
  const parameters = openSecrets(manifest, dataDir);
  const costs = openCosts(plan);
  const logs = openLogs(plan.isEphemeral ? undefined : dataDir, (line) => {
    costs.add(line);
    options.onLog?.(line);
  });
  const permissions = openPermissions(manifest);
  stops.add("permissions", () => leaveReport(permissions, plan));
  stops.add("costs", costs.leave);
  const gates = gatesOf(permissions);
  const relay = { accept: (_record: Parameters<StageSources["buckets"]["accept"]>[0]): void => undefined };
  const [streams, { lambda, connect }, services] = await together([
    createResources(engines, manifest),
    startFunctions(plan, manifest, { stops, onLog: heard(permissions, logs.add) }),
    startServices(core, { parameters, gates, secretFor: permissions.secretOf, onObject: (record) => relay.accept(record) }),
  ]);
  for (const [name, part] of Object.entries(services)) stops.add(name, part.stop);
  const { mail, stripe } = services;
  const [pool] = manifest.userPools;
  if (!pool) throw new Error("The templates have no user pool");
  const cognito = await startIdentity(plan, pool, { lambda, mail, authorize: gates.cognito });
  stops.add("user pool", cognito.stop);
  const endpoints = endpointsOf(engines, services, cognito);
  const book = openFaultBook();
  const bell = createBell();
  const told = await frontServices(endpoints, { plan, permissions, lambda, book, stops, bell, dynamo: engines.dynamo });
  const rewrite = rewriting(core, { services, cognito, told });
  connect(told, rewrite);

  const parts: Parts = { core, lambda, services, cognito, permissions, logs, book, bell };
  const { sources, failures } = deliver(parts, streams);
  relay.accept = sources.buckets.accept;
  const webConfig = webConfigOf(pool, cognito, parameters);
  const gateway = await openGateway(core, { lambda, parameters, rewrite, webConfig, mail, stripe, cognito });
  stripe.setWebhookUrl(`${url}/v1/hooks/stripe`);
  return { ...handleOf(parts, { sources, failures, gateway }), endpoints, parameters };
}

/** Starts a whole stage on this machine from the synthesised stacks; what came up is ended again when anything fails. */
export async function bootStage(options: StageOptions): Promise<Stage> {
  const plan = planOf(options);
  const stops = stopList();
  if (plan.isEphemeral) stops.add("data", () => rmSync(plan.dataDir, { recursive: true, force: true }));
  try {
    return await boot(plan, stops);
  } catch (error) {
    await stops.run();
    throw error;
  }
}
