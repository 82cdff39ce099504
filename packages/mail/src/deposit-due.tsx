import { paymentDue } from "./payment-due.tsx";

export const depositDue = paymentDue({
  name: "Deposit",
  heading: "Your order waits for its deposit",
  effect:
    "We choose the factory once it has arrived. An order whose deposit does not come within 14 days ends by itself and costs nothing. If you have paid already, nothing is left to do: the receipt is on its way.",
  preview: "Your order starts once the deposit has arrived.",
});
