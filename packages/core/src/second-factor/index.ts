import * as z from "zod";
import * as Account from "../account/index.ts";
import { action } from "../kernel/action.ts";
import { conflict, invalid } from "../kernel/error.ts";
import { defineEvent } from "../kernel/event.ts";
import { mustBeFresh } from "../kernel/fresh.ts";
import { Request } from "../kernel/request.ts";
import { Directory } from "../ports/directory.ts";
import { commit } from "../table/commit.ts";
import { codesOf, hashOf, newSet } from "./codes.ts";
import { RecoveryCode, type SecondFactorView } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

export { RecoveryCode, RecoveryCodes, SecondFactorView } from "./model.ts";

const About = z.object({ userId: z.string() });
export const TurnedOn = defineEvent("second_factor.turned_on", About);
export const CodesRenewed = defineEvent("second_factor.codes_renewed", About);
export const TurnedOff = defineEvent("second_factor.turned_off", About);
/** Somebody without their device proved the address and used a recovery code. */
export const Recovered = defineEvent("second_factor.recovered", About);

const Nobody = z.strictObject({});

async function loadOwn() {
  const { actor } = Request.use();
  if (actor.type !== "member" && actor.type !== "admin") return undefined;
  const { userId } = actor;
  const [entry, codes] = await Promise.all([Directory.use().find(userId), store.find(userId)]);
  return entry ? { userId, isRequired: actor.type === "admin", isOn: entry.hasSecondFactor, codes } : undefined;
}

/** Whether signing in asks for a code, and how many recovery codes are left. */
export const get = action(
  { name: "second_factor.get", effect: "read", input: Nobody, load: loadOwn, policy: policy.own },
  async ({ record: { isOn, isRequired, codes } }): Promise<SecondFactorView> => ({
    isOn,
    isRequired,
    recoveryCodesLeft: isOn ? (codes?.hashes.length ?? 0) : 0,
  }),
);

/** What the audit says of the app; the codes stay out of it. */
const turned = (to: "on" | "off") => ({ before: { isOn: to === "off" }, after: { isOn: to === "on" } });

async function newCodes(userId: string, before: store.Info | undefined) {
  const setId = newSet();
  const hashes = (await codesOf(setId)).map((code) => hashOf(userId, code));
  return { setId, write: store.codesWrite(userId, hashes, before) };
}

/**
 * Notes that the caller has set up an authenticator app, which the user pool is asked about, and tells the recovery codes.
 * Throws `second_factor.off` when it is not set up, and `second_factor.on` when it was noted before.
 */
export const confirm = action(
  { name: "second_factor.confirm", effect: "command", input: Nobody, load: loadOwn, policy: policy.own },
  async ({ record: { userId, isOn, codes } }) => {
    if (!isOn) throw conflict("second_factor.off", "Set up an authenticator app first");
    // Codes that are there refuse the write, and a call that only repeats the one that made them gets its answer.
    const isThere = codes !== undefined && codes.hashes.length > 0;
    const { setId, write } = await newCodes(userId, isThere ? undefined : codes);
    const refused = () => conflict("second_factor.on", "Your authenticator app is set up already");
    const reply = await commit({ about: userId, writes: [write], events: [TurnedOn({ userId })], changed: turned("on"), reply: { setId }, refused });
    return { recoveryCodes: [...(await codesOf(reply.setId))] };
  },
);

/** Makes new recovery codes in the place of those before. Throws `sign_in.too_old` and `second_factor.off`. */
export const renewCodes = action(
  { name: "second_factor.renew_codes", effect: "command", input: Nobody, load: loadOwn, policy: policy.own },
  async ({ record: { userId, isOn, codes }, now }) => {
    if (!isOn) throw conflict("second_factor.off", "Set up an authenticator app first");
    mustBeFresh(now);
    const { setId, write } = await newCodes(userId, codes);
    const reply = await commit({
      about: userId,
      writes: [write],
      events: [CodesRenewed({ userId })],
      changed: { before: codes ?? {}, after: { version: (codes?.version ?? 0) + 1 } },
      reply: { setId },
    });
    return { recoveryCodes: [...(await codesOf(reply.setId))] };
  },
);

/** Signs in without the app from now on; an admin then is none until it is set up again. Throws `sign_in.too_old`. */
export const turnOff = action(
  { name: "second_factor.turn_off", effect: "command", input: Nobody, load: loadOwn, policy: policy.own },
  async ({ record: { userId, codes }, now }) => {
    mustBeFresh(now);
    // The pool first: it can be told again, and until it has been, the codes have to work.
    await Directory.use().removeSecondFactor(userId);
    return commit({
      about: userId,
      writes: [store.codesWrite(userId, [], codes)],
      events: [TurnedOff({ userId })],
      changed: turned("off"),
      reply: { userId },
    });
  },
);

const Recovering = z.strictObject({ code: RecoveryCode });

/** One answer for a wrong code, a used one and an account that is not there. */
const refusal = () => invalid("recovery.refused", "This recovery code does not work for this address");

/** The account of the proven address, as far as there is one that can be recovered. */
async function loadProven() {
  const { actor } = Request.use();
  if (actor.type !== "guest") return {};
  const entry = await Directory.use().find(actor.email);
  if (!entry) return {};
  return { entry, codes: await store.find(entry.userId) };
}

/**
 * Takes the second factor off an account whose owner has lost it: by a proof of the address and one of the recovery codes, which
 * is used up. Everybody is signed out; the password is still needed, and an admin is none until the app is set up again.
 * Throws `recovery.refused`.
 */
export const recover = action(
  { name: "second_factor.recover", effect: "command", input: Recovering, load: loadProven, policy: policy.proven },
  async ({ input: { code }, record: { entry, codes } }) => {
    const userId = entry?.userId ?? "";
    const hash = hashOf(userId, code);
    if (!entry || !codes?.hashes.includes(hash)) throw refusal();
    // Before the code is spent: all of this can be done again, a spent code cannot be had back.
    await Directory.use().removeSecondFactor(userId);
    await Account.signOutEverywhere(userId);
    return commit({
      about: userId,
      writes: [store.codesWrite(userId, [], codes)],
      events: [Recovered({ userId })],
      changed: turned("off"),
      reply: { recovered: true as const },
      refused: refusal,
    });
  },
);
