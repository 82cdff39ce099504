import * as z from "zod";
import { type Demand, rank } from "../assignment/rules.ts";
import { familyOf, garments } from "../garment/model.ts";
import { withoutContacts } from "../inquiry/rules.ts";
import { action, nothing } from "../kernel/action.ts";
import { addDays, dateOf, endOfDay } from "../kernel/calendar.ts";
import { conflict, forbidden } from "../kernel/error.ts";
import { id, newId } from "../kernel/id.ts";
import { type Page, PageQuery } from "../kernel/page.ts";
import { demoMark, nowIso, Request } from "../kernel/request.ts";
import { scopeOf } from "../kernel/scope.ts";
import { Brief } from "../pricing/model.ts";
import { PLATFORM_FEE_BPS } from "../product/model.ts";
import * as Quote from "../quote/index.ts";
import * as Supplier from "../supplier/index.ts";
import { commit } from "../table/commit.ts";
import { Invited, Opened } from "./event.ts";
import { MATCHED, MAX_PARTIES, OPEN_DAYS, RespondDays, Status } from "./model.ts";
import * as policy from "./policy.ts";
import { takesBids, workingDaysUntil } from "./rules.ts";
import { cardOf, requestCardOf, requestViewOf, viewOf } from "./shown.ts";
import * as store from "./store.ts";
import type { RequestCard, RequestView, RfqCard, RfqView } from "./view.ts";

export { Awarded, BidMade, Cancelled, Countered, Invited, Opened, Passed } from "./event.ts";
export { answerCounter, bid, pass } from "./bid.ts";
export { award, cancel, counter } from "./decide.ts";
export { fileLink, files } from "./files.ts";
export { letterOf, lettersOf } from "./letter.ts";
export { awardable, standingRounds } from "./standing.ts";

/**
 * What the request asks of a supplier, in the words of the ranking of orders: the same hard filters decide who is asked. Nobody was
 * promised a day, unless the buyer named one, so a slow supplier may bid.
 */
const demandOf = (brief: Brief, now: Date): Demand => ({
  family: familyOf(brief.garmentType),
  techniques: brief.customisations.map(({ technique }) => technique),
  quantity: brief.quantity,
  promisedDays: brief.wantedOn === undefined ? OPEN_DAYS : workingDaysUntil(dateOf(now), brief.wantedOn),
  excluded: [],
});

/** A colour that is called like a way to reach somebody has its place for a name. */
const colourless = (colours: NonNullable<Brief["colours"]>) =>
  colours.map(({ name, sizes }, place) => ({ name: withoutContacts(name) === name ? name : `No. ${place + 1} of the split`, sizes }));

/** What is wanted, without a word of how to reach who wants it. */
function anonymous({ notes, colours, ...rest }: Brief): Brief {
  return { ...rest, ...(notes === undefined ? {} : { notes: withoutContacts(notes) }), ...(colours ? { colours: colourless(colours) } : {}) };
}

const Opening = z.strictObject({ brief: Brief, days: RespondDays.default(7), filesOf: id("quote").optional() });
const loadCandidates = async () => ({ candidates: await Supplier.candidates() });

/** Nothing is sent along unless the buyer says so, and then exactly what they see at this moment. */
const filesFor = async (quoteId: string | undefined, ownerId: string) =>
  quoteId === undefined ? {} : { filesOf: await Quote.filesToSend(quoteId, ownerId) };

/**
 * A buyer's brief goes to the suppliers that can make it, best first, at most ten: who fails a hard filter is not asked. Contact
 * details are taken out of what the buyer wrote, and nobody learns who they are; files of a quote go along as
 * they are, and only where the buyer names the quote. Where nobody fits, the platform invites.
 */
export const open = action(
  { name: "rfq.open", effect: "command", input: Opening, load: loadCandidates, policy: policy.open },
  async ({ input: { brief, days, filesOf }, record, actor, now }) => {
    const matched = rank(record.candidates, demandOf(brief, now))
      .filter(({ blocked }) => blocked.length === 0)
      .slice(0, MATCHED);
    const [rfqId, createdAt] = [newId("rfq"), nowIso()];
    const { quantity, garmentType } = brief;
    const wanted = anonymous(brief);
    const shared = {
      rfqId,
      title: `${quantity.toLocaleString("en-US")} ${garments[garmentType].plural}`,
      quantity,
      respondBy: endOfDay(addDays(dateOf(now), days)),
      createdAt,
      ...demoMark(),
    };
    const ownerId = actor.type === "member" ? actor.orgId : "";
    return commit({
      about: rfqId,
      writes: [
        ...store.createWrites(
          { ...shared, ownerId, feeBps: PLATFORM_FEE_BPS, invited: matched.length },
          { brief: wanted, ...(await filesFor(filesOf, ownerId)) },
        ),
        ...matched.map(({ supplierId, name }) => store.inviteWrite({ ...shared, supplierId, supplierName: name })),
      ],
      events: [Opened({ rfqId, invited: matched.length })],
      reply: { rfqId, invited: matched.length },
    });
  },
);

const ById = z.strictObject({ rfqId: id("rfq") });
const load = ({ rfqId }: { readonly rfqId: string }) => store.find(rfqId);

/** One request with every bid, for its buyer and the platform. */
export const get = action({ name: "rfq.get", effect: "read", input: ById, load, policy: policy.read }, async ({ record }): Promise<RfqView> =>
  viewOf(record, nowIso()),
);

/** The caller's requests, newest first; for admins those of one status. */
export const list = action(
  { name: "rfq.list", effect: "read", input: PageQuery.extend({ status: Status.default("open") }), load: nothing, policy: policy.list },
  async ({ input, actor }): Promise<Page<RfqCard>> => {
    const scope = scopeOf(actor);
    if (scope.by === "supplier") throw forbidden("rfq.list.forbidden", "You are not allowed to list these");
    const page = await store.list(scope, input.status, input);
    return { ...page, items: page.items.map((rfq) => cardOf(rfq, nowIso())) };
  },
);

/** What the caller's company was asked to bid for, what was said last first. */
export const listRequests = action(
  { name: "rfq.list_requests", effect: "read", input: PageQuery, load: nothing, policy: policy.listRequests },
  async ({ input, actor }): Promise<Page<RequestCard>> => {
    const scope = scopeOf(actor);
    if (scope.by !== "supplier") throw forbidden("rfq.list_requests.forbidden", "You are not allowed to list these");
    const page = await store.listRequests(scope.orgId, input);
    return { ...page, items: page.items.map((party) => requestCardOf(party, nowIso())) };
  },
);

/** The caller's own side of a request; there is none for anybody who was not invited. */
const loadRequest = async ({ rfqId }: { readonly rfqId: string }) => {
  const { actor } = Request.use();
  return actor.type === "member" && actor.orgKind === "supplier" ? store.findRequest(rfqId, actor.orgId) : undefined;
};

/** A request as an invited supplier reads it: what is wanted, and its own bid. */
export const getRequest = action(
  { name: "rfq.get_request", effect: "read", input: ById, load: loadRequest, policy: policy.readRequest },
  async ({ record }): Promise<RequestView> => requestViewOf(record, nowIso()),
);

const Inviting = ById.extend({ supplierId: z.string().max(60) });

async function loadInviting({ rfqId, supplierId }: z.output<typeof Inviting>) {
  const [whole, name] = await Promise.all([store.find(rfqId), Supplier.verifiedName(supplierId)]);
  return whole && { ...whole, name };
}

/**
 * An administrator asks one more supplier, whether the ranking would have or not. Throws `rfq.supplier` for one that is not verified
 * or has been asked already, `rfq.full`, and `rfq.closed` once no bids come in any more.
 */
export const invite = action(
  { name: "rfq.invite", effect: "command", input: Inviting, load: loadInviting, policy: policy.invite },
  async ({ input: { rfqId, supplierId }, record: { rfq, parties, name } }) => {
    if (!takesBids(rfq, nowIso())) throw conflict("rfq.closed", "No bids come in for this request any more", { status: rfq.status });
    if (parties.length >= MAX_PARTIES) throw conflict("rfq.full", `A request goes to ${MAX_PARTIES} suppliers at most`);
    if (name === undefined || parties.some((party) => party.supplierId === supplierId))
      throw conflict("rfq.supplier", "Only a verified supplier that has not been asked yet can be invited");
    const { title, quantity, respondBy, isDemo } = rfq;
    const invited = { rfqId, supplierId, supplierName: name, title, quantity, respondBy, createdAt: nowIso(), ...(isDemo ? { isDemo } : {}) };
    return commit({
      about: rfqId,
      writes: [store.changeWrite(rfq, { invited: rfq.invited + 1 }), store.inviteWrite(invited)],
      events: [Invited({ rfqId, supplierId })],
      changed: { before: rfq, after: { invited: rfq.invited + 1 } },
      reply: { rfqId, invited: rfq.invited + 1 },
      refused: () => conflict("rfq.changed", "This request changed while you were looking at it; read it again"),
    });
  },
);
