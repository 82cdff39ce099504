import { logDays } from "@sleekapp/core/privacy/retention";
import { RemovalPolicy } from "aws-cdk-lib";
import type { App } from "sst/constructs";

/** Everything that differs between stages; a figure that is the same everywhere stands where it is used. */
export interface StageSettings {
  /** `destroy` lets `sst remove` take the data with it. */
  readonly removal: "destroy" | "retain";
  readonly deletionProtection: boolean;
  readonly pointInTimeRecovery: boolean;
  readonly logDays: (typeof logDays)[keyof typeof logDays];
  /** Lambda memory in MB; a figure a function states itself wins. */
  readonly memory: number;
  /** Host of the web application; without one CloudFront's own name is used. */
  readonly domain?: string;
  /** Domain that mail is sent from and that SES signs. */
  readonly mailDomain: string;
  /** Cognito's own sender is limited to 50 mails a day, which is enough for one developer. */
  readonly signInMail: "cognito" | "ses";
  readonly model: string;
  /** The model that draws. */
  readonly imageModel: string;
  /** What models may cost in a day, in millionths of a US dollar; past it every task does without one. */
  readonly modelDayMicros: number;
  /** The guardrail of Bedrock that looks at what models are asked and answer; its owner makes it in the console and names it here. */
  readonly guardrail?: { readonly id: string; readonly version: string };
  /** Days for which nobody can delete or replace a copy of the audit, and how firmly: `governance` may be lifted by who has the right. */
  readonly auditLock?: { readonly days: number; readonly mode: "governance" | "compliance" };
  readonly alarms: boolean;
  readonly waf: boolean;
  /** Region that holds the second copy of each backup; no backup plan without it. */
  readonly backupCopies?: string;
  /** Requests a second that the gateway lets through, and the burst above it. */
  readonly throttle: { readonly rate: number; readonly burst: number };
}

/** The only region: CloudFront takes its certificate and its firewall from here. */
export const region = "us-east-1";

/** `sleekapp.example` is a reserved name: the owner of a deployment puts their own here. */
const domain = "sleekapp.example";

const dev = {
  removal: "destroy",
  deletionProtection: false,
  pointInTimeRecovery: false,
  logDays: logDays.dev,
  memory: 512,
  mailDomain: `dev.${domain}`,
  signInMail: "cognito",
  model: "amazon.nova-lite-v1:0",
  imageModel: "amazon.nova-canvas-v1:0",
  modelDayMicros: 500_000,
  alarms: false,
  waf: false,
  throttle: { rate: 50, burst: 100 },
} as const satisfies StageSettings;

const staging = {
  ...dev,
  pointInTimeRecovery: true,
  logDays: logDays.staging,
  memory: 1024,
  domain: `staging.${domain}`,
  mailDomain: `staging.${domain}`,
  signInMail: "ses",
  auditLock: { days: 30, mode: "governance" },
  alarms: true,
  waf: true,
} as const satisfies StageSettings;

const prod = {
  ...staging,
  removal: "retain",
  deletionProtection: true,
  logDays: logDays.prod,
  domain: `www.${domain}`,
  mailDomain: domain,
  model: "amazon.nova-pro-v1:0",
  modelDayMicros: 20_000_000,
  auditLock: { days: 400, mode: "compliance" },
  backupCopies: "us-west-2",
  throttle: { rate: 500, burst: 1000 },
} as const satisfies StageSettings;

/** Settings of a stage; a stage that is none of dev, staging and prod is somebody's own and gets dev's. */
export function settingsOf({ stage }: Pick<App, "stage">): StageSettings {
  if (stage === "prod") return prod;
  if (stage === "staging") return staging;
  // Two stacks cannot own one SES identity, so a personal stage signs for a name of its own.
  return stage === "dev" ? dev : { ...dev, mailDomain: `${stage}.${dev.mailDomain}` };
}

/** What happens to data when its stack is removed. */
export const removalOf = (app: Pick<App, "stage">): RemovalPolicy =>
  settingsOf(app).removal === "retain" ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
