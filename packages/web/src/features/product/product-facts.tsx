import { familyNames } from "@sleekapp/core/garment/model";
import type { ProductDraftView } from "@sleekapp/core/product/view";
import { countryName } from "../../lib/countries.ts";
import { formatCount } from "../../lib/money.ts";
import { PhotoGrid } from "../../ui/photo-grid.tsx";
import { Amount, type Fact, Facts } from "../../ui/value.tsx";
import { typeNames, unitNames } from "./kinds.ts";
import { photosOf } from "./words.ts";

type Known = { readonly [F in keyof Fact]: Fact[F] | undefined };
const known = (fact: Known): fact is Fact => fact.value !== undefined && fact.label !== undefined;
const list = (values: readonly string[] | undefined) => (values?.length ? values.join(", ") : undefined);
const count = (value: number | undefined, unit: string) => (value ? `${formatCount(value)} ${unit}` : undefined);

/** What is written, as facts; what is not written is left out. */
function factsOf(draft: ProductDraftView["draft"]): readonly Known[] {
  return [
    { label: "Family", value: draft.family ? familyNames[draft.family] : undefined },
    { label: "Category", value: list([draft.category ?? "", draft.subcategory ?? ""].filter((one) => one !== "")) },
    { label: "What is sold", value: draft.type ? typeNames[draft.type] : undefined },
    { label: "Fabric", value: draft.fabric },
    { label: "Composition", value: draft.composition },
    { label: "Weight", value: count(draft.gsm, "g/m²") },
    { label: "Gauge", value: count(draft.gauge, "gauge") },
    { label: "Minimum order", value: count(draft.moq, unitNames[draft.unit ?? "piece"][1]) },
    { label: "Lead time", value: count(draft.leadDays, "days") },
    { label: "Ships from", value: draft.shipsFrom ? countryName(draft.shipsFrom) : undefined },
    { label: "Sizes", value: list(draft.sizes) },
    { label: "Colours", value: list(draft.colours) },
    { label: "Shipping weight", value: count(draft.weightGrams, "g") },
    { label: "Features", value: list(draft.features) },
    { label: "Keywords", value: list(draft.keywords) },
    { label: "Text for search engines", value: draft.metaDescription },
    { label: "Film", value: draft.videoUrl },
    ...(draft.specifications ?? []).map(({ name, value }) => ({ label: name, value })),
  ];
}

/** A listing to be read: its pictures, what is written, and every price with what buyers pay. */
export function ProductFacts({ product }: { readonly product: ProductDraftView }) {
  const { draft, pictures } = product;
  return (
    <div className="flex flex-col gap-6">
      {pictures.length > 0 ? (
        <PhotoGrid label="Pictures" ratio="product" photos={photosOf(pictures)} />
      ) : (
        <p className="text-ink-2">No pictures yet.</p>
      )}
      {draft.description ? <p className="measure whitespace-pre-line">{draft.description}</p> : null}
      <Facts facts={factsOf(draft).filter(known)} />
      <Prices product={product} />
      <Variants variants={draft.variants ?? []} />
    </div>
  );
}

function Prices({ product: { draft, finalPrice, finalBreaks } }: { readonly product: ProductDraftView }) {
  if (!draft.price || !finalPrice) return null;
  const breaks = (draft.breaks ?? []).map(({ from, price }, index) => ({ from, price, final: finalBreaks[index]?.price }));
  const steps = [{ from: draft.moq ?? 1, price: draft.price, final: finalPrice }, ...breaks];
  return (
    <table className="w-full max-w-md">
      <caption className="mb-2 text-left font-semibold">Prices per piece</caption>
      <thead>
        <tr className="border-b border-line text-small text-ink-2">
          <th scope="col" className="py-1.5 text-left font-medium">
            From
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            Supplier
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            Buyer
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ from, price, final }) => (
          <tr key={from} className="border-b border-line last:border-b-0">
            <th scope="row" className="tnum py-2 text-left font-normal">
              {formatCount(from)} pieces
            </th>
            <td className="py-2 text-right">
              <Amount money={price} />
            </td>
            <td className="py-2 text-right">{final ? <Amount money={final} strong /> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Sizes and colours with their stock keeping units, folded away: they come from an import and are seldom read. */
export function Variants({ variants }: { readonly variants: NonNullable<ProductDraftView["draft"]["variants"]> }) {
  if (variants.length === 0) return null;
  return (
    <details className="rounded-control border border-line">
      <summary className="px-3 py-2 font-medium">Variants ({variants.length})</summary>
      <ul className="divide-y divide-line border-t border-line px-3">
        {variants.map((variant) => (
          <li key={variant.sku} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span>{Object.values(variant.options).join(" / ") || "One variant"}</span>
            <span className="tnum text-small break-all text-ink-3">
              {variant.sku}, {formatCount(variant.stock)} in stock
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
