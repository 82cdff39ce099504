import * as z from "zod";

// First import of every entry: schemas compile themselves with `new Function` unless told not to, which our policy refuses.
z.config({ jitless: true });
