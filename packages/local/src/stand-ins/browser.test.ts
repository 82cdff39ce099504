import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import StripeClient from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chromiumFlags, findChromium } from "../engines/chromium.ts";
import { type Cognito, startCognito } from "./cognito/index.ts";
import { startStripe, type Stripe, stripeJs } from "./stripe/index.ts";
import { readBody, serveHttp } from "./wire.ts";

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' http://localhost:*";
const pool = { userPoolId: "us-east-1_Local0001", userPoolClientId: "webclient000000000000000001" };
const password = "Passw0rd!x";
let code = "";
let stripe: Stripe;
let cognito: Cognito;
let site: Awaited<ReturnType<typeof serveHttp>>;
let browser: Browser;

/** A pay page and a sign-in page as the product writes them: the libraries as they are, no word about the local stage. */
const payPage = `
  import { createElement as h, StrictMode, useState } from "react";
  import { createRoot } from "react-dom/client";
  import { loadStripe } from "@stripe/stripe-js/pure";
  import { Elements, PaymentElement, useElements, useStripe } from "@stripe/react-stripe-js";
  const clientSecret = new URLSearchParams(location.search).get("secret");
  function Form() {
    const stripe = useStripe();
    const elements = useElements();
    const [said, say] = useState("");
    const [complete, setComplete] = useState(false);
    const pay = async (event) => {
      event.preventDefault();
      const { error } = await elements.submit();
      const result = error ? { error } : await stripe.confirmPayment({ elements, confirmParams: { return_url: location.origin + "/done" }, redirect: "if_required" });
      say(result.error ? "refused: " + result.error.message : "paid: " + result.paymentIntent.status);
    };
    return h("form", { onSubmit: pay }, h(PaymentElement, { onChange: (event) => setComplete(event.complete) }), h("button", { disabled: !stripe }, "Pay"), h("output", {}, said), h("p", { id: "complete" }, String(complete)));
  }
  const stripe = loadStripe("pk_test_local");
  createRoot(document.getElementById("root")).render(h(StrictMode, {}, h(Elements, { stripe, options: { clientSecret, appearance: { variables: { colorPrimary: "#2f5d50" } } } }, h(Form))));
`;
const signInPage = `
  import { Amplify } from "aws-amplify";
  import { confirmSignUp, fetchAuthSession, signIn, signUp } from "aws-amplify/auth";
  const { endpoint, ...pool } = Object.fromEntries(new URLSearchParams(location.search));
  Amplify.configure({ Auth: { Cognito: { ...pool, userPoolEndpoint: endpoint } } });
  window.journey = {
    signUp: (username, password) => signUp({ username, password, options: { userAttributes: { email: username } } }),
    confirm: (username, confirmationCode) => confirmSignUp({ username, confirmationCode }),
    signIn: async (username, password) => {
      const { nextStep } = await signIn({ username, password });
      const session = await fetchAuthSession({ forceRefresh: true });
      return [nextStep.signInStep, session.tokens.accessToken.payload.token_use];
    },
  };
`;
async function bundle(contents: string): Promise<string> {
  const result = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    define: { "process.env.NODE_ENV": '"production"', global: "window" },
    logLevel: "silent",
  });
  return result.outputFiles[0]?.text ?? "";
}

async function serveSite(): Promise<typeof site> {
  const scripts = new Map([
    ["/pay.js", await bundle(payPage)],
    ["/sign-in.js", await bundle(signInPage)],
    ["/_local/stripe.js", stripeJs("/_local/stripe")],
  ]);
  return serveHttp(async (request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    if (path.startsWith("/_local/stripe/")) {
      const headers = { authorization: request.headers.authorization ?? "", "content-type": request.headers["content-type"] ?? "" };
      const body = await readBody(request);
      const answer = await fetch(stripe.endpoint + (request.url ?? "").slice("/_local/stripe".length), {
        method: request.method ?? "GET",
        headers,
        ...(body.length > 0 ? { body: Uint8Array.from(body) } : {}),
      });
      response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
      return;
    }
    const script = scripts.get(path);
    if (script !== undefined) response.writeHead(200, { "content-type": "text/javascript" }).end(script);
    else
      response
        .writeHead(200, { "content-type": "text/html", "content-security-policy": policy })
        .end(`<!doctype html><title>t</title><script src="/_local/stripe.js"></script><div id="root"></div><script src="${path}.js"></script>`);
  });
}

beforeAll(async () => {
  const found = findChromium();
  if (!found.ok) throw new Error(found.reason);
  stripe = await startStripe({ webhookSecret: "whsec_x" });
  cognito = await startCognito({
    pool: { id: pool.userPoolId },
    clients: [{ id: pool.userPoolClientId }],
    onMessage: (mail) => void (code = mail.code),
  });
  site = await serveSite();
  browser = await chromium.launch({ executablePath: found.command, args: [...chromiumFlags] });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  await cognito.stop();
  await stripe.stop();
});

const problems: string[] = [];
async function open(path: string): Promise<Page> {
  const page = await browser.newPage();
  problems.length = 0;
  page.on(
    "console",
    (message) =>
      ["error", "warning"].includes(message.type()) &&
      !message.text().includes("402") &&
      !message.text().includes("favicon") &&
      problems.push(message.text()),
  );
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => !new URL(request.url()).hostname.match(/^(localhost|127\.0\.0\.1)$/) && problems.push(request.url()));
  await page.goto(`http://localhost:${site.port}${path}`);
  return page;
}
const server = () =>
  new StripeClient("sk_test_local", { host: "127.0.0.1", port: new URL(stripe.endpoint).port, protocol: "http", telemetry: false });
async function openPay() {
  const intent = await server().paymentIntents.create({ amount: 12_345, currency: "usd" });
  const page = await open(`/pay?secret=${intent.client_secret}`);
  const fill = async (card: string) => {
    await page.getByLabel("Card number").fill(card);
    await page.getByLabel("Expiration date").fill("12/40");
    await page.getByLabel("Security code").fill("123");
  };
  const pay = async () => {
    await page.getByRole("button", { name: "Pay", exact: true }).click();
    await page.locator("output:not(:empty)").waitFor();
    return page.locator("output").textContent();
  };
  return { page, fill, pay, status: async () => (await server().paymentIntents.retrieve(intent.id)).status };
}

test("a person pays by hand with a test card through Stripe's own React elements", async () => {
  const { page, fill, pay, status } = await openPay();
  await fill("4242424242424242");

  expect(await page.getByLabel("Card number").inputValue()).toBe("4242 4242 4242 4242");
  expect(await page.locator("#complete").textContent()).toBe("true");
  expect(await pay()).toBe("paid: succeeded");
  expect(await status()).toBe("succeeded");
  expect(problems).toEqual([]);
  await page.close();
});

test("an incomplete and a refused card are told in place, and another card then pays", async () => {
  const { page, fill, pay, status } = await openPay();

  await page.getByLabel("Card number").fill("4242");
  expect(await pay()).toBe("refused: Your card number is incomplete.");
  await fill("4000 0000 0000 9995");
  await page.getByRole("button", { name: "Pay", exact: true }).click();
  await page.getByText("refused: Your card has insufficient funds.").waitFor();
  await page.getByRole("button", { name: "Succeeds" }).click();
  await page.getByRole("button", { name: "Pay", exact: true }).click();
  await page.getByText("paid: succeeded").waitFor();

  expect(await status()).toBe("succeeded");
  await page.close();
});

test("a card that asks to authenticate opens the bank's dialog, which may be passed or failed", async () => {
  const { page, status } = await openPay();
  const attempt = async (choice: string) => {
    await page.getByRole("button", { name: "Asks to authenticate" }).click();
    await page.getByRole("button", { name: "Pay", exact: true }).click();
    await page.getByRole("dialog").getByText("$123.45").waitFor();
    await page.getByRole("button", { name: choice }).click();
  };

  await attempt("Fail authentication");
  await page.getByText("refused: We are unable to authenticate your payment method.").waitFor();
  expect(await status()).toBe("requires_payment_method");
  await attempt("Complete authentication");
  await page.getByText("paid: succeeded").waitFor();
  expect(problems).toEqual([]);
  await page.close();
});

test("aws-amplify in a browser on another origin signs up, confirms, signs in by SRP and refreshes", async () => {
  const page = await open(`/sign-in?${new URLSearchParams({ ...pool, endpoint: cognito.endpoint }).toString()}`);

  await page.evaluate(`journey.signUp("ann@example.com", "${password}")`);
  await page.evaluate(`journey.confirm("ann@example.com", "${code}")`);
  const result = await page.evaluate(`journey.signIn("ann@example.com", "${password}")`);

  expect(result).toEqual(["DONE", "access"]);
  await page.close();
});
