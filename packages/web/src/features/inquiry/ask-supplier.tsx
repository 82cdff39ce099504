import { askInquiry, listInquiries } from "@sleekapp/contracts/inquiry";
import { MIN_QUANTITY } from "@sleekapp/core/pricing/facts";
import type { ProductPage } from "@sleekapp/core/product/view";
import { MessageCircle } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { roleOf, useMe } from "../../lib/me.ts";
import { formatCount } from "../../lib/money.ts";
import { useCommand } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Textarea } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";

type AskProps = { readonly product: Pick<ProductPage, "productId" | "title" | "supplierName" | "moq"> };

/** Opens a thread with the supplier of a listing. Who is not signed in is led there and back; suppliers and the platform ask nobody. */
export function AskSupplier({ product }: AskProps) {
  const { signedIn } = useSession();
  const { data: me } = useMe();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [{ ask }, setState] = useUrlState({ ask: "" });
  if (signedIn && me && (roleOf(me) !== "buyer" || me.memberKind === "viewer")) return null;
  const open = () => {
    if (signedIn) return setState({ ask: "yes" }, { replace: true });
    return void navigate(`/sign-in?next=${encodeURIComponent(`${pathname}?ask=yes`)}`);
  };
  return (
    <>
      <Button onClick={open}>
        <MessageCircle size={18} aria-hidden="true" /> Ask the supplier
      </Button>
      {ask === "yes" && signedIn && me ? <InquiryDialog product={product} onClose={() => setState({ ask: "" }, { replace: true })} /> : null}
    </>
  );
}

function InquiryDialog({ product: { productId, title, supplierName, moq }, onClose }: AskProps & { readonly onClose: () => void }) {
  const formId = useId();
  const navigate = useNavigate();
  const least = Math.max(moq, MIN_QUANTITY);
  const [quantity, setQuantity] = useState<number | undefined>(least);
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(false);
  const send = useCommand(askInquiry, { refresh: [listInquiries], onSuccess: ({ inquiryId }) => void navigate(`/app/inquiries/${inquiryId}`) });
  const enough = quantity !== undefined && quantity >= least;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (enough && text.trim().length > 1) send.mutate({ body: { productId, quantity, text: text.trim() } });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Ask ${supplierName}`}
      description={`About “${title}”. The answer comes into a thread here, and by mail.`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={send.isPending}>
            Send the question
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Pieces" required error={enough ? undefined : `An inquiry is about ${formatCount(least)} pieces at least.`}>
          <QuantityInput name="quantity" value={quantity} onChange={setQuantity} min={least} />
        </Field>
        <Field
          label="Question"
          hint="Telephone numbers, addresses and links are taken out: you speak here until there is an order."
          required
          error={asked && text.trim().length < 2 ? "Write what you want to know." : undefined}
        >
          <Textarea name="text" maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <FormError error={send.error} />
      </form>
    </Dialog>
  );
}
