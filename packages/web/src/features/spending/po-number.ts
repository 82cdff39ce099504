/** The purchase order number as an order takes it; nothing for one that was left empty. */
export const numbered = (text: string): { readonly poNumber?: string } => (text.trim() === "" ? {} : { poNumber: text.trim() });
