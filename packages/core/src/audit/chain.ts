import type { Changes } from "../kernel/redacted.ts";
import { sha256 } from "../ports/crypto.ts";

/** What is sealed of an event: everything its row says but where it stands in the outbox. */
export type Content = {
  readonly eventId: string;
  readonly subjectId: string;
  readonly type: string;
  readonly actor: { readonly type: string; readonly id: string; readonly orgId?: string | undefined };
  readonly data: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  readonly at: string;
  readonly source?: string | undefined;
  readonly changes?: Changes | undefined;
  /** Epoch seconds after which the row may be gone. */
  readonly ttl?: number | undefined;
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]));
};

/** One text for one value, whatever order its fields came in: names sorted by code unit, no blanks, absent fields left out. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value));

/** The hash of what an event says. */
export function contentHash({ eventId, subjectId, type, actor, data, requestId, at, source, changes, ttl }: Content): string {
  return sha256(canonical({ v: 1, eventId, subjectId, type, actor, data, requestId, at, source, changes, ttl }));
}

/** The link before a day's first entry. */
export const genesis = (day: string): string => sha256(`sleekapp-audit-1:${day}`);

/** The place of an entry in its day's chain. */
export type Seal = { readonly kind: "event" | "expiry"; readonly position: number; readonly hash: string; readonly sealedAt: string };

/** Ties an entry to everything before it. */
export const linkOf = (before: string, { kind, position, hash, sealedAt }: Seal): string =>
  sha256(canonical({ before, kind, position, hash, sealedAt }));

export type Sealed = Seal & { readonly link: string };

/** The seals of contents that follow a link, in their order. */
export function sealAfter(
  head: { readonly link: string; readonly entries: number },
  contents: readonly Unsealed[],
  sealedAt: string,
): readonly Sealed[] {
  const sealed: Sealed[] = [];
  for (const { kind, content } of contents) {
    const seal = { kind, position: head.entries + sealed.length + 1, hash: contentHash(content), sealedAt };
    sealed.push({ ...seal, link: linkOf(sealed.at(-1)?.link ?? head.link, seal) });
  }
  return sealed;
}

export type Unsealed = { readonly kind: "event" | "expiry"; readonly content: Content };
