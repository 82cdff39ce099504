import { getOrderFileLink, getRequestFileLink, listOrderFiles, listRequestFiles } from "@sleekapp/contracts/quote-file";
import { call } from "../../../lib/api.ts";
import { useRead } from "../../../lib/query.ts";
import { Panel } from "../../../ui/page-header.tsx";
import { FileList } from "./file-list.tsx";

/** What an order is made by, for everybody who may open it; nothing where there are no files. */
export function OrderFiles({ orderId }: { readonly orderId: string }) {
  const { data } = useRead(listOrderFiles, { params: { orderId } });
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title="Files">
      <FileList items={data.items} empty="" open={(uploadId) => call(getOrderFileLink, { params: { orderId, uploadId } })} />
    </Panel>
  );
}

/** What a buyer sent along with a request for bids. */
export function RequestFiles({ rfqId }: { readonly rfqId: string }) {
  const { data } = useRead(listRequestFiles, { params: { rfqId } });
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title="Files">
      <FileList items={data.items} empty="" open={(uploadId) => call(getRequestFileLink, { params: { rfqId, uploadId } })} />
    </Panel>
  );
}
