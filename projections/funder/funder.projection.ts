import { type FunderEvent, funderEvents } from '../../domain/funder/events.js';
import { unknownMember } from '../../domain/shared/decider.js';
import type { ProjectedEvent, Projection, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import { normalisedName } from '../shared/normalised-name.js';
import type { RuleSetVersion } from './funder.query.js';
import { funderTable } from './funder.schema.js';

/** Which funders are there, and what are their rules? */
export const funderProjection: Projection = {
  name: 'funder',
  version: 2,
  tables: [funderTable],
  handles: Object.keys(funderEvents),
  apply,
};

async function apply(event: ProjectedEvent, rows: Rows): Promise<void> {
  const { streamId: funder_id, revision } = event;
  const row = await rows.get(funderTable, { funder_id });
  if (row !== undefined && Number(row.revision) >= revision) return;
  const fact = domainEvent<FunderEvent>(event);
  switch (fact.type) {
    case 'FunderRegistered': {
      const { name, kind } = fact.data;
      const normalised_name = normalisedName(name);
      rows.put(funderTable, { funder_id, name, normalised_name, kind, rule_sets: [], revision });
      return;
    }
    case 'RuleSetAdopted': {
      if (row === undefined) return;
      const earlier = row.rule_sets as readonly RuleSetVersion[];
      const { version, effectiveOn = null, ruleSet } = fact.data;
      const others = earlier.filter((one) => one.version !== version);
      const rule_sets = [...others, { version, effectiveOn, ruleSet }].sort((a, b) => a.version - b.version);
      rows.put(funderTable, { ...row, rule_sets, revision });
      return;
    }
    default:
      unknownMember(fact);
  }
}
