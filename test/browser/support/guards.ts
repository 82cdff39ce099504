import type { Who } from "./answers.ts";
import { go, visit } from "./browser.ts";
import type { Lent, Tabs } from "./tabs.ts";
import type { Target } from "./targets.ts";

const PATIENCE = { timeout: 10_000 };

/** G11: signed out, a guarded page leads to sign-in and remembers where from; the wrong role is told so at the same address. */
export type Guards = { readonly check: (target: Target) => Promise<string[]> };

/** One visitor who is signed out and one of each kind who is signed in, each of whom goes from page to page. */
export function openGuards(tabs: Tabs): Guards {
  const visitors = new Map<Who | undefined, Promise<Lent>>();
  const enter = async (who: Who | undefined): Promise<Lent> => {
    const lent = await tabs.open({ who });
    await visit(lent.page, `${lent.origin}/`);
    return lent;
  };
  const visitor = (who?: Who): Promise<Lent> => {
    const known = visitors.get(who) ?? enter(who);
    visitors.set(who, known);
    return known;
  };
  const asSignedOut = async (path: string): Promise<string[]> => {
    const { page } = await visitor();
    await go(page, `${path}?kept=1`);
    const asked = await page
      .waitForURL((url) => url.pathname === "/sign-in" && url.searchParams.get("next") === `${path}?kept=1`, PATIENCE)
      .then(() => page.locator("main h1").first().waitFor(PATIENCE))
      .then(
        () => true,
        () => false,
      );
    return asked ? [] : [`signed out one lands on ${page.url()}`];
  };
  const asStranger = async (who: Who, path: string): Promise<string[]> => {
    const { page, origin } = await visitor(who);
    await go(page, path);
    const told = await page
      .locator("main")
      .getByText("not for your account")
      .waitFor(PATIENCE)
      .then(
        () => true,
        () => false,
      );
    const problems = told ? [] : [`a ${who} is not told that the page is not theirs`];
    const { pathname } = new URL(page.url());
    if (pathname !== new URL(path, origin).pathname) problems.push(`a ${who} is sent away from ${path}`);
    // The next page says the same; it is to say it by itself.
    await go(page, "/");
    await page.getByText("not for your account").waitFor({ state: "detached", ...PATIENCE });
    return problems;
  };
  return {
    check: async ({ page: { audience }, path }) => {
      if (audience === "everyone" || audience === "signed-out") return [];
      const problems = await asSignedOut(path);
      if (audience === "signed-in") return problems;
      const stranger = (["factory", "buyer", "supplier", "admin"] as const).find((who) => !audience.includes(who));
      return stranger === undefined ? problems : [...problems, ...(await asStranger(stranger, path))];
    },
  };
}
