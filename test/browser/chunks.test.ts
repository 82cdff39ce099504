import { expect, test } from "vitest";
import { useSite } from "./support/use-site.ts";

// Parts of the application that do not arrive: a deployment took them away, or the network did.

const app = useSite();

test("a page whose code does not arrive says so, and Retry shows it once it does", async () => {
  const { page, close } = await app.open();
  let isLost = true;
  await page.route(/\/assets\/track-.*\.js$/, (route) => (isLost ? route.abort() : route.fallback()));
  await page.goto(`${app.origin}/track`);
  const alert = page.getByRole("alert");

  await alert.waitFor();
  const told = await page.locator("main h1").innerText();
  isLost = false;
  await alert.getByRole("button", { name: "Retry" }).click();
  await page.waitForFunction(() => document.querySelector("main h1")?.textContent !== "Something went wrong");
  await close();

  expect(told).toBe("Something went wrong");
});
