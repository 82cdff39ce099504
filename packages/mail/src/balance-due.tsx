import { paymentDue } from "./payment-due.tsx";

export const balanceDue = paymentDue({
  name: "Balance",
  heading: "Your goods are ready and wait for the balance",
  effect: "They leave the factory once it is paid. If you have paid already, nothing is left to do: the receipt is on its way.",
  preview: "The goods are ready and wait for the balance.",
});
