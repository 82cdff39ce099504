import { expect, test } from "vitest";
import { actors, BUYER, only, verdicts } from "../../../../test/support/actors.ts";
import * as approval from "../approval/policy.ts";
import * as policy from "./policy.ts";

const own = { orgId: BUYER };
const askedBy = (userId: string, approvers: readonly string[] = []) => ({ ownerId: BUYER, askedBy: userId, approvers });
const { buyerMember, buyerOwner } = actors;

test("everybody of the buyer reads the rules, and only its owner sets them", () => {
  expect(verdicts(policy.read, own)).toEqual(only(["buyerOwner", "buyerMember", "buyerViewer"]));
  expect(verdicts(policy.decide, own)).toEqual(only(["buyerOwner"], ["buyerMember", "buyerViewer"]));
});

test("whoever may order may ask", () => {
  expect(verdicts(approval.ask, { ownerId: BUYER })).toEqual(only(["buyerOwner", "buyerMember"], ["buyerViewer"]));
});

test("the owner decides about a colleague, and nobody about themselves", () => {
  expect(verdicts(approval.decide, askedBy(buyerMember.userId))).toEqual(only(["buyerOwner"], ["buyerMember", "buyerViewer"]));
  expect(verdicts(approval.decide, askedBy(buyerOwner.userId))).toEqual(only([], ["buyerOwner", "buyerMember", "buyerViewer"]));
  const named = askedBy(buyerOwner.userId, [buyerMember.userId, buyerOwner.userId]);
  expect(verdicts(approval.decide, named)).toEqual(only(["buyerMember"], ["buyerOwner", "buyerViewer"]));
});

test("what was asked for is listed for buyers", () => {
  const answers = Object.entries(verdicts(approval.list, {})).filter(([, answer]) => answer === "yes");

  expect(answers.map(([name]) => name).toSorted()).toEqual(["buyerMember", "buyerOwner", "buyerViewer", "otherBuyer"]);
});
