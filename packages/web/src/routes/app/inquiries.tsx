import { listInquiries } from "@sleekapp/contracts/inquiry";
import type { InquiryCard, Viewer } from "@sleekapp/core/inquiry/view";
import { InquiryStatus } from "../../features/inquiry/inquiry-status.tsx";
import { roleOf, useMe } from "../../lib/me.ts";
import { formatCount } from "../../lib/money.ts";
import { usePages } from "../../lib/query.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { TimeAt } from "../../ui/value.tsx";

const columnsFor = (viewer: Viewer): readonly [Column<InquiryCard>, ...Column<InquiryCard>[]] => [
  {
    key: "product",
    header: "Product",
    cell: ({ title, supplierName }) => (
      <>
        {title}
        {viewer === "buyer" ? <span className="block text-small font-normal text-ink-2">{supplierName}</span> : null}
      </>
    ),
  },
  { key: "status", header: "Status", cell: (inquiry) => <InquiryStatus inquiry={inquiry} viewer={viewer} /> },
  { key: "lastAt", header: "Last word", wide: true, cell: ({ lastAt }) => <TimeAt at={lastAt} /> },
  { key: "quantity", header: "Pieces", numeric: true, wide: true, cell: ({ quantity }) => formatCount(quantity) },
];

const empty = {
  buyer: {
    title: "No inquiries yet",
    text: "Ask a supplier from the page of a product: about a colour, a quantity or a price.",
    action: <ButtonLink to="/catalog">Open the catalogue</ButtonLink>,
  },
  supplier: { title: "No inquiries yet", text: "When a buyer asks about one of your products, you answer here." },
} as const;

/** What was asked about products, by the reader's organisation or of it, the last word first. */
export function Page() {
  const { data: me } = useMe();
  const viewer = me && roleOf(me) === "buyer" ? "buyer" : "supplier";
  const inquiries = usePages(listInquiries, { limit: 20 }, { live: true });
  return (
    <>
      <PageHeader title="Inquiries" />
      <DataTable
        label="Inquiries"
        columns={columnsFor(viewer)}
        rows={inquiries.items}
        rowKey={({ inquiryId }) => inquiryId}
        rowLink={({ inquiryId }) => `/app/inquiries/${inquiryId}`}
        error={inquiries.error}
        onRetry={inquiries.retry}
        more={inquiries.more}
        empty={empty[viewer]}
      />
    </>
  );
}
