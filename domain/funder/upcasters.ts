import type { Upcast } from '../shared/event-definition.js';

/*
 * STORAGE. What earlier shapes left unsaid, as it held when they were written: these figures never follow a preset.
 */

const thresholds = { endsSoon: 'P13W', lowAssessment: 6.5, coachDayMinutes: 960, absence: 'P4W' };

const source = {
  source: 'Stond nog niet in de regelset; vast in het programma tot en met vorm 1',
  inference: true,
};

/** Version 1 of `RuleSetAdopted` had no thresholds in its rule set: they were the same for every funder. */
export const withThresholds: Upcast = (data) => {
  const ruleSet = data.ruleSet as { readonly sources: object };
  const sources = Object.fromEntries(Object.keys(thresholds).map((name) => [`thresholds.${name}`, source]));
  return { ...data, ruleSet: { ...ruleSet, thresholds, sources: { ...sources, ...ruleSet.sources } } };
};
