import { Month, Notes } from "@sleekapp/core/interest/model";
import { MonthView, ProductInterestView } from "@sleekapp/core/interest/view";
import { id } from "@sleekapp/core/kernel/id";
import * as z from "zod";
import { actingSupplier, anyMember, route } from "./route.ts";

const Counted = z.strictObject({ counted: z.int() });

export const noteInterest = route({
  operationId: "noteInterest",
  lambda: "catalog",
  method: "POST",
  path: "/v1/guest/interest",
  summary: "Notes what a visitor looked at; each kind counts once a day for a listing and a tab, machines not at all",
  auth: "guest",
  who: ["visitor", "guest"],
  body: Notes,
  response: Counted,
  limits: [{ per: "address", max: 300, seconds: 3_600 }],
});

export const noteMemberInterest = route({
  operationId: "noteMemberInterest",
  lambda: "catalog",
  method: "POST",
  path: "/v1/interest",
  summary: "As for visitors, for people who are signed in: a supplier's own people and the platform are not counted",
  auth: "member",
  who: anyMember,
  body: Notes,
  response: Counted,
  limits: [{ per: "user", max: 300, seconds: 3_600 }],
});

export const getInterest = route({
  operationId: "getInterest",
  lambda: "catalog",
  method: "GET",
  path: "/v1/interest",
  summary: "How the supplier's listings did in a month, this one unless said: looked at, saved, asked about, quoted and ordered",
  auth: "member",
  who: actingSupplier,
  query: z.strictObject({ month: Month.optional() }),
  response: MonthView,
});

export const getProductInterest = route({
  operationId: "getProductInterest",
  lambda: "catalog",
  method: "GET",
  path: "/v1/products/{productId}/interest",
  summary: "How one listing did in the last thirty days, day by day",
  auth: "member",
  who: [...actingSupplier, "admin"],
  params: z.strictObject({ productId: id("product") }),
  response: ProductInterestView,
});
