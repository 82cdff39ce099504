import { route } from "@sleekapp/contracts/route";
import { useQuery } from "@tanstack/react-query";
import * as z from "zod";
import { call } from "./api.ts";
import { useSession } from "./session.ts";

/** Which app a person sees; what they may do is decided by the API, record by record. */
export type Role = "buyer" | "supplier" | "admin";

const getMe = route({
  operationId: "getMe",
  lambda: "identity",
  method: "GET",
  path: "/v1/me",
  summary: "Who is signed in, and for which organisation they act",
  auth: "member",
  who: ["buyer.owner", "supplier.owner", "admin"],
  response: z.object({
    userId: z.string(),
    email: z.string(),
    name: z.string(),
    orgName: z.string(),
    orgKind: z.enum(["buyer", "supplier", "platform"]),
    memberKind: z.string(),
  }),
});

export type Me = z.output<typeof getMe.response>;

const roles = { buyer: "buyer", supplier: "supplier", platform: "admin" } as const;

/** The app of the organisation somebody acts for. */
export const roleOf = (me: Pick<Me, "orgKind">): Role => roles[me.orgKind];

/** Who is signed in, from the API; asked once and kept until the session changes. */
export function useMe() {
  const { signedIn } = useSession();
  return useQuery({ queryKey: ["getMe"], queryFn: ({ signal }) => call(getMe, {}, { signal }), enabled: signedIn, staleTime: 60_000 });
}

/** The first page after signing in. */
export const homeOf = (role: Role): string => (role === "admin" ? "/admin" : "/app");
