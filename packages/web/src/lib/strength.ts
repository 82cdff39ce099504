import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as english, translations } from "@zxcvbn-ts/language-en";

/** How hard a password is to guess: 0, at once, to 4, out of reach; and why it is not harder, when there is a reason. */
export type Strength = { readonly score: 0 | 1 | 2 | 3 | 4; readonly warning: string | undefined };

const estimator = new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs, translations });

/** Estimates what guessing the password takes somebody who tries words, names, keys beside each other and what they know of its owner. */
export function strengthOf(password: string, words: readonly string[]): Strength {
  const { score, feedback } = estimator.check(password, [...words]);
  return { score, warning: feedback.warning ?? undefined };
}
