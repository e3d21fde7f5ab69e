import { createHmac, type KeyObject } from 'node:crypto';
import type { Id } from '../../domain/shared/ids.js';
import { VERSION } from '../shared/version.js';
import type { RecordedReading } from './reading-entry.js';

/**
 * A look as the standard Logboek Dataverwerkingen records it: about one person, and without who looked, which the
 * standard leaves to the organisation's own log (here `reading`).
 */
export interface DataProcessingRecord {
  /** W3C Trace Context, hexadecimal. */
  readonly trace_id: string;
  readonly span_id: string;
  readonly parent_span_id?: string;
  readonly status: 'Ok';
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly start_time: number;
  readonly end_time: number;
  readonly resource: { readonly attributes: Readonly<Record<string, string>> };
  readonly attributes: {
    readonly 'dpl.core.processing_activity_id': string;
    readonly 'dpl.core.data_subject_id': string;
    readonly 'dpl.core.data_subject_id_type': string;
  };
}

/** What the code in `dpl.core.data_subject_id` is: ours, so that nobody takes it for a number of the government. */
export const SUBJECT_TYPE = 'urn:doorlopend:kandidaat:hmac-sha256';

const RESOURCE = { attributes: { 'service.name': 'doorlopend', 'service.version': VERSION } };

/** The record of a look; `register` is what the address of each purpose begins with, `key` what the candidate's code is made with. */
export function recordOf(reading: RecordedReading, register: string, key: KeyObject): DataProcessingRecord {
  const { trace, spanId, route, purpose, purposeVersion, candidateId } = reading;
  return {
    trace_id: trace.traceId,
    span_id: spanId,
    ...(trace.parentSpanId !== undefined && { parent_span_id: trace.parentSpanId }),
    status: 'Ok',
    name: route,
    start_time: reading.startedAt,
    end_time: reading.readAt,
    resource: RESOURCE,
    attributes: {
      'dpl.core.processing_activity_id': `${register}${purpose}/v${purposeVersion}`,
      'dpl.core.data_subject_id': subjectCode(key, candidateId),
      'dpl.core.data_subject_id_type': SUBJECT_TYPE,
    },
  };
}

/** The same for ever for one registration, and leading back to it only with the key. */
function subjectCode(key: KeyObject, candidateId: Id): string {
  // A key of its own, so that it equals neither a pseudonym nor what somebody looks for.
  const own = createHmac('sha256', key).update('doorlopend data subject').digest();
  return createHmac('sha256', own).update(candidateId).digest('base64url');
}
