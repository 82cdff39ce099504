import { parseArgs } from "node:util";
import { bundleFigures } from "./bench/bundles.ts";
import { type Figure, isMissed, told } from "./bench/figure.ts";
import { importFigures } from "./bench/import.ts";
import { pricingFigures } from "./bench/pricing.ts";
import { searchFigures } from "./bench/search.ts";
import { bootFigures, walk } from "./bench/stage.ts";
import { tableFigures } from "./bench/table.ts";
import { webFigures } from "./bench/web.ts";

const help = `npm run bench -- [options]

Prints what is counted beside its goal: requests and units per route (P1, P2), size and load time of every function (P3),
boot and memory of a local stage (P7), memory and latency of the search (P8), what a slow phone loads of every public page and how fast the quote form computes (P10). Counts are exact; milliseconds depend on what else the machine does.

  --search   the search alone
  --web      the public pages alone
  --import   a file of 50,000 rows alone, which is not among the others: it takes minutes
  --pricing  the quote form alone: from a change to the new price
  --json     end with one line of JSON
`;

function print(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}\n`);
  for (const figure of figures) console.log(told(figure));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      search: { type: "boolean", default: false },
      web: { type: "boolean", default: false },
      import: { type: "boolean", default: false },
      pricing: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return console.log(help);
  if (values.import) return print("The import", importFigures());
  if (values.search) return print("The search", searchFigures());
  if (values.pricing) return print("The quote form", await pricingFigures());
  if (values.web) return print("The public pages", await webFigures());
  const { costs, figures: memory } = await walk();
  const table = tableFigures(costs);
  print("The table, on the golden path", table);
  const stage = [...(await bootFigures()), ...memory];
  print("The local stage", stage);
  const bundles = await bundleFigures();
  print("The functions", bundles);
  const search = searchFigures();
  print("The search", search);
  const web = await webFigures();
  print("The public pages", web);
  const pricing = await pricingFigures();
  print("The quote form", pricing);
  const figures = [...table, ...stage, ...bundles, ...search, ...web, ...pricing];
  const missed = figures.filter(isMissed);
  print(`${missed.length} of ${figures.filter(({ goal }) => goal !== undefined).length} goals missed`, missed);
  if (values.json) console.log(JSON.stringify({ figures: figures.map((figure) => ({ ...figure, isMissed: isMissed(figure) })) }));
}

await main();
