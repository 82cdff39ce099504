import { invalid } from "@sleekapp/core/kernel/error";
import type * as z from "zod";
import { accountConfirmation } from "./account-confirmation.tsx";
import { accountNotice } from "./account-notice.tsx";
import { approvalNews } from "./approval-news.tsx";
import { claimNews } from "./claim-news.tsx";
import { balanceDue } from "./balance-due.tsx";
import { depositDue } from "./deposit-due.tsx";
import { offerCountered } from "./offer-countered.tsx";
import { orderExpired } from "./order-expired.tsx";
import { balanceInvoice } from "./balance-invoice.tsx";
import { code } from "./code.tsx";
import { depositInvoice } from "./deposit-invoice.tsx";
import { inquiryMessage } from "./inquiry-message.tsx";
import { inspectionConditional } from "./inspection-conditional.tsx";
import { inspectionFailed } from "./inspection-failed.tsx";
import { inspectionPassed } from "./inspection-passed.tsx";
import { invitation } from "./invitation.tsx";
import { leadAlert } from "./lead-alert.tsx";
import { leadFollowUp } from "./lead-follow-up.tsx";
import { leadReceived } from "./lead-received.tsx";
import { moneyAlert } from "./money-alert.tsx";
import { offerAccepted } from "./offer-accepted.tsx";
import { offerDeclined } from "./offer-declined.tsx";
import { orderAlarm } from "./order-alarm.tsx";
import { orderCalledOff } from "./order-called-off.tsx";
import { orderCompleted } from "./order-completed.tsx";
import { orderDelayed } from "./order-delayed.tsx";
import { orderDelivered } from "./order-delivered.tsx";
import { orderOffered } from "./order-offered.tsx";
import { orderShipped } from "./order-shipped.tsx";
import { paymentReceipt } from "./payment-receipt.tsx";
import { productApproved } from "./product-approved.tsx";
import { productRejected } from "./product-rejected.tsx";
import { productionStarted } from "./production-started.tsx";
import { promisedDateChanged } from "./promised-date-changed.tsx";
import { quoteAccepted } from "./quote-accepted.tsx";
import { quoteNote } from "./quote-note.tsx";
import { quoteReady } from "./quote-ready.tsx";
import { refundPaid } from "./refund-paid.tsx";
import { rfqNews } from "./rfq-news.tsx";
import { searchAlert } from "./search-alert.tsx";
import { stageUpdated } from "./stage-updated.tsx";
import { supplierApplicationReceived } from "./supplier-application-received.tsx";
import { supplierRejected } from "./supplier-rejected.tsx";
import { supplierSuspended } from "./supplier-suspended.tsx";
import { supplierVerified } from "./supplier-verified.tsx";
import type { Mail, Sender } from "./template.tsx";

export type { Mail, Sender } from "./template.tsx";

/** Every mail the platform sends, by the name that queue messages carry. */
export const templates = {
  "account-confirmation": accountConfirmation,
  "account-notice": accountNotice,
  "approval-news": approvalNews,
  "claim-news": claimNews,
  "balance-due": balanceDue,
  "deposit-due": depositDue,
  "offer-countered": offerCountered,
  "order-expired": orderExpired,
  "balance-invoice": balanceInvoice,
  code,
  "deposit-invoice": depositInvoice,
  "inquiry-message": inquiryMessage,
  "inspection-conditional": inspectionConditional,
  "inspection-failed": inspectionFailed,
  "inspection-passed": inspectionPassed,
  invitation,
  "lead-alert": leadAlert,
  "lead-follow-up": leadFollowUp,
  "lead-received": leadReceived,
  "money-alert": moneyAlert,
  "offer-accepted": offerAccepted,
  "offer-declined": offerDeclined,
  "order-alarm": orderAlarm,
  "order-called-off": orderCalledOff,
  "order-completed": orderCompleted,
  "order-delayed": orderDelayed,
  "order-delivered": orderDelivered,
  "order-offered": orderOffered,
  "order-shipped": orderShipped,
  "payment-receipt": paymentReceipt,
  "product-approved": productApproved,
  "product-rejected": productRejected,
  "production-started": productionStarted,
  "promised-date-changed": promisedDateChanged,
  "quote-accepted": quoteAccepted,
  "quote-note": quoteNote,
  "quote-ready": quoteReady,
  "refund-paid": refundPaid,
  "rfq-news": rfqNews,
  "search-alert": searchAlert,
  "stage-updated": stageUpdated,
  "supplier-application-received": supplierApplicationReceived,
  "supplier-rejected": supplierRejected,
  "supplier-suspended": supplierSuspended,
  "supplier-verified": supplierVerified,
} as const;

export type TemplateName = keyof typeof templates;
export type DataOf<N extends TemplateName> = z.input<(typeof templates)[N]["data"]>;

/** True for the name of a template, as for one read from a queue message. */
export const isTemplate = (name: string): name is TemplateName => Object.hasOwn(templates, name);

/**
 * The mail as it will be sent: subject of at most 78 characters on one line, HTML with everything escaped, and its text part.
 * Name and data come from a queue: `mail.template` for a name we do not know, a ZodError for data the template does not know.
 * `sender` puts the address of the platform into the footer.
 */
export function render(name: string, data: unknown, sender?: Sender): Mail {
  if (!isTemplate(name)) throw invalid("mail.template", "There is no mail of this name", { name });
  return templates[name].render(data, sender);
}
