import type { StripeEvent } from "./objects.ts";
import { nowSeconds, signatureHeader, type Store } from "./store.ts";

/** The version events are written in; stripe-node 23 pins the same release line. */
export const API_VERSION = "2026-10-28.endive";

const RETRIES = 12;
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 60_000;
const ANSWER_WITHIN_MS = 20_000;

/** Sends events to the webhook endpoint, signed, again and again until it answers 2xx. */
export interface Webhooks {
  emit(type: string, object: unknown, cause?: { readonly requestId?: string; readonly idempotencyKey?: string | undefined }): StripeEvent;
  setUrl(url: string | undefined): void;
  /** Sends an event once more, as an operator can from the dashboard. */
  resend(eventId: string): Promise<boolean>;
  /** Waits until nothing is under way. */
  settled(): Promise<void>;
  stop(): void;
}

/** Posts an event once; whether the endpoint took it. */
async function post(event: StripeEvent, url: string, secret: string): Promise<boolean> {
  const payload = JSON.stringify(event);
  try {
    const response = await fetch(url, {
      method: "POST",
      body: payload,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "stripe-signature": signatureHeader(payload, secret),
        "user-agent": "Stripe/1.0 (local stand-in)",
      },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

type Happening = { readonly id: string; readonly type: string; readonly object: unknown; readonly cause: Parameters<Webhooks["emit"]>[2] };

/** The event as it stands at its making: what becomes of the object later is another event. */
function eventOf({ id, type, object, cause }: Happening): StripeEvent {
  return {
    id,
    object: "event",
    api_version: API_VERSION,
    created: nowSeconds(),
    livemode: false,
    pending_webhooks: 1,
    request: { id: cause?.requestId ?? null, idempotency_key: cause?.idempotencyKey ?? null },
    type,
    data: { object: structuredClone(object) },
  };
}

/** What is to happen later, unless it is forgotten before. */
function openRetries() {
  const timers = new Set<NodeJS.Timeout>();
  return {
    waiting: () => timers.size,
    after: (ms: number, run: () => void): void => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, ms);
      timers.add(timer);
    },
    forget: (): void => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

/** Starts sending; events of an earlier run that were never taken go out first. */
export function openWebhooks(store: Store, options: { readonly url: string | undefined; readonly secret: string }): Webhooks {
  let url = options.url;
  let stopped = false;
  const retries = openRetries();
  const under = new Set<Promise<unknown>>();
  const offer = async (event: StripeEvent): Promise<boolean> => (url === undefined || stopped ? false : post(event, url, options.secret));
  const track = <T>(work: Promise<T>): Promise<T> => {
    under.add(work);
    void work.finally(() => under.delete(work));
    return work;
  };
  const deliver = async (event: StripeEvent, attempt = 0): Promise<void> => {
    if (await offer(event)) {
      event.pending_webhooks = 0;
      store.changed();
    } else if (attempt < RETRIES && !stopped && url !== undefined) {
      retries.after(Math.min(FIRST_RETRY_MS * 2 ** attempt, LONGEST_RETRY_MS), () => void track(deliver(event, attempt + 1)));
    }
  };
  const start = (event: StripeEvent): void => {
    // A turn later, so that the answer to the request that caused it is on its way first.
    if (url !== undefined) void track(new Promise((resolve) => setImmediate(resolve)).then(() => deliver(event)));
  };
  const startPending = (): void => {
    for (const event of store.events.values()) if (event.pending_webhooks > 0) start(event);
  };
  startPending();
  return {
    emit: (type, object, cause) => {
      const event = eventOf({ id: store.newId("evt"), type, object, cause });
      store.events.set(event.id, event);
      store.changed();
      start(event);
      return event;
    },
    setUrl: (next) => {
      url = next;
      retries.forget();
      startPending();
    },
    resend: (eventId) => {
      const event = store.events.get(eventId);
      return event ? track(offer(event)) : Promise.resolve(false);
    },
    settled: async () => {
      while (under.size > 0 || retries.waiting() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    stop: () => {
      stopped = true;
      retries.forget();
    },
  };
}
