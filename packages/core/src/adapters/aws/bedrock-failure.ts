import { config } from "../../config.ts";
import { type AppError, unavailable } from "../../kernel/error.ts";

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");

/** Only a time-out leaves open whether the model worked, and so whether it is paid for. */
export function failureOf(error: unknown): AppError {
  const name = nameOf(error);
  if (name === "ThrottlingException" || name === "ServiceQuotaExceededException")
    return unavailable("model.busy", "The model has no room now", error);
  if (name === "ModelTimeoutException" || name === "TimeoutError" || name === "AbortError")
    return unavailable("model.timeout", "The model did not answer in time", error);
  return unavailable("model.unavailable", "The model could not be asked", error);
}

/** A stage with a guardrail has every call looked at by it: under which name, or nothing. */
export function guardrail(): { readonly guardrailIdentifier: string; readonly guardrailVersion: string } | undefined {
  const [guardrailIdentifier = "", guardrailVersion] = config("MODEL_GUARDRAIL").split(":");
  return guardrailVersion === undefined ? undefined : { guardrailIdentifier, guardrailVersion };
}
