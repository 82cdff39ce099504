import { chooseOrganisation } from "@sleekapp/contracts/identity";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { call } from "../../lib/api.ts";
import { getToken } from "../../lib/auth.ts";
import { type Me, homeOf, roleOf } from "../../lib/me.ts";

/** Takes a new token, which says for whom the reader acts now, and forgets everything that was read for another. */
export function useNewSeat() {
  const navigate = useNavigate();
  const client = useQueryClient();
  return async (home?: string) => {
    await getToken(true);
    if (home !== undefined) await navigate(home);
    await client.resetQueries();
  };
}

/** Acts for another of the reader's organisations, from its first page on; gives what went wrong, if anything did. */
export function useActFor() {
  const renew = useNewSeat();
  const [busy, setBusy] = useState<string | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const actFor = async (seat: Me["memberships"][number]): Promise<unknown> => {
    const { orgId, orgKind, kind: memberKind } = seat;
    setBusy(orgId);
    setError(undefined);
    try {
      await call(chooseOrganisation, { body: { orgId } });
      await renew(homeOf(roleOf({ orgKind, memberKind })));
      return undefined;
    } catch (failure) {
      setError(failure);
      return failure;
    } finally {
      setBusy(undefined);
    }
  };
  return { actFor, busy, error };
}
