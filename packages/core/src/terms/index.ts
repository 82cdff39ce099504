import { sha256 } from "../ports/crypto.ts";
import { text } from "./2026-11.ts";

/** The terms in force; an accepted quote stores this version and hash, so that it can be shown what was agreed. */
export const current = { version: "2026-11", text, hash: sha256(text) } as const;
