import type { Order } from "./reads.ts";

type Alarm = NonNullable<Order["alarm"]>;

const troubles: Readonly<Record<Alarm["cause"], string>> = {
  unassigned: "No factory has been offered this order",
  unanswered: "The supplier has not answered the offer",
  unplanned: "This order has no plan",
  silent: "Nothing has been reported for days",
  late: "A stage is past its day",
  uninspected: "The goods wait for their inspection",
  undecided: "The buyer's decision is waited for",
  uninvoiced: "The balance has not been asked for",
  unshipped: "The goods are paid and have not left",
  held: "On hold for more than a week",
};

const owners: Readonly<Record<Alarm["owner"], string>> = { supplier: "the factory", admin: "SleekApp", buyer: "the buyer" };
const steps = ["", "reminded", "with SleekApp", "the buyer has been told"] as const;

/** What is wrong with an order and with whom it lies, for those who are to do something. */
export const alarmText = ({ cause, owner, level }: Alarm): { readonly trouble: string; readonly standing: string } => ({
  trouble: troubles[cause],
  standing: `To be done by ${owners[owner]}; ${steps[level] ?? ""}.`,
});
