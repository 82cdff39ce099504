import type { PostConfirmationTriggerEvent, PreSignUpTriggerEvent, PreTokenGenerationV2TriggerEvent } from "aws-lambda";
import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allItems, startTable } from "../../../../test/support/table.ts";

/** The user pool as far as the trigger speaks to it: it notes who was put into which group. */
const calls: string[] = [];
const pool = createServer((request, response) => {
  let body = "";
  request.on("data", (part: Buffer) => (body += part.toString()));
  request.on("end", () => {
    calls.push(`${request.headers["x-amz-target"]?.toString().split(".").at(-1)} ${body}`);
    response.setHeader("content-type", "application/x-amz-json-1.1").end("{}");
  });
});

beforeAll(async () => {
  await startTable();
  await new Promise<void>((resolve) => pool.listen(0, "127.0.0.1", resolve));
  const address = pool.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  Object.assign(process.env, { USER_POOL_ID: "us-east-1_Test", AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: `http://127.0.0.1:${address.port}` });
});
afterAll(() => new Promise((resolve) => pool.close(resolve)));

const about = { version: "1", region: "us-east-1", userPoolId: "us-east-1_Test", callerContext: { awsSdkVersion: "3", clientId: "web" } };

const signUp = (sub: string, clientMetadata: Record<string, string>, email = `${sub}@example.com`): PreSignUpTriggerEvent => ({
  ...about,
  userName: sub,
  triggerSource: "PreSignUp_SignUp",
  request: { userAttributes: { email, name: "Rina Das" }, clientMetadata },
  response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
});
const confirmation = (
  sub: string,
  triggerSource: PostConfirmationTriggerEvent["triggerSource"] = "PostConfirmation_ConfirmSignUp",
): PostConfirmationTriggerEvent => ({
  ...about,
  userName: sub,
  triggerSource,
  request: { userAttributes: { sub, email: `${sub}@example.com`, name: "Rina Das", email_verified: "true" } },
  response: {},
});
const token = (sub: string): PreTokenGenerationV2TriggerEvent => ({
  ...about,
  version: "2",
  userName: sub,
  triggerSource: "TokenGeneration_Authentication",
  request: { userAttributes: { sub, email: `${sub}@example.com` }, groupConfiguration: {}, scopes: [] },
  response: { claimsAndScopeOverrideDetails: {} },
});

const { handler: preSignUp } = await import("./pre-sign-up.ts");
const { handler: postConfirmation } = await import("./post-confirmation.ts");
const { handler: preToken } = await import("./pre-token.ts");

const claimsOf = async (sub: string) => (await preToken(token(sub))).response.claimsAndScopeOverrideDetails;
const openedBy = async (sub: string) => (await allItems()).filter((item) => item["type"] === "account.opened" && item["subjectId"] === sub);

test("a throw-away address is refused with a word of help", async () => {
  await expect(preSignUp(signUp("a", { as: "buyer" }, "x@mailinator.com"))).rejects.toThrow("Use an address you will keep");
});

test("a sign-up that does not say as what is refused", async () => {
  await expect(preSignUp(signUp("b", { as: "admin" }))).rejects.toThrow("buyer or a supplier");
});

test("a supplier who confirms is the owner of a supplier's organisation and in the group, by string claims", async () => {
  await preSignUp(signUp("farid", { as: "supplier", company: "Meghna Knit" }));
  await postConfirmation(confirmation("farid"));

  const claims = await claimsOf("farid");
  expect(claims?.accessTokenGeneration?.claimsToAddOrOverride).toEqual({
    orgId: expect.stringMatching(/^org_/),
    orgKind: "supplier",
    memberKind: "owner",
  });
  expect(claims?.groupOverrideDetails?.groupsToOverride).toEqual(["supplier"]);
  expect(calls.at(-1)).toMatch(/^AdminAddUserToGroup .*"GroupName":"supplier"/);
});

test("a confirmation that Cognito repeats opens one account", async () => {
  await preSignUp(signUp("again", { as: "buyer" }));
  await Promise.all([postConfirmation(confirmation("again")), postConfirmation(confirmation("again"))]);
  await postConfirmation(confirmation("again"));

  expect(await openedBy("again")).toHaveLength(1);
});

test("a password reset is no sign-up", async () => {
  await postConfirmation(confirmation("reset", "PostConfirmation_ConfirmForgotPassword"));

  expect(await openedBy("reset")).toEqual([]);
});

test("the first token repairs what a failed confirmation left undone, as what was said at sign-up", async () => {
  await preSignUp(signUp("late", { as: "supplier" }));

  expect((await claimsOf("late"))?.accessTokenGeneration?.claimsToAddOrOverride).toMatchObject({ orgKind: "supplier", memberKind: "owner" });
  expect(await openedBy("late")).toHaveLength(1);
});
