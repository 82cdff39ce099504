import { render } from "@sleekapp/mail";
import type { CustomMessageTriggerEvent } from "aws-lambda";

const purposes: Readonly<Record<string, "sign_up" | "reset" | "address" | "invited">> = {
  CustomMessage_SignUp: "sign_up",
  CustomMessage_ResendCode: "sign_up",
  CustomMessage_ForgotPassword: "reset",
  CustomMessage_UpdateUserAttribute: "address",
  CustomMessage_VerifyUserAttribute: "address",
  CustomMessage_AdminCreateUser: "invited",
};

/** Words the mails that Cognito sends; the code is its placeholder, which it fills in itself. */
export async function handler(event: CustomMessageTriggerEvent): Promise<CustomMessageTriggerEvent> {
  const purpose = purposes[event.triggerSource];
  if (purpose === undefined) return event;
  const { codeParameter, usernameParameter } = event.request;
  const { subject, html } = render("account-confirmation", {
    code: codeParameter,
    purpose,
    ...(purpose === "invited" && usernameParameter ? { username: usernameParameter } : {}),
  });
  event.response = { ...event.response, emailSubject: subject, emailMessage: html };
  return event;
}
