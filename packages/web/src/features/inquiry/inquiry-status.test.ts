import { expect, test } from "vitest";
import { stateOf } from "./inquiry-status.tsx";

const open = { status: "open", isExpired: false, awaits: "supplier" } as const;

test.each([
  ["a new one is the supplier's turn", open, "supplier", "Your turn"],
  ["and the buyer waits", open, "buyer", "Waiting for an answer"],
  ["an offer is the buyer's to answer", { ...open, status: "offered", awaits: "buyer" }, "buyer", "Offer to answer"],
  ["and the supplier waits", { ...open, status: "offered", awaits: "buyer" }, "supplier", "Offer made"],
  ["one that nobody wrote to in time has expired", { ...open, isExpired: true }, "supplier", "Expired"],
  ["one that was taken is a quote to the buyer", { status: "converted", isExpired: false }, "buyer", "Became a quote"],
  ["and no more than taken to the supplier", { status: "converted", isExpired: false }, "supplier", "Offer taken"],
  ["one that was ended says so to both", { status: "declined", isExpired: false }, "buyer", "Ended"],
] as const)("%s", (_name, inquiry, viewer, word) => {
  expect(stateOf(inquiry, viewer)[1]).toBe(word);
});
