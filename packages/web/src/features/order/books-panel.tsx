import { getLedger, payOutSupplier } from "@sleekapp/contracts/money";
import { type FormEvent, useState } from "react";
import * as z from "zod";
import type { Output } from "../../lib/api.ts";
import { useDraft } from "../../lib/draft.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Status } from "../../ui/status.tsx";
import { Amount, TimeAt } from "../../ui/value.tsx";
import { type Order, orderReads } from "./reads.ts";

type Books = Output<typeof getLedger>;

const kinds = {
  payment: "Payment received",
  refund: "Refund",
  refund_returned: "Refund sent back by the bank",
  dispute: "Dispute at the payment provider",
  chargeback: "Dispute lost",
  retained: "Kept for what was made",
  fee: "Fee of the payment provider",
  transfer: "Transfer to the bank",
  completion: "Order completed",
  payout: "Supplier paid",
} as const satisfies Record<Books["postings"][number]["kind"], string>;

function PostingRows({ posting: { kind, at, lines } }: { readonly posting: Books["postings"][number] }) {
  return (
    <tbody className="border-b border-line last:border-b-0">
      <tr>
        <th scope="rowgroup" colSpan={3} className="pt-3 pb-1 text-left font-medium">
          {kinds[kind]}
          <span className="ml-3 text-small font-normal text-ink-3">
            <TimeAt at={at} />
          </span>
        </th>
      </tr>
      {lines.map(({ account, side, amount }, index) => (
        <tr key={index} className="align-baseline">
          <td className="pr-4 pb-2 break-words text-ink-2">{account}</td>
          <td className="pr-4 pb-2 text-right">{side === "debit" ? <Amount money={amount} /> : null}</td>
          <td className="pb-2 text-right">{side === "credit" ? <Amount money={amount} /> : null}</td>
        </tr>
      ))}
    </tbody>
  );
}

function Postings({ postings }: { readonly postings: Books["postings"] }) {
  if (postings.length === 0) return <p className="text-ink-2">Nothing has been booked yet. The first entry is the deposit.</p>;
  return (
    <table className="w-full">
      <caption className="sr-only">Everything that was booked for this order</caption>
      <thead>
        <tr className="border-b border-line text-small text-ink-2">
          <th scope="col" className="py-2 pr-4 text-left font-medium">
            Account
          </th>
          <th scope="col" className="py-2 pr-4 text-right font-medium">
            Debit
          </th>
          <th scope="col" className="py-2 text-right font-medium">
            Credit
          </th>
        </tr>
      </thead>
      {postings.map((posting) => (
        <PostingRows key={posting.key} posting={posting} />
      ))}
    </table>
  );
}

function PayOut({ orderId }: { readonly orderId: string }) {
  const draft = useDraft({ key: `payout.${orderId}`, initial: "", parse: (value) => z.string().safeParse(value).data });
  const [asked, setAsked] = useState(false);
  const payOut = useCommand(payOutSupplier, { refresh: orderReads, onSuccess: draft.clear });
  const problem = draft.value.trim().length < 3 ? "Write the bank's reference; at least 3 characters." : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!problem) payOut.mutate({ params: { orderId }, body: { reference: draft.value } });
  };
  return (
    <form onSubmit={submit} noValidate className="mt-4 flex flex-col gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-start gap-3">
        <Field label="Bank reference of the supplier's payment" error={asked ? problem : undefined} className="min-w-56 flex-1">
          <Input value={draft.value} maxLength={60} autoComplete="off" onChange={(event) => draft.save(event.target.value)} />
        </Field>
        <Button type="submit" variant="primary" busy={payOut.isPending} className="sm:mt-6.5">
          Record the payment
        </Button>
      </div>
      <FormError error={payOut.error} />
    </form>
  );
}

/** The order's books: every entry, whether they close, and the supplier's payment once it is owed. */
export function BooksPanel({ order }: { readonly order: Order }) {
  const books = useRead(getLedger, { params: { orderId: order.orderId } }, { live: true });
  if (books.error && !books.data) return <ErrorPanel error={books.error} onRetry={() => void books.refetch()} />;
  if (!books.data) {
    return (
      <Loading label="Loading the books">
        <SkeletonText />
      </Loading>
    );
  }
  const { postings, closes } = books.data;
  const owed = order.status === "completed" && !postings.some(({ kind }) => kind === "payout");
  return (
    <Panel title="Books" action={<Status tone={closes ? "done" : "waiting"}>{closes ? "Closed to zero" : "Open"}</Status>}>
      <Postings postings={postings} />
      {owed ? <PayOut orderId={order.orderId} /> : null}
    </Panel>
  );
}
