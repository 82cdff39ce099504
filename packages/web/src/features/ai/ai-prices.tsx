import { getAiSpend, setAiPrice } from "@sleekapp/contracts/ai";
import type { PriceView } from "@sleekapp/core/ai/view";
import { type FormEvent, useState } from "react";
import { dateOf } from "../../lib/dates.ts";
import { useCommand } from "../../lib/query.ts";
import { now } from "../../ports/clock.ts";
import { Button } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { dollars, microsOf } from "./words.ts";

const columns: readonly [Column<PriceView>, ...Column<PriceView>[]] = [
  { key: "model", header: "Model", cell: ({ modelId }) => <span className="break-all">{modelId}</span> },
  { key: "from", header: "From", wide: true, cell: ({ from }) => from },
  {
    key: "price",
    header: "A million in / out, or a picture",
    numeric: true,
    cell: ({ input, output, image }) => (image === undefined ? `${dollars(input)} / ${dollars(output)}` : `${dollars(image)} a picture`),
  },
];

type PricesProps = { readonly prices: readonly PriceView[]; readonly modelId: string };

/** What models cost, and a line for what they will. */
export function AiPrices({ prices, modelId }: PricesProps) {
  return (
    <section aria-labelledby="ai-prices" className="flex flex-col gap-3">
      <h2 id="ai-prices" className="text-read font-semibold">
        Prices
      </h2>
      <p className="measure text-ink-2">
        Every call is settled by the line of its model that began last. A line is never changed; a model without one is not asked.
      </p>
      <DataTable
        label="Prices of models"
        columns={columns}
        rows={prices}
        rowKey={(line) => `${line.modelId} ${line.from}`}
        empty={{ title: "No price is known" }}
      />
      <PriceForm modelId={modelId} />
    </section>
  );
}

function PriceForm({ modelId }: { readonly modelId: string }) {
  const [line, setLine] = useState({ modelId, from: dateOf(now()), input: "", output: "", image: "" });
  const [isAsked, setAsked] = useState(false);
  const set = useCommand(setAiPrice, { refresh: [getAiSpend], onSuccess: () => setAsked(false) });
  const [input, output] = [microsOf(line.input), microsOf(line.output)];
  const isPicture = line.image.trim() !== "";
  const image = isPicture ? microsOf(line.image) : undefined;
  const problem = (value: number | undefined) => (isAsked && value === undefined ? "Dollars, such as 0.06." : undefined);
  const change = (part: Partial<typeof line>) => setLine({ ...line, ...part });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (input === undefined || output === undefined || (isPicture && image === undefined)) return;
    set.mutate({ body: { modelId: line.modelId.trim(), from: line.from, input, output, ...(image === undefined ? {} : { image }) } });
  };
  return (
    <form noValidate onSubmit={send} className="grid max-w-3xl items-start gap-4 sm:grid-cols-2">
      <Field label="Model" required>
        <Input value={line.modelId} maxLength={80} onChange={(event) => change({ modelId: event.target.value })} />
      </Field>
      <Field label="From" required>
        <Input type="date" value={line.from} onChange={(event) => change({ from: event.target.value || line.from })} />
      </Field>
      <Field label="A million tokens in, in US dollars" error={problem(input)} required>
        <Input inputMode="decimal" value={line.input} onChange={(event) => change({ input: event.target.value })} />
      </Field>
      <Field label="A million tokens out, in US dollars" error={problem(output)} required>
        <Input inputMode="decimal" value={line.output} onChange={(event) => change({ output: event.target.value })} />
      </Field>
      <Field label="A picture, in US dollars" hint="Only for a model that draws" error={isPicture ? problem(image) : undefined}>
        <Input inputMode="decimal" value={line.image} onChange={(event) => change({ image: event.target.value })} />
      </Field>
      <div className="flex flex-col gap-3 sm:col-span-2">
        <FormError error={set.error} />
        <Button type="submit" variant="primary" className="self-start" busy={set.isPending}>
          Write the price down
        </Button>
      </div>
    </form>
  );
}
