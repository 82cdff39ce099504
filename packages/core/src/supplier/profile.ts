import * as z from "zod";
import { action } from "../kernel/action.ts";
import { CalendarDate, dateOf } from "../kernel/calendar.ts";
import { conflict } from "../kernel/error.ts";
import { defineEvent } from "../kernel/event.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { noFigures, totalWrite } from "./figures.ts";
import { Application, type Certificate, termsFor } from "./model.ts";
import * as policy from "./policy.ts";
import { bandOf, isExpired, scorecardOf, weekOfCapacity, weeksFrom } from "./rules.ts";
import * as store from "./store.ts";
import type { Counted } from "./store.ts";
import type { FiguresView, SupplierProfile } from "./view.ts";

export const WeekSet = defineEvent("supplier.week_set", z.object({ orgId: z.string(), weekOn: z.string(), pieces: z.int() }));

const today = () => dateOf(nowIso());

const BySlug = z.strictObject({ slug: z.string().max(120) });

/** A record that everybody may be shown; whoever is not verified, or has not said everything, is nobody. */
async function loadPublic({ slug }: z.output<typeof BySlug>) {
  const found = await store.findNamed(slug);
  const application = found && Application.omit({ phone: true }).safeParse(found.record.application);
  if (!found || !application?.success) return undefined;
  return { ...found, slug, application: application.data, verification: found.record.verification };
}

/** A verified supplier's public page; whoever is not verified, or not any more, answers as an unknown one. */
export const profile = action(
  { name: "supplier.profile", effect: "read", input: BySlug, load: loadPublic, policy: policy.browse },
  async ({ record: { slug, application, figures } }): Promise<SupplierProfile> => {
    const { address: _address, contactName: _contact, weeklyCapacity, certificates, yearEstablished, familyTerms: _own, ...shown } = application;
    const { moq, leadDays } = shown;
    return {
      ...shown,
      slug,
      terms: shown.families.map((family) => ({ family, moq, leadDays, ...termsFor(application, family) })),
      ...(yearEstablished === undefined ? {} : { yearEstablished }),
      weeklyBand: bandOf(weeklyCapacity),
      certificates: certificates.map((one) => ({ ...one, isExpired: isExpired(one.expiresOn, today()) })),
      scorecard: scorecardOf(figures.counts),
    };
  },
);

/** Who has this name in addresses. */
export const idNamed = (slug: string): Promise<string | undefined> => store.idNamed(slug);

/** Whether the platform vouches for a supplier; nothing of an unknown one. */
export const standingOf = async (orgId: string): Promise<string | undefined> => (await store.find(orgId))?.verification;

function figuresView({ record, figures: { counts, totals, booked } }: Counted): FiguresView {
  const weekly = record.application.weeklyCapacity ?? 0;
  const weeks = weeksFrom(today()).map((week) => weekOfCapacity({ weekly, totals, booked }, week));
  return { scorecard: scorecardOf(counts), weekly, weeks };
}

const Nobody = z.strictObject({});

async function loadOwn(): Promise<(Counted & { readonly orgId: string }) | undefined> {
  const { actor } = Request.use();
  if (actor.type !== "member" || actor.orgKind !== "supplier") return undefined;
  const { orgId } = actor;
  return { ...((await store.findCounted(orgId)) ?? { record: store.blank(orgId), figures: noFigures }), orgId };
}

/** The caller's own scorecard, and the capacity of the weeks from this one on; one request. */
export const myFigures = action(
  { name: "supplier.my_figures", effect: "read", input: Nobody, load: loadOwn, policy: policy.write },
  async ({ record }) => figuresView(record),
);

const ById = z.strictObject({ orgId: z.string().max(60) });

const loadAny = ({ orgId }: z.output<typeof ById>) => store.findCounted(orgId);

/** A supplier's scorecard and capacity, for the platform. */
export const figures = action(
  { name: "supplier.figures", effect: "sensitive-read", input: ById, load: loadAny, policy: policy.decide },
  async ({ record }) => figuresView(record),
);

const Setting = z.strictObject({ weekOn: CalendarDate, pieces: z.int().min(0).max(1_000_000) });

/** Sets how many pieces one of the coming weeks has room for, a holiday for example. Throws `supplier.week` for any other day. */
export const setWeek = action(
  { name: "supplier.set_week", effect: "command", input: Setting, load: loadOwn, policy: policy.write },
  async ({ input: { weekOn, pieces }, record }) => {
    const { orgId, figures: before } = record;
    if (!weeksFrom(today()).includes(weekOn)) throw conflict("supplier.week", "That is not the Monday of one of the coming twelve weeks");
    const after = { ...record, figures: { ...before, totals: { ...before.totals, [weekOn]: pieces } } };
    return commit({
      about: orgId,
      writes: [totalWrite(orgId, weekOn, pieces)],
      events: [WeekSet({ orgId, weekOn, pieces })],
      changed: { before: { total: before.totals[weekOn] ?? record.record.application.weeklyCapacity }, after: { total: pieces } },
      reply: figuresView(after),
    });
  },
);

/** What the catalogue finds a supplier's listings by, beside what is in them. */
export type Facts = { readonly slug?: string; readonly certificates: readonly Pick<Certificate, "name" | "expiresOn">[] };

/** A supplier's name in addresses, and what it holds and until when; nothing of one the platform does not vouch for. */
export async function factsOf(orgId: string): Promise<Facts> {
  const record = await store.find(orgId);
  if (record?.verification !== "verified") return { certificates: [] };
  const held = record.application.certificates ?? [];
  return {
    ...(record.slug ? { slug: record.slug } : {}),
    certificates: held.flatMap(({ name, expiresOn }) => (name && expiresOn ? [{ name, expiresOn }] : [])),
  };
}
