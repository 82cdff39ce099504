import { getMySupplier } from "@sleekapp/contracts/identity";
import type { Family } from "@sleekapp/core/garment/model";
import { type FamilyTerms, termsFor } from "@sleekapp/core/supplier/model";
import { useQueryClient } from "@tanstack/react-query";
import { call } from "../../lib/api.ts";
import { keyOf } from "../../lib/query.ts";
import type { DraftPart } from "./description-fields.tsx";

const MINUTE_MS = 60_000;

/**
 * The supplier's own smallest run and lead time for a family, as its application says them. They are asked for when a family is chosen;
 * where they cannot be had the fields stay empty, as they were before.
 */
export function useUsualTerms(): (family: Family | undefined) => Promise<Partial<FamilyTerms>> {
  const client = useQueryClient();
  return async (family) => {
    if (!family) return {};
    const reading = client.fetchQuery({
      queryKey: [...keyOf(getMySupplier, {}), null],
      queryFn: () => call(getMySupplier, {}),
      staleTime: MINUTE_MS,
    });
    const company = await reading.catch(() => undefined);
    return company ? termsFor(company.application, family) : {};
  };
}

/** A draft with the usual terms where it says none yet. */
export const withTerms = (draft: DraftPart, { moq, leadDays }: Partial<FamilyTerms>): DraftPart => ({
  ...draft,
  ...(moq === undefined || draft.moq ? {} : { moq }),
  ...(leadDays === undefined || draft.leadDays ? {} : { leadDays }),
});
