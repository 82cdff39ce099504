import * as z from "zod";
import { action } from "../kernel/action.ts";
import type { Policy } from "../kernel/action.ts";
import { dateOf } from "../kernel/calendar.ts";
import { id } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { Links } from "../ports/blob.ts";
import { randomSecret, sha256 } from "../ports/crypto.ts";
import { commit } from "../table/commit.ts";
import { ownerOf, UniqueRow } from "../table/unique.ts";
import { creating } from "../table/write.ts";
import { TrackingShared } from "./event.ts";
import { loadCore } from "./index.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";
import { type TrackingView, viewOf } from "./view.ts";

const SCOPE = "tracking";

const byId = z.strictObject({ orderId: id("order") });

/** Makes a link that shows this order's progress to whoever holds it; the secret is told once and only its hash is kept. */
export const share = action(
  { name: "order.share_tracking", effect: "command", input: byId, load: loadCore, policy: policy.shareTracking },
  async ({ input: { orderId }, record: { order } }) => {
    const token = randomSecret();
    return commit({
      about: orderId,
      writes: [creating(UniqueRow.create({ scope: SCOPE, value: sha256(token), subjectId: orderId }))],
      events: [TrackingShared({ orderId })],
      reply: { orderNumber: order.orderNumber, token },
    });
  },
);

const Holder = z.strictObject({ orderNumber: z.string().trim().min(5).max(30), token: z.string().min(20).max(100) });

async function loadTracked({ orderNumber, token }: z.output<typeof Holder>) {
  const orderId = await ownerOf(SCOPE, sha256(token));
  if (!orderId) return undefined;
  const [core, { updates }] = await Promise.all([store.findCore(orderId), store.findProgress(orderId)]);
  return core?.order.orderNumber === orderNumber ? { ...core, updates } : undefined;
}

/** The link itself is the permission: whoever holds its secret has found the record. */
const holder: Policy<object> = { see: () => true, act: () => true };

/** Progress for the holder of a tracking link; a wrong secret and an unknown order answer alike. */
export const track = action(
  { name: "order.track", effect: "read", input: Holder, load: loadTracked, policy: holder },
  async ({ record }): Promise<TrackingView> => {
    const { updates } = record;
    const view = viewOf(record, { party: "buyer", mayAct: false }, dateOf(nowIso()));
    const photos = (keys: readonly string[]) => Promise.all(keys.map((key) => Links.use().presignGet({ key, seconds: 300 })));
    return {
      orderNumber: view.orderNumber,
      title: view.title,
      quantity: view.quantity,
      status: view.status,
      percent: view.percent,
      ...(view.promisedOn ? { promisedOn: view.promisedOn } : {}),
      isLate: view.isLate,
      stages: view.stages.map(({ note: _note, revisionReason: _reason, ...stage }) => stage),
      updates: await Promise.all(
        updates.slice(0, 20).map(async ({ stageName, percent, at, photos: keys }) => ({ stageName, percent, at, photos: await photos(keys) })),
      ),
      ...(view.shipment ? { shipment: view.shipment } : {}),
    };
  },
);
