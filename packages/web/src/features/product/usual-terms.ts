import { getMySupplier } from "@sleekapp/contracts/identity";
import { type FamilyTerms, termsFor } from "@sleekapp/core/supplier/model";
import type { Family } from "@sleekapp/core/garment/model";
import { useRead } from "../../lib/query.ts";
import type { DraftPart } from "./description-fields.tsx";

/** The supplier's own smallest run and lead time for a family, as its application says them; nothing while they are not known. */
export function useUsualTerms(): (family: Family | undefined) => Partial<FamilyTerms> {
  const { data } = useRead(getMySupplier, {});
  return (family) => (family && data ? termsFor(data.application, family) : {});
}

/** A change of a draft, with the usual terms of a family that is chosen now where the draft says none yet. */
export function withUsualTerms(part: DraftPart, draft: DraftPart, termsOf: (family: Family | undefined) => Partial<FamilyTerms>): DraftPart {
  const { moq, leadDays } = termsOf(part.family);
  return {
    ...part,
    ...(moq === undefined || draft.moq ? {} : { moq }),
    ...(leadDays === undefined || draft.leadDays ? {} : { leadDays }),
  };
}
