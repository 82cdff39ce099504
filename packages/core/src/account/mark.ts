import { sha256 } from "../ports/crypto.ts";

/** How a token names an ended sign-in: short, because it is carried about, and not the id itself. */
export const sessionMark = (sessionId: string): string => sha256(`session:${sessionId}`).slice(0, 16);
