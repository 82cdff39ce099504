import { type ReactNode, useState } from "react";
import { Eye, EyeOff } from "lucide-react";
import { IconButton } from "../../ui/button.tsx";
import { Input } from "../../ui/field.tsx";
import type { UseFormRegisterReturn } from "react-hook-form";

/** The narrow page of signing in and up: a title, a sentence, a form. */
export function AccountPage({ title, intro, children }: { readonly title: string; readonly intro?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="gutter mx-auto w-full max-w-md py-12 sm:py-16">
      <h1 tabIndex={-1} className="font-serif text-head font-semibold tracking-tight">
        {title}
      </h1>
      {intro ? <div className="mt-2 text-ink-2">{intro}</div> : null}
      <div className="mt-8 flex flex-col gap-5">{children}</div>
    </section>
  );
}

/** A password that can be shown; managers are told whether it is new or known. */
export function PasswordInput({
  autoComplete,
  ...field
}: { readonly autoComplete: "current-password" | "new-password" } & Partial<UseFormRegisterReturn>) {
  const [shown, setShown] = useState(false);
  return (
    <span className="relative block">
      <Input {...field} type={shown ? "text" : "password"} autoComplete={autoComplete} className="pr-11" />
      <IconButton
        name={shown ? "Hide password" : "Show password"}
        icon={shown ? <EyeOff size={16} aria-hidden="true" /> : <Eye size={16} aria-hidden="true" />}
        size="small"
        onClick={() => setShown(!shown)}
        className="absolute top-1 right-1"
      />
    </span>
  );
}

/** The rules of the user pool, said before they are broken. */
export const PASSWORD_HINT = "At least 12 characters. A sentence you remember is fine.";

/** The shape of an address; whether it exists is found out by mail. */
export const emailRules = {
  required: "Write your e-mail address.",
  pattern: { value: /^\S+@\S+\.\S+$/u, message: "That is not an e-mail address." },
};
