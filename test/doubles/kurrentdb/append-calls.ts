import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import type { IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { sendUnaryData } from '@grpc/grpc-js';
import type { Message } from 'google-protobuf';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { AppendOutcome, Expected, ProposedEvent } from './double-log.js';
import { admit, type DoubleNode, meetFault } from './double-node.js';
import { proposedEvent, streamNameIn } from './messages.js';
import { tooLarge, unavailable } from './refusals.js';

type Append = IStreamsServer['append'];
type BatchAppend = IStreamsServer['batchAppend'];
type BatchCall = Parameters<BatchAppend>[0];

/** One append per call: its options first, then a message per event (`append.js`). */
export function appendCall(node: DoubleNode): Append {
  return (call, answer) => {
    const refusal = admit(node, 'append', call.metadata);
    let options: streams.AppendReq.Options | undefined;
    const proposed: ProposedEvent[] = [];
    call.on('data', (request: streams.AppendReq) => {
      options ??= request.getOptions();
      const message = request.getProposedMessage();
      if (message !== undefined) proposed.push(proposedEvent(message));
    });
    call.on('end', () => {
      // A client that was killed in mid-call never sent all of it: the call is cancelled, and nothing is stored.
      if (call.cancelled || (options !== undefined && proposed.length === 0)) return;
      if (refusal !== undefined || options === undefined) answer(refusal ?? unavailable());
      else void answerAppend(node, options, proposed, answer);
    });
  };
}

async function answerAppend(
  node: DoubleNode,
  options: streams.AppendReq.Options,
  proposed: readonly ProposedEvent[],
  answer: sendUnaryData<streams.AppendResp>,
): Promise<void> {
  const { fault, refusal } = await meetFault(node, 'append');
  if (refusal !== undefined) return answer(refusal);
  if (fault?.kind === 'silence') return;
  const stream = streamNameIn(options.getStreamIdentifier());
  const outcome = node.log.append(stream, proposed, expectedIn(options));
  if (fault?.kind === 'death') process.kill(process.pid, 'SIGKILL');
  if (fault?.kind === 'lost-acknowledgement') return answer(unavailable());
  if (fault?.kind === 'silent-commit') return;
  if (outcome.kind === 'too-large') return answer(tooLarge(outcome.most));
  answer(null, appendResponse(outcome, options));
}

function expectedIn(options: streams.AppendReq.Options): Expected {
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasStreamExists()) return 'stream-exists';
  return options.hasAny() ? 'any' : BigInt(options.getRevision());
}

/** `streams.proto`, AppendResp: the client reads `current_revision` and `expected_*` (`append.js`). */
function appendResponse(
  outcome: Exclude<AppendOutcome, { kind: 'too-large' }>,
  options: streams.AppendReq.Options,
): streams.AppendResp {
  if (outcome.kind === 'stored') {
    const position = String(outcome.position);
    const success = new streams.AppendResp.Success()
      .setCurrentRevision(String(outcome.revision))
      .setPosition(
        new streams.AppendResp.Position().setCommitPosition(position).setPreparePosition(position),
      );
    return new streams.AppendResp().setSuccess(success);
  }
  const refused = new streams.AppendResp.WrongExpectedVersion();
  if (outcome.current === undefined) refused.setCurrentNoStream(new shared.Empty());
  else refused.setCurrentRevision(String(outcome.current));
  if (options.hasRevision()) refused.setExpectedRevision(options.getRevision());
  else if (options.hasNoStream()) refused.setExpectedNoStream(new shared.Empty());
  else refused.setExpectedStreamExists(new shared.Empty());
  return new streams.AppendResp().setWrongExpectedVersion(refused);
}

/** Many appends in one call, each told apart by its correlation id and ended by `is_final` (`batchAppend.js`). */
export function batchAppendCall(node: DoubleNode): BatchAppend {
  return (call) => {
    const refusal = admit(node, 'batchAppend', call.metadata);
    if (refusal !== undefined) {
      call.emit('error', refusal);
      return;
    }
    const open = new Map<string, { options: streams.BatchAppendReq.Options; proposed: ProposedEvent[] }>();
    call.on('data', (request: streams.BatchAppendReq) => {
      const id = request.getCorrelationId();
      const key = Buffer.from(id?.serializeBinary() ?? []).toString('hex');
      const append = open.get(key) ?? {
        options: request.getOptions() ?? new streams.BatchAppendReq.Options(),
        proposed: [],
      };
      append.proposed.push(...request.getProposedMessagesList().map(proposedEvent));
      open.set(key, append);
      if (!request.getIsFinal()) return;
      open.delete(key);
      void answerBatch(node, call, id, append.options, append.proposed);
    });
    call.on('end', () => call.end());
  };
}

async function answerBatch(
  node: DoubleNode,
  call: BatchCall,
  id: shared.UUID | undefined,
  options: streams.BatchAppendReq.Options,
  proposed: readonly ProposedEvent[],
): Promise<void> {
  const { fault, refusal } = await meetFault(node, 'batchAppend');
  if (refusal !== undefined) return void call.emit('error', refusal);
  if (fault?.kind === 'silence') return;
  const stream = streamNameIn(options.getStreamIdentifier());
  const outcome = node.log.append(stream, proposed, expectedInBatch(options));
  if (fault?.kind === 'lost-acknowledgement') return void call.emit('error', unavailable());
  if (fault?.kind === 'silent-commit') return;
  const response = batchResponse(outcome).setStreamIdentifier(options.getStreamIdentifier());
  if (id !== undefined) response.setCorrelationId(id);
  call.write(response);
  if (fault?.kind === 'double-acknowledgement') call.write(response);
}

function expectedInBatch(options: streams.BatchAppendReq.Options): Expected {
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasStreamExists()) return 'stream-exists';
  return options.hasAny() ? 'any' : BigInt(options.getStreamPosition());
}

/** `streams.proto`, BatchAppendResp: an error is a packed message that the client knows by name (`unpackError.js`). */
function batchResponse(outcome: AppendOutcome): streams.BatchAppendResp {
  if (outcome.kind === 'stored') {
    const position = String(outcome.position);
    const success = new streams.BatchAppendResp.Success()
      .setCurrentRevision(String(outcome.revision))
      .setPosition(new shared.AllStreamPosition().setCommitPosition(position).setPreparePosition(position));
    return new streams.BatchAppendResp().setSuccess(success);
  }
  if (outcome.kind === 'too-large') {
    const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(outcome.most);
    return batchError('MaximumAppendSizeExceeded', details);
  }
  const details = new shared.WrongExpectedVersion();
  if (outcome.current === undefined) details.setCurrentNoStream(new empty.Empty());
  else details.setCurrentStreamRevision(String(outcome.current));
  return batchError('WrongExpectedVersion', details);
}

function batchError(name: string, message: Message): streams.BatchAppendResp {
  const packed = new any.Any();
  packed.pack(message.serializeBinary(), `event_store.client.${name}`);
  return new streams.BatchAppendResp().setError(new status.Status().setMessage(name).setDetails(packed));
}
