import * as claims from "@sleekapp/contracts/claim";
import * as designs from "@sleekapp/contracts/design";
import * as contract from "@sleekapp/contracts/order";
import * as stock from "@sleekapp/contracts/stock";
import * as production from "@sleekapp/contracts/production";
import * as Claim from "@sleekapp/core/claim";
import * as Order from "@sleekapp/core/order";
import { contact } from "@sleekapp/core/order/contact";
import { expected } from "@sleekapp/core/order/forecast";
import { decideLot, inspect } from "@sleekapp/core/order/inspect";
import * as Counter from "@sleekapp/core/order/counter";
import * as Offer from "@sleekapp/core/order/offer";
import { place } from "@sleekapp/core/order/place";
import * as Progress from "@sleekapp/core/order/progress";
import { reviseStage } from "@sleekapp/core/order/revise";
import * as Shipping from "@sleekapp/core/order/ship";
import * as Tracking from "@sleekapp/core/order/track";
import * as Upload from "@sleekapp/core/upload";
import { designOfOrder } from "@sleekapp/core/design/of-order";
import { serve } from "../bind.ts";

/** The order domain over HTTP: parse, call, answer. */
export const order = [
  serve(contract.listOrders, async ({ query }) => {
    const page = await Order.list(query);
    return { ...page, items: [...page.items] };
  }),
  serve(stock.placeOrder, ({ params, body }) => place({ ...params, ...body })),
  serve(contract.getOrder, ({ params }) => Order.get(params)),
  serve(contract.getOrderLog, async ({ params }) => ({ items: [...(await Order.log(params))] })),
  serve(contract.getOrderContact, ({ params }) => contact(params)),
  serve(production.getOrderProgress, ({ params }) => Progress.updates(params)),
  serve(production.getOrderForecast, ({ params }) => expected(params)),
  serve(contract.cancelOrder, ({ params }) => Order.cancel(params)),
  serve(contract.holdOrder, ({ params, body }) => Order.hold({ ...params, ...body })),
  serve(contract.resumeOrder, ({ params }) => Order.resume(params)),
  serve(contract.listCandidates, ({ params }) => Offer.candidates(params)),
  serve(contract.offerOrder, ({ params, body }) => Offer.offer({ ...params, ...body })),
  serve(contract.withdrawOffer, ({ params }) => Offer.withdraw(params)),
  serve(contract.agreeCounterOffer, ({ params }) => Counter.agree(params)),
  serve(contract.getMyOffer, ({ params }) => Offer.mine(params)),
  serve(contract.acceptOffer, ({ params }) => Offer.accept(params)),
  serve(contract.counterOffer, ({ params, body }) => Counter.counter({ ...params, ...body })),
  serve(contract.declineOffer, ({ params, body }) => Offer.decline({ ...params, ...body })),
  serve(production.askStagePhoto, ({ params, body }) => Progress.askPhoto({ ...params, ...body })),
  serve(production.getStagePhoto, ({ params }) => Upload.get({ subjectId: params.orderId, uploadId: params.uploadId, purpose: "stage" })),
  serve(production.reportStage, ({ params, body }) => Progress.report({ ...params, ...body })),
  serve(production.reviseStage, ({ params, body }) => reviseStage({ ...params, ...body })),
  serve(production.approveSample, ({ params }) => Progress.approveSample(params)),
  serve(production.finishProduction, ({ params }) => Progress.finish(params)),
  serve(production.inspectOrder, ({ params, body }) => inspect({ ...params, ...body })),
  serve(production.decideLot, ({ params, body }) => decideLot({ ...params, ...body })),
  serve(claims.listClaims, async ({ params }) => ({ items: [...(await Claim.list(params))] })),
  serve(claims.askClaimPhoto, ({ params, body }) => Claim.askPhoto({ ...params, ...body })),
  serve(claims.getClaimPhoto, ({ params }) => Upload.get({ subjectId: params.orderId, uploadId: params.uploadId, purpose: "claim" })),
  serve(claims.openClaim, ({ params, body }) => Claim.open({ ...params, ...body })),
  serve(claims.withdrawClaim, ({ params }) => Claim.withdraw(params)),
  serve(claims.answerClaim, ({ params, body }) => Claim.answer({ ...params, ...body })),
  serve(claims.decideClaim, ({ params, body }) => Claim.decide({ ...params, ...body })),
  serve(contract.shipOrder, ({ params, body }) => Shipping.ship({ ...params, ...body })),
  serve(contract.deliverOrder, ({ params }) => Shipping.deliver(params)),
  serve(contract.completeOrder, ({ params }) => Shipping.complete(params)),
  serve(designs.getOrderDesign, ({ params }) => designOfOrder(params)),
  serve(contract.shareTracking, ({ params }) => Tracking.share(params)),
  serve(contract.trackOrder, ({ params, credentials }) => Tracking.track({ ...params, token: credentials["x-tracking-token"] ?? "" })),
];
