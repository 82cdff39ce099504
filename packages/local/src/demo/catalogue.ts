import { garments } from "@sleekapp/core/garment/model";
import type { Actor, Member } from "@sleekapp/core/kernel/actor";
import { usd } from "@sleekapp/core/kernel/money";
import * as Product from "@sleekapp/core/product";
import * as Search from "@sleekapp/core/search";
import * as Stock from "@sleekapp/core/stock";
import { MAX_LINES } from "@sleekapp/core/stock/model";
import { until } from "../people/person.ts";
import { type ProductData, products } from "./data/products/index.ts";
import { garmentDrawing } from "./drawings/index.ts";
import type { Notebook } from "./notebook.ts";
import { type Draw, sendPicture, widths } from "./pictures.ts";
import { ago, as, type Cast, memberOf, system } from "./world.ts";

type Hall = { readonly cast: Cast; readonly admin: Actor; readonly draw: Draw; readonly notebook: Notebook };

/** Pieces from which a supplier asks less, and how much less, in basis points. */
const steps = [
  [3, 9_400],
  [10, 8_800],
] as const;

const sizes: Readonly<Record<string, readonly string[]>> = {
  "cut-and-sew": ["34", "36", "38", "40", "42", "44"],
  other: ["XS", "S", "M", "L", "XL", "2XL"],
};

function draftOf(data: ProductData) {
  const { family, plural } = garments[data.type];
  return {
    title: data.title,
    description: `${data.about} Made to order in your colours and with your labels; the shades shown are those we keep cloth for.`,
    family,
    category: plural,
    fabric: data.fabric,
    gsm: data.gsm,
    price: usd(data.cents),
    moq: data.moq,
    leadDays: data.leadDays,
    sizes: [...(sizes[family] ?? sizes["other"] ?? [])],
    colours: [...data.colours],
    breaks: steps.map(([times, bps]) => ({ from: data.moq * times, price: usd(Math.round((data.cents * bps) / 10_000)) })),
    variants: [],
    shipsFrom: "BD",
  };
}

/** How most listings end, and those few that show the other states. */
type Ending = "approved" | "pending" | "changes" | "draft" | "archived";
const endings: Readonly<Record<string, Ending>> = {
  "Hi-comfort work jacket": "changes",
  "Kids' T-shirt with shoulder snaps": "pending",
  "Silk and cotton summer sweater": "pending",
  "Race-day singlet cut with sleeves": "pending",
  "Plain V-neck slipover": "draft",
  "A-line skirt in denim": "archived",
};

/** What lies on the shelf of a few listings: in each colour the pieces of the smallest size, the next one and so on, then again from the first. */
const shelves: Readonly<Record<string, readonly (readonly number[])[]>> = {
  "Heavyweight boxy T-shirt": [
    [40, 120, 180, 160, 90, 30],
    [24, 0, 75, 60, 0, 12],
  ],
  "Brushed-back hoodie": [[35, 80, 110, 95, 50, 0]],
  "Classic cotton scrubs": [[60, 140, 200, 150, 80, 40]],
  "Ribbed tank top": [[0, 0, 0, 0, 0, 0]],
};

type Place = { readonly owner: Member; readonly data: ProductData; readonly listedDaysAgo: number };

async function addPictures(hall: Hall, { owner, data, listedDaysAgo }: Place, productId: string): Promise<void> {
  const at = ago(listedDaysAgo, -10);
  // Every fifth listing shows a second shade.
  const shown = data.colours.slice(0, listedDaysAgo % 5 === 0 ? 2 : 1);
  const sent = await Promise.all(
    shown.map(async (colour) => {
      // Asked for today: a slot as old as its listing would be swept before its picture is there.
      const slot = await as(owner, { at: new Date() }, () => Product.askPicture({ productId, type: "image/png" }));
      const bytes = await hall.draw(garmentDrawing(data.type, colour), widths.garment);
      return {
        uploadId: await sendPicture(owner, productId, { slot, bytes }),
        // A draft still waits for somebody to say what it shows.
        alt: endings[data.title] === "draft" ? "" : `Technical drawing, front: ${data.title.toLowerCase()}, in ${colour.toLowerCase()}`,
      };
    }),
  );
  await as(owner, { at }, () => Product.setPictures({ productId, pictures: sent }));
}

async function decide(
  { admin }: Hall,
  { listedDaysAgo }: Place,
  { productId, ending }: { readonly productId: string; readonly ending: Ending },
): Promise<void> {
  const at = ago(Math.max(0, listedDaysAgo - 1));
  if (ending === "pending") return;
  if (ending === "changes") {
    const reason = "Say what the outer cloth is made of, in per cent; the name alone does not tell a buyer.";
    await as(admin, { at }, () => Product.turnDown({ productId, reason }));
  } else await as(admin, { at }, () => Product.approve({ productId }));
}

async function list(hall: Hall, place: Place): Promise<void> {
  const { owner, data, listedDaysAgo } = place;
  const ending = endings[data.title] ?? "approved";
  const { productId } = await as(owner, { at: ago(listedDaysAgo) }, () => Product.create({ draft: draftOf(data) }));
  await addPictures(hall, place, productId);
  if (ending === "draft") return;
  await as(owner, { at: ago(listedDaysAgo, -20) }, () => Product.submit({ productId }));
  await decide(hall, place, { productId, ending });
  await stock(place, productId);
  if (ending === "archived") await as(owner, { at: ago(1) }, () => Product.archive({ productId }));
}

/** Counts what a listing has on the shelf, if it has any. */
async function stock({ owner, data, listedDaysAgo }: Place, productId: string): Promise<void> {
  const shelf = shelves[data.title];
  if (!shelf) return;
  const { colours, sizes: across } = draftOf(data);
  const lines = colours.flatMap((colour, row) => across.map((size, at) => ({ colour, size, onHand: shelf[row % shelf.length]?.[at] ?? 0 })));
  await as(owner, { at: ago(Math.max(0, listedDaysAgo - 1)) }, () => Stock.setOnHand({ productId, lines: lines.slice(0, MAX_LINES) }));
}

/** Listings that are made side by side: enough to keep the publishing Lambdas busy, few enough to leave the machine usable. */
const LANES = 4;

/** Nobody is told of a replayed past, so the index is asked to read the table, by the operator's own command and its worker. */
async function index(): Promise<void> {
  const { jobId } = await as(system("operator:rebuild-search"), { at: new Date(), isReplay: false }, () => Search.askRebuild({}));
  await until("The index of the catalogue", () => Search.rebuiltBy(jobId), 60_000);
}

/** Lists everything in the catalogue and has it indexed once at the end. */
export async function fillCatalogue(hall: Hall): Promise<void> {
  const places = Object.entries(products).flatMap(([key, all]) =>
    all.map((data, index) => ({ owner: memberOf(hall.cast, key), data, listedDaysAgo: 130 - index * 11 })),
  );
  const waiting = [...places];
  const lane = async (): Promise<void> => {
    for (let place = waiting.shift(); place; place = waiting.shift()) {
      const next = place;
      await hall.notebook.once(`product ${next.data.title}`, () => list(hall, next));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await hall.notebook.once("index", index);
}
