import { usd } from "@sleekapp/core/kernel/money";
import * as Quote from "@sleekapp/core/quote";
import { type OrderData, orders, quotes, type QuoteData } from "./data/orders/index.ts";
import { perform, type Scene, type Subject } from "./deeds.ts";
import type { Notebook } from "./notebook.ts";
import { type Happening, storyOf } from "./story.ts";
import { ago, as, memberOf } from "./world.ts";

type Chapter = { readonly name: string; readonly subject: Subject; readonly story: readonly Happening[] };

const chapterOf = (data: OrderData, name: string, now: Date): Chapter => ({
  name,
  subject: { data, quoteId: "", orderId: "", total: usd(0) },
  story: storyOf(data, now),
});

/** Nobody hears of the past. What waits for somebody's answer now is news: an offer goes out by mail as it always does. */
const isNews = ({ deed }: Happening, chapter: Chapter): boolean => deed.what === "offer" && chapter.story.at(-1)?.deed === deed;

/**
 * Tells the stories of all orders along one line of time, so that invoice numbers, ids and lists come in the order in which things
 * happened. An order whose story was interrupted by an earlier run begins again as another order.
 */
async function tellOrders(scene: Scene, notebook: Notebook): Promise<void> {
  const now = new Date();
  const chapters = orders.map((data, index) => chapterOf(data, `order ${index + 1}`, now)).filter(({ name }) => !notebook.has(name));
  const line = chapters
    .flatMap((chapter) => chapter.story.map((happening) => ({ chapter, happening })))
    .toSorted((a, b) => a.happening.at.getTime() - b.happening.at.getTime());
  for (const { chapter, happening } of line) {
    const when = { at: happening.at, isReplay: !isNews(happening, chapter) };
    await perform({ scene, subject: chapter.subject, when }, happening.deed);
    if (chapter.story.at(-1) === happening) await notebook.once(chapter.name, async () => undefined);
  }
}

async function ask(scene: Scene, { buyer, brief, daysAgo, declined }: QuoteData): Promise<void> {
  const member = memberOf(scene.cast, buyer);
  // Today's quotes are news: they are mailed and commented on.
  const { quote } = await as(member, { at: ago(daysAgo, 20), isReplay: daysAgo > 0 }, () => Quote.create({ brief }));
  if (declined) await as(member, { at: ago(daysAgo - 3) }, () => Quote.decline({ quoteId: quote.quoteId, reason: declined }));
}

/** Everything that happened in the marketplace so far: orders in every status, and quotes that did not become orders. */
export async function tellHistory(scene: Scene, notebook: Notebook): Promise<void> {
  await tellOrders(scene, notebook);
  for (const [index, data] of quotes.entries()) await notebook.once(`quote ${index + 1}`, () => ask(scene, data));
}
