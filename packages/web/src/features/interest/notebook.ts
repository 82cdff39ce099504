import type { Kind, Note } from "@sleekapp/core/interest/model";

/** How long notes wait for others before they are sent, and how many are sent together at most. */
export const WAIT_MS = 3_000;
export const FULL = 25;

type Page = { readonly visitor: string; readonly day: string; readonly noted: readonly string[] };

export type Surroundings = {
  readonly today: () => string;
  /** What this tab has noted today; it ends with the tab. */
  readonly load: () => Page | undefined;
  readonly save: (page: Page) => void;
  readonly newVisitor: () => string;
  readonly send: (visitor: string, notes: readonly Note[]) => Promise<unknown>;
  readonly later: (work: () => void, ms: number) => void;
  /** Whether a failed sending is worth another one: nobody answered, or there were too many at once. */
  readonly isPassing: (error: unknown) => boolean;
};

const keyOf = ({ productId, kind }: Note): string => `${kind} ${productId}`;

/**
 * Notes what was looked at in this tab: each kind once a day for a product, sent a few together. The visitor's word is made anew every day
 * and for every tab, so that nothing ties two days or two tabs together.
 */
export function makeNotebook({ today, load, save, newVisitor, send, later, isPassing }: Surroundings) {
  let waiting: Note[] = [];
  let isWaiting = false;
  const page = (): Page => {
    const kept = load();
    return kept?.day === today() ? kept : { visitor: newVisitor(), day: today(), noted: [] };
  };
  const flush = (): void => {
    isWaiting = false;
    const notes = waiting;
    waiting = [];
    if (notes.length === 0) return;
    send(page().visitor, notes).catch((error: unknown) => {
      if (isPassing(error)) waiting = [...notes, ...waiting].slice(0, FULL);
    });
  };
  const note = (productId: string, kind: Kind): void => {
    const added = { productId, kind };
    const now = page();
    if (now.noted.includes(keyOf(added))) return;
    save({ ...now, noted: [...now.noted, keyOf(added)] });
    waiting.push(added);
    if (waiting.length >= FULL) return flush();
    if (!isWaiting) later(flush, WAIT_MS);
    isWaiting = true;
  };
  return { note, flush };
}
