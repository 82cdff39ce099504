import { getProduct } from "@sleekapp/contracts/catalog";
import { useState } from "react";
import { CompareTable } from "../../features/catalog/compare-table.tsx";
import { commonRun } from "../../features/catalog/compare-rows.ts";
import { CopyLink } from "../../features/catalog/copy-link.tsx";
import { ApiError } from "../../lib/api-error.ts";
import { comparedIn, toggled } from "../../lib/compared.ts";
import { useRead } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { ButtonLink, Link } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState, Loading, Note, SkeletonText } from "../../ui/feedback.tsx";
import { Field } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";

const useProduct = (slug: string) => useRead(getProduct, { params: { slug } }, { enabled: slug !== "" });

/** A hook is called the same number of times whatever is compared. */
function useProducts(slugs: readonly string[]) {
  const [a = "", b = "", c = ""] = slugs;
  return [useProduct(a), useProduct(b), useProduct(c)].slice(0, slugs.length);
}

const hasLeft = (error: unknown): boolean => error instanceof ApiError && error.status === 404;

/** Up to three products side by side; which ones and at how many pieces stands in the address. */
export function Page() {
  const [{ products }, setState] = useUrlState({ products: "" });
  const slugs = comparedIn(products);
  const back = slugs.length > 0 ? `/catalog?${new URLSearchParams({ compare: products }).toString()}` : "/catalog";
  return (
    <div className="gutter mx-auto w-full max-w-7xl py-8 sm:py-10">
      <Link to={back} data-print="none" className="text-small">
        Catalogue
      </Link>
      <h1 tabIndex={-1} className="mt-3 mb-6 font-serif text-head font-semibold tracking-tight sm:text-display">
        Compare products
      </h1>
      {slugs.length === 0 ? (
        <Nothing />
      ) : (
        <Compared slugs={slugs} onDrop={(slug) => setState((now) => ({ products: toggled(now.products, slug) }))} />
      )}
    </div>
  );
}

const Nothing = () => (
  <EmptyState title="Nothing to compare" action={<ButtonLink to="/catalog">Choose in the catalogue</ButtonLink>}>
    Choose two or three products in the catalogue to see them side by side.
  </EmptyState>
);

const Gone = ({ count }: { readonly count: number }) => (
  <Note>{count === 1 ? "One of them has left the catalogue." : "Some of them have left the catalogue."}</Note>
);

type ComparedProps = { readonly slugs: readonly string[]; readonly onDrop: (slug: string) => void };

function Compared({ slugs, onDrop }: ComparedProps) {
  const [{ pieces }, setState] = useUrlState({ pieces: "" });
  const [typed, setTyped] = useState(Number(pieces) > 0 ? Math.floor(Number(pieces)) : undefined);
  const [isTyping, setTyping] = useState(false);
  const reads = useProducts(slugs);
  const failed = reads.filter(({ error, data }) => error && !data && !hasLeft(error));
  const found = reads.flatMap(({ data }) => data ?? []);
  const gone = reads.filter(({ error }) => hasLeft(error)).length;
  if (failed.length > 0)
    return (
      <ErrorPanel error={failed[0]?.error} title="The products could not be read" onRetry={() => failed.forEach((read) => void read.refetch())} />
    );
  if (found.length + gone < slugs.length)
    return (
      <Loading label="Loading the products">
        <SkeletonText lines={8} />
      </Loading>
    );
  if (found.length === 0) return <Nothing />;
  const run = commonRun(found);
  const write = (value: number | undefined) => {
    setTyping(true);
    setTyped(value);
    setState({ pieces: String(value ?? "") }, { replace: true });
  };
  return (
    <div className="flex flex-col gap-6">
      {gone > 0 ? <Gone count={gone} /> : null}
      <Field label="Price at how many pieces" className="w-44">
        <QuantityInput value={isTyping ? typed : (typed ?? run)} onChange={write} min={1} name="pieces" />
      </Field>
      <CompareTable products={found} quantity={typed || run} onDrop={onDrop} />
      <CopyLink />
    </div>
  );
}
