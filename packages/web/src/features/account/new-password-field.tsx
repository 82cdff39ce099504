import type { Context } from "@sleekapp/core/password/rules";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Field } from "../../ui/field.tsx";
import { PASSWORD_HINT, PasswordInput } from "./form.tsx";
import { StrengthMeter } from "./strength-meter.tsx";

type NewPasswordFieldProps = {
  readonly label: string;
  readonly error: string | undefined;
  /** What is typed so far, and what somebody could guess of its owner. */
  readonly value: string;
  readonly context: Context;
  readonly field: UseFormRegisterReturn;
};

/** A password that is being chosen: the rules before they are broken, and how hard it is to guess. */
export const NewPasswordField = ({ label, error, value, context, field }: NewPasswordFieldProps) => (
  <div className="flex flex-col gap-2">
    <Field label={label} hint={PASSWORD_HINT} error={error} required>
      <PasswordInput autoComplete="new-password" {...field} />
    </Field>
    <StrengthMeter password={value} context={context} />
  </div>
);
