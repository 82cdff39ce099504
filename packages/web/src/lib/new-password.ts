import { getPasswordRange } from "@sleekapp/contracts/account";
import { type Context, passwordProblem } from "@sleekapp/core/password/rules";
import { call } from "./api.ts";

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();

/** Whether a password is in a leaked list. Five digits of its hash leave the browser; where nobody can be asked the answer is no. */
export async function isLeaked(password: string): Promise<boolean> {
  const hash = hex(await crypto.subtle.digest("SHA-1", new TextEncoder().encode(password)));
  try {
    const { suffixes } = await call(getPasswordRange, { params: { prefix: hash.slice(0, 5) } });
    return suffixes.includes(hash.slice(5));
  } catch {
    // The check is advice: a service that is away must not keep anybody from choosing a password.
    return false;
  }
}

/** Why a new password is not taken, in words for its field; undefined when it is. */
export async function newPasswordProblem(password: string, context: Context): Promise<string | undefined> {
  const problem = passwordProblem(password, context);
  if (problem !== undefined) return problem;
  if (await isLeaked(password)) return "This password is in a list of leaked ones, which is where guessing starts. Choose another.";
  return undefined;
}
