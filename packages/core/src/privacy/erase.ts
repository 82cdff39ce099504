import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { isKind, unavailable } from "../kernel/error.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { sha256 } from "../ports/crypto.ts";
import { Directory } from "../ports/directory.ts";
import { post } from "../ports/letter.ts";
import { commit } from "../table/commit.ts";
import { blanking, deleting, differs, type HeldRow, kindOf, uniqueAt } from "../table/held.ts";
import { Erased } from "./event.ts";
import { losesFile, removeFilesOf } from "./files.ts";
import { kindRule } from "./kinds.ts";
import * as store from "./store.ts";
import { places, selfRow, type Subject, type Trace } from "./trace.ts";

/** Rows in one transaction, beside the one that counts them; a hundred is the most there can be. */
const BATCH = 40;

/** An index may show for a moment what has gone already; after so many looks the rest is left to the next delivery. */
const LOOKS = 4;

type Piece = { readonly row: HeldRow; readonly write: TransactWriteItem; readonly how: "removed" | "blanked" };

/** What is to be done about a row; nothing where it stays as it is or has been done before. */
function pieceFor(row: HeldRow, isWhole: boolean, subject: Subject): readonly Piece[] {
  const { erasing } = kindRule(kindOf(row));
  if (erasing.how === "removed" || (isWhole && erasing.how === "blanked")) return [{ row, write: deleting(row), how: "removed" }];
  if (erasing.how === "kept") return [];
  const blank = erasing.blank(row, subject);
  return differs(row, blank) ? [{ row, write: blanking(row, blank), how: "blanked" }] : [];
}

/** The names that a listing, a person or a shared list keeps to itself go in the same transaction. */
async function namesOf(row: HeldRow): Promise<readonly HeldRow[]> {
  if (kindOf(row) === "user" && row["username"]) return uniqueAt("username", String(row["username"]));
  if (kindOf(row) === "wishlist" && row["shareHash"]) return uniqueAt("wishlist-link", String(row["shareHash"]));
  if (kindOf(row) === "supplier" && row["slug"]) return uniqueAt("supplier-slug", String(row["slug"]));
  if (kindOf(row) !== "product") return [];
  const slug = row["slug"] ? await uniqueAt("product-slug", String(row["slug"])) : [];
  return [...slug, ...(row["importKey"] ? await uniqueAt("import-handle", sha256(String(row["importKey"]))) : [])];
}

const countsOf = (pieces: readonly Piece[], how: Piece["how"]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [
      ...Map.groupBy(
        pieces.filter((one) => one.how === how),
        ({ row }) => kindOf(row),
      ),
    ].map(([kind, all]) => [kind, all.length]),
  );

async function forget(userId: string, pieces: readonly Piece[]): Promise<void> {
  const going = pieces.filter(({ how }) => how === "removed").map(({ row }) => row);
  const names = (await Promise.all(going.map(namesOf))).flat().map((row): Piece => ({ row, write: deleting(row), how: "removed" }));
  // The files first: without its row nobody would know of a file any more.
  const losing = pieces.filter(({ row, how }) => how === "removed" || losesFile(row)).map(({ row }) => row);
  const files = (await Promise.all(losing.map(removeFilesOf))).reduce((sum, many) => sum + many, 0);
  const all = [...pieces, ...names];
  const counted = store.countWrite(userId, { removed: countsOf(all, "removed"), blanked: countsOf(all, "blanked"), files });
  const gone = () => unavailable("erasure.unsettled", "Some of this has been forgotten meanwhile");
  await commit({ about: userId, writes: [...all.map(({ write }) => write), counted], events: [], reply: null, refused: gone });
}

/** Together where possible; a row that somebody else has taken away must not keep the others. */
async function forgetAll(userId: string, pieces: readonly Piece[]): Promise<void> {
  try {
    await forget(userId, pieces);
  } catch (error) {
    if (!isKind(error, "unavailable")) throw error;
    for (const piece of pieces) await forget(userId, [piece]).catch((reason: unknown) => isKind(reason, "unavailable") || Promise.reject(reason));
  }
}

const piecesOf = (traces: readonly Trace[], subject: Subject): readonly Piece[] =>
  traces.flatMap(({ rows, whole }) => rows.flatMap((row) => pieceFor(row, whole === true, subject)));

/** Forgets what is at a place, and looks again until nothing is left. */
async function clear(place: (typeof places)[number], subject: Subject): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const pieces = piecesOf(await place(subject), subject);
    if (pieces.length === 0) return;
    for (let from = 0; from < pieces.length; from += BATCH) await forgetAll(subject.userId, pieces.slice(from, from + BATCH));
  }
  throw unavailable("erasure.unsettled", "The indexes still show what has been forgotten; look again later");
}

/** The last mail to the address, queued while it is still known; its id makes a repetition one mail. */
async function sayGoodbye({ userId }: Subject, to: string): Promise<void> {
  await post([{ id: `erased:${userId}`, template: "account-notice", to, data: { notice: "erased" } }]);
}

/**
 * Forgets a person: first the door is closed, then everything that their own row leads to goes, and then that row. Every step finds
 * what is left of the one before, so that it can be taken up again wherever it stopped. Answers the proof.
 */
export async function eraseEverything(job: store.Erasure): Promise<store.Erasure> {
  const { userId, orgIds } = job;
  const { idempotency: _inbox, ...own } = Request.use();
  await Request.with(own, async () => {
    await Directory.use().forget(userId);
    const self = await selfRow(userId);
    const email = self ? String(self["email"]) : undefined;
    const subject: Subject = { userId, email, orgIds };
    for (const place of places) await clear(place, subject);
    if (!self) return;
    if (email) await sayGoodbye(subject, email);
    await forgetAll(userId, [{ row: self, write: deleting(self), how: "removed" }]);
  });
  const proof = (await store.findErasure(userId)) ?? job;
  const doneAt = nowIso();
  const rows = Object.values(proof.removed).reduce((sum, many) => sum + many, 0);
  return commit({
    about: userId,
    writes: [store.doneWrite(proof, doneAt)],
    events: [Erased({ userId, rows, files: proof.files })],
    changed: { before: proof, after: { state: "done", doneAt } },
    reply: { ...proof, state: "done" as const, doneAt },
  });
}
