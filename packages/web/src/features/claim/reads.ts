import { listClaims } from "@sleekapp/contracts/claim";
import type { Output } from "../../lib/api.ts";
import { useRead } from "../../lib/query.ts";

export type Claim = Output<typeof listClaims>["items"][number];

/** The claim of an order that waits for its decision, once it has been read. */
export function useOpenClaim(orderId: string) {
  const claims = useRead(listClaims, { params: { orderId } });
  return { claim: claims.data?.items.find(({ state }) => state === "open"), error: claims.error };
}
