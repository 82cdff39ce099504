import { getMe } from "@sleekapp/contracts/identity";
import { useQuery } from "@tanstack/react-query";
import type * as z from "zod";
import { call } from "./api.ts";
import { useSession } from "./session.ts";

/** Which app a person sees; what they may do is decided by the API, record by record. */
export type Role = "buyer" | "supplier" | "factory" | "admin";

export type Me = z.output<typeof getMe.response>;

const roles = { buyer: "buyer", supplier: "supplier", platform: "admin" } as const;

/** The app of the organisation somebody acts for; the floor of a supplier has one of its own. */
export const roleOf = (me: Pick<Me, "orgKind" | "memberKind">): Role => (me.memberKind === "factory" ? "factory" : roles[me.orgKind]);

/** Who is signed in, from the API; asked once and kept until the session changes. */
export function useMe() {
  const { signedIn } = useSession();
  return useQuery({ queryKey: ["getMe"], queryFn: ({ signal }) => call(getMe, {}, { signal }), enabled: signedIn, staleTime: 60_000 });
}

/** The first page after signing in. */
export const homeOf = (role: Role): string => (role === "admin" ? "/admin" : "/app");
