import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { powerModulo } from "../stand-ins/cognito/srp.ts";

/** The big number of the sign-in library, as far as its powers go. */
type Big = { toString: (radix: number) => string };
type Asked = readonly [exponent: Big, modulus: Big, done: (problem: unknown, power: Big) => void];
type Bigs = { new (digits: string, radix: number): Big; prototype: { modPow: unknown } };

const isBigs = (value: unknown): value is Bigs => typeof value === "function" && "modPow" in Object(Reflect.get(value, "prototype"));

function bigNumbersOf(module: unknown): Bigs {
  const bigs: unknown = Reflect.get(Object(module), "default");
  if (!isBigs(bigs)) throw new Error("The sign-in library keeps its big numbers elsewhere now");
  return bigs;
}

/**
 * Has the sign-in library take its powers by OpenSSL, as it has a phone's system take them there: its own big numbers are of the
 * time before there were any, and a sign-in by them takes a quarter of a second of a processor instead of a hundredth.
 */
export async function takeSwiftPowers(): Promise<void> {
  const home = path.dirname(createRequire(import.meta.url).resolve("@aws-amplify/auth/package.json"));
  const file = path.join(home, "dist/esm/providers/cognito/utils/srp/BigInteger/BigInteger.mjs");
  const Bigs = bigNumbersOf(await import(pathToFileURL(file).href));
  const toBigInt = (big: Big) => {
    const hex = big.toString(16);
    return hex.startsWith("-") ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`);
  };
  Bigs.prototype.modPow = function modPow(this: Big, ...[exponent, modulus, done]: Asked) {
    done(undefined, new Bigs(powerModulo(toBigInt(this), toBigInt(exponent), toBigInt(modulus)).toString(16), 16));
  };
}
