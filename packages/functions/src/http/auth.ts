import { type Actor, MemberKind, OrgKind } from "@sleekapp/core/kernel/actor";
import { forbidden, unauthenticated } from "@sleekapp/core/kernel/error";
import type { SignIn } from "@sleekapp/core/kernel/request";
import { deviceName } from "@sleekapp/core/account/device";
import { sessionMark } from "@sleekapp/core/account/mark";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { sameSecret } from "@sleekapp/core/ports/crypto";
import * as z from "zod";

/** The claims the gateway's authorizer has verified, as it hands them on: strings. */
const Claims = z.object({
  sub: z.string().min(1),
  token_use: z.literal("access"),
  orgId: z.string().min(1),
  orgKind: OrgKind,
  memberKind: MemberKind,
  /** Names the sign-in; every token that is refreshed from it carries the same. */
  origin_jti: z.string().min(1).max(80),
  auth_time: z.coerce.number().int().positive(),
  endedSessions: z.string().optional(),
  "cognito:groups": z.string().optional(),
});

const Authorized = z.object({ authorizer: z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }) }) });

/** The group claim arrives as `[admin buyer]`. */
const groupsIn = (claim: string | undefined): string[] =>
  (claim ?? "")
    .replace(/^\[|\]$/g, "")
    .split(/[\s,]+/)
    .filter(Boolean);

/** A caller with a token: who they are, and from which sign-in. */
export type Caller = { readonly actor: Actor; readonly signIn: SignIn };

/** What the edge says of a caller's device. */
export type Device = { readonly agent: string | undefined; readonly address: string; readonly country: string | undefined };

function actorOf({ sub, orgId, orgKind, memberKind, ...claims }: z.output<typeof Claims>): Actor {
  if (orgKind !== "platform") return { type: "member", userId: sub, orgId, orgKind, kind: memberKind };
  // The token of an admin has the group only if an authenticator app stood behind it when it was made.
  if (!groupsIn(claims["cognito:groups"]).includes("admin"))
    throw forbidden("second_factor.required", "Set up an authenticator app first: administrators cannot do without");
  return { type: "admin", userId: sub };
}

/**
 * The signed-in caller from the gateway's verified claims; ID tokens and tokens without our claims are refused with 401, and so
 * are those of a sign-in that the token itself names as ended.
 */
export function callerFrom(requestContext: unknown, { agent, address, country }: Device): Caller {
  const authorized = Authorized.safeParse(requestContext);
  const claims = authorized.success ? Claims.safeParse(authorized.data.authorizer.jwt.claims) : undefined;
  if (!claims?.success) throw unauthenticated("token.unusable", "Sign in again to go on");
  const { origin_jti: id, auth_time: seconds, endedSessions = "" } = claims.data;
  if (endedSessions.split(" ").includes(sessionMark(id))) throw unauthenticated("session.ended", "This sign-in was ended; sign in again");
  const signIn = { id, at: new Date(seconds * 1000), device: deviceName(agent), address, ...(country ? { country } : {}) };
  return { actor: actorOf(claims.data), signIn };
}

/** Refuses whatever did not come through the edge, which adds a secret that two rotated values may match. */
export async function checkEdge(given: string | undefined): Promise<void> {
  const accepted = (await Secrets.use().get("edge-secret")).split(",");
  if (!given || !accepted.some((secret) => sameSecret(secret, given))) throw forbidden("edge.required", "This address is not served directly");
}

/** The first half of an IPv6 address, written out. */
function networkOf(address: string): string {
  const [head = "", tail] = address.split("::");
  const [before, after] = [head, tail ?? ""].map((part) => part.split(":").filter(Boolean));
  const zeros = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0);
  const groups = [...(before ?? []), ...Array<string>(Math.max(0, zeros)).fill("0"), ...(after ?? [])];
  return `${groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

/**
 * The line a viewer calls from, by the address that the edge states (`ip:port`); forwarded headers are never read. Who has an
 * IPv6 line has 2^64 addresses of their own to call from, so the line and not the address is counted.
 */
export function viewerAddress(stated: string | undefined): string {
  const address = stated?.replace(/:\d+$/, "").replaceAll(/[[\]]/g, "") ?? "unknown";
  return address.includes(":") ? networkOf(address) : address;
}
