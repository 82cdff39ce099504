import { ChevronDown, Menu as MenuIcon } from "lucide-react";
import { useEffect, useState } from "react";
import { NavLink, Outlet, useLocation, useNavigate } from "react-router";
import { useQueryClient } from "@tanstack/react-query";
import { useActFor } from "../features/settings/act-for.ts";
import { kindNames } from "../features/settings/kinds.ts";
import { CurrencySelect } from "../features/currency/currency-select.tsx";
import { shownError } from "../lib/api-error.ts";
import { signOut } from "../lib/auth.ts";
import { type Me, type Role, homeOf, roleOf, useMe } from "../lib/me.ts";
import { IconButton } from "../ui/button.tsx";
import { Sheet } from "../ui/dialog.tsx";
import { Menu } from "../ui/menu.tsx";
import { toast } from "../ui/toast.tsx";
import { appNav } from "./app-nav.ts";
import { SkipLink, ThemeSwitch, Wordmark } from "./parts.tsx";

function Nav({ role }: { readonly role: Role }) {
  return (
    <ul className="flex flex-col gap-0.5">
      {appNav(role).map((item) => (
        <li key={item.to}>
          <NavLink
            to={item.to}
            end={item.to === homeOf(role)}
            className="flex min-h-9 items-center rounded-control px-3 text-ink-2 transition-colors duration-150 hover:bg-sunken hover:text-ink aria-[current=page]:bg-indigo-soft aria-[current=page]:font-medium aria-[current=page]:text-indigo"
          >
            {item.label}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

function AccountMenu({ me }: { readonly me: Me }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { actFor } = useActFor();
  const change = async (seat: Me["memberships"][number]) => {
    const failure = await actFor(seat);
    if (failure === undefined) toast(`You act for ${seat.orgName} now`);
    else toast(shownError(failure).message, "late");
  };
  const leave = async () => {
    await navigate("/");
    await signOut().catch(() => undefined);
    client.clear();
  };
  return (
    <Menu
      name={`${me.orgName}, account of ${me.name}`}
      triggerClassName="flex min-h-10 max-w-56 items-center gap-2 rounded-control px-2 hover:bg-sunken"
      trigger={
        <>
          <span
            aria-hidden="true"
            data-initial={me.name.slice(0, 1).toUpperCase()}
            className="flex size-7 shrink-0 items-center justify-center rounded-full bg-indigo-soft text-small font-semibold text-indigo before:content-[attr(data-initial)]"
          />
          <span className="truncate max-sm:hidden">{me.orgName}</span>
          <ChevronDown size={14} aria-hidden="true" className="shrink-0 text-ink-3" />
        </>
      }
      header={
        <>
          <p className="font-medium">{me.name}</p>
          <p className="text-small text-ink-3">{me.email}</p>
        </>
      }
      items={[
        ...me.memberships
          .filter(({ orgId }) => orgId !== me.orgId)
          .map((seat) => ({ label: `Act for ${seat.orgName}, ${kindNames[seat.kind].toLowerCase()}`, onSelect: () => void change(seat) })),
        { label: "Public site", to: "/" },
        { label: "Sign out", onSelect: () => void leave() },
      ]}
    />
  );
}

/** The frame of every signed-in page; a guard above it has made sure that somebody is signed in. */
export function AppShell() {
  const { data: me } = useMe();
  const [drawer, setDrawer] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => setDrawer(false), [pathname]);
  const role = me ? roleOf(me) : "buyer";
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_1fr]">
      <SkipLink />
      <aside data-print="none" className="hidden border-r border-line bg-surface lg:block">
        <div className="sticky top-0 flex h-dvh flex-col gap-6 overflow-y-auto px-3 py-4">
          <div className="px-3 py-1">
            <Wordmark to={homeOf(role)} />
          </div>
          <nav aria-label="Main">{me ? <Nav role={role} /> : null}</nav>
          <div className="mt-auto flex flex-col gap-3">
            {role === "factory" ? null : <CurrencySelect />}
            <ThemeSwitch />
          </div>
        </div>
      </aside>
      <div className="flex min-w-0 flex-col">
        <header data-print="none" className="sticky top-0 z-10 flex min-h-14 items-center gap-2 border-b border-line bg-bg px-3 sm:px-6">
          <IconButton name="Open navigation" icon={<MenuIcon size={20} aria-hidden="true" />} onClick={() => setDrawer(true)} className="lg:hidden" />
          <div className="lg:hidden">
            <Wordmark to={homeOf(role)} />
          </div>
          <div className="ml-auto">{me ? <AccountMenu me={me} /> : null}</div>
        </header>
        <main id="main" tabIndex={-1} className="mx-auto w-full max-w-6xl flex-1 px-4 py-6 outline-none sm:px-6 sm:py-8">
          <Outlet />
        </main>
      </div>
      <Sheet open={drawer} onClose={() => setDrawer(false)} title="Navigation">
        <nav aria-label="Main">{me ? <Nav role={role} /> : null}</nav>
        <div className="mt-6 flex flex-col gap-3 border-t border-line pt-4">
          {role === "factory" ? null : <CurrencySelect />}
          <ThemeSwitch />
        </div>
      </Sheet>
    </div>
  );
}
