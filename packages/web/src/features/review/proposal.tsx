import { differences } from "@sleekapp/core/product/rules";
import { type OwnPicture, type ProductDraftView, fieldOrder } from "@sleekapp/core/product/view";
import { Renditions } from "../../ui/renditions.tsx";
import { Drawn } from "../../ui/drawn.tsx";
import { Differences } from "../product/differences.tsx";
import { fieldValue } from "../product/field-words.tsx";

const Small = ({ pictures }: { readonly pictures: readonly OwnPicture[] }) => (
  <ul className="flex flex-wrap gap-2">
    {pictures.map((picture) => (
      <li key={picture.uploadId} className="w-20">
        <span className="block aspect-4/5 overflow-hidden rounded-control border border-line bg-sunken">
          <Renditions picture={picture} alt="" sizes="5rem" />
        </span>
        <span className="block text-small">{picture.alt || "not in words"}</span>
        <Drawn picture={picture} className="text-small text-ink-2" />
      </li>
    ))}
  </ul>
);

/** What a revision would change of a live listing, beside what buyers see now. */
export function Proposal({ product }: { readonly product: ProductDraftView }) {
  const { live } = product;
  if (!live) return null;
  const changes = differences(live, product, fieldOrder);
  return (
    <section aria-labelledby="proposal" className="flex flex-col gap-3">
      <h3 id="proposal" className="font-semibold">
        {changes.length === 0 ? "Nothing differs from what is live" : changes.length === 1 ? "One field differs" : `${changes.length} fields differ`}
      </h3>
      {changes.length > 0 ? (
        <Differences
          label="What would change"
          changes={changes}
          heads={["Live now", "Proposed"]}
          cell={({ field, ...sides }, side) =>
            field === "pictures" ? <Small pictures={side === "before" ? live.pictures : product.pictures} /> : fieldValue(field, sides[side])
          }
        />
      ) : null}
    </section>
  );
}
