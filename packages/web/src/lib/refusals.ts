import { useEffect } from "react";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { ApiError } from "./api-error.ts";

const refusedOf = (error: Error | null) => (error instanceof ApiError ? error.fields : []);
const isFieldOf = <T extends FieldValues>({ getValues }: UseFormReturn<T>, path: string): path is Path<T> => path in getValues();

/**
 * Shows what the server refused of single fields at the fields of these names, and puts the cursor into the first of them. Gives
 * back what belongs to no field of the form and so stands above its buttons.
 */
export function useRefusals<T extends FieldValues>(form: UseFormReturn<T>, error: Error | null): Error | null {
  useEffect(() => {
    refusedOf(error).forEach(({ path, message }, index) => {
      if (isFieldOf(form, path)) form.setError(path, { type: "server", message }, { shouldFocus: index === 0 });
    });
  }, [form, error]);
  const refused = refusedOf(error);
  return refused.length > 0 && refused.every(({ path }) => isFieldOf(form, path)) ? null : error;
}
