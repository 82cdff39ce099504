import { listOrders } from "@sleekapp/contracts/order";
import { isOpen, Status, statusNames } from "@sleekapp/core/order/model";
import { OrderCards } from "../../features/order/order-cards.tsx";
import { OrderTable } from "../../features/order/order-table.tsx";
import { ViewSwitch } from "../../features/order/view-switch.tsx";
import { roleOf, useMe } from "../../lib/me.ts";
import { usePages } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { type Filter, FilterBar } from "../../ui/filter-bar.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

const lane: Filter = { key: "lane", label: "Show", any: "Open orders", options: [{ value: "order", label: "Finished orders" }] };

const statuses = (finished: boolean): Filter => ({
  key: "status",
  label: "Status",
  any: "Any status",
  options: Status.options.filter((status) => isOpen(status) !== finished).map((status) => ({ value: status, label: statusNames[status] })),
});

// A supplier's list is of offers: what can be asked for is whether one waits for an answer.
const answers: Filter = {
  key: "status",
  label: "Offers",
  any: "Orders and offers",
  options: [{ value: "offered", label: "Waiting for your answer" }],
};

const empty = {
  buyer: {
    title: "No orders here",
    text: "An order begins when you accept a quote.",
    action: <ButtonLink to="/quote">Get a quote</ButtonLink>,
  },
  supplier: { title: "No orders here", text: "Orders are offered to you with a price and a deadline. A mail tells you." },
} as const;

/** The orders of a buyer, or the offers and orders of a supplier. */
export function Page() {
  const { data: me } = useMe();
  const role = me && roleOf(me) !== "buyer" ? "supplier" : "buyer";
  const [{ view, ...query }] = useUrlState({ lane: "", status: "", view: "table" });
  const orders = usePages(listOrders, query, { live: true });
  const filters = role === "buyer" ? [lane, statuses(query.lane === "order")] : query.lane === "order" ? [lane] : [lane, answers];
  const shown = { orders, role, empty: empty[role] } as const;
  return (
    <>
      <PageHeader title="Orders" action={<ViewSwitch />} />
      <FilterBar filters={filters} />
      {view === "cards" ? <OrderCards {...shown} /> : <OrderTable {...shown} />}
    </>
  );
}
