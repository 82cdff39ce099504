import { expect, test } from "vitest";
import { type Opened, visit } from "./support/browser.ts";
import { payPath, paying, payment } from "./support/examples/paying.ts";
import { goods } from "./support/examples/stock.ts";
import { useSite } from "./support/use-site.ts";
import type { Provider } from "./support/stripe.ts";

const app = useSite();

const plan = (payments: readonly unknown[]) => paying("b1", { plan: { payments } });

/** The deposit's page with a provider that behaves like this; `bodies` may be changed while it is open. */
async function payPage(provider: Provider, bodies: Record<string, unknown> = plan([])) {
  const opened = await app.open({ who: "buyer", provider, answers: { bodies } });
  await visit(opened.page, app.origin + payPath("b1", "deposit"));
  return { ...opened, main: opened.page.locator("main") };
}

const fill = async (page: Opened["page"]) => {
  await page.getByRole("button", { name: "Succeeds", exact: true }).click();
  await page.getByRole("button", { name: /^Pay US/u }).click();
};

const opens = (requests: readonly string[]) => requests.filter((request) => request.startsWith("POST ")).length;

test("a payment is called paid when the API says so, not when the card was taken", async () => {
  const bodies: Record<string, unknown> = plan([]);
  const { page, main, close } = await payPage("takes", bodies);

  await fill(page);
  await main.getByText("Waiting for the bank").waitFor();
  const early = await main.getByText("Paid", { exact: true }).count();
  Object.assign(bodies, plan([payment("succeeded")]));
  await main.getByText("Paid", { exact: true }).waitFor();
  await close();

  expect(early).toBe(0);
});

test("a declined card says why and keeps the form", async () => {
  const { page, main, close } = await payPage("declines");

  await fill(page);
  await main.getByText("Your card has insufficient funds.").waitFor();
  const kept = await page.getByLabel("Card number").inputValue();
  const again = await page.getByRole("button", { name: /^Pay US/u }).isEnabled();
  await close();

  expect([kept, again]).toEqual(["4242 4242 4242 4242", true]);
});

test("where Stripe is blocked the page says what to do instead", async () => {
  const { main, close } = await payPage("blocked");

  await main.getByText("The card form could not be loaded").waitFor();
  const text = await main.innerText();
  await close();

  expect(text).toContain("SA-2611-7K3Q9F");
  expect(text).toContain("bank transfer");
});

test("a reload goes on with the payment that was opened", async () => {
  const bodies: Record<string, unknown> = plan([]);
  const { page, watch, close } = await payPage("takes", bodies);
  await page.getByRole("button", { name: /^Pay US/u }).waitFor();
  const first = opens(watch.requests);

  Object.assign(bodies, plan([payment("open")]));
  await page.reload();
  await page.getByRole("button", { name: /^Pay US/u }).waitFor();
  const second = opens(watch.requests);
  await close();

  expect([first, second]).toEqual([1, 1]);
});

test("a hold that runs out while the deposit is about to be paid takes the form away and says what became of the pieces", async () => {
  const order = { goods, brief: undefined };
  const bodies: Record<string, unknown> = paying("b1", { order, plan: { payments: [] } });
  const { page, close } = await app.open({ who: "buyer", provider: "takes", answers: { bodies } });
  await page.clock.install({ time: new Date(Date.parse(goods.heldUntil) - 10_000) });
  await visit(page, app.origin + payPath("b1", "deposit"));
  const main = page.locator("main");
  await main.getByText("The pieces are held until", { exact: false }).waitFor();
  await page.getByRole("button", { name: /^Pay US/u }).waitFor();

  // The sweep of the minute has found the hold.
  Object.assign(bodies, paying("b1", { order: { ...order, status: "cancelled", goods: { ...goods, state: "released", heldUntil: undefined } } }));
  await page.clock.fastForward(16_000);

  await main.getByText("This order was cancelled and its pieces went back on sale; nothing is owed.").waitFor();
  expect(await page.getByRole("button", { name: /^Pay US/u }).count()).toBe(0);
  expect(await main.getByText("The pieces are held until", { exact: false }).count()).toBe(0);
  await close();
});
