import * as z from "zod";
import { invalid } from "../../kernel/error.ts";
import { clock } from "../../ports/clock.ts";
import { keyedHash, sameSecret } from "../../ports/crypto.ts";
import type { Hooks } from "../../ports/payment.ts";
import { Secrets } from "../../ports/secrets.ts";

/** Stripe's own tolerance for the age of a signature. */
const TOLERANCE_SECONDS = 300;

const unsigned = () => invalid("hook.signature", "The signature does not match the body");

/** `t=1712…,v1=…,v1=…`: the moment of signing and a signature for each secret that is in use. */
function partsOf(header: string): { readonly at: number; readonly signatures: readonly string[] } {
  const pairs = header.split(",").map((pair) => pair.split("=", 2));
  const named = (wanted: string) => pairs.flatMap(([name, value]) => (name === wanted && value ? [value] : []));
  return { at: Number(named("t").at(-1)), signatures: named("v1") };
}

/** Whether the body was signed with the secret within the last five minutes (docs.stripe.com/webhooks#verify-manually). */
function isSigned(raw: string, header: string, secret: string): boolean {
  const { at, signatures } = partsOf(header);
  const isFresh = Math.floor(clock.now().getTime() / 1000) - at <= TOLERANCE_SECONDS;
  const expected = keyedHash(secret, `${at}.${raw}`);
  return isFresh && signatures.some((signature) => sameSecret(signature, expected));
}

const Named = z.looseObject({ object: z.unknown(), id: z.unknown(), payment_intent: z.unknown() }).partial();
const Event = z.object({ id: z.string(), type: z.string(), data: z.object({ object: Named }) });

/** The charge an event is about: its object itself, or the one that its object names. */
function intentIn({ object, id, payment_intent }: z.output<typeof Named>): string | undefined {
  const named = object === "payment_intent" ? id : payment_intent;
  return typeof named === "string" ? named : undefined;
}

function eventIn(raw: string): z.output<typeof Event> {
  try {
    return Event.parse(JSON.parse(raw));
  } catch {
    throw unsigned();
  }
}

/** Webhooks of Stripe, checked here: the signature is one keyed hash, and Stripe's client is larger than all else that intake needs. */
export function stripeHooks(): Hooks {
  return {
    verify: async (raw, signature) => {
      const secret = await Secrets.use().get("stripe-webhook-secret");
      if (!isSigned(raw, signature ?? "", secret)) throw unsigned();
      const { id, type, data } = eventIn(raw);
      const intentId = intentIn(data.object);
      return { eventId: id, type, ...(intentId ? { intentId } : {}) };
    },
  };
}
