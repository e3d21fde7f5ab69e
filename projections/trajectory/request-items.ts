import type { RequestEvent } from '../../domain/trajectory/requests/events.js';
import { begun, changed, type ItemChange } from './item.js';

/** A request to correct, and what was answered to it; its status is the decision, `open` until there is one. */
export function requestItem({ type, data }: RequestEvent): ItemChange {
  if (type === 'CorrectionRequested') {
    return begun('correction-request', data.requestId, { ...data, status: 'open' });
  }
  const { requestId, decision: status, reason, answeredOn } = data;
  return changed('correction-request', requestId, { status, reason, answeredOn });
}
