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

/** The viewer's address as the edge states it (`ip:port`); forwarded headers are never read. */
export const viewerAddress = (stated: string | undefined): string => stated?.replace(/:\d+$/, "") ?? "unknown";
