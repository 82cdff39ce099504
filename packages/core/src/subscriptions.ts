import type { QueueName } from "./ports/queue.ts";

/** Who reacts to what: event type to the queues its message goes to. An event that nobody reacts to is still the log. */
export const subscriptions: Readonly<Record<string, readonly QueueName[]>> = {
  "account.opened": ["run-task"],
  "account.email_changed": ["send-mail"],
  "account.password_reset": ["send-mail"],
  "account.restored": ["send-mail"],
  "account.suspended": ["send-mail", "follow-standing"],
  "bank.saved": ["send-mail"],
  "export.products_asked": ["import-products"],
  "import.advanced": ["import-products"],
  "import.started": ["import-products"],
  "inquiry.answered": ["send-mail"],
  "inquiry.asked": ["send-mail", "count-interest"],
  "inquiry.converted": ["count-interest"],
  "inquiry.declined": ["send-mail"],
  "inquiry.offered": ["send-mail"],
  "invitation.sent": ["send-mail"],
  "invoice.issued": ["render-invoice"],
  "invoice.rendered": ["send-mail"],
  "order.accepted": ["send-mail"],
  "order.completed": ["send-mail"],
  "order.delivered": ["send-mail"],
  "order.inspection_failed": ["send-mail"],
  "order.inspection_passed": ["send-mail", "issue-invoice"],
  "order.offer_declined": ["send-mail"],
  "order.offered": ["send-mail"],
  "order.opened": ["send-mail", "issue-invoice", "count-interest"],
  "order.shipped": ["send-mail"],
  "order.stage_reported": ["send-mail"],
  "payment.received": ["send-mail"],
  "payment.reported": ["apply-payment"],
  "privacy.erased": ["index-product"],
  "privacy.erasure_asked": ["fulfil-privacy"],
  "privacy.export_asked": ["fulfil-privacy"],
  "privacy.export_ready": ["send-mail"],
  "product.approved": ["index-product", "send-mail"],
  "product.copy_asked": ["run-task"],
  "product.featured": ["index-product"],
  "product.fee_set": ["index-product"],
  "product.resumed": ["index-product"],
  "product.turned_down": ["send-mail"],
  "product.withdrawn": ["index-product"],
  "quote.noted": ["send-mail"],
  "quote.priced": ["run-task", "send-mail"],
  "quote.revised": ["run-task"],
  "quote.sent": ["send-mail"],
  "quote.turned_down": ["send-mail"],
  "saved_search.due": ["alert-search"],
  "rating.given": ["index-product"],
  "search.rebuild_asked": ["index-product"],
  "second_factor.recovered": ["send-mail"],
  "second_factor.turned_off": ["send-mail"],
  "second_factor.turned_on": ["send-mail"],
  "staff.admin_asked": ["send-mail"],
  "staff.admin_granted": ["send-mail"],
  "staff.admin_withdrawn": ["send-mail"],
  "supplier.rejected": ["send-mail"],
  "supplier.restored": ["send-mail"],
  "supplier.submitted": ["send-mail"],
  "supplier.suspended": ["send-mail", "follow-standing"],
  "supplier.verified": ["send-mail"],
  "wishlist.saved": ["count-interest"],
};

/** The queues that hear of this event type. */
export const queuesFor = (type: string): readonly QueueName[] => subscriptions[type] ?? [];

/** What is one line for everybody: the series of invoices, and the catalogue, which an older reading must not write over a newer one. */
const lines: Readonly<Partial<Record<QueueName, string>>> = { "issue-invoice": "series", "index-product": "catalogue" };

/** Ordered queues keep the order within a group, by default that of the record an event is about. */
export const groupFor = (queue: QueueName, subjectId: string): string => lines[queue] ?? subjectId;
