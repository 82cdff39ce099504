import type { PriceBook } from "../pricing/model.ts";
import { estimate } from "../pricing/rules.ts";
import { isLate, priorityOf, temperatureOf } from "./rules.ts";
import * as store from "./store.ts";
import type { LeadCard, LeadView } from "./view.ts";

/** What somebody is told to name when they ask again. */
export const referenceOf = (leadId: string): string => `L-${leadId.slice(-8).toUpperCase()}`;

/** A lead in the pipeline. */
export function cardOf(lead: store.Info, now: string): LeadCard {
  const { leadId, name, company, quantity, garmentType, stage, respondBy, respondedAt, nextOn, requests, lastAt, createdAt } = lead;
  return {
    leadId,
    reference: referenceOf(leadId),
    name,
    quantity,
    stage,
    temperature: temperatureOf(lead, now),
    priority: priorityOf(lead, now),
    respondBy,
    isLate: isLate(lead, now),
    requests,
    lastAt,
    createdAt,
    ...(company === undefined ? {} : { company }),
    ...(garmentType === undefined ? {} : { garmentType }),
    ...(respondedAt === undefined ? {} : { respondedAt }),
    ...(nextOn === undefined ? {} : { nextOn }),
  };
}

/** A lead with everything about it, how to reach them and what the book would say. */
export async function viewOf(lead: store.Lead, book: PriceBook, now: string): Promise<LeadView> {
  const { wantedOn, ownedBy, quoteId, isQuiet, version, log, garmentType, quantity } = lead;
  const figures = garmentType ? estimate({ garmentType, quantity }, book) : undefined;
  return {
    ...cardOf(lead, now),
    ...(await store.reachOf(lead)),
    isQuiet,
    version,
    entries: log.toReversed(),
    ...(wantedOn === undefined ? {} : { wantedOn }),
    ...(ownedBy === undefined ? {} : { ownedBy }),
    ...(quoteId === undefined ? {} : { quoteId }),
    ...(figures ? { estimate: figures } : {}),
  };
}
