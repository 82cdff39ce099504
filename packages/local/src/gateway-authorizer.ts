import { createRemoteJWKSet, type JWTPayload, jwtVerify } from "jose";
import type { Authorizer } from "./manifest.ts";

export type Verdict =
  | { readonly kind: "allowed"; readonly claims: Readonly<Record<string, string>>; readonly scopes: readonly string[] | null }
  | { readonly kind: "unauthorized"; readonly reason: string | undefined }
  | { readonly kind: "forbidden" };

/** Checks the Authorization header against the issuer's keys. */
export type JwtCheck = (header: string | undefined, scopes: readonly string[]) => Promise<Verdict>;

/** API Gateway hands arrays on as `[a b]` and everything else as text. */
function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.join(" ")}]`;
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}

const hasAudience = (payload: JWTPayload, audience: readonly string[]): boolean =>
  [payload.aud, payload["client_id"]].flat().some((given) => typeof given === "string" && audience.includes(given));

/** A JWT authorizer as the HTTP API has it: signature, issuer, expiry, audience (or client_id), then scopes. */
export function createJwtCheck({ issuer, audience }: Authorizer, jwksUri: string): JwtCheck {
  const keys = createRemoteJWKSet(new URL(jwksUri));
  return async (header, scopes) => {
    const [, token] = /^(?:Bearer )?(\S+)$/i.exec(header ?? "") ?? [];
    if (token === undefined) return { kind: "unauthorized", reason: undefined };
    const verified = await jwtVerify(token, keys, { issuer, algorithms: ["RS256"] }).catch((error: unknown) => String(error));
    if (typeof verified === "string") return { kind: "unauthorized", reason: verified };
    const { payload } = verified;
    if (!hasAudience(payload, audience)) return { kind: "unauthorized", reason: "the token has an invalid audience" };
    const granted = String(payload["scope"] ?? "")
      .split(" ")
      .filter(Boolean);
    if (scopes.length > 0 && !scopes.some((scope) => granted.includes(scope))) return { kind: "forbidden" };
    const claims = Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, claimText(value)]));
    return { kind: "allowed", claims, scopes: scopes.length > 0 ? granted : null };
  };
}
