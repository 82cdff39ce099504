import * as z from "zod";
import { Request } from "../kernel/request.ts";
import { keyedHash, sameSecret } from "../ports/crypto.ts";
import { Secrets } from "../ports/secrets.ts";
import { normalise } from "../table/unique.ts";
import { DIRECT } from "./model.ts";
import { networkOf } from "./rules.ts";

/** A pass is asked for right before it is used; signing in may then take as long as Cognito keeps a sign-in open, and a little more. */
const PASS_MINUTES = 10;

const key = (): Promise<string> => Secrets.use().get("proof-key");
const sign = async (payload: string): Promise<string> => keyedHash(await key(), `sign-in-pass:${payload}`);

/** Stands for a name in a pass and, where it is nobody's, on the table. */
export const nameHash = async (name: string): Promise<string> => `n~${keyedHash(await key(), `sign-in:${normalise(name)}`).slice(0, 32)}`;

const Claims = z.object({ account: z.string(), source: z.string(), until: z.number() });

/** A pass for whoever calls from this network and is about to sign in under this name. */
export async function makePass(email: string, now: Date): Promise<string> {
  const source = keyedHash(await key(), `source:${networkOf(Request.use().address ?? "unknown")}`).slice(0, 16);
  const claims = { account: await nameHash(email), source, until: now.getTime() + PASS_MINUTES * 60_000 };
  const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
  return `${payload}.${await sign(payload)}`;
}

/** The network that a pass names; without a pass of ours for this name, in time, the attempt comes from somewhere else. */
export async function sourceIn(pass: string | undefined, email: string): Promise<string> {
  const [payload = "", signature = ""] = pass?.split(".") ?? [];
  if (!sameSecret(await sign(payload), signature)) return DIRECT;
  const { data } = Claims.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString()));
  const fits = data !== undefined && data.account === (await nameHash(email)) && data.until > Request.use().now.getTime();
  return fits ? data.source : DIRECT;
}
