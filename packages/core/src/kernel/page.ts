import * as z from "zod";

/** The largest page any list gives; nothing is read without a limit. */
export const MAX_PAGE = 50;

/** How a caller asks for a page: how many, and where the last one stopped. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(20),
  cursor: z.string().max(2_000).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

export type Page<T> = { readonly items: readonly T[]; readonly nextCursor?: string };

/** The schema of one page of items. */
export const pageOf = <S extends z.ZodType>(item: S) => z.strictObject({ items: z.array(item).readonly(), nextCursor: z.string().optional() });
