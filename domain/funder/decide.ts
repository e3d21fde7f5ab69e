import { unknownMember } from '../shared/decider.js';
import { fingerprint } from '../shared/fields.js';
import { refuseBadName } from '../shared/names.js';
import type { AdoptRuleSet, FunderCommand, RegisterFunder } from './commands.js';
import type { FunderEvent } from './events.js';
import { refuse } from './refusals.js';
import type { FunderState } from './state.js';

/** The events that `command` leads to: none when it asks for what is already so; throws a `Refusal` of the table. */
export function decide(command: FunderCommand, state: FunderState): readonly FunderEvent[] {
  switch (command.type) {
    case 'RegisterFunder':
      return register(command, state);
    case 'AdoptRuleSet':
      return adopt(command, state);
    default:
      return unknownMember(command);
  }
}

function register(command: RegisterFunder, state: FunderState): readonly FunderEvent[] {
  const { name, kind, ruleSet } = command;
  const data = { name, kind };
  if (state.registered) {
    const asked = fingerprint([data, ruleSet]);
    const same = asked === fingerprint([state.registered, state.versions[0]?.ruleSet]);
    return same ? [] : refuse('id.already-used');
  }
  refuseBadName(name, 'name');
  return [
    { type: 'FunderRegistered', data },
    { type: 'RuleSetAdopted', data: { version: 1, ruleSet } },
  ];
}

/** Versions take effect one after another, so that one holds on each day. */
function adopt(command: AdoptRuleSet, state: FunderState): readonly FunderEvent[] {
  const { effectiveOn, ruleSet } = command;
  const previous = state.versions.at(-1) ?? refuse('funder.not-found');
  const isRepeated =
    previous.effectiveOn === effectiveOn && fingerprint(previous.ruleSet) === fingerprint(ruleSet);
  if (isRepeated) return [];
  if (previous.effectiveOn !== undefined && effectiveOn <= previous.effectiveOn) {
    refuse('rule-set.not-after-previous', 'effectiveOn');
  }
  return [{ type: 'RuleSetAdopted', data: { version: previous.version + 1, effectiveOn, ruleSet } }];
}
