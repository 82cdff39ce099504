import { invoiceDue } from "./invoice-due.tsx";

export const balanceInvoice = invoiceDue({
  name: "Balance",
  effect: "The goods have passed inspection. They leave the factory once the balance is paid.",
  action: "Pay the balance",
});
