import * as Account from "@sleekapp/core/account";
import { s3Blob } from "@sleekapp/core/adapters/aws/s3";
import { s3Links } from "@sleekapp/core/adapters/aws/s3-links";
import { s3Snapshot } from "@sleekapp/core/adapters/aws/s3-snapshot";
import { sqsQueue } from "@sleekapp/core/adapters/aws/sqs";
import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { snapshotSearch } from "@sleekapp/core/adapters/minisearch/snapshot";
import { pdfmakePdf } from "@sleekapp/core/adapters/pdf/pdfmake";
import { stripePayments } from "@sleekapp/core/adapters/stripe/payments";
import type { Actor, Member } from "@sleekapp/core/kernel/actor";
import { Request } from "@sleekapp/core/kernel/request";
import { Blob, Links } from "@sleekapp/core/ports/blob";
import { Payments } from "@sleekapp/core/ports/payment";
import { Pdf } from "@sleekapp/core/ports/pdf";
import { ProductSearch } from "@sleekapp/core/ports/product-search";
import { Queue } from "@sleekapp/core/ports/queue";
import { Secrets } from "@sleekapp/core/ports/secrets";

/** Gives the domain the same adapters that the Lambdas give it; the endpoints come from the environment. */
export function providePorts(): void {
  Secrets.provide(ssmSecrets(["stripe-secret-key", "code-pepper", "proof-key", "field-keys"]));
  Blob.provide(s3Blob());
  Links.provide(s3Links());
  Pdf.provide(pdfmakePdf());
  Payments.provide(stripePayments());
  Queue.provide(sqsQueue());
  ProductSearch.provide(snapshotSearch(s3Snapshot()));
}

/** Workers act as the system, under the name of what they are. */
export const system = (cause: string): Actor => ({ type: "system", cause });

let requests = 0;

type When = { readonly at: Date; readonly isReplay?: boolean };

/** Runs the product's own code as somebody at an instant. The past is replayed, which tells nobody, unless it says otherwise. */
export function as<T>(actor: Actor, { at, isReplay = true }: When, run: () => Promise<T>): Promise<T> {
  requests += 1;
  return Request.with({ actor, now: at, requestId: `demo-${requests}`, standing: Account.standing, isDemo: true, isReplay }, run);
}

/** The people of the demo by key: `northfold` is that company's owner, `northfold:viewer` its viewer, `shapla:floor` its factory floor. */
export type Cast = ReadonlyMap<string, Member>;

/** A member of the cast; throws for somebody the demo does not have. */
export function memberOf(cast: Cast, key: string): Member {
  const member = cast.get(key);
  if (!member) throw new Error(`The demo has nobody called ${key}`);
  return member;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** An instant before now. */
export const ago = (days: number, minutes = 0): Date => new Date(Date.now() - days * DAY - minutes * MINUTE);
