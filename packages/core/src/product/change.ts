import { conflict } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import type { Actor } from "../kernel/actor.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import type { creating } from "../table/write.ts";
import * as Upload from "../upload/index.ts";
import { Changed } from "./event.ts";
import { entryWrite, sideOf } from "./history.ts";
import type { Copy, Picture } from "./model.ts";
import { pictureView } from "./picture.ts";
import { working } from "./revision.ts";
import { type Difference, differences, finalPrice, missingIn, qualityOf } from "./rules.ts";
import * as store from "./store.ts";
import { FieldDifference, type HistoryEntry, type LiveView, type OwnPicture, type ProductDraftView, fieldOrder } from "./view.ts";

export const ownPicture = (picture: Picture): OwnPicture => ({ ...pictureView(picture), uploadId: picture.uploadId });

type Written = Pick<store.Info, "draft" | "pictures" | "feeBps">;

const pricesOf = ({ draft, feeBps }: Written) => ({
  ...(draft.price ? { finalPrice: finalPrice(draft.price, feeBps) } : {}),
  finalBreaks: (draft.breaks ?? []).map(({ from, price }) => ({ from, price: finalPrice(price, feeBps) })),
});

const liveView = ({ draft, pictures, feeBps }: Written): LiveView => ({
  draft,
  pictures: pictures.map(ownPicture),
  ...pricesOf({ draft, pictures, feeBps }),
});

/** In which fields an open revision differs from what is live, and how. */
export const revised = (product: store.Info): readonly Difference[] => (product.revision ? differences(product, product.revision, fieldOrder) : []);

function momentsOf({ approvedAt, publishedAt, featuredUntil }: store.Info) {
  return {
    ...(approvedAt ? { approvedAt } : {}),
    ...(publishedAt ? { publishedAt } : {}),
    ...(featuredUntil ? { featuredUntil } : {}),
  };
}

const copyView = ({ askedAt, said, source }: Copy): Omit<Copy, "askId"> => ({
  askedAt,
  ...(said ? { said } : {}),
  ...(source ? { source } : {}),
});

/** A listing as those see it who work on it: what is being written, and beside it what is live where that is another. */
export function viewOf(product: store.Info): ProductDraftView {
  const { productId, orgId, supplierName, status, slug, feeBps, revision, copy, version, updatedAt } = product;
  const { draft, pictures, reason } = working(product);
  return {
    productId,
    orgId,
    supplierName,
    status,
    ...(slug ? { slug } : {}),
    draft,
    pictures: pictures.map(ownPicture),
    missing: missingIn(draft, pictures),
    ...pricesOf({ draft, pictures, feeBps }),
    feeBps,
    quality: qualityOf(draft, pictures),
    ...momentsOf(product),
    ...(revision ? { live: liveView(product), revision: { status: revision.status, startedAt: revision.startedAt } } : {}),
    ...(copy ? { copy: copyView(copy) } : {}),
    ...(reason ? { reason } : {}),
    version,
    updatedAt,
  };
}

export const changed = ({ productId, orgId }: store.Info): DomainEvent[] => [Changed({ productId, orgId })];

export const hasChanged = () => conflict("product.changed", "This listing changed while you were looking at it; read it again");

/** What the history keeps of a change; variants only by how many, for they are many and have no words. */
type Kept = Pick<HistoryEntry, "what" | "reason" | "status" | "until" | "feeBps"> & { readonly changes?: readonly Difference[] };

const counted = (value: unknown): unknown => (Array.isArray(value) ? value.length : undefined);

function entryOf(kept: Kept, actor: Actor, at: string): HistoryEntry {
  const changes = kept.changes?.map((one) =>
    FieldDifference.parse(one.field === "variants" ? { field: one.field, before: counted(one.before), after: counted(one.after) } : one),
  );
  return { ...kept, at, by: sideOf(actor), ...(changes && changes.length > 0 ? { changes } : { changes: undefined }) };
}

type Saving = store.Change & {
  readonly kept?: Kept;
  /** Uploads that the listing shows from this change on. */
  readonly adopted?: readonly Upload.Info[];
  /** Further writes of the transaction, and the error when the first of them is refused. */
  readonly with?: readonly ReturnType<typeof creating>[];
  readonly refused?: ReturnType<typeof conflict>;
};

/** Saves a change of a listing from the version that was read; throws `product.changed` when it is not that any more. */
export async function save(record: store.Info, saving: Saving, events: readonly DomainEvent[]): Promise<ProductDraftView> {
  const { adopted = [], with: more = [], refused, kept, ...change } = saving;
  const after = store.applied(record, change, nowIso());
  const [was, is] = [working(record), working(after)];
  const { draft: _draft, pictures: _pictures, revision: _revision, ...rest } = change;
  return commit({
    about: record.productId,
    writes: [
      store.changeWrite(record, change, after.updatedAt),
      ...more,
      ...adopted.map(Upload.adoptWrite),
      ...(kept ? [entryWrite(record.productId, entryOf(kept, Request.use().actor, after.updatedAt))] : []),
    ],
    events,
    changed: {
      before: { ...record, ...was.draft, pictures: was.pictures, revisionStatus: record.revision?.status },
      after: {
        ...rest,
        ...is.draft,
        pictures: is.pictures,
        ...(record.revision || after.revision ? { revisionStatus: after.revision?.status ?? null } : {}),
      },
    },
    reply: viewOf(after),
    refused: (index) => (index === 1 && refused ? refused : hasChanged()),
  });
}
