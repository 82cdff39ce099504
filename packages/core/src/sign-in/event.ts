import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";

/** `source` is a keyed hash of the network, or `direct` for an attempt from outside our web application. */
const About = z.object({ userId: z.string(), source: z.string() });

export const SignedIn = defineEvent("sign_in.succeeded", About.extend({ isNewSource: z.boolean() }));
/** `tries` is how many there have been from this network since the last success. */
export const Failed = defineEvent("sign_in.failed", About.extend({ tries: z.int() }));
export const Locked = defineEvent("sign_in.locked", About.extend({ tries: z.int(), seconds: z.int() }));
