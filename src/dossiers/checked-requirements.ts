import type { CheckedRequirement, Lack, Proven, Requirement } from '../../domain/award/index.js';
import { LACK_WORDS, REQUIREMENT_WORDS } from './words/requirement-words.js';

/** One requirement as it is answered, in words too. */
export interface RequirementLine {
  readonly requirement: Requirement;
  readonly words: string;
  readonly present: boolean;
  /** What shows it; empty when it is missing. */
  readonly shownBy: readonly Proven[];
  readonly lack: Lack | null;
  readonly explanation: string | null;
}

/** What is there, what is missing, and of each why. */
export interface PresentAndMissing {
  readonly present: readonly Requirement[];
  readonly missing: readonly Requirement[];
  readonly requirements: readonly RequirementLine[];
}

/** Requirements that were checked, in the order in which they are asked. */
export function presentAndMissing(checked: readonly CheckedRequirement[]): PresentAndMissing {
  return {
    present: checked.filter((one) => one.present).map(({ requirement }) => requirement),
    missing: checked.filter((one) => !one.present).map(({ requirement }) => requirement),
    requirements: checked.map((one) => ({
      requirement: one.requirement,
      words: REQUIREMENT_WORDS[one.requirement],
      present: one.present,
      shownBy: one.present ? one.shownBy : [],
      lack: one.present ? null : one.lack,
      explanation: one.present ? null : LACK_WORDS[one.lack],
    })),
  };
}
