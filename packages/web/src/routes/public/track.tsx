import { trackOrder } from "@sleekapp/contracts/order";
import { useLocation } from "react-router";
import { OrderProgress } from "../../features/track/progress.tsx";
import { TrackForm } from "../../features/track/track-form.tsx";
import { ApiError } from "../../lib/api-error.ts";
import { useRead } from "../../lib/query.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, Note, Skeleton, SkeletonText } from "../../ui/feedback.tsx";
import { useTitle } from "../../ui/page-header.tsx";

type Link = { readonly orderNumber: string; readonly token: string };

/** What a tracking link holds. It stands in the fragment, which browsers send to nobody. */
function linkOf(hash: string): Link | undefined {
  const fragment = new URLSearchParams(hash.replace(/^#/u, ""));
  const [orderNumber, token] = [fragment.get("o"), fragment.get("t")];
  return orderNumber && token ? { orderNumber, token } : undefined;
}

/** Follows an order by its tracking link, without an account. */
export function Page() {
  const { hash } = useLocation();
  const link = linkOf(hash);
  return (
    <div className="gutter mx-auto w-full max-w-5xl py-10 sm:py-14">
      {link ? <Tracked key={hash} link={link} /> : <Ask>Paste the link from your mail. It shows stages, dates and photos.</Ask>}
    </div>
  );
}

const refused = (error: unknown): boolean => error instanceof ApiError && [400, 401, 403, 404].includes(error.status);

function Tracked({ link: { orderNumber, token } }: { readonly link: Link }) {
  const order = useRead(trackOrder, { params: { orderNumber } }, { credentials: { "x-tracking-token": token }, live: true });
  useTitle(order.data ? `Order ${order.data.orderNumber}` : "Track an order");
  if (order.data) return <OrderProgress order={order.data} />;
  if (refused(order.error)) return <Ask refused>Paste the whole link from your mail.</Ask>;
  if (!order.error) return <TrackSkeleton />;
  return (
    <>
      <Title />
      <ErrorPanel error={order.error} title="The order could not be read" onRetry={() => void order.refetch()} />
    </>
  );
}

const Title = () => (
  <h1 tabIndex={-1} className="mb-6 font-serif text-display font-semibold tracking-tight">
    Track an order
  </h1>
);

/** The same words for a wrong token and an order that does not exist: neither tells which it was. */
function Ask({ refused = false, children }: { readonly refused?: boolean; readonly children: string }) {
  useTitle("Track an order");
  return (
    <>
      <Title />
      <div className="flex max-w-xl flex-col gap-5">
        {refused ? (
          <Note tone="waiting">
            <p className="font-semibold">This link opens no order.</p>
            <p className="text-ink-2">It may have been cut off when it was copied, or withdrawn. Ask whoever sent it for a new one.</p>
          </Note>
        ) : null}
        <p className="text-ink-2">{children}</p>
        <TrackForm />
      </div>
    </>
  );
}

const TrackSkeleton = () => (
  <Loading label="Loading the order" className="flex flex-col gap-6">
    <Skeleton className="h-10 w-72 max-w-full" />
    <Skeleton className="h-24 w-full" />
    <SkeletonText lines={6} />
  </Loading>
);
