import type { Answers } from "../../product-import/model.ts";
import { asked, type Need, type ProductDraft, type WaitingProduct } from "./complete.ts";
import { type Entry, type Open, readEntries } from "./entries.ts";
import type { OwnProduct } from "./own.ts";
import type { Rejection } from "./rejection.ts";

export { asked, type Asked, type Need, type ProductDraft, type VariantDraft, type WaitingProduct } from "./complete.ts";
export { type Entry, type Open, readEntries } from "./entries.ts";
export { type OwnProduct } from "./own.ts";
export { MAX_ROWS } from "./read.ts";
export { type Rejection, type RejectionCode, rejectionCodes } from "./rejection.ts";

export type Tally = { readonly value: string; readonly products: number };

export type Preview = {
  readonly create: readonly ProductDraft[];
  readonly creates: number;
  /** Listings of our own export, which are changed in place. */
  readonly own: readonly OwnProduct[];
  readonly owns: number;
  readonly waiting: readonly WaitingProduct[];
  readonly rejected: readonly Rejection[];
  readonly rejections: number;
  readonly needs: readonly Need[];
  /** The types and tags the rules can name, the most frequent first. */
  readonly types: readonly Tally[];
  readonly tags: readonly Tally[];
  /** False when the file goes on beyond the rows that were read. */
  readonly isWhole: boolean;
};

class Counts {
  private readonly counts = new Map<string, number>();

  add(values: readonly string[]): void {
    for (const value of values) this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
  }

  tallies(): readonly Tally[] {
    return [...this.counts]
      .map(([value, products]) => ({ value, products }))
      .toSorted((a, b) => b.products - a.products || a.value.localeCompare(b.value, "en"));
  }
}

/** Keeps the first of a list and counts the rest. */
class First<T> {
  readonly kept: T[] = [];
  count = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(value: T): void {
    this.count += 1;
    if (this.kept.length < this.#most) this.kept.push(value);
  }
}

/** What products lack that nobody has answered, each once with how many and where first. */
export class Needs {
  readonly #needs = new Map<string, Need>();

  add({ line, lacks }: WaitingProduct): void {
    for (const field of lacks) {
      const before = this.#needs.get(field) ?? { field, products: 0, firstLine: line };
      this.#needs.set(field, { field, products: before.products + 1, firstLine: Math.min(before.firstLine, line) });
    }
  }

  list(): Need[] {
    return asked.flatMap((field) => this.#needs.get(field) ?? []);
  }
}

class Gathered {
  readonly create: First<ProductDraft>;
  readonly own: First<OwnProduct>;
  readonly waiting: First<WaitingProduct>;
  readonly rejected: First<Rejection>;
  readonly needs = new Needs();
  readonly types = new Counts();
  readonly tags = new Counts();
  isWhole = true;

  constructor(most: number) {
    this.create = new First(most);
    this.own = new First(most);
    this.waiting = new First(most);
    this.rejected = new First(Math.max(most, 200));
  }

  add(entry: Entry): void {
    if (entry.kind === "cut") return void (this.isWhole = false);
    if (entry.kind === "rejected") return this.rejected.add(entry.rejection);
    if (entry.kind === "own") return this.own.add(entry.product);
    this.types.add(entry.product.type === undefined ? [] : [entry.product.type]);
    this.tags.add(entry.product.tags);
    if (entry.kind === "product") return this.create.add(entry.product);
    this.waiting.add(entry.waiting);
    this.needs.add(entry.waiting);
  }
}

/** How many of each kind are kept, and how many rows are read. */
type Bounds = { readonly most?: number; readonly rows?: number };

/**
 * What importing a file would make: the products that are complete, those that wait for an answer, the rows left out with line and
 * reason, and each question once for the whole file. The same file and answers give the same preview. Nothing is invented: family,
 * minimum order and lead time come from the file or from the owner; only a missing SKU is derived, from handle and options, and says so.
 * The first `most` of each list are kept, all are counted; of a file with more than `rows` rows only those are looked at. Throws as `readRows` does when the file cannot be read at all.
 */
export async function previewFile(open: Open, answers: Answers, { most = Number.POSITIVE_INFINITY, rows }: Bounds = {}): Promise<Preview> {
  const gathered = new Gathered(most);
  for await (const entry of readEntries(open, answers, rows)) gathered.add(entry);
  const { create, own, waiting, rejected, needs, types, tags, isWhole } = gathered;
  return {
    create: create.kept.toSorted((a, b) => a.line - b.line),
    creates: create.count,
    own: own.kept,
    owns: own.count,
    waiting: waiting.kept,
    rejected: rejected.kept.toSorted((a, b) => a.line - b.line),
    rejections: rejected.count,
    needs: needs.list(),
    types: types.tallies(),
    tags: tags.tallies(),
    isWhole,
  };
}
