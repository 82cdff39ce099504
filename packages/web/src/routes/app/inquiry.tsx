import { getInquiry } from "@sleekapp/contracts/inquiry";
import type { InquiryView } from "@sleekapp/core/inquiry/view";
import { useParams } from "react-router";
import { InquiryStatus } from "../../features/inquiry/inquiry-status.tsx";
import { MessageList } from "../../features/inquiry/message-list.tsx";
import { ThreadActions } from "../../features/inquiry/thread-actions.tsx";
import { useMe } from "../../lib/me.ts";
import { formatCount } from "../../lib/money.ts";
import { useRead } from "../../lib/query.ts";
import { PageSkeleton } from "../../shell/guard.tsx";
import { PageError } from "../../shell/page-error.tsx";
import { Link } from "../../ui/button.tsx";
import { PageHeader, useTitle } from "../../ui/page-header.tsx";
import { TimeAt } from "../../ui/value.tsx";

/** One thread about a product: what was said, and what can be said or done next. */
export function Page() {
  const { id = "" } = useParams();
  const found = useRead(getInquiry, { params: { inquiryId: id } }, { live: true });
  if (found.data) return <Thread inquiry={found.data} />;
  return found.error ? <PageError error={found.error} onRetry={() => void found.refetch()} /> : <PageSkeleton />;
}

function Thread({ inquiry }: { readonly inquiry: InquiryView }) {
  const { title, slug, supplierName, quantity, expiresAt, status, isExpired, viewer } = inquiry;
  const { data: me } = useMe();
  useTitle(`Inquiry about ${title}`);
  const mayWrite = viewer !== "admin" && me?.memberKind !== "viewer" && me?.memberKind !== "factory";
  const isOpen = status === "open" || status === "offered";
  return (
    <>
      <PageHeader title={title} parent={{ label: "Inquiries", to: "/app/inquiries" }} status={<InquiryStatus inquiry={inquiry} viewer={viewer} />}>
        <p className="tnum flex flex-wrap gap-x-4 gap-y-1">
          {viewer === "supplier" ? null : <span>{supplierName}</span>}
          <span>{formatCount(quantity)} pieces asked for</span>
          {isOpen ? (
            <span>
              {isExpired ? "Expired" : "Open until"} <TimeAt at={expiresAt} />
            </span>
          ) : null}
          <Link to={`/catalog/${slug}`}>The product</Link>
        </p>
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <MessageList inquiry={inquiry} />
        <div className="lg:sticky lg:top-20">
          <ThreadActions inquiry={inquiry} mayWrite={mayWrite} />
        </div>
      </div>
    </>
  );
}
