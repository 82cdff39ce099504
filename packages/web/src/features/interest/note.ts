import { noteInterest, noteMemberInterest } from "@sleekapp/contracts/interest";
import type { Kind } from "@sleekapp/core/interest/model";
import { type PointerEvent, useEffect, useRef } from "react";
import { ApiError } from "../../lib/api-error.ts";
import { call } from "../../lib/api.ts";
import { dateOf } from "../../lib/dates.ts";
import { isSignedIn } from "../../lib/session.ts";
import { now } from "../../ports/clock.ts";
import { makeNotebook } from "./notebook.ts";

const KEY = "sleekapp.looked";

/** What this tab keeps; nothing where the browser keeps nothing. */
function load() {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    const { visitor, day, noted }: Partial<Record<string, unknown>> = { ...(typeof kept === "object" ? kept : {}) };
    if (typeof visitor !== "string" || typeof day !== "string" || !Array.isArray(noted)) return undefined;
    return { visitor, day, noted: noted.map(String) };
  } catch {
    return undefined;
  }
}

const notebook = makeNotebook({
  today: () => dateOf(now()),
  load,
  save: (page) => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(page));
    } catch {
      // A browser that keeps nothing counts again after a reload, which is all that is lost.
    }
  },
  newVisitor: () => crypto.randomUUID(),
  // Signed in, the server knows whose own people look, and leaves them out.
  send: (visitor, notes) => call(isSignedIn() ? noteMemberInterest : noteInterest, { body: { visitor, notes: [...notes] } }, { keepalive: true }),
  later: (work, ms) => void setTimeout(work, ms),
  isPassing: (error) => error instanceof ApiError && (error.status === 0 || error.status >= 500),
});

let isWatched = false;

/** Whether the reader's browser asks not to be followed; then nothing is noted. */
const asksNotTo = (): boolean => "globalPrivacyControl" in navigator && navigator.globalPrivacyControl === true;

/** Notes that somebody looked at a product; sent with others a little later, and at the latest when the page goes. */
export function noteInterestIn(productId: string, kind: Kind): void {
  if (asksNotTo()) return;
  if (!isWatched) {
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && notebook.flush());
    window.addEventListener("pagehide", notebook.flush);
  }
  isWatched = true;
  notebook.note(productId, kind);
}

/** Notes that the page of a product was opened. */
export function useView(productId: string): void {
  useEffect(() => noteInterestIn(productId, "view"), [productId]);
}

/** How long a pointer rests on a card before that is interest. */
const REST_MS = 600;

/** Notes when a mouse rests on a product. */
export function useHover(productId: string) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    onPointerEnter: ({ pointerType }: PointerEvent) => {
      if (pointerType === "mouse") timer.current = setTimeout(() => noteInterestIn(productId, "hover"), REST_MS);
    },
    onPointerLeave: () => clearTimeout(timer.current),
  };
}
