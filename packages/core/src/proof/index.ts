import * as z from "zod";
import * as Account from "../account/index.ts";
import { action, nothing } from "../kernel/action.ts";
import type { Guest } from "../kernel/actor.ts";
import { invalid, unauthenticated } from "../kernel/error.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { clock } from "../ports/clock.ts";
import { keyedHash, randomCode, sameSecret, sha256 } from "../ports/crypto.ts";
import { post } from "../ports/letter.ts";
import { Secrets } from "../ports/secrets.ts";
import { commit } from "../table/commit.ts";
import { spendTogether } from "../table/rate-window.ts";
import { normalise } from "../table/unique.ts";
import { codeLimits } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

/** What a proven address may be used for. */
export const Purpose = z.enum(["quote", "second_factor"]);
export type Purpose = z.infer<typeof Purpose>;

const CODE_MINUTES = 10;
const PROOF_MINUTES = 30;
export const RESEND_SECONDS = codeLimits.resend.seconds;

/** Counted in all of them or in none, so that a refused second click costs none of the hour's five. */
const withinAddressLimits = (email: string, now: Date): Promise<void> =>
  spendTogether({ name: "code", key: sha256(email), windows: Object.values(codeLimits) }, now);

const hashOf = async (challengeId: string, code: string): Promise<string> =>
  keyedHash(await Secrets.use().get("code-pepper"), `${challengeId}:${code}`);

const Asking = z.strictObject({ email: z.email().max(254), purpose: Purpose });

/**
 * Mails a six-digit code to an address, known to us or not, and answers the same. The code is in no row and no event; its keyed
 * hash works for ten minutes and five tries. Throws `rate.limited`.
 */
export const start = action(
  { name: "proof.start", effect: "command", input: Asking, load: nothing, policy: policy.anyone },
  async ({ input, now }) => {
    const email = normalise(input.email);
    await withinAddressLimits(email, now);
    const challengeId = newId("challenge");
    const code = randomCode();
    const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000).toISOString();
    const challenge = { challengeId, email, purpose: input.purpose, codeHash: await hashOf(challengeId, code), tries: 0, expiresAt };
    const reply = await commit({
      about: challengeId,
      writes: [await store.createWrite(challenge)],
      events: [],
      reply: { challengeId, resendAfter: RESEND_SECONDS },
    });
    const letter = { template: "code", to: email, data: { code, purpose: input.purpose, minutes: CODE_MINUTES } };
    if (reply.challengeId === challengeId) await post([{ id: challengeId, ...letter }]);
    return reply;
  },
);

const sign = async (payload: string): Promise<string> => keyedHash(await Secrets.use().get("proof-key"), payload);

const Claims = z.object({ email: z.string(), purpose: Purpose, until: z.number() });

async function proofOf(email: string, purpose: Purpose, until: number): Promise<string> {
  const payload = Buffer.from(JSON.stringify({ email, purpose, until })).toString("base64url");
  return `${payload}.${await sign(payload)}`;
}

const Answering = z.strictObject({ challengeId: id("challenge"), code: z.string().regex(/^\d{6}$/) });

/**
 * Exchanges the mailed code for a proof of the address that lasts half an hour. Throws `code.wrong` with the tries that are left,
 * and `code.spent` when there are none: then a new code has to be asked for.
 */
export const answer = action(
  { name: "proof.answer", effect: "command", input: Answering, load: nothing, policy: policy.anyone },
  async ({ input, now }) => {
    const challenge = await store.spendTry(input.challengeId, nowIso());
    if (!challenge) throw invalid("code.spent", "This code does not work any more; ask for a new one");
    const given = await hashOf(input.challengeId, input.code);
    if (!sameSecret(given, challenge.codeHash)) throw invalid("code.wrong", "That is not the code", { triesLeft: store.MAX_TRIES - challenge.tries });
    const until = now.getTime() + PROOF_MINUTES * 60_000;
    return commit({
      about: input.challengeId,
      writes: [store.endWrite(challenge)],
      events: [],
      reply: {
        proof: await proofOf(challenge.email, Purpose.parse(challenge.purpose), until),
        email: challenge.email,
        expiresAt: new Date(until).toISOString(),
      },
      refused: () => invalid("code.spent", "This code does not work any more; ask for a new one"),
    });
  },
);

/** The guest a proof names; refused with 401 when it is forged, expired or for another purpose. */
export async function guestFrom(proof: string, purpose: Purpose): Promise<Guest> {
  const [payload = "", signature = ""] = proof.split(".");
  const refusal = () => unauthenticated("proof.unusable", "Prove your address again to go on");
  if (!sameSecret(await sign(payload), signature)) throw refusal();
  const claims = Claims.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString()));
  if (!claims.success || claims.data.purpose !== purpose || claims.data.until <= clock.now().getTime()) throw refusal();
  return { type: "guest", ownerId: await Account.guestOwnerId(claims.data.email), email: claims.data.email };
}
