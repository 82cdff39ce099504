import { AssignDrawer } from "../assignment/assign-drawer.tsx";
import { AnswerClaim } from "../claim/answer-claim.tsx";
import { ClaimForm } from "../claim/claim-form.tsx";
import { DecideClaim } from "../claim/decide-claim.tsx";
import { WithdrawClaim } from "../claim/withdraw-claim.tsx";
import { DecideLot } from "../inspection/decide-lot.tsx";
import { InspectionForm } from "../inspection/inspection-form.tsx";
import { MoveForm } from "../production/move-form.tsx";
import { ReportSheet } from "../production/report-sheet.tsx";
import { can, type Deed } from "./abilities.ts";
import { CallOff } from "./call-off.tsx";
import { ConfirmBare, ConfirmReasoned, isBare, isReasoned } from "./confirm-deed.tsx";
import { CounterForm } from "./counter-form.tsx";
import { useDeed } from "./deeds.ts";
import { AcceptOffer } from "./offer-panel.tsx";
import type { Order } from "./reads.ts";
import { Reorder } from "./reorder.tsx";
import { ShareLink } from "./share-link.tsx";
import { ShipForm } from "./ship-form.tsx";

type Props = { readonly order: Order; readonly onClose: () => void };

const forms = {
  accept: ({ order, onClose }: Props) => <AcceptOffer order={order} onClose={onClose} />,
  offer: ({ order, onClose }: Props) => <AssignDrawer orderId={order.orderId} onClose={onClose} />,
  report: ({ order, onClose }: Props) => <ReportSheet order={order} onClose={onClose} />,
  moveStage: ({ order, onClose }: Props) => <MoveForm order={order} onClose={onClose} />,
  inspect: ({ order, onClose }: Props) => <InspectionForm order={order} onClose={onClose} />,
  decideLot: ({ order, onClose }: Props) => <DecideLot order={order} onClose={onClose} />,
  ship: ({ order, onClose }: Props) => <ShipForm orderId={order.orderId} onClose={onClose} />,
  counter: ({ order, onClose }: Props) => <CounterForm orderId={order.orderId} onClose={onClose} />,
  reorder: ({ order, onClose }: Props) => <Reorder order={order} onClose={onClose} />,
  claim: ({ order, onClose }: Props) => <ClaimForm order={order} onClose={onClose} />,
  withdrawClaim: ({ order, onClose }: Props) => <WithdrawClaim orderId={order.orderId} onClose={onClose} />,
  answerClaim: ({ order, onClose }: Props) => <AnswerClaim orderId={order.orderId} onClose={onClose} />,
  decide_claim: ({ order, onClose }: Props) => <DecideClaim orderId={order.orderId} onClose={onClose} />,
  callOff: ({ order, onClose }: Props) => <CallOff order={order} onClose={onClose} />,
  share: ({ order, onClose }: Props) => <ShareLink orderId={order.orderId} onClose={onClose} />,
} as const satisfies Partial<Record<Deed, (props: Props) => unknown>>;

const isForm = (deed: string): deed is keyof typeof forms => deed in forms;

/** The dialog of what is being done, as the address says; nothing when the reader cannot do it (any more). */
export function DeedDialog({ order }: { readonly order: Order }) {
  const { doing, end } = useDeed();
  const { orderId } = order;
  if (isBare(doing)) return can(order, doing) ? <ConfirmBare deed={doing} orderId={orderId} onClose={end} /> : null;
  if (isReasoned(doing)) return can(order, doing) ? <ConfirmReasoned deed={doing} orderId={orderId} onClose={end} /> : null;
  if (!isForm(doing) || !can(order, doing)) return null;
  const Form = forms[doing];
  return <Form order={order} onClose={end} />;
}
