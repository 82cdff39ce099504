import * as z from "zod";
import * as Account from "../account/index.ts";
import { action } from "../kernel/action.ts";
import { conflict, invalid } from "../kernel/error.ts";
import { mustBeFresh } from "../kernel/fresh.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { Blob, Links } from "../ports/blob.ts";
import { commit } from "../table/commit.ts";
import { deleting, deletingAs } from "../table/held.ts";
import { normalise } from "../table/unique.ts";
import { copyOf } from "./copy.ts";
import { eraseEverything } from "./erase.ts";
import { ErasureAsked, ExportAsked, ExportReady } from "./event.ts";
import { type ExportView, FILE_DAYS, type PrivacyView, ROW_DAYS } from "./model.ts";
import { standingOf } from "./obstacle.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

export { ExportView, Obstacle, PrivacyView } from "./model.ts";
export { ErasureAsked, Erased, ExportAsked, ExportReady } from "./event.ts";
export type { PersonalCopy } from "./copy.ts";

const Nobody = z.strictObject({});
const DAY_MS = 86_400_000;
/** As long as an invoice's link. */
const LINK_SECONDS = 300;

const ownId = (): string | undefined => {
  const { actor } = Request.use();
  return actor.type === "member" || actor.type === "admin" ? actor.userId : undefined;
};

const isGone = ({ readyAt }: store.Export, now: Date): boolean => readyAt !== undefined && Date.parse(readyAt) + FILE_DAYS * DAY_MS <= now.getTime();

const viewOf = (one: store.Export, now: Date): ExportView => ({
  exportId: one.exportId,
  state: one.state,
  askedAt: one.askedAt,
  isGone: isGone(one, now),
  ...(one.readyAt ? { readyAt: one.readyAt } : {}),
  ...(one.bytes ? { bytes: one.bytes } : {}),
});

async function loadStanding() {
  const userId = ownId();
  return userId === undefined ? undefined : standingOf(userId);
}

/** The copies the caller has asked for, and whether anything stands in the way of an erasure. */
export const overview = action(
  { name: "privacy.overview", effect: "read", input: Nobody, load: loadStanding, policy: policy.own },
  async ({ record: { userId, obstacles, ending }, now }): Promise<PrivacyView> => {
    const [exports, names] = await Promise.all([store.listExports(userId), Promise.all(ending.map(Account.orgName))]);
    return { exports: exports.map((one) => viewOf(one, now)), obstacles, endingOrganisations: names };
  },
);

async function loadSelf() {
  const userId = ownId();
  return userId === undefined ? undefined : Account.findUser(userId);
}

/** Has a copy made of everything that is held on the caller; a mail says when it can be fetched. */
export const askExport = action(
  { name: "privacy.ask_export", effect: "command", input: Nobody, load: loadSelf, policy: policy.own },
  async ({ record: { userId }, now }): Promise<ExportView> => {
    const asked = { userId, exportId: newId("export"), askedAt: nowIso() };
    return commit({
      about: userId,
      writes: [store.askWrite(asked, Math.floor(now.getTime() / 1000) + ROW_DAYS * 86_400)],
      events: [ExportAsked({ userId, exportId: asked.exportId })],
      reply: viewOf({ ...asked, state: "waiting" }, now),
    });
  },
);

const ById = z.strictObject({ exportId: id("export") });

async function loadExport({ exportId }: z.output<typeof ById>) {
  const userId = ownId();
  return userId === undefined ? undefined : store.findExport(userId, exportId);
}

/** A link to the file that lasts five minutes. Throws `export.waiting` and, after a week, `export.gone`. */
export const exportLink = action(
  { name: "privacy.export_link", effect: "sensitive-read", input: ById, load: loadExport, policy: policy.own },
  async ({ record, now }) => {
    if (record.key === undefined) throw conflict("export.waiting", "The copy is being made; a mail says when it is ready");
    if (isGone(record, now)) throw conflict("export.gone", "This copy was kept for a week; ask for a new one");
    return {
      url: await Links.use().presignGet({ key: record.key, seconds: LINK_SECONDS, downloadAs: `sleekapp-${record.askedAt.slice(0, 10)}.json` }),
    };
  },
);

const Making = ById.extend({ userId: z.string() });
const loadAsked = ({ userId, exportId }: z.output<typeof Making>) => store.findExport(userId, exportId);

/** Makes the copy and keeps it in private storage for a week; making it again puts the same file in the same place. */
export const makeExport = action(
  { name: "privacy.make_export", effect: "command", input: Making, load: loadAsked, policy: policy.work },
  async ({ record }) => {
    const { userId, exportId } = record;
    const [user, { ending }] = await Promise.all([Account.findUser(userId), standingOf(userId)]);
    const copy = await copyOf({ userId, email: user?.email, orgIds: ending });
    const bytes = new TextEncoder().encode(`${JSON.stringify(copy, null, 2)}\n`);
    const key = `export/${userId}/${exportId}.json`;
    await Blob.use().put({ key, type: "application/json", bytes });
    const file = { key, bytes: bytes.byteLength, readyAt: nowIso() };
    const gone = conflict("privacy.gone", "The person has been forgotten meanwhile");
    return commit({
      about: userId,
      writes: [store.readyWrite(record, file)],
      events: [ExportReady({ userId, exportId, bytes: file.bytes })],
      changed: { before: record, after: { state: "ready", readyAt: file.readyAt, bytes: file.bytes } },
      reply: { exportId },
      refused: () => gone,
    }).catch(async (error: unknown) => {
      if (error === gone) await Blob.use().remove(key);
      throw error;
    });
  },
);

/** The address of one's own account, typed once more. */
const Confirming = z.strictObject({ email: z.string().max(254) });

async function loadLeaving() {
  const userId = ownId();
  if (userId === undefined) return undefined;
  const [user, standing] = await Promise.all([Account.findUser(userId), standingOf(userId)]);
  return user ? { ...standing, user } : undefined;
}

/**
 * Has the caller forgotten, for good: their seats end at once, and a worker does the rest. It takes a sign-in of the last ten minutes.
 * Throws `erasure.unconfirmed`, `sign_in.too_old`, and `erasure.blocked` with what has to end first.
 */
export const askErasure = action(
  { name: "privacy.ask_erasure", effect: "command", input: Confirming, load: loadLeaving, policy: policy.own },
  async ({ input, record: { userId, user, obstacles, ending, seats, offers }, now }) => {
    if (normalise(input.email) !== user.email) throw invalid("erasure.unconfirmed", "That is not the address of your account");
    mustBeFresh(now);
    if (obstacles.length > 0) throw conflict("erasure.blocked", "Some of this has to end first", { obstacles });
    return commit({
      about: userId,
      writes: [
        store.erasureWrite({ userId, orgIds: [...ending], askedAt: nowIso() }),
        Account.endingWrite(user, nowIso()),
        // Who became an owner or a plain member meanwhile has to look again.
        ...seats.map((seat) => deletingAs(seat, "kind")),
        ...offers.map(deleting),
      ],
      events: [ErasureAsked({ userId, organisations: ending.length })],
      changed: { before: user, after: { endingAt: nowIso() } },
      reply: { askedAt: nowIso() },
      refused: (index) =>
        index === 0
          ? conflict("erasure.asked", "You are being forgotten already")
          : conflict("record.changed", "This changed while you were looking at it; read it again"),
    });
  },
);

const Erasing = z.strictObject({ userId: z.string() });
const loadErasure = ({ userId }: z.output<typeof Erasing>) => store.findErasure(userId);

/** Forgets the person who asked for it and answers the proof; one who has been forgotten is not forgotten twice. */
export const erase = action(
  { name: "privacy.erase", effect: "command", input: Erasing, load: loadErasure, policy: policy.work },
  async ({ record }) => {
    if (record.state === "done") throw conflict("erasure.done", "This person has been forgotten");
    return eraseEverything(record);
  },
);

/** The proof of an erasure, or how far it has come; undefined for somebody who did not ask for one. */
export const proofOf = store.findErasure;
