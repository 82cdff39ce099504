import { type S3Record, startS3Guard } from "./engines/s3-guard.ts";
import type { SecretFor } from "./engines/sigv4.ts";
import type { Manifest } from "./manifest.ts";
import { rememberedPort } from "./ports.ts";
import type { Engines } from "./stage-engines.ts";
import type { Endpoints } from "./stage-functions.ts";
import type { Plan } from "./stage-options.ts";
import type { Gates } from "./stage-permissions.ts";
import { bucketDescriptor } from "./stage-resources.ts";
import { type Bedrock, startBedrock } from "./stand-ins/bedrock/index.ts";
import type { Cognito } from "./stand-ins/cognito/index.ts";
import { type ReferenceRates, startReferenceRates } from "./stand-ins/reference-rates/index.ts";
import { type Passwords, startPasswords } from "./stand-ins/passwords/index.ts";
import { type Ses, startSes } from "./stand-ins/ses/index.ts";
import { type Ssm, startSsm } from "./stand-ins/ssm.ts";
import { startStripe, type Stripe } from "./stand-ins/stripe/index.ts";
import type { Running } from "./stand-ins/wire.ts";
import { together } from "./together.ts";

/** What answers for the services that functions call, except the engines and the user pool. */
export type Services = {
  readonly ssm: Ssm;
  readonly mail: Ses;
  readonly stripe: Stripe;
  readonly models: Bedrock;
  readonly passwords: Passwords;
  readonly rates: ReferenceRates;
  readonly s3: Running;
};

type Site = { readonly plan: Plan; readonly engines: Engines; readonly manifest: Manifest; readonly url: string };

type Needs = {
  readonly parameters: Readonly<Record<string, string>>;
  readonly gates: Gates;
  readonly secretFor: SecretFor;
  /** Hears of every object that was stored or removed. */
  readonly onObject: (record: S3Record) => void;
};

const s3Port = async ({ keepDir }: Plan): Promise<{ readonly port?: number }> =>
  keepDir === undefined ? {} : { port: await rememberedPort(keepDir, "s3") };

/** A secret by the last part of its name; a stage whose functions ask for none has none. */
const secretIn = (parameters: Readonly<Record<string, string>>, name: string): string =>
  Object.entries(parameters).find(([key]) => key.endsWith(`/${name}`))?.[1] ?? "";

/** Starts the services; who may call what is asked at their gates. */
export async function startServices({ plan, engines, manifest, url }: Site, needs: Needs): Promise<Services> {
  const { parameters, gates, secretFor, onObject } = needs;
  const [ssm, mail, stripe, models, passwords, rates, s3] = await together([
    startSsm({ parameters, authorize: gates.ssm }),
    startSes({ dataDir: plan.keepDir && `${plan.keepDir}/mail`, authorize: gates.ses }),
    startStripe({
      dataDir: plan.keepDir && `${plan.keepDir}/stripe`,
      webhookSecret: secretIn(parameters, "stripe-webhook-secret"),
      secretKey: secretIn(parameters, "stripe-secret-key"),
    }),
    startBedrock({ authorize: gates.bedrock }),
    startPasswords(),
    startReferenceRates(),
    startS3Guard({
      ...(await s3Port(plan)),
      target: engines.sqs.endpoint,
      buckets: manifest.buckets.map(bucketDescriptor(url)),
      secretFor,
      authorize: gates.s3,
      onEvent: onObject,
    }),
  ]);
  return { ssm, mail, stripe, models, passwords, rates, s3 };
}

/** Where the stage answers for AWS's services. */
export const endpointsOf = (engines: Engines, { s3, ssm, mail, models }: Services, cognito: Cognito): Endpoints => ({
  DYNAMODB: engines.dynamo.endpoint,
  SQS: engines.sqs.endpoint,
  S3: s3.endpoint,
  SSM: ssm.endpoint,
  SES: mail.endpoint,
  BEDROCK_RUNTIME: models.endpoint,
  COGNITO_IDENTITY_PROVIDER: cognito.endpoint,
});

type Answering = { readonly services: Services; readonly cognito: Cognito; readonly told: Endpoints };

/** Puts what answers here in the place of the addresses that the templates carry into headers and environments. */
export function rewriting({ url, engines }: Site, { services, cognito, told }: Answering): (value: string) => string {
  const pairs = [
    [`https://${new URL(url).host}`, url],
    ["https://s3.us-east-1.amazonaws.com", told["S3"] ?? services.s3.endpoint],
    // Queue addresses stand in the environments, with the engine's own host.
    [engines.sqs.endpoint, told["SQS"] ?? engines.sqs.endpoint],
    ["https://cognito-idp.us-east-1.amazonaws.com", cognito.endpoint],
    ["https://api.stripe.com", services.stripe.endpoint],
    ["https://api.pwnedpasswords.com", services.passwords.endpoint],
    ["https://www.ecb.europa.eu", services.rates.endpoint],
  ] as const;
  return (value) => pairs.reduce((text, [aws, local]) => text.replaceAll(aws, local), value);
}
