// First import of every entry: schemas compile themselves with `new Function` unless told not to, which our policy refuses. This is where
// the library keeps what `z.config` sets; to call that would bring the library to pages that have no schema.
const place = "__zod_globalConfig";
Reflect.set(globalThis, place, Object.assign(Reflect.get(globalThis, place) ?? {}, { jitless: true }));
