import { CognitoIdentityProviderClient, ConfirmForgotPasswordCommand, ForgotPasswordCommand } from "@aws-sdk/client-cognito-identity-provider";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as contracts from "@sleekapp/contracts/identity";
import { routes } from "@sleekapp/contracts/index";
import * as catalog from "@sleekapp/contracts/catalog";
import * as money from "@sleekapp/contracts/money";
import * as order from "@sleekapp/contracts/order";
import * as quote from "@sleekapp/contracts/quote";
import type { Route } from "@sleekapp/contracts/route";
import { type Answer, codeOf, mailedCode, type Person, townOf, until } from "@sleekapp/local/people/person";
import { openSession } from "@sleekapp/local/people/session";
import { peopleOf, steps, type World } from "@sleekapp/local/path/index";
import { acceptance } from "@sleekapp/local/path/quote";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeFor, invite, lifeOf, newcomer, seated } from "../support/attacks/people.ts";
import { fieldsOfRoutes, payloads, withAt } from "../support/attacks/script.ts";
import { attacksWith, poolKey } from "../support/attacks/tokens.ts";
import { bodyOf, missing, paramsOf } from "../support/matrix/calls.ts";
import { withoutPermission } from "../support/parts.ts";
import { bootStage, type Stage } from "../support/stage.ts";

const root = path.resolve(import.meta.dirname, "../..");
const dataDir = mkdtempSync(path.join(tmpdir(), "attacks-"));
let stage: Stage;
let world: World;

beforeAll(async () => {
  // The user pool's key is kept with the data, which is how the test can sign as the pool would for somebody else.
  stage = await bootStage({ root, name: "attacks", dataDir, port: 4192, web: "none", edit: withoutPermission("sweep-due", "dynamodb:Query") });
  const town = townOf(stage);
  world = { town, root, people: peopleOf(town, "attacks"), made: {}, password: "thread needle and cloth" };
  for (const step of steps.slice(0, steps.indexOf(acceptance) + 1)) await step.run(world);
}, 600_000);
afterAll(async () => {
  await stage?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What was tried is said, so that a list that has become empty is seen. */
const told = (what: string, tried: number): void => void process.stdout.write(`attacks: ${what}: ${tried} tried\n`);

const own = () => ({ ...missing, ...world.made });

describe("tokens", () => {
  /** One route of each kind: a plain read, a sensitive one, a command, an admin's read and an admin's command. */
  const doors: readonly Route[] = [contracts.getMe, money.getPaymentPlan, contracts.updateMe, contracts.listSuppliers, contracts.suspendSupplier];

  test("that are forged, spoilt, expired or meant for something else are 401 at every kind of door, and none is 500", async () => {
    const { buyer, nobody } = world.people;
    const attacks = attacksWith({ ...poolKey(dataDir), real: await buyer.token(), idToken: await buyer.idToken() });
    const attempts = attacks.flatMap(([name, token]) => doors.map((route) => ({ name, token, route })));

    const opened: string[] = [];
    for (const { name, token, route } of attempts) {
      const ids = own();
      const { status } = await nobody.attempt(route, { params: paramsOf(route, ids), body: bodyOf(route, ids) }, { token });
      if (status !== 401) opened.push(`${route.operationId} with ${name}: ${status}`);
    }

    told("tokens at doors", attempts.length);
    expect(opened).toEqual([]);
    expect(attacks.length).toBeGreaterThanOrEqual(24);
  });

  test("of 100 KB are refused before they are looked at", async () => {
    const { status } = await world.people.nobody.attempt(contracts.getMe, {}, { token: "x".repeat(100_000) }).catch(() => ({ status: 431 }));

    expect([401, 413, 431]).toContain(status);
  });

  test("of somebody who was removed are refused at the next command and the next sensitive read, and renewed for their own seat only", async () => {
    const { buyer } = world.people;
    const guest = await seated(buyer, "member");
    const { userId } = await guest.ask(contracts.getMe, {});
    const { orderId = "" } = world.made;
    expect((await guest.attempt(order.getOrder, { params: { orderId } })).status).toBe(200);

    await buyer.ask(contracts.removeMember, { params: { userId } });
    const command = await guest.attempt(order.cancelOrder, { params: { orderId }, body: {} });
    const sensitive = await guest.attempt(money.getPaymentPlan, { params: { orderId } });
    await guest.renew();
    const renewed = await guest.attempt(order.getOrder, { params: { orderId } });

    expect([codeOf(command), codeOf(sensitive)]).toEqual(["membership.ended", "membership.ended"]);
    expect(renewed.status).toBe(404);
    expect(lifeOf(await guest.token())).toBeLessThanOrEqual(900);
  });

  test("of somebody whose seat has changed act as what the seat is now", async () => {
    const { buyer } = world.people;
    const guest = await seated(buyer, "member");
    const { userId } = await guest.ask(contracts.getMe, {});
    const old = await guest.token();

    await buyer.ask(contracts.removeMember, { params: { userId } });
    await guest.renew();
    await guest.ask(contracts.takeInvitation, { body: { token: await invite(buyer, guest.email, "viewer") } });
    const answer = await guest.attempt(quote.createQuote, { body: bodyOf(quote.createQuote, own()) }, { token: old });

    expect([answer.status, codeOf(answer)]).toEqual([403, "quote.create.forbidden"]);
  });

  test("of a supplier that was suspended a moment ago change nothing", async () => {
    const { supplier, admin } = world.people;
    const params = { orgId: world.made.supplierId ?? "" };

    await admin.ask(contracts.suspendSupplier, { params, body: { reason: "The certificate is not theirs." } });
    const saved = await supplier.attempt(contracts.saveMySupplier, { body: { application: {} } });
    await admin.ask(contracts.restoreSupplier, { params });

    expect(codeOf(saved)).toBe("supplier.locked");
  });
});

describe("secrets that were used", () => {
  test("an invitation opens once: a second time it is nothing, for its addressee and for everybody else", async () => {
    const { buyer, otherBuyer } = world.people;
    const guest = await newcomer(buyer);
    const token = await invite(buyer, guest.email, "viewer");

    const first = await Promise.all(Array.from({ length: 5 }, () => guest.attempt(contracts.takeInvitation, { body: { token } })));
    const again = await Promise.all([guest, otherBuyer].map((who) => who.attempt(contracts.takeInvitation, { body: { token } })));

    told("uses of one invitation", first.length + again.length);
    expect(first.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(again.map(({ status }) => status)).toEqual([404, 404]);
  });

  test("a reset works once, and guesses at one are cut off", async () => {
    const guest = await newcomer(world.people.buyer);
    const since = new Date().toISOString();
    await pool().send(new ForgotPasswordCommand({ ...client(), Username: guest.email }));
    const ConfirmationCode = await mailedCode(stage, guest.email, since);
    const confirm = (code: string) =>
      pool()
        .send(new ConfirmForgotPasswordCommand({ ...client(), Username: guest.email, ConfirmationCode: code, Password: "another thread and needle" }))
        .then(
          () => "done",
          (error: unknown) => (error instanceof Error ? error.name : "error"),
        );

    const used = [await confirm(ConfirmationCode), await confirm(ConfirmationCode)];
    await pool().send(new ForgotPasswordCommand({ ...client(), Username: guest.email }));
    const guesses = await Promise.all(Array.from({ length: 30 }, (_, index) => confirm(String(100_000 + index))));

    told("uses of one reset, and guesses at another", used.length + guesses.length);
    expect(used).toEqual(["done", expect.not.stringContaining("done")]);
    expect(guesses.filter((outcome) => outcome === "done")).toEqual([]);
    expect(guesses.filter((outcome) => outcome === "CodeMismatchException").length).toBeLessThanOrEqual(5);
  });
});

describe("who has an account", () => {
  const known = () => {
    const { supplier, otherSupplier, factory, otherBuyer, admin } = world.people;
    return [supplier, otherSupplier, factory, otherBuyer, admin];
  };
  const unknown = () => known().map((_, index) => `stranger${index}.attacks@people.example`);

  test("cannot be told from asking for a code, by its answer or its time", async () => {
    const ask = async (email: string) => {
      const from = performance.now();
      const answer = await world.people.nobody.attempt(quote.askCode, { body: { email, purpose: "quote" } });
      return { ms: performance.now() - from, shape: shapeOf(answer) };
    };
    const ours: Awaited<ReturnType<typeof ask>>[] = [];
    const theirs: typeof ours = [];
    for (const [index, { email }] of known().entries()) {
      ours.push(await ask(email));
      theirs.push(await ask(unknown()[index] ?? ""));
    }

    told("addresses asked about by code", ours.length + theirs.length);
    expect(new Set([...ours, ...theirs].map(({ shape }) => shape)).size).toBe(1);
    expect(Math.abs(middle(ours) - middle(theirs))).toBeLessThan(Math.max(60, spread([...ours, ...theirs])));
  });

  test("cannot be told from a wrong password or a forgotten one", async () => {
    const refusal = (email: string) =>
      openSession(world.town.pool)
        .signIn(email, "not the password at all")
        .then(
          () => "signed in",
          (error: unknown) => String(error),
        );
    const forgotten = async (Username: string) => {
      const { CodeDeliveryDetails } = await pool().send(new ForgotPasswordCommand({ ...client(), Username }));
      return [
        Object.keys(CodeDeliveryDetails ?? {})
          .toSorted()
          .join(),
        CodeDeliveryDetails?.DeliveryMedium,
      ].join();
    };
    const emails = [world.people.otherBuyer.email, "stranger.attacks@people.example"];

    const [signIns, resets] = [await Promise.all(emails.map(refusal)), await Promise.all(emails.map(forgotten))];

    told("addresses asked about by sign-in and reset", signIns.length + resets.length);
    expect(new Set(signIns)).toEqual(new Set(["NotAuthorizedException: Incorrect username or password."]));
    expect(new Set(resets).size).toBe(1);
  });
});

describe("text that would like to be more", () => {
  /** Whoever a route is for. */
  const callerOf = ({ who, auth }: Route): Person => {
    const { admin, buyer, supplier, nobody } = world.people;
    if (auth !== "member") return nobody;
    if (who.some((one) => one.startsWith("buyer"))) return buyer;
    return who.some((one) => one.startsWith("supplier")) ? supplier : admin;
  };

  test("script in every text field of every route is stored as text or refused, and every answer is JSON that no browser guesses about", async () => {
    const tries = fieldsOfRoutes().flatMap(({ route, field }) => payloads.map((payload) => ({ route, field, payload })));
    const wrong: string[] = [];
    const outcomes = new Map<number, number>();
    for (const { route, field, payload } of tries) {
      const ids = own();
      const body = withAt(bodyOf(route, ids), field, payload);
      const { status, headers } = await callerOf(route).attempt(route, { params: paramsOf(route, ids), body });
      outcomes.set(status, (outcomes.get(status) ?? 0) + 1);
      const isSafe = /^application\/json\b/.test(headers.get("content-type") ?? "") && headers.get("x-content-type-options") === "nosniff";
      if (status >= 500 || !isSafe) wrong.push(`${route.operationId} ${field.join(".")}: ${status} ${headers.get("content-type")}`);
    }

    told(
      `script in ${fieldsOfRoutes().length} text fields, ${[...outcomes].map(([status, many]) => `${many} × ${status}`).join(", ")}`,
      tries.length,
    );
    expect(wrong).toEqual([]);
    expect(fieldsOfRoutes().length).toBeGreaterThan(20);
  });

  test("script and header lines in names reach mails as text: no markup, no further recipient, no header", async () => {
    const { buyer } = world.people;
    const since = new Date().toISOString();
    const victim = "victim.attacks@people.example";
    const names = [...payloads.map((payload) => payload.slice(0, 90)), `Evil\r\nBcc: ${victim}`, `Evil\nX-Injected: yes\n\n<b>body</b>`];
    for (const [index, name] of names.entries()) {
      const { version } = await buyer.ask(contracts.getOrganisation, {});
      const answer = await buyer.attempt(contracts.updateOrganisation, { body: { name, version } });
      if (answer.status === 200)
        await buyer.ask(contracts.sendInvitation, { body: { email: `reader${index}.attacks@people.example`, kind: "viewer" } });
      else expect(answer.status).toBe(400);
    }
    await stage.drain(60_000);
    const mails = await Promise.all(
      stage.mailbox
        .list()
        .filter(({ at }) => at >= since)
        .map(({ id }) => stage.mailbox.read(id)),
    );

    told("names that reach mails", names.length);
    expect(mails.length).toBeGreaterThanOrEqual(payloads.length);
    for (const mail of mails) {
      expect(mail?.html ?? "").not.toMatch(/<img src=x|<script>document|<svg\/onload|<b>body/i);
      expect(mail?.subject ?? "").not.toMatch(/[\r\n]/);
      expect(Object.keys(mail?.headers ?? {}).map((name) => name.toLowerCase())).not.toContain("x-injected");
      expect([...(mail?.to ?? []), ...(mail?.cc ?? []), ...(mail?.bcc ?? [])]).not.toContain(victim);
    }
    expect(stage.mailbox.list(victim)).toEqual([]);
    expect(deadLetters()).toEqual([]);
  });

  test("no route hands out a spreadsheet, so no cell of one can be a formula", () => {
    expect(routes.filter(({ path: at, operationId }) => /csv|spreadsheet/i.test(`${at} ${operationId}`))).toEqual([]);
  });
});

test("a supplier who stays suspended leaves the catalogue, and their people have to sign in again", async () => {
  const { supplier, admin } = world.people;
  const params = { orgId: world.made.supplierId ?? "" };
  const shown = async () => (await world.people.nobody.ask(catalog.searchProducts, {})).items.length;
  expect(await shown()).toBeGreaterThan(0);

  await admin.ask(contracts.suspendSupplier, { params, body: { reason: "The certificate is not theirs." } });
  await stage.drain(60_000);

  // The catalogue in front of visitors is a few seconds old at most.
  await until("An empty catalogue", async () => ((await shown()) === 0 ? true : undefined));
  await expect(supplier.renew()).rejects.toThrow("Nobody is signed in");
  await admin.ask(contracts.restoreSupplier, { params });
  await supplier.signIn(world.password);
  expect((await supplier.ask(catalog.listMyProducts, {})).items.length).toBeGreaterThan(0);
});

test("a function whose role lacks a permission is refused as AWS refuses it, and the report of permissions names it", async () => {
  await stage.fire("EveryMinute");
  const lines = stage
    .logs("dev-sleekapp-sweep-due")
    .map(({ line }) => line)
    .join("\n");

  expect(stage.permissions().refused).toEqual([
    { functionName: "dev-sleekapp-sweep-due", action: "dynamodb:Query", resource: expect.stringMatching(/index\/feed$/), times: expect.any(Number) },
  ]);
  expect(lines).toContain("is not authorized to perform: dynamodb:Query");
});

// The last, because it fills the window of this address.
test("a hundred guesses at once get five tries, and then not even the right code works", async () => {
  const { nobody } = world.people;
  const ask = (email: string) => nobody.ask(quote.askCode, { body: { email, purpose: "quote" } });
  const { challengeId, code } = await codeFor(nobody, "guessed.attacks@people.example", ask);
  const guess = (attempt: string) => nobody.attempt(quote.answerCode, { params: { challengeId }, body: { code: attempt } });
  const wrong = Array.from({ length: 101 }, (_, index) => String(200_000 + index)).filter((attempt) => attempt !== code);

  const answers = await Promise.all(wrong.slice(0, 100).map(guess));
  const right = await guess(code);

  const count = (wanted: string) => answers.filter((answer) => codeOf(answer) === wanted).length;
  told(`guesses at a code, ${count("code.wrong")} of them looked at, ${count("rate.limited")} over the limit of the address`, answers.length);
  expect(answers.filter(({ status }) => status < 400)).toEqual([]);
  expect(count("code.wrong")).toBe(5);
  expect(count("code.wrong") + count("code.spent") + count("rate.limited")).toBe(100);
  expect(right.status).toBeGreaterThanOrEqual(400);
});

const pool = () =>
  new CognitoIdentityProviderClient({
    endpoint: world.town.pool.userPoolEndpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "nobody", secretAccessKey: "x" },
    maxAttempts: 1,
  });
const client = () => ({ ClientId: world.town.pool.userPoolClientId });

/** An answer without what is made anew for each. */
const shapeOf = ({ status, body }: Answer): string =>
  JSON.stringify([status, body], (key, value: unknown) => (key === "challengeId" ? String(value).length : value));

const times = (all: readonly { readonly ms: number }[]): readonly number[] => all.map(({ ms }) => ms).toSorted((a, b) => a - b);
const middle = (all: readonly { readonly ms: number }[]): number => times(all)[Math.floor((all.length - 1) / 2)] ?? 0;
const spread = (all: readonly { readonly ms: number }[]): number => (times(all).at(-1) ?? 0) - (times(all)[0] ?? 0);

const deadLetters = (): readonly unknown[] =>
  stage.manifest.queues.filter(({ name }) => name.includes("dead")).flatMap(({ name }) => stage.look(name)?.ready ?? []);
