import { expect, test } from "vitest";
import { subscriptions } from "../subscriptions.ts";
import { mailBuilders } from "./index.ts";

test("every event that goes to the mail queue has a letter, and every letter an event that brings it there", () => {
  const subscribed = Object.entries(subscriptions).filter(([, queues]) => queues.includes("send-mail"));

  expect(Object.keys(mailBuilders).toSorted()).toEqual(subscribed.map(([type]) => type).toSorted());
});
