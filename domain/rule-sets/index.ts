import { MUNICIPAL_2Y } from './municipal-2y.js';
import { MUNICIPAL_3Y } from './municipal-3y.js';
import type { RuleSet } from './rule-set.js';
import { UWV_2014 } from './uwv-2014.js';
import { UWV_INTERNAL_2015 } from './uwv-internal-2015.js';

/** The names of the presets, in the order in which they are offered. */
export const PRESET_NAMES = ['uwv-2014', 'municipal-2y', 'municipal-3y', 'uwv-internal-2015'] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

/** The published rule sets by name, each value with its source. */
export const PRESETS: { readonly [Name in PresetName]: RuleSet } = {
  'uwv-2014': UWV_2014,
  'municipal-2y': MUNICIPAL_2Y,
  'municipal-3y': MUNICIPAL_3Y,
  'uwv-internal-2015': UWV_INTERNAL_2015,
};

/** The preset that is called `name`, or undefined when there is none. */
export function presetNamed(name: string): RuleSet | undefined {
  return PRESET_NAMES.includes(name as PresetName) ? PRESETS[name as PresetName] : undefined;
}
