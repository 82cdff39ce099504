import { beforeAll, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { leads } from "../../../../test/support/invariants/engagement.ts";
import { itemsOf } from "../../../../test/support/invariants/items.ts";
import { allItems, as, NOW, startTable } from "../../../../test/support/table.ts";
import type { Guest } from "../kernel/actor.ts";
import * as Quote from "../quote/index.ts";
import * as Lead from "./index.ts";

beforeAll(async () => {
  await startTable();
  process.env["WEB_ORIGIN"] = "https://sleekapp.test";
});

const { admin } = actors;
let count = 0;
const newGuest = (): Guest => {
  count += 1;
  return { type: "guest", ownerId: `e~lead-${count}`, email: `lead${count}@people.example` };
};
const request = { name: "Rina Akter", quantity: 400, phone: "+880 1711 000000", notes: "Hoodies with a kangaroo pocket." } as const;
const brief = { garmentType: "hoodie", quantity: 400, fabric: "cotton" } as const;
const inHours = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

const ask = (guest: Guest, at = NOW) => as(guest, () => Lead.submit(request), { now: at });
const idFor = ({ ownerId }: Guest) => Lead.leadIdOf(ownerId);
const read = (guest: Guest, at = NOW) => as(admin, () => Lead.get({ leadId: idFor(guest) }), { now: at });
const rowOf = async (guest: Guest) => (await allItems()).find((row) => row["__edb_e__"] === "lead" && row["leadId"] === idFor(guest));

async function asked(): Promise<Guest> {
  const guest = newGuest();
  await ask(guest);
  return guest;
}

describe("a request", () => {
  test("is answered with its reference and the end of the clock, and read by an administrator with what the book would say", async () => {
    const guest = newGuest();
    const { reference, respondBy } = await as(guest, () => Lead.submit({ ...request, garmentType: "hoodie" }));
    const lead = await read(guest);

    expect(respondBy).toBe(inHours(24).toISOString());
    expect(lead).toMatchObject({
      reference,
      stage: "new",
      priority: "low",
      temperature: "hot",
      email: guest.email,
      phone: request.phone,
      requests: 1,
    });
    expect(lead.estimate?.low.amount).toBeGreaterThan(0);
    expect((await read(guest, inHours(25))).isLate).toBe(true);
  });

  test("keeps neither address nor number readable in the table", async () => {
    const row = JSON.stringify(await rowOf(await asked()));

    expect(row).not.toContain("people.example");
    expect(row).not.toContain("1711");
  });

  test("of the same address again is the same lead, with a request more and the clock anew", async () => {
    const guest = await asked();
    const first = await read(guest);
    await ask(guest, inHours(30));
    const again = await read(guest, inHours(30));

    expect(again).toMatchObject({ leadId: first.leadId, requests: 2, isLate: false });
    expect(again.entries.map(({ kind }) => kind)).toEqual(["request", "request"]);
  });

  test("of one address from many tabs at once is one lead", async () => {
    const guest = newGuest();
    const tabs = await Promise.allSettled(
      Array.from({ length: 4 }, (_, tab) => as(guest, () => Lead.submit(request), { key: `tab-${count}-${tab}` })),
    );

    expect(tabs.some(({ status }) => status === "fulfilled")).toBe(true);
    expect((await allItems()).filter((row) => row["__edb_e__"] === "lead" && row["ownerId"] === guest.ownerId)).toHaveLength(1);
  });

  test("after the lead had ended begins it anew", async () => {
    const guest = await asked();
    await as(admin, () => Lead.change({ leadId: idFor(guest), version: 1, stage: "lost" }));
    await ask(guest, inHours(48));

    expect(await read(guest)).toMatchObject({ stage: "new", requests: 2 });
  });
});

test("an administrator moves it, takes it on, says how warm it is and when to look again; another version is read again", async () => {
  const guest = await asked();
  const leadId = idFor(guest);
  const change = { leadId, version: 1, stage: "qualified", temperature: "cold", isMine: true, nextOn: "2026-03-10" } as const;
  await as(admin, () => Lead.change(change));
  await as(admin, () => Lead.note({ leadId, text: "Knows what they want." }));

  expect(await read(guest)).toMatchObject({ stage: "qualified", temperature: "cold", ownedBy: "user-admin", nextOn: "2026-03-10", isLate: false });
  expect((await as(admin, () => Lead.list({ stage: "qualified" }))).items.map((one) => one.leadId)).toContain(leadId);
  await expect(as(admin, () => Lead.change(change))).rejects.toMatchObject({ code: "lead.changed" });
  await as(admin, () => Lead.change({ leadId, version: 3, isMine: false, nextOn: null }));
  expect(await read(guest)).not.toHaveProperty("nextOn");
});

describe("a quote that is made for a lead", () => {
  test("is theirs, can be accepted, and is read by the link in the mail", async () => {
    const guest = await asked();
    const { quoteId = "" } = await as(admin, () => Lead.convert({ leadId: idFor(guest), version: 1, brief }));
    const letter = await as(admin, () => Lead.letterOf(idFor(guest)));
    const claim = new URLSearchParams(letter?.quote?.fragment).get("t") ?? "";

    expect(await read(guest)).toMatchObject({ stage: "proposal", quoteId });
    expect(await as(actors.visitor, () => Quote.getByClaim({ quoteId, claim }))).toMatchObject({
      status: "sent",
      revisedBy: "platform",
      isExpired: false,
    });
    expect(letter).toMatchObject({ email: guest.email, isGuest: true, quote: { isOpen: true } });
  });
});

describe("a follow-up", () => {
  test("goes out once a day at most, and stops the clock", async () => {
    const guest = await asked();
    const send = (at: Date) => as(admin, () => Lead.followUp({ leadId: idFor(guest), template: "gentle" }), { now: at });
    await send(inHours(1));

    await expect(send(inHours(24))).rejects.toMatchObject({ code: "lead.too_soon" });
    await send(inHours(26));
    expect(await read(guest, inHours(30))).toMatchObject({ stage: "contacted", isLate: false });
  });

  test("that speaks of a quote needs one that can be accepted", async () => {
    const guest = await asked();
    const offer = (at: Date) => as(admin, () => Lead.followUp({ leadId: idFor(guest), template: "offer" }), { now: at });
    await expect(offer(NOW)).rejects.toMatchObject({ code: "lead.no_quote" });
    await as(admin, () => Lead.convert({ leadId: idFor(guest), version: 1, brief }));
    await offer(NOW);

    await expect(offer(inHours(24 * 365))).rejects.toMatchObject({ code: "lead.no_quote" });
  });

  test("goes to nobody who stopped them by the link in one, which opens nothing else", async () => {
    const guest = await asked();
    const token = new URL((await as(admin, () => Lead.letterOf(idFor(guest))))?.stopUrl ?? "").hash.slice("#t=".length);
    const stop = (of: string) => as(actors.visitor, () => Lead.stop({ token: of }));

    await expect(stop(`${idFor(guest)}.${"x".repeat(43)}`)).rejects.toMatchObject({ code: "lead.token" });
    await Promise.all([stop(token), stop(token)]);
    await stop(token);
    await expect(as(admin, () => Lead.followUp({ leadId: idFor(guest), template: "gentle" }))).rejects.toMatchObject({ code: "lead.quiet" });
  });
});

test("every lead has as many entries as it counts", async () => {
  expect(leads(itemsOf(await allItems()))).toEqual([]);
});
