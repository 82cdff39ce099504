import { BuyersTab } from "../../features/people/buyers-tab.tsx";
import { StaffTab } from "../../features/people/staff-tab.tsx";
import { SuppliersTab } from "../../features/people/suppliers-tab.tsx";
import { RatingsTab } from "../../features/rating/ratings-tab.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Tabs } from "../../ui/tabs.tsx";

/** Everybody on the platform: who may sell, who buys, and who runs it. */
export function Page() {
  return (
    <>
      <PageHeader title="Accounts">
        <p>Who may list products, who buys, and who runs the platform.</p>
      </PageHeader>
      <Tabs
        label="Accounts"
        tabs={[
          { key: "suppliers", label: "Suppliers", content: <SuppliersTab /> },
          { key: "buyers", label: "Buyers", content: <BuyersTab /> },
          { key: "ratings", label: "Ratings", content: <RatingsTab /> },
          { key: "staff", label: "Staff", content: <StaffTab /> },
        ]}
      />
    </>
  );
}
