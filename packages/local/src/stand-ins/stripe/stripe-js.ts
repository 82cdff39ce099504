import { readFileSync } from "node:fs";

/**
 * The browser script that stands in for https://js.stripe.com: it defines `window.Stripe`, draws the PaymentElement's card form
 * and talks to the stand-in API at `api` (an origin, or a path of the page's own origin such as `/_local/stripe`).
 *
 * `loadStripe` of @stripe/stripe-js returns `window.Stripe` when a page already has it and only otherwise adds the script from
 * js.stripe.com. So the local gateway puts `<script src="…/stripe.js"></script>` into the head of the page it serves, before the
 * app's own script, and the product's code stays as it is.
 */
export function stripeJs(api: string): string {
  const parts = ["card-form.js", "authentication.js", "elements.js", "stripe.js"].map((name) => {
    const source = readFileSync(new URL(`./browser/${name}`, import.meta.url), "utf8");
    return source.replaceAll(/^import .*\n/gm, "").replaceAll(/^export /gm, "");
  });
  return `(() => {\n"use strict";\n${parts.join("\n")}\nwindow.Stripe = makeStripe(${JSON.stringify(api.replace(/\/$/, ""))});\n})();\n`;
}
