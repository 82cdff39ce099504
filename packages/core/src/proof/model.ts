/** How often a code may be sent to one address, whoever asks: again after a minute, and so often in an hour and in a day. */
export const codeLimits = {
  resend: { max: 1, seconds: 60 },
  hour: { max: 5, seconds: 3_600 },
  day: { max: 10, seconds: 86_400 },
} as const;
