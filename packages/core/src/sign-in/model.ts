import * as z from "zod";

/** What the browser shows the user pool when it signs in: signed, short-lived, and naming the network it was given to. */
export const Pass = z.strictObject({ pass: z.string() });

/** Where an attempt comes from when it shows no pass: from outside our web application. */
export const DIRECT = "direct";
