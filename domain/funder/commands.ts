import type { RuleSet } from '../rule-sets/rule-set.js';
import type { CalendarDate } from '../shared/calendar.js';
import type { FunderRegistered } from './events.js';

type Asked<Type extends string, Details> = { readonly type: Type } & Readonly<Details>;

/** Registers a funder and adopts the first version of its rules, which holds for every earlier date too. */
export type RegisterFunder = Asked<'RegisterFunder', FunderRegistered['data'] & { ruleSet: RuleSet }>;
/** Adopts the next version of the funder's rules. */
export type AdoptRuleSet = Asked<'AdoptRuleSet', { effectiveOn: CalendarDate; ruleSet: RuleSet }>;

export type FunderCommand = RegisterFunder | AdoptRuleSet;
