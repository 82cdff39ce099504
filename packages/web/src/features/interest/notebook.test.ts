import { expect, test } from "vitest";
import { FULL, makeNotebook, type Surroundings } from "./notebook.ts";

/** A tab whose time stands still until it is told to go on. */
function tab(send?: Surroundings["send"]) {
  const sent: [string, string[]][] = [];
  const timers: (() => void)[] = [];
  let kept: ReturnType<Surroundings["load"]>;
  let day = "2026-11-26";
  let visitors = 0;
  const notebook = makeNotebook({
    today: () => day,
    load: () => kept,
    save: (page) => void (kept = page),
    newVisitor: () => `visitor-${(visitors += 1)}`,
    send: send ?? (async (visitor, notes) => void sent.push([visitor, notes.map(({ productId, kind }) => `${kind} ${productId}`)])),
    later: (work) => void timers.push(work),
    isPassing: (error) => error === "busy",
  });
  return { ...notebook, sent, pass: () => timers.splice(0).forEach((work) => work()), next: (to: string) => void (day = to) };
}

test("what is looked at is sent together, once a day for each kind", () => {
  const { note, pass, sent } = tab();

  note("a", "view");
  note("a", "view");
  note("a", "share");
  note("b", "view");
  pass();
  note("a", "view");
  pass();

  expect(sent).toEqual([["visitor-1", ["view a", "share a", "view b"]]]);
});

test("the next day somebody looks anew, under another word", () => {
  const { note, pass, sent, next } = tab();

  note("a", "view");
  pass();
  next("2026-11-27");
  note("a", "view");
  pass();

  expect(sent).toEqual([
    ["visitor-1", ["view a"]],
    ["visitor-2", ["view a"]],
  ]);
});

test("many are sent at once, and what waits is sent when the page goes", () => {
  const { note, flush, sent } = tab();

  for (let index = 0; index < FULL + 2; index += 1) note(String(index), "hover");
  flush();

  expect(sent.map(([, notes]) => notes.length)).toEqual([FULL, 2]);
});

test.each([
  ["busy", 2],
  ["refused", 1],
])("notes that come back as %s are sent %i times", async (reason, times) => {
  let tries = 0;
  const { note, flush } = tab(() => {
    tries += 1;
    return Promise.reject(reason);
  });

  note("a", "view");
  flush();
  await Promise.resolve();
  flush();

  expect(tries).toBe(times);
});
