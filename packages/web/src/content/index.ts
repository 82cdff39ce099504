import type { Doc } from "../../tools/markdown.ts";

export type { Doc, DocNode } from "../../tools/markdown.ts";

/** Every written page by its slug, each in a file of its own. */
export const documents: Readonly<Record<string, () => Promise<{ readonly doc: Doc }>>> = {
  "how-it-works": () => import("./how-it-works.md"),
  materials: () => import("./materials.md"),
  "samples-shipping-payment": () => import("./samples-shipping-payment.md"),
  suppliers: () => import("./suppliers.md"),
  standards: () => import("./standards.md"),
  faq: () => import("./faq.md"),
  legal: () => import("./legal.md"),
  contact: () => import("./contact.md"),
};
