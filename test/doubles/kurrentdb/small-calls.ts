import type { IGossipServer } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { IServerFeaturesServer } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { admit, type DoubleNode, type Endpoint, meetFault } from './double-node.js';
import { streamNameIn } from './messages.js';
import { accessDenied } from './refusals.js';

/** A node as the others know it: of these states the client uses what `discovery.js` allows. */
export interface Member extends Endpoint {
  readonly state: keyof typeof gossip.MemberInfo.VNodeState;
  readonly alive: boolean;
}

/** Who is in the cluster (`gossip.proto`, ClusterInfo). */
export function gossipCall(node: DoubleNode, members: () => readonly Member[]): IGossipServer['read'] {
  return async (call, answer) => {
    const refusal = admit({ ...node, user: undefined }, 'gossip', call.metadata);
    const met = await meetFault(node, 'gossip');
    if (met.fault?.kind === 'silence') return;
    if (refusal !== undefined || met.refusal !== undefined) return answer(refusal ?? met.refusal ?? null);
    const told = members().map(({ host, port, state, alive }, index) =>
      new gossip.MemberInfo()
        .setInstanceId(new shared.UUID().setString(`00000000-0000-4000-8000-00000000000${index}`))
        .setTimeStamp(String(Date.now()))
        .setState(gossip.MemberInfo.VNodeState[state])
        .setIsAlive(alive)
        .setHttpEndPoint(new gossip.EndPoint().setAddress(host).setPort(port)),
    );
    answer(null, new gossip.ClusterInfo().setMembersList(told));
  };
}

/** The methods of this server, batch append among them (`ServerFeatures.js` decides by them how to append). */
export function featuresCall(node: DoubleNode): IServerFeaturesServer['getSupportedMethods'] {
  return (call, answer) => {
    const refusal = admit({ ...node, user: undefined }, 'features', call.metadata);
    if (refusal !== undefined) return answer(refusal);
    const method = (name: string): features.SupportedMethod =>
      new features.SupportedMethod().setServiceName('event_store.client.streams.Streams').setMethodName(name);
    const supported = new features.SupportedMethods()
      .setEventStoreServerVersion('24.10.0')
      .setMethodsList(['append', 'batchappend', 'read', 'delete'].map(method));
    answer(null, supported);
  };
}

/** Deleting: refused as to a user without that right, or soft, so that the stream is not found any more. */
export function deleteCall(node: DoubleNode): IStreamsServer['delete'] {
  return (call, answer) => {
    const refusal = admit(node, 'delete', call.metadata);
    if (refusal !== undefined || node.deletes === 'refused') return answer(refusal ?? accessDenied());
    node.log.softDelete(streamNameIn(call.request.getOptions()?.getStreamIdentifier()));
    answer(null, new streams.DeleteResp().setNoPosition(new shared.Empty()));
  };
}

/** A tombstone is for ever: nobody may set one here. */
export function tombstoneCall(node: DoubleNode): IStreamsServer['tombstone'] {
  return (call, answer) => answer(admit(node, 'tombstone', call.metadata) ?? accessDenied());
}
