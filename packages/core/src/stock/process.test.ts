import { expect, test } from "vitest";
import { State } from "./model.ts";
import { process, type Step } from "./process.ts";

/** Every step there is, from where and to where; each is refused from anywhere else. */
const table: Readonly<Record<Step, readonly [from: State, to: State]>> = {
  commit: ["held", "committed"],
  expire: ["held", "released"],
  release: ["held", "released"],
  takeLate: ["released", "committed"],
  giveBack: ["committed", "released"],
};

test.each(Object.entries(table))("%s is taken from where the table says and from nowhere else", (name, [from, to]) => {
  const step = Object.keys(table).find((key): key is Step => key === name) ?? "commit";

  for (const state of State.options) {
    if (state === from) expect(process.next(state, step)).toBe(to);
    else expect(() => process.next(state, step)).toThrow(expect.objectContaining({ code: "reservation.transition" }));
  }
});
