import { complexityNames, fabricNames, garments, placementNames, specialtyFabrics, techniqueNames } from "../garment/model.ts";
import { formatMoney } from "../kernel/money.ts";
import { redactText } from "../kernel/redact.ts";
import { type Brief, type LineKey, MAX_QUANTITY, type PricedQuote } from "../pricing/model.ts";
import { rushNames } from "../production/model.ts";

const MOST = 4;

const pieces = (count: number): string => `${count.toLocaleString("en-US")} pieces`;
const amountOf = (priced: PricedQuote, key: LineKey): number =>
  priced.lines.filter((line) => line.key === key).reduce((total, line) => total + line.amount.amount, 0);
const present = (found: readonly (string | false | undefined)[]): string[] => found.filter((one) => typeof one === "string").slice(0, MOST);

function nextBreak({ breaks, quantity, unitPrice }: PricedQuote): string | undefined {
  const better = breaks.find((step) => step.quantity > quantity && step.unitPrice.amount < unitPrice.amount && step.quantity <= MAX_QUANTITY);
  return better && `At ${pieces(better.quantity)} the price falls to ${formatMoney(better.unitPrice)} a piece`;
}

/** What the buyer could change, and what it would do; computed, never guessed. */
export function suggestionsFor(brief: Brief, priced: PricedQuote): string[] {
  const money = (key: LineKey) => formatMoney({ amount: amountOf(priced, key), currency: "USD" });
  return present([
    nextBreak(priced),
    amountOf(priced, "rush") > 0 && `The ${rushNames[priced.rush].toLowerCase()} adds ${money("rush")}; the standard schedule does not`,
    amountOf(priced, "lowMoq") > 0 && `A run this small adds ${money("lowMoq")}; a larger one would not`,
    !brief.sample && "A sample approved before the bulk adds seven working days and settles fit and colour",
    brief.sizes === undefined && "A split by size makes the cutting plan exact; an even one is assumed",
  ]);
}

/** What could go wrong or is not settled yet, from the brief and the price alone. */
export function risksOf(brief: Brief, priced: PricedQuote): string[] {
  return present([
    priced.assumptions.find((note) => note.includes("cannot be met")),
    brief.complexity === "complex" && "A complex make leaves less room in the schedule for corrections",
    specialtyFabrics.includes(brief.fabric) && `${fabricNames[brief.fabric]} has few mills; cloth that comes late moves every stage after it`,
    priced.rush !== "none" && "A shortened schedule has no spare days: approvals that wait move the finish",
    priced.sourcing?.isSpecialty === true && brief.gauge !== undefined && priced.sourcing.reasons.find((reason) => reason.startsWith("Gauge")),
    priced.assumptions.find((note) => note.includes("not included")),
  ]);
}

const decorationOf = ({ customisations }: Brief): string =>
  customisations
    .map(({ technique, placement }) => `${techniqueNames[technique].toLowerCase()}${placement ? ` (${placementNames[placement]})` : ""}`)
    .join(", ")
    .slice(0, 300) || "none";

/** The brief and its price in words, as a model may see them: no id, no person, and nothing in the notes that looks like an address or a number to call. */
export function factsFor(brief: Brief, priced: PricedQuote) {
  const { garmentType, quantity, fabric, complexity, notes, gsm } = brief;
  const garment = garments[garmentType];
  return {
    garment: `${quantity.toLocaleString("en-US")} ${garment.plural.toLowerCase()}`,
    fabric: `${fabricNames[fabric].toLowerCase()} of ${gsm ?? garment.gsm} g/m²`,
    make: complexityNames[complexity],
    decoration: decorationOf(brief),
    schedule: rushNames[priced.rush],
    leadTime: `${priced.leadTime.totalDays} working days`,
    total: formatMoney(priced.total),
    perPiece: formatMoney(priced.unitPrice),
    price: Object.fromEntries(priced.lines.map(({ label, amount }) => [label, formatMoney(amount)])),
    suggestions: suggestionsFor(brief, priced),
    risks: risksOf(brief, priced),
    ...(notes ? { notes: redactText(notes) } : {}),
  };
}
