import { useQuery } from "@tanstack/react-query";
import { errorOf, noAnswer } from "../../lib/api-error.ts";
import type { Schema } from "./schema.ts";

type Content = { readonly content?: { readonly "application/json"?: { readonly schema: Schema } } };

export type Parameter = {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
};

export type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly "x-who": readonly string[];
  readonly "x-auth": string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content & { readonly description: string }>>;
};

export type ErrorCode = { readonly code: string; readonly kind: string; readonly status: number; readonly message: string };

export type ApiDocument = {
  readonly info: { readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly "x-errors": readonly ErrorCode[];
};

/** The file is made by our own build and checked there, so it is taken as what it is. */
async function readDocument(): Promise<ApiDocument> {
  const response = await fetch("/api/openapi.json").catch((cause: unknown) => {
    throw noAnswer(cause);
  });
  if (!response.ok) throw errorOf(response, undefined);
  return response.json();
}

/** The API's own description, as it is served. */
export const useApiDocument = () => useQuery({ queryKey: ["openapi"], queryFn: readDocument, staleTime: Number.POSITIVE_INFINITY });

/** The JSON schema of a body, if there is one. */
export const schemaIn = (content: Content | undefined): Schema | undefined => content?.content?.["application/json"]?.schema;
