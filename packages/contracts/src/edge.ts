/**
 * The header by which the edge shows the API that a request came through it. CloudFront refuses to add a header whose
 * name begins with `x-edge-`.
 */
export const edgeHeader = "x-origin-secret";
