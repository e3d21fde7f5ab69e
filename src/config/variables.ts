import { ConfigError } from './config.js';

/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variable's text, or the default when it is not set; set but blank is refused, because it is a slip. */
export function textIn(env: Environment, variable: string, otherwise: string): string {
  const value = env[variable];
  if (value === undefined) return otherwise;
  if (value.trim() === '' || value.includes('\0')) {
    throw new ConfigError(variable, `${variable} is leeg. Vul een waarde in of haal de variabele weg.`);
  }
  return value;
}

/** The variable's whole number, `least` (default 0) to `most`, or the default when it is not set. */
export function numberIn(
  env: Environment,
  variable: string,
  range: { readonly otherwise: number; readonly least?: number; readonly most: number },
): number {
  const { otherwise, least = 0, most } = range;
  const value = textIn(env, variable, String(otherwise));
  if (/^\d{1,5}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
  throw new ConfigError(
    variable,
    `${variable} moet een heel getal van ${least} tot en met ${most} zijn, niet "${value}".`,
  );
}
