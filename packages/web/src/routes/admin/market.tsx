import { GarmentPanel } from "../../features/market/garment-panel.tsx";
import { TrendPanel } from "../../features/market/trend-panel.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Tabs } from "../../ui/tabs.tsx";

/** What garments cost: our own quotes and orders, told only of many, and what was seen of competitors. */
export const Page = () => (
  <>
    <PageHeader title="Market">
      <p>Counted of our own quotes and orders as they come; a month is told once it is over.</p>
    </PageHeader>
    <Tabs
      label="Market"
      tabs={[
        { key: "garments", label: "Garments", content: <GarmentPanel /> },
        { key: "trends", label: "Trends", content: <TrendPanel /> },
      ]}
    />
  </>
);
