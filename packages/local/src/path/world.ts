import { codeOf, type Input, person, type Person, type Town, Unexpected, type With } from "../people/person.ts";
import type { Route } from "@sleekapp/contracts/route";

/** Everybody on the path; each starts as a stranger with an address of this run. */
export type People = {
  readonly supplier: Person;
  readonly factory: Person;
  readonly otherSupplier: Person;
  readonly buyer: Person;
  readonly otherBuyer: Person;
  readonly admin: Person;
  readonly nobody: Person;
};

/** What the steps have made so far. */
export type Made = {
  supplierId?: string;
  productSlug?: string;
  quoteId?: string;
  claim?: string;
  quoteFileId?: string;
  orderId?: string;
  orderNumber?: string;
  trackingToken?: string;
  uploadId?: string;
  pdfBytes?: number;
};

export type World = {
  readonly town: Town;
  readonly root: string;
  readonly people: People;
  readonly made: Made;
  /** Password of everybody on the path. */
  readonly password: string;
};

/** One thing that happens on the path; `run` gives one sentence for each thing it proved, and throws when anything is not as promised. */
export type Step = { readonly name: string; readonly run: (world: World) => Promise<readonly string[]> };

/** A made value that an earlier step must have left. */
export function needed<K extends keyof Made>(world: World, key: K): NonNullable<Made[K]> {
  const value = world.made[key];
  if (value === undefined || value === null) throw new Error(`No step has made ${key} yet`);
  return value;
}

/** Throws, naming what, unless it holds. */
export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`Not as promised: ${what}`);
}

/** The call must be refused with this status, and this code when one is given. */
export async function refused<R extends Route>(
  who: Person,
  route: R,
  { status, code, ...input }: Input<R> & { readonly status: number; readonly code?: string } & { readonly with?: With },
): Promise<void> {
  const { with: more, ...rest } = input;
  const answer = await who.attempt(route, rest, more);
  if (answer.status !== status || (code !== undefined && codeOf(answer) !== code)) throw new Unexpected(route, answer);
}

/** The people of a run; the admin is the same in every run of one stage, because a stage has its first admin once. */
export function peopleOf(town: Town, run: string): People {
  const at = (name: string) => person(town, `${name}.${run}@people.example`);
  return {
    supplier: at("salma"),
    factory: at("farid"),
    otherSupplier: at("omar"),
    buyer: at("bea"),
    otherBuyer: at("otto"),
    admin: person(town, "ada@sleekapp.example"),
    nobody: at("nobody"),
  };
}
