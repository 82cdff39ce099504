import { Link, NavLink, Outlet } from "react-router";
import { CurrencySelect } from "../features/currency/currency-select.tsx";
import { useSession } from "../lib/session.ts";
import { ButtonLink } from "../ui/button.tsx";
import { existing } from "./app-nav.ts";
import { SkipLink, ThemeSwitch, Wordmark } from "./parts.tsx";

const nav = [
  { to: "/catalog", label: "Catalogue" },
  { to: "/info/how-it-works", label: "How it works" },
  { to: "/track", label: "Track an order" },
];

const footer = [
  { to: "/info/materials", label: "Materials" },
  { to: "/info/samples-shipping-payment", label: "Samples, shipping, payment" },
  { to: "/info/suppliers", label: "For suppliers" },
  { to: "/info/standards", label: "Standards" },
  { to: "/info/faq", label: "Questions" },
  { to: "/info/legal", label: "Terms and privacy" },
  { to: "/talk", label: "Talk to a person" },
  { to: "/info/contact", label: "Contact" },
  { to: "/info/api", label: "API" },
];

/** The frame of every page that needs no account. */
export function PublicShell() {
  const { signedIn } = useSession();
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-b border-line bg-bg">
        <div className="gutter mx-auto flex min-h-16 max-w-7xl flex-wrap items-center gap-x-8 gap-y-1 py-2">
          <Wordmark />
          <nav aria-label="Main" className="order-3 -mx-2 flex w-full flex-wrap gap-x-1 md:order-none md:w-auto">
            {existing(nav).map((item) => (
              <NavLink
                key={item.to}
                to={item.to}
                className="rounded-control px-2 py-2 whitespace-nowrap text-ink-2 hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
              >
                {item.label}
              </NavLink>
            ))}
          </nav>
          <div data-print="none" className="ml-auto flex items-center gap-2">
            {signedIn ? (
              <ButtonLink to="/app" size="small">
                Open your desk
              </ButtonLink>
            ) : (
              <ButtonLink to="/sign-in" size="small" variant="quiet">
                Sign in
              </ButtonLink>
            )}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="peer flex-1 outline-none">
        <Outlet />
      </main>
      {/* Not seen before the page is there, or it would jump from under the reader's thumb when the page comes. */}
      <footer data-print="none" className="mt-16 border-t border-line peer-empty:invisible peer-has-[[aria-busy=true]]:invisible">
        <div className="gutter mx-auto flex max-w-7xl flex-col gap-6 py-8">
          <nav aria-label="Written pages" className="flex flex-wrap gap-x-6 gap-y-2">
            {existing(footer).map((item) => (
              <Link key={item.to} to={item.to} className="py-0.5 text-ink-2 hover:text-ink hover:underline">
                {item.label}
              </Link>
            ))}
          </nav>
          <div className="flex flex-wrap items-center justify-between gap-4">
            <p className="text-small text-ink-3">SleekApp. Made-to-order clothing, from brief to delivery.</p>
            <CurrencySelect />
            <ThemeSwitch />
          </div>
        </div>
      </footer>
    </div>
  );
}
