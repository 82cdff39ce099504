import type { Break } from "./breaks.ts";

const core = "packages/core/src";
const { privacy, crash, reseal } = {
  privacy: `${core}/privacy/privacy.test.ts`,
  crash: `${core}/privacy/crash.test.ts`,
  reseal: `${core}/privacy/reseal.test.ts`,
};

/** What is held on people: told whole, sealed, and forgotten without a rest. */
export const privacyBreaks: readonly Break[] = [
  {
    name: "an erasure leaves what was asked for before the sign-up",
    file: `${core}/privacy/trace.ts`,
    find: "const ownerId = await Account.guestOwnerId(email);",
    replace: "const ownerId = await Account.guestOwnerId(`not-${email}`);",
    caughtIn: privacy,
    by: "an erased person is nowhere in the table or in storage, and the proof says how much went",
  },
  {
    name: "an erasure leaves the pictures",
    file: `${core}/upload/files.ts`,
    find: "  await Promise.all(names.map((name) => kept.remove(name)));\n",
    replace: "  if (names.length === 0) await kept.remove(key);\n",
    caughtIn: privacy,
    by: "an erased person is nowhere in the table or in storage, and the proof says how much went",
  },
  {
    name: "an erasure takes the person's row before what it leads to",
    file: `${core}/privacy/erase.ts`,
    find: "for (const place of places) await clear(place, subject);",
    replace:
      'if (self) await forgetAll(userId, [{ row: self, write: deleting(self), how: "removed" }]);\n    for (const place of places) await clear(place, subject);',
    caughtIn: crash,
    by: "any of its effects is taken up again, and its proof is the same",
  },
  {
    name: "an erasure counts beside the transaction in which rows go",
    file: `${core}/privacy/erase.ts`,
    find: "writes: [...all.map(({ write }) => write), counted], events: [], reply: null, refused: gone });",
    replace:
      "writes: all.map(({ write }) => write), events: [], reply: null, refused: gone });\n  await commit({ about: userId, writes: [counted], events: [], reply: null });",
    caughtIn: crash,
    by: "any of its effects is taken up again, and its proof is the same",
  },
  {
    name: "somebody on their way out gets a new organisation",
    file: `${core}/account/open.ts`,
    find: "if (home.user.endingAt) throw",
    replace: 'if (home.user.endingAt === "") throw',
    caughtIn: privacy,
    by: "between the asking and the end nobody gets a token or an organisation again",
  },
  {
    name: "the only owner goes and leaves the others without one",
    file: `${core}/privacy/obstacle.ts`,
    find: 'seat["kind"] === "owner" && !others.some',
    replace: 'seat["kind"] === "viewer" && !others.some',
    caughtIn: privacy,
    by: "the only owner of an organisation with others in it hands it over first, and is told so",
  },
  {
    name: "a sealed value opens wherever it is put",
    file: `${core}/ports/seal.ts`,
    find: "Buffer.from(`${record}\\n${id}\\n${field}`)",
    replace: "Buffer.from(`${record}\\n${field}${id.slice(0, 0)}`)",
    caughtIn: reseal,
    by: "a number that was moved to somebody else's row is not theirs to read",
  },
  {
    name: "a telephone number is stored as it is",
    file: `${core}/account/details.ts`,
    find: "{ phone: await seal(phone, phoneOf.user(userId)) }",
    replace: "{ phone: phone.trim() }",
    caughtIn: reseal,
    by: "no telephone number can be read in the table, and their owners read them all",
  },
  {
    name: "a kept answer can be read without its caller's key",
    file: `${core}/table/idempotency.ts`,
    find: 'hkdfSync("sha256", key, scope, operation, 32)',
    replace: 'hkdfSync("sha256", keyHashOf({ scope, key }), scope, operation, 32)',
    caughtIn: `${core}/table/plain-row.test.ts`,
    by: "an answer is sealed with the caller's own key, which the row does not hold",
  },
  {
    name: "an event carries words that somebody wrote",
    file: `${core}/order/event.ts`,
    find: "from: z.string(), to: z.string() }));",
    replace: "from: z.string(), to: z.string(), reason: z.string().optional() }));",
    caughtIn: `${core}/kernel/event-data.test.ts`,
    by: "order.moved holds ids and facts, no word that somebody wrote",
  },
];
