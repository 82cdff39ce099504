import type { InvitableKind } from "@sleekapp/core/invitation/model";
import type { Me } from "../../lib/me.ts";

/** What each seat is called. */
export const kindNames: Readonly<Record<Me["memberKind"], string>> = {
  owner: "Owner",
  member: "Member",
  viewer: "Viewer",
  manager: "Manager",
  factory: "Factory floor",
  admin: "Administrator",
};

type Offer = { readonly value: InvitableKind; readonly label: string; readonly hint: string };

/** The seats an organisation can offer, with what each may do. */
export const offers: Readonly<Record<"buyer" | "supplier", readonly [Offer, ...Offer[]]>> = {
  buyer: [
    { value: "member", label: "Member", hint: "Asks for quotes, orders and pays" },
    { value: "viewer", label: "Viewer", hint: "Sees everything, changes nothing" },
  ],
  supplier: [
    { value: "manager", label: "Manager", hint: "Looks after listings, offers and orders" },
    { value: "factory", label: "Factory floor", hint: "Reports progress; sees no price" },
  ],
};
