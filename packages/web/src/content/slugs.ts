/** The written pages, in the order people meet them; each is `<slug>.md` beside this file. */
export const documents = ["how-it-works", "materials", "samples-shipping-payment", "suppliers", "standards", "faq", "legal", "contact"] as const;
export type Slug = (typeof documents)[number];
