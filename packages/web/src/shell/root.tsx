import { useEffect, useRef } from "react";
import { Outlet, ScrollRestoration, useLocation, useNavigation } from "react-router";
import { ToastRegion } from "../ui/toast.tsx";
import { DemoBanner } from "./demo-banner.tsx";

/** After a navigation the reader stands at the new page's title, as after a page load. */
function useFocusOnNavigation() {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const target = document.querySelector<HTMLElement>("main h1") ?? document.querySelector<HTMLElement>("main");
    target?.focus({ preventScroll: true });
  }, [pathname]);
}

/** What all pages share: the word about demo data, focus and scroll on navigation, a line while a page loads, toasts. */
export function Root() {
  useFocusOnNavigation();
  const { state } = useNavigation();
  return (
    <>
      <div
        aria-hidden="true"
        className={`fixed inset-x-0 top-0 z-50 h-0.5 origin-left bg-indigo transition-transform duration-150 ${state === "idle" ? "scale-x-0" : "scale-x-100"}`}
      />
      <DemoBanner />
      <Outlet />
      <ScrollRestoration />
      <ToastRegion />
    </>
  );
}
