import { readBrief, readGuestBrief } from "@sleekapp/contracts/brief";
import type { Attachment } from "@sleekapp/core/brief/model";
import type { ReadView } from "@sleekapp/core/brief/view";
import { useMutation } from "@tanstack/react-query";
import { call } from "../../../lib/api.ts";
import { roleOf, useMe } from "../../../lib/me.ts";
import { useSession } from "../../../lib/session.ts";

type Asked = { readonly text: string; readonly attachments: Attachment[] };

/** Has a brief read, for a buyer's account or for anybody. */
export function useReadBrief(onRead: (view: ReadView, asked: Asked) => void) {
  const { signedIn } = useSession();
  const me = useMe();
  const isBuyer = signedIn && me.data !== undefined && roleOf(me.data) === "buyer";
  return useMutation<ReadView, Error, Asked>({
    mutationFn: (body) => (isBuyer ? call(readBrief, { body }) : call(readGuestBrief, { body })),
    onSuccess: onRead,
  });
}
