import { invoiceDue } from "./invoice-due.tsx";

export const depositInvoice = invoiceDue({
  name: "Deposit",
  effect: "Production is arranged once the deposit is paid. The rest is invoiced after the goods have passed inspection.",
  action: "Pay the deposit",
});
