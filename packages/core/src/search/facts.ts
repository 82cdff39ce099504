/** What a listing can be narrowed by, in the order people are offered it. */
export const facetNames = ["family", "category", "fibre", "gsm", "gauge", "colour", "size", "certificate", "country", "supplier", "stock"] as const;
