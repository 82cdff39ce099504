/** An error of the user pool API: AWS's exception name and text. */
export class CognitoError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export const notAuthorized = (message = "Incorrect username or password."): CognitoError => new CognitoError("NotAuthorizedException", message);
export const invalid = (message: string): CognitoError => new CognitoError("InvalidParameterException", message);
export const codeMismatch = (message = "Invalid verification code provided, please try again."): CognitoError =>
  new CognitoError("CodeMismatchException", message);
export const codeExpired = (): CognitoError => new CognitoError("ExpiredCodeException", "Invalid code provided, please request a code again.");
export const limitExceeded = (): CognitoError => new CognitoError("LimitExceededException", "Attempt limit exceeded, please try after some time.");
export const userNotFound = (message = "User does not exist."): CognitoError => new CognitoError("UserNotFoundException", message);
