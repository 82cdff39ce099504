import { sum } from "@sleekapp/core/kernel/money";
import type { RevisionView } from "@sleekapp/core/quote/view";
import type { Money } from "../../lib/money.ts";
import { lineNames } from "@sleekapp/core/pricing/words";

/** The kinds of lines that any of these revisions has, in the order of the first that has most. */
export function lineLabels(revisions: readonly RevisionView[]): readonly { readonly key: string; readonly label: string }[] {
  const keys = [...new Set(revisions.flatMap(({ priced }) => priced.lines.map(({ key }) => key)))];
  return keys.map((key) => ({ key, label: lineNames[key] }));
}

/** What a revision asks for one kind of line, all of them together; undefined where it has none. */
export function lineOf({ priced }: RevisionView, key: string): Money | undefined {
  const lines = priced.lines.filter((line) => line.key === key);
  return lines.length === 0 ? undefined : sum(lines.map(({ amount }) => amount));
}

const facts: Readonly<Record<string, (revision: RevisionView) => unknown>> = {
  quantity: ({ priced }) => priced.quantity,
  sizes: ({ brief }) => Object.entries(brief.sizes ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  colours: ({ brief }) => brief.colours ?? [],
  total: ({ priced }) => priced.total.amount,
  lead: ({ priced }) => priced.leadTime.totalDays,
};

const differs = (revisions: readonly RevisionView[], fact: (revision: RevisionView) => unknown): boolean =>
  new Set(revisions.map((revision) => JSON.stringify(fact(revision)))).size > 1;

/** What is not the same in all of these revisions. */
export function changedIn(revisions: readonly RevisionView[]): ReadonlySet<string> {
  const named = Object.entries(facts).filter(([, fact]) => differs(revisions, fact));
  const lines = lineLabels(revisions).filter(({ key }) => differs(revisions, (revision) => lineOf(revision, key)?.amount));
  return new Set([...named.map(([name]) => name), ...lines.map(({ key }) => key)]);
}
