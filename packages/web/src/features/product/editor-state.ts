import { usd } from "@sleekapp/core/kernel/money";
import { Draft, type DraftField, DraftField as Field } from "@sleekapp/core/product/model";
import type { ProductDraftView } from "@sleekapp/core/product/view";
import * as z from "zod";

const BreakRow = z.object({ from: z.int().optional(), price: z.int().optional() });
export type BreakRow = z.infer<typeof BreakRow>;

const PictureRow = z.object({ uploadId: z.string(), alt: z.string() });
export type PictureRow = z.infer<typeof PictureRow>;

const SpecificationRow = z.object({ name: z.string().max(60), value: z.string().max(200) });
export type SpecificationRow = z.infer<typeof SpecificationRow>;

const EditorState = z.object({
  draft: Draft.omit({ breaks: true, specifications: true }),
  breaks: z.array(BreakRow),
  specifications: z.array(SpecificationRow),
  pictures: z.array(PictureRow),
});

/** What is being written: the draft, price breaks and specifications that may be half typed, and the pictures in their order. */
export type EditorState = z.infer<typeof EditorState>;

export const parseState = (value: unknown): EditorState | undefined => EditorState.safeParse(value).data;

/** The editor's state for a listing as the API gives it. */
export function stateOf({
  draft: { breaks = [], specifications = [], ...draft },
  pictures,
}: Pick<ProductDraftView, "draft" | "pictures">): EditorState {
  return {
    draft,
    breaks: breaks.map(({ from, price }) => ({ from, price: price.amount })),
    specifications,
    pictures: pictures.map(({ uploadId, alt }) => ({ uploadId, alt })),
  };
}

/** The draft as it is sent: price breaks and specifications that are only half typed wait. */
export function draftOf({ draft, breaks, specifications }: EditorState): Draft {
  const said = specifications.map(({ name, value }) => ({ name: name.trim(), value: value.trim() })).filter(({ name, value }) => name && value);
  const whole = breaks.flatMap(({ from, price }) => (from && price ? [{ from, price: usd(price) }] : []));
  return { ...draft, breaks: whole, ...(said.length > 0 ? { specifications: said } : {}) };
}

const isEmpty = (value: unknown): boolean => value === undefined || value === "";
const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** What changed since `before`: the fields to write and those to take out, so that another device's fields stay as they are. */
export function changesOf(after: EditorState, before: EditorState): { readonly draft: Draft; readonly clear: DraftField[] } {
  const [now, then] = [draftOf(after), draftOf(before)];
  const changed = Field.options.filter((field) => differs(now[field], then[field]));
  return {
    draft: Object.fromEntries(changed.filter((field) => !isEmpty(now[field])).map((field) => [field, now[field]])),
    clear: changed.filter((field) => isEmpty(now[field])),
  };
}

export const picturesDiffer = (after: EditorState, before: EditorState): boolean => differs(after.pictures, before.pictures);
