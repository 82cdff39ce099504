import type { Draft, Picture, Revision, Status } from "./model.ts";

type Held = {
  readonly status: Status;
  readonly draft: Draft;
  readonly pictures: readonly Picture[];
  readonly reason?: string | undefined;
  readonly revision?: Revision | undefined;
};

/** Statuses of a listing whose words buyers have been shown; to change them takes a revision. */
export const isLive = (status: Status): boolean => status === "approved" || status === "paused";

/** What its supplier works on and the platform reviews: the open revision of a live listing, else the listing. */
export function working({
  status,
  draft,
  pictures,
  reason,
  revision,
}: Held): Pick<Revision, "draft" | "pictures" | "reason"> & { readonly status: Status } {
  return revision ?? { status, draft, pictures: [...pictures], ...(reason ? { reason } : {}) };
}

/** The queue a listing stands in: one that waits for approval stands among those, live or not. */
export const laneOf = ({ status, revision }: Pick<Held, "status" | "revision">): Status =>
  isLive(status) && revision?.status === "pending_approval" ? "pending_approval" : status;

/** A listing that stops being live goes on from its revision, for it is reviewed before anybody sees it again. */
export const folded = ({ revision }: Pick<Held, "revision">): { readonly draft?: Draft; readonly pictures?: Picture[]; readonly revision?: null } =>
  revision ? { draft: revision.draft, pictures: revision.pictures, revision: null } : {};
