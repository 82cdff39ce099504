import { importing, publishing } from "./catalogue.ts";
import { balance, delivery } from "./delivery.ts";
import { filing } from "./files.ts";
import { deposit } from "./money.ts";
import { assignment, reporting, sample } from "./production.ts";
import { acceptance, commentary, pricing } from "./quote.ts";
import { floor, signUps, verification } from "./supplier.ts";
import type { Step } from "./world.ts";

export { type Made, type People, peopleOf, type Step, type World } from "./world.ts";

/** The way from a factory's first visit to a delivered and paid order, in order; each step stands on those before it. */
export const steps: readonly Step[] = [
  signUps,
  verification,
  floor,
  importing,
  publishing,
  pricing,
  commentary,
  filing,
  acceptance,
  deposit,
  assignment,
  reporting,
  sample,
  balance,
  delivery,
];
