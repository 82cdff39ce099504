import { usd } from "@sleekapp/core/kernel/money";
import { expect, test } from "vitest";
import { changesOf, draftOf, parseState, picturesDiffer, stateOf } from "./editor-state.ts";

const listing = { title: "Heavy cotton T-shirt", gsm: 240, breaks: [{ from: 100, price: usd(400) }] };
const state = stateOf({ draft: listing, pictures: [{ uploadId: "upl_1", alt: "Front", width: 1, height: 1, base: "/media/a", widths: [1] }] });

test("a listing goes into the editor and comes out of it unchanged", () => {
  expect(draftOf(state)).toEqual(listing);
  expect(parseState(JSON.parse(JSON.stringify(state)))).toEqual(state);
});

test("only what changed is sent, and what was emptied is taken out", () => {
  const after = { ...state, draft: { title: "Heavy cotton T-shirts", gsm: undefined } };

  expect(changesOf(after, state)).toEqual({ draft: { title: "Heavy cotton T-shirts" }, clear: ["gsm"] });
  expect(changesOf(state, state)).toEqual({ draft: {}, clear: [] });
});

test("a price break that is half typed waits until it is whole", () => {
  const half = { ...state, breaks: [...state.breaks, { from: 500 }] };

  expect(changesOf(half, state)).toEqual({ draft: {}, clear: [] });
  expect(changesOf({ ...state, breaks: [...state.breaks, { from: 500, price: 350 }] }, state).draft.breaks).toHaveLength(2);
});

test("taking out the last price break sends an empty list", () => {
  expect(changesOf({ ...state, breaks: [] }, state)).toEqual({ draft: { breaks: [] }, clear: [] });
});

test("another order or another text of a picture counts as a change", () => {
  expect(picturesDiffer({ ...state, pictures: [{ uploadId: "upl_1", alt: "Back" }] }, state)).toBe(true);
  expect(picturesDiffer({ ...state }, state)).toBe(false);
});

test("what another release kept in another shape is dropped", () => {
  expect(parseState({ draft: { title: 4 }, breaks: [] })).toBeUndefined();
});
