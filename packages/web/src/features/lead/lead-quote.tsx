import { convertLead } from "@sleekapp/contracts/lead";
import { Fabric, fabricNames, familyOf, GarmentType, garments, usualFabrics } from "@sleekapp/core/garment/model";
import type { LeadView } from "@sleekapp/core/lead/view";
import { Brief, MAX_QUANTITY, MIN_QUANTITY } from "@sleekapp/core/pricing/model";
import { type FormEvent, useState } from "react";
import { formatCount } from "../../lib/money.ts";
import { useCommand } from "../../lib/query.ts";
import { Button, Link } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Select, Textarea } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { leadReads } from "./reads.ts";

/** What a lead wants, in the words of the price book: its quote is priced by it and goes out by mail. */
export function LeadQuote({ lead }: { readonly lead: LeadView }) {
  const [garmentType, setGarment] = useState<GarmentType>(lead.garmentType ?? "t-shirt");
  const [fabric, setFabric] = useState<Fabric | undefined>(undefined);
  const [quantity, setQuantity] = useState<number | undefined>(Math.max(lead.quantity, MIN_QUANTITY));
  const [notes, setNotes] = useState("");
  const make = useCommand(convertLead, { refresh: leadReads });
  const cloth = fabric ?? usualFabrics[familyOf(garmentType)][0];
  const brief = Brief.safeParse({ garmentType, fabric: cloth, quantity, ...(notes.trim() === "" ? {} : { notes }) }).data;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (brief) make.mutate({ params: { leadId: lead.leadId }, body: { version: lead.version, brief } });
  };
  return (
    <Panel title="Quote">
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {lead.quoteId ? (
          <p>
            <Link to={`/app/quotes/${lead.quoteId}`}>The quote that was made for them</Link>
          </p>
        ) : null}
        <Field label="Garment">
          <Select value={garmentType} onChange={(event) => setGarment(GarmentType.parse(event.target.value))}>
            {GarmentType.options.map((type) => (
              <option key={type} value={type}>
                {garments[type].plural}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Fabric">
          <Select value={cloth} onChange={(event) => setFabric(Fabric.parse(event.target.value))}>
            {Fabric.options.map((one) => (
              <option key={one} value={one}>
                {fabricNames[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Pieces" error={brief ? undefined : `Between ${formatCount(MIN_QUANTITY)} and ${formatCount(MAX_QUANTITY)} pieces.`}>
          <QuantityInput value={quantity} onChange={setQuantity} min={MIN_QUANTITY} max={MAX_QUANTITY} />
        </Field>
        <Field label="What they said of it (optional)">
          <Textarea rows={2} maxLength={2000} value={notes} onChange={(event) => setNotes(event.target.value)} />
        </Field>
        <FormError error={make.error} />
        <Button type="submit" variant="primary" busy={make.isPending} disabled={!brief} className="self-start">
          {lead.quoteId ? "Make another quote" : "Make the quote and mail it"}
        </Button>
      </form>
    </Panel>
  );
}
