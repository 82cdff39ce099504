/** The catalogue is public; what may be in it is decided where listings are approved. */
export { browse, work } from "../product/policy.ts";
