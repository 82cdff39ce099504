import * as Account from "../account/index.ts";
import * as Spending from "../spending/index.ts";
import { mayApprove } from "../spending/rules.ts";

/** Where an approval stands when somebody is written to about it. */
const told = ["asked", "approved", "declined"] as const;
type Told = (typeof told)[number];

export type Letter = { readonly kind: Told; readonly to: readonly string[]; readonly facts: Readonly<Record<string, unknown>> };

/** Who hears of it, with whoever asked: the approvers while it is asked, and the asker once it is decided. */
async function readersOf({ ownerId, askedBy, state }: Spending.Approval) {
  const [people, rules] = await Promise.all([Account.seatsOf(ownerId), Spending.findRules(ownerId)]);
  const approvers = rules?.approvers ?? [];
  const reads = (person: Account.Seat) => (state === "asked" ? mayApprove({ approvers }, person, askedBy) : person.userId === askedBy);
  return { to: people.filter(reads).map(({ email }) => email), asker: people.find(({ userId }) => userId === askedBy)?.name };
}

/** What an approval's news says and to whom; undefined once it has moved on. */
export async function letterOf(approvalId: string): Promise<Letter | undefined> {
  const approval = await Spending.findApproval(approvalId);
  const kind = told.find((one) => one === approval?.state);
  if (!approval || !kind) return undefined;
  const { to, asker } = await readersOf(approval);
  const said = kind === "asked" ? approval.note : approval.answer;
  const { title, amount, until } = approval;
  return { kind, to, facts: { order: title, amount, untilOn: until.slice(0, 10), ...(asker ? { asker } : {}), ...(said ? { said } : {}) } };
}
