import type { DataOf, TemplateName } from "./index.ts";

const usd = (amount: number) => ({ amount, currency: "USD" }) as const;
const origin = "https://sleekapp.test";
const order = { orderNumber: "SO-2026-0107", product: "Piqué polo, organic cotton", quantity: 500 };
const page = `${origin}/app/orders/ord_01k0000000000000000000000a`;

/** Believable data for every template, for tests and for looking at the mails. */
export const samples: { readonly [N in TemplateName]: DataOf<N> } = {
  "account-confirmation": { code: "{####}", purpose: "sign_up" },
  "account-notice": { notice: "second_factor_recovered" },
  "balance-due": {
    orderNumber: order.orderNumber,
    invoiceNumber: "INV-2026-0042",
    amount: usd(361_620),
    dueOn: "2026-12-08",
    url: `${page}/pay?for=balance`,
  },
  "balance-invoice": {
    orderNumber: order.orderNumber,
    invoiceNumber: "INV-2026-0042",
    amount: usd(361_620),
    dueOn: "2026-12-08",
    attachment: "INV-2026-0042.pdf",
    url: `${page}/pay?for=balance`,
  },
  code: { code: "418027", purpose: "quote", minutes: 10 },
  "deposit-invoice": {
    orderNumber: order.orderNumber,
    invoiceNumber: "INV-2026-0031",
    amount: usd(154_980),
    dueOn: "2026-10-20",
    attachment: "INV-2026-0031.pdf",
    url: `${page}/pay?for=deposit`,
  },
  "inquiry-message": {
    product: "Lambswool crew-neck sweater",
    quantity: 300,
    from: "Meghna Knit Composite (demo)",
    text: "We can do the navy in the same yarn.\nThe lead time counts from the deposit.",
    offer: { unitPrice: usd(1_430), total: usd(429_000), leadDays: 32, validUntilOn: "2026-11-13" },
    isDeclined: false,
    url: `${origin}/app/inquiries/inq_01k0000000000000000000000d`,
  },
  "quote-note": {
    reference: "7Q4ZK2RM",
    product: "500 Hoodies",
    text: "The brushed inside is in stock; the price stays as it is.",
    kind: "answer",
    url: `${origin}/app/quotes/quo_01k0000000000000000000000d`,
  },
  "approval-news": {
    kind: "asked",
    order: "500 Hoodies",
    amount: usd(715_000),
    untilOn: "2026-11-13",
    asker: "Rina Akter",
    said: "The autumn run; last year's was the same.",
    url: `${origin}/app/approvals`,
  },
  "rfq-news": {
    kind: "bid",
    product: "500 Hoodies",
    quantity: 500,
    from: "Meghna Knit Composite (demo)",
    offer: { unitPrice: usd(1_430), total: usd(715_000), leadDays: 32, validUntilOn: "2026-11-13" },
    url: `${origin}/app/quotes/rfq_01k0000000000000000000000d`,
  },
  "lead-alert": {
    name: "Rina Akter",
    reference: "L-7Q4ZK2RM",
    quantity: 1_200,
    respondOn: "2026-10-15",
    said: "1,200 pieces, wanted by 2026-12-01\nHoodies with a kangaroo pocket, our own colour.",
    url: `${origin}/admin/leads/led_01k0000000000000000000000d`,
  },
  "lead-follow-up": {
    kind: "offer",
    name: "Rina Akter",
    reference: "L-7Q4ZK2RM",
    quantity: 1_200,
    quote: { product: "1,200 Hoodies", total: usd(1_548_000), perPiece: usd(1_290), validUntilOn: "2026-11-13" },
    url: `${origin}/shared-quote#id=quo_01k0000000000000000000000d`,
    stopUrl: `${origin}/lead-mails#t=a-token-of-this-mail`,
  },
  "lead-received": { name: "Rina Akter", reference: "L-7Q4ZK2RM", quantity: 1_200, respondOn: "2026-10-15" },
  "inspection-conditional": { ...sampleInspection(), critical: 0, major: 2, minor: 7 },
  "inspection-failed": {
    ...sampleInspection(),
    critical: 0,
    major: 9,
    minor: 14,
    note: "Nine pieces with open side seams, all from line 4.\nLine 4 re-sews the lot.",
  },
  "inspection-passed": { ...sampleInspection(), critical: 0, major: 2, minor: 6 },
  invitation: { organisation: "Nordhavn Outdoor", inviter: "Freja Lund", memberKind: "viewer", expiresOn: "2026-10-21", url: `${origin}/invitation` },
  "offer-accepted": { ...order, supplier: "Meghna Knit Composite (demo)", price: usd(392_500), url: page },
  "offer-declined": { ...order, supplier: "Meghna Knit Composite (demo)", reason: "Our dye house is full until the end of November.", url: page },
  "order-completed": { ...order, total: usd(516_600), completedOn: "2026-12-22", url: page },
  "order-delivered": { ...order, deliveredOn: "2026-12-18", url: page },
  "order-offered": { ...order, price: usd(392_500), readyOn: "2026-11-28", answerBy: "2026-10-19", url: page },
  "order-shipped": {
    ...order,
    carrier: "DHL Express",
    trackingNumber: "JD014600006281230704",
    trackingUrl: "https://www.dhl.com/track?id=JD014600006281230704",
    shippedOn: "2026-12-11",
    expectedOn: "2026-12-17",
    url: page,
  },
  "payment-receipt": {
    orderNumber: order.orderNumber,
    invoiceNumber: "INV-2026-0031",
    purpose: "deposit",
    amount: usd(154_980),
    paidOn: "2026-10-15",
    remaining: usd(361_620),
    url: page,
  },
  "product-approved": { product: "Lambswool crew-neck sweater", url: `${origin}/catalog/lambswool-crew-neck-sweater` },
  "product-rejected": {
    product: "Lambswool crew-neck sweater",
    reasons: ["The composition does not add up to 100 %.", "The second photo shows another product."],
    url: `${origin}/app/products/prd_01k0000000000000000000000b`,
  },
  "production-started": { ...order, stages: samplePlan(), promisedOn: "2026-11-28", url: page },
  "promised-date-changed": {
    orderNumber: order.orderNumber,
    product: order.product,
    before: "2026-11-28",
    after: "2026-12-03",
    reason: "The yarn lot failed the shade check and is being dyed again.",
    url: page,
  },
  "quote-accepted": { ...order, total: usd(516_600), deposit: usd(154_980), depositDueOn: "2026-10-20", url: `${page}/pay?for=deposit` },
  "quote-ready": {
    reference: "Q-2026-0219",
    product: order.product,
    quantity: order.quantity,
    lines: [
      { label: "Base, 500 pieces", amount: usd(420_000) },
      { label: "Fabric: organic cotton piqué", amount: usd(63_000) },
      { label: "Embroidery, one position", amount: usd(52_500) },
      { label: "Volume", amount: usd(-42_000) },
      { label: "Platform fee", amount: usd(23_100) },
    ],
    total: usd(516_600),
    perPiece: usd(1_033),
    leadDays: 45,
    validUntilOn: "2026-11-13",
    url: `${origin}/quote?id=quo_01k0000000000000000000000c`,
  },
  "search-alert": {
    search: "Merino knitwear under US$30",
    products: [
      {
        title: "Lambswool crew-neck sweater",
        supplier: "Meghna Knit Composite (demo)",
        price: usd(1_430),
        url: `${origin}/catalog/lambswool-crew-neck-sweater`,
      },
    ],
    more: 3,
    url: `${origin}/catalog?fibre=merino&sort=newest`,
    stopUrl: `${origin}/search-mails#t=a-token`,
  },
  "stage-updated": {
    orderNumber: order.orderNumber,
    product: order.product,
    changes: [{ stage: "Sewing", percent: 60, note: "Collars attached on 310 pieces.\nTwo lines run until Saturday." }],
    photos: 3,
    stages: [
      { name: "Fabric received", state: "done", plannedOn: "2026-10-28", actualOn: "2026-10-27" },
      { name: "Cutting", state: "done", plannedOn: "2026-10-30", actualOn: "2026-11-01" },
      { name: "Embroidery", state: "late", plannedOn: "2026-11-04", percent: 80, lateDays: 3 },
      { name: "Sewing", state: "active", plannedOn: "2026-11-14", percent: 60 },
      { name: "Finishing", state: "upcoming", plannedOn: "2026-11-18" },
      { name: "Inspection", state: "upcoming", plannedOn: "2026-11-20" },
      { name: "Packing", state: "upcoming", plannedOn: "2026-11-24" },
    ],
    promisedOn: "2026-11-28",
    url: page,
  },
  "supplier-application-received": { company: "Meghna Knit Composite (demo)", submittedOn: "2026-10-02", url: `${origin}/app/supplier` },
  "supplier-rejected": {
    company: "Meghna Knit Composite (demo)",
    reasons: ["The trade licence expired on 30 June 2026.", "The address of the factory is missing."],
    url: `${origin}/app/supplier`,
  },
  "supplier-suspended": {
    company: "Meghna Knit Composite (demo)",
    reasons: ["The compliance certificate expired on 30 June 2026."],
    url: `${origin}/app/supplier`,
  },
  "supplier-verified": { company: "Meghna Knit Composite (demo)", url: `${origin}/app/products` },
};

function sampleInspection() {
  return { orderNumber: order.orderNumber, product: order.product, inspectedOn: "2026-12-01", sampleSize: 50, url: `${page}?tab=production` };
}

function samplePlan() {
  return [
    { name: "Fabric received", plannedOn: "2026-10-28" },
    { name: "Cutting", plannedOn: "2026-10-30" },
    { name: "Embroidery", plannedOn: "2026-11-04" },
    { name: "Sewing", plannedOn: "2026-11-14" },
    { name: "Finishing", plannedOn: "2026-11-18" },
    { name: "Inspection", plannedOn: "2026-11-20" },
    { name: "Packing", plannedOn: "2026-11-24" },
  ];
}
