import type { InquiryCard, InquiryView } from "../../../../packages/core/src/inquiry/view.ts";
import type { Example } from "../example.ts";
import { cardigan, tee } from "./visitor.ts";

const usd = (amount: number) => ({ amount, currency: "USD" as const });
const idOf = (number: number) => `inq_01m7zrzqkf000000000000000${number}`;

const card: InquiryCard = {
  inquiryId: idOf(1),
  productId: cardigan.productId,
  title: cardigan.title,
  slug: cardigan.slug,
  supplierName: cardigan.supplierName,
  quantity: 300,
  status: "offered",
  isExpired: false,
  expiresAt: "2026-12-20T23:59:59.999Z",
  awaits: "buyer",
  lastAt: "2026-11-20T08:12:00.000Z",
  createdAt: "2026-11-18T09:30:00.000Z",
};

const cards: readonly InquiryCard[] = [
  card,
  { ...card, inquiryId: idOf(2), title: tee.title, productId: tee.productId, slug: tee.slug, status: "open", awaits: "supplier", quantity: 1_200 },
  { ...card, inquiryId: idOf(3), status: "open", isExpired: true, expiresAt: "2026-11-01T23:59:59.999Z" },
  { ...card, inquiryId: idOf(4), status: "converted" },
  { ...card, inquiryId: idOf(5), status: "declined" },
];

const question = "Can you make the collar in navy, with a horn button? We would need 300 pieces for the autumn.\nOne sample first.";

/** The thread as one side reads it: the same words, each side's own price. */
const threadFor = (viewer: "buyer" | "supplier"): InquiryView => {
  const [before, price] = viewer === "buyer" ? [usd(4_950), usd(4_519)] : [usd(4_500), usd(4_108)];
  const offer = { quantity: 300, leadDays: 32, validUntilOn: "2026-12-14", isExpired: false };
  return {
    ...card,
    viewer,
    ...(viewer === "supplier" ? { feeBps: 1_000 } : {}),
    messages: [
      { messageId: "msg_01m7zrzqkf0000000000000001", side: "buyer", text: question, at: card.createdAt },
      {
        messageId: "msg_01m7zrzqkf0000000000000002",
        side: "supplier",
        offer: { ...offer, unitPrice: before, total: usd(before.amount * 300), isCurrent: false },
        at: "2026-11-19T04:02:00.000Z",
      },
      {
        messageId: "msg_01m7zrzqkf0000000000000003",
        side: "supplier",
        text: "Navy is in stock after all, so it costs less.",
        offer: { ...offer, unitPrice: price, total: usd(price.amount * 300), isCurrent: true },
        at: card.lastAt,
      },
    ],
  };
};

export const offered = threadFor("buyer");
export const received = threadFor("supplier");

const path = `/app/inquiries/${card.inquiryId}`;
const read = `GET /v1/inquiries/${card.inquiryId}`;
const asked: InquiryView = { ...offered, status: "open", awaits: "supplier", messages: offered.messages.slice(0, 1) };

/** Threads about products, as either side sees them. */
export const inquiryExamples: Readonly<Record<string, readonly Example[]>> = {
  "/app/inquiries": [{ bodies: { "GET /v1/inquiries": { items: cards } } }, { bodies: { "GET /v1/inquiries": { items: [] } }, state: "none yet" }],
  "/app/inquiries/:id": [
    { paths: [path], bodies: { [read]: offered }, who: ["buyer"] },
    { paths: [path], bodies: { [read]: received }, who: ["supplier"] },
    { paths: [path], bodies: { [read]: asked }, who: ["buyer"], state: "waiting" },
    {
      paths: [path],
      bodies: { [read]: { ...offered, status: "converted", quoteId: "quo_01m7zrzqkf0000000000000001" } },
      who: ["buyer"],
      state: "converted",
    },
    { paths: [path], bodies: { [read]: { ...received, status: "declined" } }, who: ["supplier"], state: "ended" },
    { paths: [path], bodies: { [read]: { ...offered, viewer: "admin" } }, who: ["admin"] },
  ],
};
