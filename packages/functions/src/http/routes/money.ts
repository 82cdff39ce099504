import * as contract from "@sleekapp/contracts/money";
import * as Invoice from "@sleekapp/core/invoice";
import * as Payment from "@sleekapp/core/payment";
import * as Refund from "@sleekapp/core/refund";
import { callOff } from "@sleekapp/core/refund/call-off";
import { serve } from "../bind.ts";

/** Payments, invoices and the books over HTTP. */
export const money = [
  serve(contract.getPaymentPlan, ({ params }) => Payment.plan(params)),
  serve(contract.openPayment, ({ params, body }) => Payment.open({ ...params, purpose: body.purpose, inFull: body.inFull ?? false })),
  serve(contract.getPayment, ({ params }) => Payment.get(params)),
  serve(contract.giveRefund, ({ params, body }) => Refund.give({ ...params, ...body })),
  serve(contract.callOffOrder, ({ params, body }) => callOff({ ...params, ...body })),
  serve(contract.payOutSupplier, ({ params, body }) => Payment.payOut({ ...params, ...body })),
  serve(contract.getLedger, ({ params }) => Payment.books(params)),
  serve(contract.listInvoices, ({ query }) => Invoice.list(query)),
  serve(contract.getInvoiceDocument, ({ params }) => Invoice.link(params)),
];
