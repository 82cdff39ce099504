import { listRequests, listRfqs } from "@sleekapp/contracts/rfq";
import type { Status } from "@sleekapp/core/rfq/model";
import type { RequestCard, RfqCard } from "@sleekapp/core/rfq/view";
import { formatCount } from "../../lib/money.ts";
import { usePages } from "../../lib/query.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { DateOn, TimeAt } from "../../ui/value.tsx";
import { RequestStatus, RfqStatus } from "./rfq-status.tsx";

const columns: readonly [Column<RfqCard>, ...Column<RfqCard>[]] = [
  { key: "title", header: "Request", cell: ({ title }) => title },
  { key: "status", header: "Status", cell: (rfq) => <RfqStatus rfq={rfq} /> },
  { key: "invited", header: "Suppliers", cell: ({ invited }) => formatCount(invited), numeric: true, wide: true },
  { key: "until", header: "Bids until", cell: ({ respondBy }) => <DateOn on={respondBy.slice(0, 10)} /> },
  { key: "created", header: "Asked", cell: ({ createdAt }) => <TimeAt at={createdAt} />, wide: true },
];

/** Requests for bids: a buyer's own, or for the platform those of one status. */
export function RfqList({ status }: { readonly status?: Status }) {
  const rfqs = usePages(listRfqs, status ? { status, limit: 50 } : { limit: 20 });
  return (
    <DataTable
      label="Requests for bids"
      columns={columns}
      rows={rfqs.items}
      rowKey={({ rfqId }) => rfqId}
      rowLink={({ rfqId }) => `/app/quotes/${rfqId}`}
      error={rfqs.error}
      onRetry={rfqs.retry}
      more={rfqs.more}
      empty={{ title: "No requests for bids", text: "From a quote, suppliers can be asked what they would make it for." }}
    />
  );
}

const asked: readonly [Column<RequestCard>, ...Column<RequestCard>[]] = [
  { key: "title", header: "Request", cell: ({ title }) => title },
  { key: "status", header: "Status", cell: (request) => <RequestStatus request={request} /> },
  { key: "until", header: "First bids until", cell: ({ respondBy }) => <DateOn on={respondBy.slice(0, 10)} /> },
  { key: "last", header: "Last word", cell: ({ lastAt }) => <TimeAt at={lastAt} />, wide: true },
];

/** What a supplier was asked to bid for. */
export function RequestList() {
  const requests = usePages(listRequests, { limit: 20 });
  return (
    <DataTable
      label="Requests"
      columns={asked}
      rows={requests.items}
      rowKey={({ rfqId }) => rfqId}
      rowLink={({ rfqId }) => `/app/quotes/${rfqId}`}
      error={requests.error}
      onRetry={requests.retry}
      more={requests.more}
      empty={{ title: "No requests yet", text: "Buyers' briefs that you can make come here, and by mail." }}
    />
  );
}
