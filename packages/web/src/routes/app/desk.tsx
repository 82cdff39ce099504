import { Navigate } from "react-router";
import { BuyerDesk } from "../../features/desk/buyer-desk.tsx";
import { FloorDesk, OfficeDesk } from "../../features/desk/supplier-desk.tsx";
import { homeOf, roleOf, useMe } from "../../lib/me.ts";
import { PageSkeleton } from "../../shell/guard.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

/** Where a day begins: what waits for the reader first, then their work. */
export function Page() {
  const { data: me } = useMe();
  if (!me) return <PageSkeleton />;
  const role = roleOf(me);
  if (role === "admin") return <Navigate to={homeOf(role)} replace />;
  const quote = (
    <ButtonLink to="/quote" variant="primary">
      New quote
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title="Desk" {...(role === "buyer" ? { action: quote } : {})} />
      {role === "buyer" ? <BuyerDesk /> : role === "factory" ? <FloorDesk /> : <OfficeDesk />}
    </>
  );
}
