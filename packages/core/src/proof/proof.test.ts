import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { isAnswerTo } from "../../../../test/support/rows.ts";
import { allItems, as, NOW, startTable } from "../../../../test/support/table.ts";
import { letterIn } from "../ports/letter.ts";
import { type Message, Queue } from "../ports/queue.ts";
import { Secrets } from "../ports/secrets.ts";
import * as Proof from "./index.ts";

beforeAll(startTable);
beforeAll(() => {
  Secrets.provide({ get: async (name) => `secret of ${name}` });
  Queue.provide({ send: async (_queue, messages) => void sent.push(...messages) });
});

let sent: Message[] = [];
let email: string;
let count = 0;
beforeEach(() => {
  count += 1;
  sent = [];
  email = `guest${count}@example.com`;
});

const minutes = (many: number) => new Date(NOW.getTime() + many * 60_000);
const start = (around: { key?: string; now?: Date } = {}) => as(actors.visitor, () => Proof.start({ email, purpose: "quote" }), around);
const answer = (challengeId: string, code: string, around: { key?: string; now?: Date } = {}) =>
  as(actors.visitor, () => Proof.answer({ challengeId, code }), { operation: "answerCode", ...around });
const codeIn = async (message: Message | undefined): Promise<string> => {
  const letter = await letterIn({ ...message?.body, messageId: message?.id });
  return String(letter?.data["code"] ?? "");
};
const wrong = (code: string): string => (code === "000000" ? "000001" : "000000");

async function asked() {
  const { challengeId } = await start();
  return { challengeId, code: await codeIn(sent[0]) };
}

describe("a code", () => {
  test("is mailed, and neither it nor the address can be read in the table or in the queue", async () => {
    const { challengeId, code } = await asked();

    expect(code).toMatch(/^\d{6}$/);
    const stored = JSON.stringify((await allItems()).filter((item) => JSON.stringify(item).includes(challengeId)));
    expect(stored).toContain("codeHash");
    expect(stored).not.toContain(code);
    expect(stored).not.toContain(email);
    expect(JSON.stringify(sent)).not.toMatch(new RegExp(`${code}|${email}`));
  });

  test("asked for twice with one key is one code and one mail", async () => {
    const first = await start({ key: "ask-1" });

    expect(await start({ key: "ask-1", now: minutes(2) })).toEqual(first);
    expect(sent).toHaveLength(1);
  });

  test("comes again only after a minute, and five times an hour", async () => {
    for (const minute of [0, 1, 2, 3, 4]) await start({ now: minutes(minute) });

    await expect(start({ now: new Date(minutes(4).getTime() + 1_000) })).rejects.toMatchObject({ code: "rate.limited" });
    await expect(start({ now: minutes(6) })).rejects.toMatchObject({ code: "rate.limited", details: { retryAfter: 54 * 60 } });
    expect(await start({ now: minutes(61) })).toMatchObject({ resendAfter: 60 });
  });
});

describe("an answer", () => {
  test("that is right gives a proof of the address, once", async () => {
    const { challengeId, code } = await asked();
    const { proof } = await answer(challengeId, code);

    await expect(answer(challengeId, code)).rejects.toMatchObject({ kind: "invalid", code: "code.spent" });
    await expect(Proof.guestFrom(`${proof}0`, "quote")).rejects.toMatchObject({ kind: "unauthenticated" });
  });

  test("and its proof are kept under the caller's key for an answer that was lost on the way", async () => {
    const { challengeId, code } = await asked();
    await answer(challengeId, code, { key: "answer-1" });

    expect((await allItems()).filter((item) => isAnswerTo(item, { actor: actors.visitor, key: "answer-1", operation: "answerCode" }))).toHaveLength(
      1,
    );
  });

  test("sent twice at once under one key is one proof", async () => {
    const { challengeId, code } = await asked();
    const both = await Promise.allSettled([answer(challengeId, code, { key: "answer-2" }), answer(challengeId, code, { key: "answer-2" })]);

    const proofs = both.flatMap((one) => (one.status === "fulfilled" ? [one.value.proof] : []));
    expect(proofs.length).toBeGreaterThan(0);
    expect(new Set(proofs).size).toBe(1);
  });

  test("that is wrong costs a try, and the sixth finds none left even with the right code", async () => {
    const { challengeId, code } = await asked();
    for (const triesLeft of [4, 3, 2, 1, 0])
      await expect(answer(challengeId, wrong(code))).rejects.toMatchObject({ code: "code.wrong", details: { triesLeft } });

    await expect(answer(challengeId, code)).rejects.toMatchObject({ code: "code.spent" });
  });

  test("that comes after ten minutes is too late", async () => {
    const { challengeId, code } = await asked();

    await expect(answer(challengeId, code, { now: minutes(10.1) })).rejects.toMatchObject({ code: "code.spent" });
  });
});
