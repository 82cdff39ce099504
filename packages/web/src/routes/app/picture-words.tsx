import { listMyProducts } from "@sleekapp/contracts/catalog";
import { PictureWords } from "../../features/product/picture-words.tsx";
import { ProductListSkeleton } from "../../features/product/product-list.tsx";
import { usePages } from "../../lib/query.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState } from "../../ui/feedback.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

/** Every picture of a supplier that nobody has put into words, with a field each, saved together: the work after an import. */
export function Page() {
  const products = usePages(listMyProducts, { limit: 50 });
  const open = products.items?.filter(({ undescribed }) => undescribed.length > 0);
  return (
    <>
      <PageHeader title="Pictures in words" parent={{ label: "Products", to: "/app/products" }}>
        <p>What each picture shows is read out to people who do not see it. A listing is handed in when all of its pictures are in words.</p>
      </PageHeader>
      {products.error ? <ErrorPanel error={products.error} onRetry={products.retry} /> : null}
      {!products.error && !open ? <ProductListSkeleton /> : null}
      {open?.length ? <PictureWords rows={open} /> : null}
      {open?.length === 0 && !products.more ? (
        <EmptyState title="Every picture is in words" action={<ButtonLink to="/app/products">See the products</ButtonLink>}>
          Pictures that an import brings without words will be listed here.
        </EmptyState>
      ) : null}
      <LookOn more={products.more} />
    </>
  );
}

const LookOn = ({ more }: Pick<ReturnType<typeof usePages>, "more">) =>
  more ? (
    <div className="mt-6 flex flex-wrap items-center gap-4">
      <Button onClick={more.load} busy={more.busy}>
        Look through more products
      </Button>
    </div>
  ) : null;
