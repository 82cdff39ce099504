import { AddressesPanel } from "../../features/settings/addresses-panel.tsx";
import { CompanyPanel } from "../../features/settings/company-panel.tsx";
import { MembersPanel } from "../../features/settings/members-panel.tsx";
import { OrganisationsPanel } from "../../features/settings/organisations-panel.tsx";
import { EmailPanel } from "../../features/settings/email-panel.tsx";
import { PrivacyPanel } from "../../features/settings/privacy-panel.tsx";
import { ProfilePanel } from "../../features/settings/profile-form.tsx";
import { SpendingPanel } from "../../features/spending/spending-panel.tsx";
import { SecurityPanel } from "../../features/settings/security-panel.tsx";
import { type Me, useMe } from "../../lib/me.ts";
import { PageSkeleton } from "../../shell/guard.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { type Tab, Tabs } from "../../ui/tabs.tsx";

/** Company and members are for an organisation's office, not for its floor and not for the platform's people. */
function officeTabs(me: Me): readonly Tab[] {
  const { orgKind, memberKind } = me;
  if (orgKind === "platform" || memberKind === "factory") return [];
  const isOwner = memberKind === "owner";
  return [
    { key: "company", label: "Company", content: <CompanyPanel mayEdit={isOwner} isSupplier={orgKind === "supplier"} /> },
    { key: "members", label: "Members", content: <MembersPanel me={me} orgKind={orgKind} mayManage={isOwner} /> },
    ...(orgKind === "buyer" ? [{ key: "spending", label: "Spending", content: <SpendingPanel mayEdit={isOwner} /> }] : []),
  ];
}

const profile = (me: Me): Tab => ({
  key: "profile",
  label: "Profile",
  content: (
    <div className="flex flex-col gap-6">
      <ProfilePanel />
      <EmailPanel me={me} />
      {me.memberships.length > 1 ? <OrganisationsPanel me={me} /> : null}
    </div>
  ),
});

/** The reader, their organisation, its people, and the way in. */
export function Page() {
  const { data: me } = useMe();
  if (!me) return <PageSkeleton />;
  return (
    <>
      <PageHeader title="Settings" />
      <Tabs
        label="Settings"
        tabs={[
          profile(me),
          ...officeTabs(me),
          { key: "addresses", label: "Addresses", content: <AddressesPanel /> },
          { key: "security", label: "Security", content: <SecurityPanel me={me} /> },
          { key: "privacy", label: "Privacy", content: <PrivacyPanel me={me} /> },
        ]}
      />
    </>
  );
}
