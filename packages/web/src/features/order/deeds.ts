import { useUrlState } from "../../lib/url-state.ts";
import type { Deed } from "./abilities.ts";

/** What is being done on the page, in the address: a reload keeps it open and a link can point at it. */
export function useDeed() {
  const [state, setState] = useUrlState({ do: "" });
  return {
    doing: state.do,
    begin: (deed: Deed) => setState({ do: deed }),
    end: () => setState({ do: undefined }, { replace: true }),
  };
}
