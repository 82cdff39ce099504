import { clsx } from "clsx";
import { Link } from "react-router";
import { type Theme, setTheme, useTheme } from "../lib/theme.ts";

/** The name with its mark: a thread with one finished and one open knot. */
export function Wordmark({ to = "/" }: { readonly to?: string }) {
  return (
    <Link to={to} className="flex items-center gap-2.5 rounded-control font-serif text-lead font-semibold tracking-tight text-ink">
      <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true" className="text-indigo" fill="none" stroke="currentColor" strokeWidth="1.75">
        <path d="M0 7h18" />
        <path d="M18 7h12" strokeDasharray="2.5 2.5" />
        <circle cx="8" cy="7" r="4" fill="currentColor" stroke="none" />
        <circle cx="21" cy="7" r="4" className="fill-bg" />
      </svg>
      SleekApp
    </Link>
  );
}

/** The first stop of the keyboard on every page. It moves the focus itself: the fragment may hold a tracking link. */
export const SkipLink = () => (
  <a
    href="#main"
    onClick={(event) => {
      event.preventDefault();
      document.getElementById("main")?.focus();
    }}
    className="sr-only z-50 rounded-control bg-indigo px-4 py-2 font-medium text-on-indigo focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
  >
    Skip to content
  </a>
);

const themes: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

/** System, light or dark, remembered on this device. */
export function ThemeSwitch() {
  const theme = useTheme();
  return (
    <fieldset className="flex items-center gap-1">
      <legend className="sr-only">Theme</legend>
      {themes.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          aria-pressed={theme === value}
          onClick={() => setTheme(value)}
          className={clsx(
            "min-h-8 rounded-control px-2.5 text-small transition-colors duration-150",
            theme === value ? "bg-sunken font-medium text-ink" : "text-ink-3 hover:text-ink",
          )}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
