import { createQuote } from "@sleekapp/contracts/quote";
import { Brief } from "@sleekapp/core/pricing/model";
import { useNavigate } from "react-router";
import { useCommand } from "../../lib/query.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { quoteReads } from "../quote/reads.ts";
import type { Order } from "./reads.ts";

/** The brief of an order as it would be asked today: the day it was wanted by is over. */
export function briefAgain(made: Order["brief"]): Brief | undefined {
  if (!made) return undefined;
  const { wantedOn: _on, ...brief } = made;
  return Brief.safeParse(brief).data;
}

/** The same once more, at the price of today, as a quote that can still be changed. */
export function Reorder({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const navigate = useNavigate();
  const create = useCommand(createQuote, { refresh: quoteReads });
  const brief = briefAgain(order.brief);
  if (!brief) return null;
  const again = async () => {
    const { quote } = await create.mutateAsync({ body: { brief } });
    await navigate(`/app/quotes/${quote.quoteId}`);
  };
  return (
    <ConfirmDialog
      open
      title="Order it again"
      consequence="The same is priced by today's price book, as a new quote. Nothing is ordered until you accept it."
      action="Price it today"
      onClose={onClose}
      onConfirm={again}
    />
  );
}
