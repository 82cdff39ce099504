import { totpNow } from "./people/totp.ts";
import type { Authenticator } from "./stand-ins/cognito/index.ts";
import { escapeMarkup } from "./stand-ins/wire.ts";

const STEP_MS = 30_000;

const row = ({ email, secret }: Authenticator, now: number): string =>
  `<tr><td>${escapeMarkup(email)}</td><td class="code">${totpNow(secret, now)}</td></tr>`;

const style =
  "body{font:16px/1.5 system-ui;margin:3rem auto;max-width:40rem;padding:0 1rem}td{padding:.25rem 1.5rem .25rem 0}.code{font:1.5rem ui-monospace,monospace}";

/** What the authenticator apps of this stage show now: nobody carries one for people that only exist here. It reloads with the next code. */
export function codesPage(all: readonly Authenticator[], now = Date.now()): string {
  const left = Math.ceil((STEP_MS - (now % STEP_MS)) / 1000);
  const rows = all.map((one) => row(one, now)).join("");
  const body =
    all.length === 0
      ? "<p>Nobody on this stage has set up an authenticator app.</p>"
      : `<table><tbody>${rows}</tbody></table><p>The next codes come in ${left} s. A code works once.</p>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="${left}"><title>Authenticator codes of this stage</title><style>${style}</style></head><body><h1>Authenticator codes</h1>${body}</body></html>`;
}
