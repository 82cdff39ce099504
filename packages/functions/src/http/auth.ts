import { type Actor, MemberKind, OrgKind } from "@sleekapp/core/kernel/actor";
import { forbidden, unauthenticated } from "@sleekapp/core/kernel/error";
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
  "cognito:groups": z.string().optional(),
});

const Authorized = z.object({ authorizer: z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }) }) });

/** The group claim arrives as `[admin buyer]`. */
const groupsIn = (claim: string | undefined): string[] =>
  (claim ?? "")
    .replace(/^\[|\]$/g, "")
    .split(/[\s,]+/)
    .filter(Boolean);

/** The signed-in caller from the gateway's verified claims; ID tokens and tokens without our claims are refused with 401. */
export function memberFrom(requestContext: unknown): Actor {
  const authorized = Authorized.safeParse(requestContext);
  const claims = authorized.success ? Claims.safeParse(authorized.data.authorizer.jwt.claims) : undefined;
  if (!claims?.success) throw unauthenticated("token.unusable", "Sign in again to go on");
  const { sub, orgId, orgKind, memberKind } = claims.data;
  if (orgKind !== "platform") return { type: "member", userId: sub, orgId, orgKind, kind: memberKind };
  if (!groupsIn(claims.data["cognito:groups"]).includes("admin")) throw unauthenticated("token.unusable", "Sign in again to go on");
  return { type: "admin", userId: sub };
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
