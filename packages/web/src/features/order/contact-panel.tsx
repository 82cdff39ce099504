import { getOrderContact } from "@sleekapp/contracts/order";
import { countryName } from "../../lib/countries.ts";
import { useRead } from "../../lib/query.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Facts } from "../../ui/value.tsx";
import type { Order } from "./reads.ts";

/** Who may be told whom to ring: the buyer's people and the platform, and only of a factory that is known to them. */
export const mayRing = ({ party, supplierName }: Order): boolean => (party === "buyer" || party === "admin") && supplierName !== undefined;

/** Whom to write to or ring at the factory; nothing until it has accepted the order. */
export function ContactPanel({ orderId }: Pick<Order, "orderId">) {
  const { data, error, refetch } = useRead(getOrderContact, { params: { orderId } });
  if (error && !data) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data?.contact) return null;
  const { companyName, contactName, phone, address, city, country } = data.contact;
  return (
    <Panel title="Contact at the factory">
      <Facts
        facts={[
          { label: "Company", value: companyName },
          { label: "Name", value: contactName },
          {
            label: "Telephone",
            value: (
              <a className="tnum underline underline-offset-2" href={`tel:${phone.replaceAll(/[^\d+]/gu, "")}`}>
                {phone}
              </a>
            ),
          },
          { label: "Address", value: `${address}, ${city}, ${countryName(country)}` },
        ]}
      />
    </Panel>
  );
}
