import type { Me } from "../../lib/me.ts";
import { PasswordForm } from "./password-form.tsx";
import { SecondFactorPanel } from "./second-factor-panel.tsx";
import { SessionsPanel } from "./sessions-panel.tsx";

/** How the reader signs in, and where they are signed in. */
export const SecurityPanel = ({ me }: { readonly me: Me }) => (
  <div className="flex flex-col gap-6">
    <PasswordForm me={me} />
    <SecondFactorPanel />
    <SessionsPanel />
  </div>
);
