import { render, templates } from "@sleekapp/mail";
import { beforeAll, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { givePaper } from "../../../../test/support/papers.ts";
import { allItems, as, startTable } from "../../../../test/support/table.ts";
import * as Account from "../account/index.ts";
import * as Invitation from "../invitation/index.ts";
import type { Member } from "../kernel/actor.ts";
import { Secrets } from "../ports/secrets.ts";
import * as Supplier from "../supplier/index.ts";
import { eventIn } from "../table/outbox.ts";
import { queuesFor } from "../subscriptions.ts";
import { marshall } from "@aws-sdk/util-dynamodb";
import { mailsFor } from "./index.ts";

const application: Supplier.Draft = {
  companyName: "Meghna Knit",
  country: "BD",
  city: "Gazipur",
  address: "Plot 12, Konabari",
  contactName: "Farid",
  phone: "+880 2 9999",
  about: "Circular and flat knitting with our own dyeing since 1998.",
  families: ["knitwear"],
  techniques: [],
  moq: 100,
  leadDays: 30,
  weeklyCapacity: 4_000,
  certificates: [],
};

let owner: Member;
beforeAll(async () => {
  await startTable();
  process.env["WEB_ORIGIN"] = "http://localhost:4000";
  Secrets.provide({ get: async () => "secret" });
  await as(actors.system, () => Account.intend("farid", { as: "supplier" }));
  const { orgId } = await as(actors.system, () => Account.open({ userId: "farid", email: "farid@example.com", name: "Farid" }));
  owner = { type: "member", userId: "farid", orgId, orgKind: "supplier", kind: "owner" };
  await as(owner, () => Supplier.save({ application }));
  await givePaper(owner);
});

/** The mails that the newest event of a type asks for, rendered as the worker renders them. */
async function mailsOf(type: string) {
  const rows = (await allItems()).filter((item) => item["type"] === type).sort((a, b) => (String(a["eventId"]) < String(b["eventId"]) ? 1 : -1));
  const event = eventIn(marshall(rows[0] ?? {}));
  if (!event) throw new Error(`no ${type}`);
  expect(queuesFor(type)).toContain("send-mail");
  const known = new Set<string>(Object.keys(templates));
  const mails = await mailsFor(event);
  expect(mails.every(({ template }) => known.has(template))).toBe(true);
  // The worker hands on what the builder made without looking at it, and so does this.
  return mails.map(({ to, template, data }) => ({ to, ...render(template as "supplier-verified", data as { company: string; url: string }) }));
}

test("a supplier is told what happens to its application", async () => {
  await as(owner, () => Supplier.submit({}));
  expect(await mailsOf("supplier.submitted")).toMatchObject([{ to: "farid@example.com", subject: "We have the application of Meghna Knit" }]);

  await as(actors.admin, () => Supplier.reject({ orgId: owner.orgId, reason: "The licence has expired.\nThe address is missing." }));
  const [rejected] = await mailsOf("supplier.rejected");
  expect(rejected?.text).toContain("The licence has expired.");
  expect(rejected?.text).toContain("The address is missing.");

  await as(owner, () => Supplier.submit({}));
  await as(actors.admin, () => Supplier.verify({ orgId: owner.orgId }));
  expect(await mailsOf("supplier.verified")).toMatchObject([{ subject: "Meghna Knit is verified" }]);

  await as(actors.admin, () => Supplier.suspend({ orgId: owner.orgId, reason: "The certificate is not theirs." }));
  expect((await mailsOf("supplier.suspended"))[0]?.text).toContain("The certificate is not theirs.");

  await as(actors.admin, () => Supplier.restore({ orgId: owner.orgId }));
  expect(await mailsOf("supplier.restored")).toMatchObject([{ subject: "Meghna Knit is verified" }]);
});

test("an invitation's mail carries a link that works, with the secret behind the #", async () => {
  const { invitationId } = await as(owner, () => Invitation.send({ email: "Rina@Example.com", kind: "factory" }));

  const [mail] = await mailsOf("invitation.sent");

  expect(mail?.to).toBe("rina@example.com");
  expect(mail?.text).toContain(`http://localhost:4000/join#t=${(await Invitation.letterOf(invitationId))?.secret}`);
});

test("an invitation that was taken back before it was written is not mailed", async () => {
  const { invitationId } = await as(owner, () => Invitation.send({ email: "lost@example.com", kind: "factory" }));
  await as(owner, () => Invitation.withdraw({ invitationId }));

  expect(await mailsOf("invitation.sent")).toEqual([]);
});
