import { BankView, OpenBankView, Saving } from "@sleekapp/core/bank/model";
import * as z from "zod";
import { actingSupplier, route } from "./route.ts";

export const getMyBankDetails = route({
  operationId: "getMyBankDetails",
  lambda: "identity",
  method: "GET",
  path: "/v1/supplier/bank-details",
  summary: "Where the caller's company is paid, the account masked",
  auth: "member",
  who: actingSupplier,
  response: BankView,
});

export const saveMyBankDetails = route({
  operationId: "saveMyBankDetails",
  lambda: "identity",
  method: "PUT",
  path: "/v1/supplier/bank-details",
  summary: "Says where the caller's company is paid from now on",
  auth: "member",
  who: ["supplier.owner"],
  body: Saving,
  response: BankView,
  limits: [{ per: "user", max: 20, seconds: 3_600 }],
});

export const revealBankDetails = route({
  operationId: "revealBankDetails",
  lambda: "identity",
  method: "POST",
  path: "/v1/admin/suppliers/{orgId}/bank-details/reveal",
  summary: "Where a supplier is paid, in full; that it was looked at is noted",
  auth: "member",
  who: ["admin"],
  params: z.strictObject({ orgId: z.string().max(60) }),
  response: OpenBankView,
  limits: [{ per: "user", max: 60, seconds: 3_600 }],
});
