import { getWishlist } from "@sleekapp/contracts/wishlist";
import { MAX_LISTS } from "@sleekapp/core/wishlist/model";
import type { ListView } from "@sleekapp/core/wishlist/view";
import { useState } from "react";
import { ListName } from "../../features/wishlist/list-name.tsx";
import { ListPanel } from "../../features/wishlist/list-panel.tsx";
import { useRead } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState, Loading, SkeletonText } from "../../ui/feedback.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Tabs } from "../../ui/tabs.tsx";

/** What the reader has saved, on one list or several. */
export function Page() {
  const found = useRead(getWishlist, {});
  const [isNaming, setNaming] = useState(false);
  const [, setList] = useUrlState({ list: "" });
  const lists = found.data?.items;
  const isFull = (lists?.length ?? 0) >= MAX_LISTS;
  const newList = (
    <Button disabled={isFull} onClick={() => setNaming(true)}>
      New list
    </Button>
  );
  return (
    <>
      <PageHeader title="Saved products" action={newList}>
        {isFull ? `There is room for ${MAX_LISTS} lists.` : null}
      </PageHeader>
      {lists ? <Lists lists={lists} /> : <NotYet error={found.error} onRetry={() => void found.refetch()} />}
      {isNaming ? <ListName list={undefined} onClose={() => setNaming(false)} onMade={(list) => setList({ list })} /> : null}
    </>
  );
}

const NotYet = ({ error, onRetry }: { readonly error: Error | null; readonly onRetry: () => void }) =>
  error ? (
    <ErrorPanel error={error} title="Your lists could not be read" onRetry={onRetry} />
  ) : (
    <Loading label="Loading your lists">
      <SkeletonText lines={6} />
    </Loading>
  );

function Lists({ lists }: { readonly lists: readonly ListView[] }) {
  const panels = lists.map((list) => ({
    key: list.listId,
    label: list.name,
    count: list.entries.length,
    content: <ListPanel key={list.listId} list={list} others={lists.filter((other) => other !== list)} />,
  }));
  const [first, ...rest] = panels;
  if (!first)
    return (
      <EmptyState title="Nothing saved yet" action={<ButtonLink to="/catalog">Open the catalogue</ButtonLink>}>
        Press the heart of a product to keep it here.
      </EmptyState>
    );
  return rest.length === 0 ? first.content : <Tabs label="Lists" param="list" tabs={[first, ...rest]} />;
}
