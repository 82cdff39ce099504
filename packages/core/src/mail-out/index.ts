import type { EventMessage } from "../table/outbox.ts";
import type { MailBuilder, MailRequest } from "./compose.ts";
import { accountNotice, addressChanged, adminsToldOfAsking, adminsToldOfBudget, bankChanged } from "./account.ts";
import { approvalNews } from "./approval.ts";
import { claimNews } from "./claim.ts";
import { inquirySaid } from "./inquiry.ts";
import { invitationSent } from "./invitation.ts";
import * as lead from "./lead.ts";
import * as money from "./money.ts";
import { escalated } from "./alarm.ts";
import * as order from "./order.ts";
import * as people from "./people.ts";
import * as product from "./product.ts";
import { quoteNoted, quoteTurnedDown } from "./quote.ts";
import * as rfq from "./rfq.ts";

export type { MailRequest } from "./compose.ts";

/** Every event that somebody is written to about, and who decides to whom and with what. */
export const mailBuilders: Readonly<Record<string, MailBuilder>> = {
  "account.email_changed": addressChanged,
  "account.password_reset": accountNotice("password_reset"),
  "account.restored": accountNotice("restored"),
  "account.suspended": accountNotice("suspended"),
  "ai.budget_reached": adminsToldOfBudget,
  "approval.asked": approvalNews,
  "approval.declined": approvalNews,
  "approval.given": approvalNews,
  "bank.saved": bankChanged,
  "claim.decided": claimNews,
  "claim.opened": claimNews,
  "dispute.lost": money.moneyAlert("dispute_lost"),
  "dispute.opened": money.moneyAlert("dispute_opened"),
  "dispute.won": money.moneyAlert("dispute_won"),
  "inquiry.answered": inquirySaid,
  "inquiry.asked": inquirySaid,
  "inquiry.declined": inquirySaid,
  "inquiry.offered": inquirySaid,
  "invitation.sent": invitationSent,
  "invoice.rendered": money.invoiceIssued,
  "lead.converted": lead.leadConverted,
  "lead.followed_up": lead.leadFollowedUp,
  "lead.received": lead.leadReceived,
  "order.accepted": order.accepted,
  "order.called_off": order.calledOff,
  "order.completed": order.completed,
  "order.delivered": order.delivered,
  "order.escalated": escalated,
  "order.inspection_conditional": order.inspected,
  "order.expired": order.expired,
  "order.inspection_failed": order.inspected,
  "order.inspection_passed": order.inspected,
  "order.offer_countered": order.offerCountered,
  "order.offer_declined": order.offerDeclined,
  "order.offer_lapsed": order.offerDeclined,
  "order.offered": order.offered,
  "order.opened": order.opened,
  "order.plan_revised": order.planRevised,
  "order.reminded": money.paymentDue,
  "order.shipped": order.shipped,
  "order.stage_reported": order.stageReported,
  "payment.received": money.paymentReceived,
  "privacy.export_ready": accountNotice("export_ready"),
  "product.approved": product.productApproved,
  "product.turned_down": product.productTurnedDown,
  "quote.noted": quoteNoted,
  "quote.priced": people.quotePriced,
  "quote.sent": people.quotePriced,
  "quote.turned_down": quoteTurnedDown,
  "refund.failed": money.moneyAlert("refund_failed"),
  "refund.paid": money.refundPaid,
  "rfq.awarded": rfq.requestDecided,
  "rfq.bid_made": rfq.bidMade,
  "rfq.cancelled": rfq.requestDecided,
  "rfq.countered": rfq.bidCountered,
  "rfq.invited": rfq.supplierInvited,
  "rfq.opened": rfq.requestOpened,
  "rfq.passed": rfq.bidPassed,
  "second_factor.recovered": accountNotice("second_factor_recovered"),
  "second_factor.turned_off": accountNotice("second_factor_off"),
  "second_factor.turned_on": accountNotice("second_factor_on"),
  "staff.admin_asked": adminsToldOfAsking,
  "staff.admin_granted": accountNotice("admin_granted"),
  "staff.admin_withdrawn": accountNotice("admin_withdrawn"),
  "supplier.rejected": people.supplierRejected,
  "supplier.restored": people.supplierVerified,
  "supplier.submitted": people.supplierSubmitted,
  "supplier.suspended": people.supplierSuspended,
  "supplier.verified": people.supplierVerified,
};

/** The mails an event asks for; none for events that nobody is written to about. */
export async function mailsFor(event: EventMessage): Promise<readonly MailRequest[]> {
  const build = mailBuilders[event.type];
  return build ? build(event) : [];
}
