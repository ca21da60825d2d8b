const SIGNIFICANT_DIGITS = 12;

/**
 * A number as the shortest decimal string with at most 12 significant digits, so that the noise of
 * a float (`0.43000000000000005`) does not become a price.
 */
export function decimalString(value: number): string {
  const rounded = Number(value.toPrecision(SIGNIFICANT_DIGITS)).toString();
  const [mantissa = "", exponent] = rounded.split("e-");
  if (exponent === undefined) return rounded;
  const digits = mantissa.replace(".", "");
  return `0.${"0".repeat(Number(exponent) - 1)}${digits}`;
}
