import { CognitoError } from "./errors.ts";
import type { Attribute, Context } from "./library.ts";
import type { PoolDescriptor, Trigger, TriggerEvent, TriggerName } from "./options.ts";
import { isRecord } from "../wire.ts";

/** Cognito gives a trigger 5 s and asks three times before it gives up. */
const TRIGGER_MS = 5_000;
const ATTEMPTS = 3;

/** What a trigger is called with beyond the pool. */
export interface TriggerCall {
  readonly name: TriggerName;
  readonly source: string;
  readonly username: string;
  readonly clientId: string;
  readonly request: Record<string, unknown>;
  readonly response?: Record<string, unknown> | undefined;
  readonly version?: string | undefined;
}

/** Calls triggers with AWS's events. */
export interface Triggers {
  enabled(name: string): boolean;
  /** Calls a trigger and gives its `response`; undefined when the stage has not connected it. */
  call(call: TriggerCall): Promise<Record<string, unknown> | undefined>;
}

/** Connects the stage's functions as triggers of the pool. */
export function connectTriggers(pool: PoolDescriptor, functions: Partial<Record<TriggerName, Trigger>>): Triggers {
  return {
    enabled: (name) => Object.hasOwn(functions, name) && Object.entries(functions).some(([key, value]) => key === name && value !== undefined),
    call: async (call) => {
      const trigger = functions[call.name];
      if (!trigger) return undefined;
      const answer = await invoke(call.name, trigger, eventOf(pool, call));
      if (!isRecord(answer)) throw new CognitoError("InvalidLambdaResponseException", `Unrecognizable lambda output`);
      return isRecord(answer["response"]) ? answer["response"] : {};
    },
  };
}

function eventOf(pool: PoolDescriptor, call: TriggerCall): TriggerEvent {
  return {
    version: call.version ?? "1",
    triggerSource: call.source,
    region: pool.id.split("_")[0] ?? "us-east-1",
    userPoolId: pool.id,
    userName: call.username,
    callerContext: { awsSdkVersion: "aws-sdk-unknown-unknown", clientId: call.clientId },
    request: call.request,
    response: call.response ?? {},
  };
}

async function invoke(name: TriggerName, trigger: Trigger, event: TriggerEvent): Promise<unknown> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const late = Symbol("late");
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<typeof late>((resolve) => {
      timer = setTimeout(() => resolve(late), TRIGGER_MS);
    });
    try {
      const answer = await Promise.race([trigger(structuredClone(event)), timeout]);
      if (answer !== late) return answer;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new CognitoError("UserLambdaValidationException", `${name} failed with error ${message.replace(/\.$/, "")}.`);
    } finally {
      clearTimeout(timer);
    }
  }
  throw new CognitoError("UnexpectedLambdaException", `${name} invocation failed due to timeout.`);
}

interface LibraryCall {
  readonly clientId: string;
  readonly clientMetadata?: unknown;
  readonly source: string;
  readonly userAttributes: readonly Attribute[];
  readonly username: string;
  readonly validationData?: unknown;
}

/** The triggers in the shape cognito-local's operations call them. */
export function libraryTriggers(triggers: Triggers): Record<string, unknown> {
  const metadata = (call: LibraryCall): Record<string, unknown> => (isRecord(call.clientMetadata) ? { clientMetadata: call.clientMetadata } : {});
  return {
    // Messages and sign-in triggers are called by this stand-in itself.
    enabled: (name: string) => (name === "PreSignUp" || name === "PostConfirmation") && triggers.enabled(name),
    preSignUp: async (_context: Context, call: LibraryCall) =>
      (await triggers.call({
        name: "PreSignUp",
        source: call.source,
        username: call.username,
        clientId: call.clientId,
        request: { userAttributes: attributeRecord(call.userAttributes), validationData: call.validationData ?? null, ...metadata(call) },
        response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
      })) ?? {},
    postConfirmation: (_context: Context, call: LibraryCall) =>
      triggers.call({
        name: "PostConfirmation",
        source: call.source,
        username: call.username,
        clientId: call.clientId,
        request: { userAttributes: attributeRecord(call.userAttributes), ...metadata(call) },
      }),
  };
}

/** Attributes as a record, the form in which triggers get them. */
export function attributeRecord(attributes: readonly Attribute[]): Record<string, string> {
  return Object.fromEntries(attributes.flatMap(({ Name, Value }) => (Value === undefined ? [] : [[Name, Value]])));
}
