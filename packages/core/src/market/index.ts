import * as z from "zod";
import { Family, type GarmentType } from "../garment/model.ts";
import { action, nothing } from "../kernel/action.ts";
import { dateOf } from "../kernel/calendar.ts";
import { conflict, forbidden } from "../kernel/error.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { MAX_QUANTITY } from "../pricing/model.ts";
import { commit } from "../table/commit.ts";
import { Forgotten, Observed, WordsAsked } from "./event.ts";
import { type Band, ByGarment, type Figure, MAX_OBSERVATIONS, type Measure, Observation, RESOLUTION_BPS } from "./model.ts";
import * as policy from "./policy.ts";
import { bandOf, figureOf, monthsOf, ownOf, spanAt } from "./rules.ts";
import * as store from "./store.ts";
import type { BenchmarkView, GarmentMarketView, PositionView, TrendView } from "./view.ts";
import { sentenceOf, withheld } from "./words.ts";

export { Forgotten, Observed, WordsAsked, WordsWritten } from "./event.ts";

const spanNow = () => spanAt(dateOf(nowIso()));
const resolutionBps = RESOLUTION_BPS;
const of = (rows: readonly store.Row[], measure: Measure) => rows.filter((row) => row.measure === measure);

type Told = { readonly figure: Figure; readonly measure: "ordered" | "quoted"; readonly band?: Band };

/** What comes nearest to a brief: what was ordered before what was quoted, runs of its size before all. */
function nearest(rows: readonly store.Row[], band: Band): Told | undefined {
  for (const measure of ["ordered", "quoted"] as const)
    for (const size of [band, undefined]) {
      const figure = figureOf(of(rows, measure), size);
      if (figure) return { figure, measure, ...(size === undefined ? {} : { band: size }) };
    }
  return undefined;
}

const Asking = ByGarment.extend({ quantity: z.coerce.number().int().min(1).max(MAX_QUANTITY) });

/** What others pay for a piece of a garment, for a run of this size where enough are known; one request. Withheld where it would tell of somebody. */
export const benchmark = action(
  { name: "market.benchmark", effect: "read", input: Asking, load: nothing, policy: policy.benchmark },
  async ({ input: { garmentType, quantity } }): Promise<BenchmarkView> => {
    const span = spanNow();
    const told = nearest(await store.rowsOf(store.segments.garment(garmentType), span), bandOf(quantity));
    const words = told ? sentenceOf({ garmentType, span, ...told }) : withheld(garmentType);
    return { garmentType, span, resolutionBps, words, ...told };
  },
);

/** How a supplier's own prices stand by those of all suppliers; two requests at once. */
export const position = action(
  { name: "market.position", effect: "read", input: ByGarment, load: nothing, policy: policy.position },
  async ({ input: { garmentType }, actor }): Promise<PositionView> => {
    if (actor.type !== "member") throw forbidden("market.position.forbidden", "You are not allowed to do this");
    const span = spanNow();
    const [all, mine] = await Promise.all([
      store.rowsOf(store.segments.garment(garmentType), span),
      store.rowsOf(store.segments.own(actor.orgId), span),
    ]);
    const [spread, own] = [figureOf(of(all, "made")), ownOf(mine.filter(({ what }) => what === garmentType))];
    return { garmentType, span, resolutionBps, ...(own ? { own } : {}), ...(spread ? { spread } : {}) };
  },
);

/** What buyers ordered at, family by family and month by month; one request. */
export const trends = action(
  { name: "market.trends", effect: "read", input: z.strictObject({}), load: nothing, policy: policy.oversee },
  async (): Promise<TrendView> => {
    const span = spanNow();
    const rows = of(await store.rowsOf(store.segments.families, span), "ordered");
    const families = Family.options.map((family) => ({
      family,
      months: monthsOf(span).map((month) => {
        const figure = figureOf(rows.filter((row) => row.what === family && row.month === month));
        return { month, ...(figure ? { figure } : {}) };
      }),
    }));
    return { span, resolutionBps, families };
  },
);

/** Figures of a garment as they may be told, by what was counted. */
export function figuresOf(rows: readonly store.Row[]): GarmentMarketView["figures"] {
  return (["quoted", "ordered", "made"] as const).map((measure) => {
    const figure = figureOf(of(rows, measure));
    return { measure, ...(figure ? { figure } : {}) };
  });
}

/** The rule's own words for what is known of a garment. */
export function ruled(garmentType: GarmentType, figures: GarmentMarketView["figures"]): string {
  const span = spanNow();
  const said = figures.flatMap(({ measure, figure }) => (figure ? [sentenceOf({ garmentType, span, measure, figure })] : []));
  return said.length > 0 ? said.join(" ") : withheld(garmentType);
}

/** Everything about one garment, for the platform: figures, what was seen of competitors, and the words to it. */
export const garment = action(
  { name: "market.garment", effect: "read", input: ByGarment, load: nothing, policy: policy.oversee },
  async ({ input: { garmentType } }): Promise<GarmentMarketView> => {
    const span = spanNow();
    const [rows, observations, kept] = await Promise.all([
      store.rowsOf(store.segments.garment(garmentType), span),
      store.observationsOf(garmentType),
      store.wordsOf(garmentType),
    ]);
    const figures = figuresOf(rows);
    const words = kept ?? { text: ruled(garmentType, figures), source: "fallback" as const };
    return { garmentType, span, resolutionBps, figures, observations: observations.map(({ by: _by, ...seen }) => seen), words };
  },
);

const Observing = Observation.extend(ByGarment.shape);
const loadSeen = async ({ garmentType }: z.output<typeof ByGarment>) => ({ seen: await store.observationsOf(garmentType) });

/** An administrator keeps what they saw of a competitor: where, when, at what price. Throws `market.observations_full`. */
export const observe = action(
  { name: "market.observe", effect: "command", input: Observing, load: loadSeen, policy: policy.oversee },
  async ({ input: { garmentType, ...observation }, record: { seen }, actor }) => {
    if (seen.length >= MAX_OBSERVATIONS)
      throw conflict("market.observations_full", `There is room for ${MAX_OBSERVATIONS} observations of a garment; take an old one away`);
    const observationId = newId("observation");
    return commit({
      about: observationId,
      writes: [store.observeWrite(garmentType, { ...observation, observationId, by: actor.type === "admin" ? actor.userId : "" })],
      events: [Observed({ garmentType, observationId })],
      changed: { after: observation },
      reply: { observationId },
    });
  },
);

/** Takes an observation away. Throws `market.observation_gone` for one that is not there. */
export const forget = action(
  {
    name: "market.forget",
    effect: "command",
    input: ByGarment.extend({ observationId: id("observation") }),
    load: nothing,
    policy: policy.oversee,
  },
  async ({ input: { garmentType, observationId } }) =>
    commit({
      about: observationId,
      writes: [store.forgetWrite(garmentType, observationId)],
      events: [Forgotten({ garmentType, observationId })],
      reply: { observationId },
      refused: () => conflict("market.observation_gone", "This observation is not there any more"),
    }),
);

/** Has the figures and observations of a garment put into words, by a model or by rule; the words follow. */
export const askWords = action(
  { name: "market.ask_words", effect: "command", input: ByGarment, load: nothing, policy: policy.oversee },
  async ({ input: { garmentType } }) =>
    commit({ about: `market:${garmentType}`, writes: [], events: [WordsAsked({ garmentType })], reply: { garmentType } }),
);
