import type { Authorize } from "../../permissions/index.ts";

/** The user pool as the stacks declare it, in plain words. */
export interface PoolDescriptor {
  /** `us-east-1_Name`: code that splits it at the underscore works as on AWS. */
  readonly id: string;
  readonly passwordPolicy?: PasswordPolicy | undefined;
  readonly mfa?: "OFF" | "OPTIONAL" | "ON" | undefined;
  /** Attributes that keep their old value until the new one is proven by a code. */
  readonly verifyBeforeUpdate?: readonly string[] | undefined;
  readonly customAttributes?: readonly string[] | undefined;
  /** False when only administrators may create users. */
  readonly selfSignUp?: boolean | undefined;
  /** The event version of the pre-token trigger; V2 shapes access tokens too. */
  readonly preTokenVersion?: "V1_0" | "V2_0" | undefined;
  readonly verificationMail?: { readonly subject?: string | undefined; readonly message?: string | undefined } | undefined;
}

/** What a password must have; the defaults are Cognito's. */
export interface PasswordPolicy {
  readonly minimumLength?: number | undefined;
  readonly requireUppercase?: boolean | undefined;
  readonly requireLowercase?: boolean | undefined;
  readonly requireNumbers?: boolean | undefined;
  readonly requireSymbols?: boolean | undefined;
}

/** An app client as the stacks declare it. Lifetimes are seconds. */
export interface ClientDescriptor {
  readonly id: string;
  readonly accessTokenSeconds?: number | undefined;
  readonly idTokenSeconds?: number | undefined;
  readonly refreshTokenSeconds?: number | undefined;
  /** Hides whether an account exists (AWS's `ENABLED`); on unless stated otherwise. */
  readonly preventUserExistenceErrors?: boolean | undefined;
  /** The attributes a user may write through this client; all when absent. */
  readonly writeAttributes?: readonly string[] | undefined;
  /** `ALLOW_USER_SRP_AUTH` …; all flows when absent. */
  readonly authFlows?: readonly string[] | undefined;
}

/** The Cognito triggers a stage may connect. */
export type TriggerName = "PreSignUp" | "PostConfirmation" | "PreAuthentication" | "PostAuthentication" | "CustomMessage" | "PreTokenGeneration";

/** A trigger: gets AWS's event, returns it with the response filled in, throws to refuse. */
export type Trigger = (event: TriggerEvent) => Promise<unknown>;

/** The event every trigger gets; `request` and `response` depend on the trigger. */
export interface TriggerEvent {
  readonly version: string;
  readonly triggerSource: string;
  readonly region: string;
  readonly userPoolId: string;
  readonly userName: string;
  readonly callerContext: { readonly awsSdkVersion: string; readonly clientId: string };
  readonly request: Record<string, unknown>;
  readonly response: Record<string, unknown>;
}

/** A mail the pool wants to have sent. */
export interface PoolMessage {
  readonly source: string;
  readonly to: string;
  readonly username: string;
  readonly subject: string;
  readonly body: string;
  readonly code: string;
}

/** Everything a user pool needs to start. */
export interface CognitoOptions {
  readonly pool: PoolDescriptor;
  readonly clients: readonly ClientDescriptor[];
  readonly groups?: readonly string[] | undefined;
  readonly triggers?: Partial<Record<TriggerName, Trigger>> | undefined;
  readonly onMessage?: ((message: PoolMessage) => Promise<void> | void) | undefined;
  readonly dataDir?: string | undefined;
  readonly port?: number | undefined;
  /** May the holder of a key make this call of the administration? Everybody may when absent. */
  readonly authorize?: Authorize | undefined;
}
