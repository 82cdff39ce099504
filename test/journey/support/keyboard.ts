/// <reference lib="dom" />
import type { Locator, Page } from "playwright-core";

/** A page worked by its keyboard alone: what Tab does not reach cannot be used. */
export type Keyboard = {
  /** Goes forward with Tab until something has the focus; throws when all of the page has been passed. */
  readonly reach: (target: Locator) => Promise<void>;
  readonly type: (target: Locator, text: string) => Promise<void>;
  readonly press: (target: Locator, key?: "Enter" | "Space") => Promise<void>;
  /** Goes along the page's tabs with the arrow until the one of this name is open. */
  readonly openTab: (name: string) => Promise<void>;
};

const MOST_STOPS = 120;

export function keyboardOf(page: Page): Keyboard {
  const reach: Keyboard["reach"] = async (target) => {
    await target.waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not reach ${target.toString()} on ${page.url()}`);
  };
  return {
    reach,
    type: async (target, text) => {
      await reach(target);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(text);
    },
    press: async (target, key = "Enter") => {
      await reach(target);
      await page.keyboard.press(key);
    },
    openTab: async (name) => {
      const selected = page.getByRole("tab", { selected: true });
      await reach(selected);
      for (let stop = 0; stop < MOST_STOPS; stop += 1) {
        const open = await selected.innerText();
        if (open === name) return;
        await page.keyboard.press("ArrowRight");
        // The tabs are in the address, which follows a moment later; another press before that would go too far.
        await selected.filter({ hasNotText: open }).waitFor();
      }
      throw new Error(`There is no tab ${name} on ${page.url()}`);
    },
  };
}
