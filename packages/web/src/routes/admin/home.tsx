import { listMyProducts } from "@sleekapp/contracts/catalog";
import { listSuppliers } from "@sleekapp/contracts/identity";
import { listOrders } from "@sleekapp/contracts/order";
import { QueuePanel } from "../../features/review/queue-panel.tsx";
import { usePages } from "../../lib/query.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { TimeAt } from "../../ui/value.tsx";

type Found = { readonly more: unknown; readonly error: Error | null; readonly retry: () => void };

/** What waits for the platform: applications, listings and paid orders without a factory. */
export function Page() {
  const suppliers = usePages(listSuppliers, { verification: "pending", limit: 50 }, { live: true });
  const products = usePages(listMyProducts, { status: "pending_approval", limit: 50 }, { live: true });
  const orders = usePages(listOrders, { status: "deposit_paid", limit: 50 }, { live: true });
  // What kept one list from coming kept the others too: one Retry asks for all that are missing.
  const retry = () => [suppliers, products, orders].filter(({ error }) => error).forEach((found) => found.retry());
  const shared = ({ more, error }: Found) => ({ isMore: more !== undefined, error, onRetry: retry });
  return (
    <>
      <PageHeader title="Queues">
        <p>What waits for a decision, the oldest first.</p>
      </PageHeader>
      <div className="grid gap-5 lg:grid-cols-3 lg:items-start">
        <QueuePanel
          title="Orders to assign"
          unit={["order without a factory", "orders without a factory"]}
          to="/admin/orders?status=deposit_paid"
          action="Assign orders"
          {...shared(orders)}
          items={orders.items?.map((order) => ({
            key: order.orderId,
            to: `/app/orders/${order.orderId}`,
            label: order.title,
            note: <TimeAt at={order.createdAt} />,
          }))}
        />
        <QueuePanel
          title="Suppliers"
          unit={["application to read", "applications to read"]}
          to="/admin/accounts?tab=suppliers"
          action="Read applications"
          {...shared(suppliers)}
          items={suppliers.items?.map((supplier) => ({
            key: supplier.orgId,
            to: `/admin/accounts?tab=suppliers&supplier=${supplier.orgId}`,
            label: supplier.companyName || "No company name",
            note: supplier.submittedAt ? <TimeAt at={supplier.submittedAt} /> : null,
          }))}
        />
        <QueuePanel
          title="Products"
          unit={["listing to review", "listings to review"]}
          to="/admin/products"
          action="Review listings"
          {...shared(products)}
          items={products.items?.map((product) => ({
            key: product.productId,
            to: `/admin/products?review=${product.productId}`,
            label: product.title,
            note: <TimeAt at={product.updatedAt} />,
          }))}
        />
      </div>
    </>
  );
}
