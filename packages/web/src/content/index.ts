import type { Doc } from "../../tools/markdown.ts";
import type { Slug } from "./slugs.ts";

export type { Doc, DocNode } from "../../tools/markdown.ts";

const loads: Readonly<Record<Slug, () => Promise<{ readonly doc: Doc }>>> = {
  "how-it-works": () => import("./how-it-works.md"),
  materials: () => import("./materials.md"),
  "samples-shipping-payment": () => import("./samples-shipping-payment.md"),
  suppliers: () => import("./suppliers.md"),
  standards: () => import("./standards.md"),
  faq: () => import("./faq.md"),
  legal: () => import("./legal.md"),
  contact: () => import("./contact.md"),
};

/** The read of a written page, for the page itself and for whoever has it ready before the page is drawn. */
export const documentQuery = (slug: string) => ({
  queryKey: ["document", slug],
  queryFn: async (): Promise<Doc | null> => (await loadOf(slug)?.())?.doc ?? null,
  staleTime: Number.POSITIVE_INFINITY,
});

/** How to load a written page, each in a file of its own; undefined for a slug that does not exist. */
export const loadOf = (slug: string): (() => Promise<{ readonly doc: Doc }>) | undefined => new Map(Object.entries(loads)).get(slug);
