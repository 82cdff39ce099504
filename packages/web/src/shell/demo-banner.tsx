import { useQuery } from "@tanstack/react-query";
import { config } from "../lib/config.ts";

/** Says on every page of a stage with demo data that nothing there is real; absent on all others. */
export function DemoBanner() {
  const { data } = useQuery({ queryKey: ["config"], queryFn: config, staleTime: Number.POSITIVE_INFINITY });
  if (!data?.demo) return null;
  return (
    <aside
      aria-label="About this site"
      data-print="none"
      className="border-b border-line bg-turmeric-soft px-4 py-1.5 text-center text-small text-turmeric"
    >
      <strong className="font-semibold">Demo.</strong> Companies, listings and orders are made up; pictures are drawings.
    </aside>
  );
}
