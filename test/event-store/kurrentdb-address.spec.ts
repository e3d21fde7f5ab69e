import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { AddressFault, parseAddress } from '../../src/event-store/kurrentdb/kurrentdb-address.js';
import { KurrentDbEventStore } from '../../src/event-store/kurrentdb/kurrentdb-event-store.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

describe('the address of KurrentDB', () => {
  it.each(['kurrentdb', 'kurrent', 'kdb', 'esdb'])('may begin with %s', (scheme) => {
    expect(parseAddress(`${scheme}://db.example:2114`)).toEqual({
      nodes: { endpoint: { address: 'db.example', port: 2114 } },
      channel: { insecure: false },
      credentials: undefined,
    });
  });

  it('has port 2113 where it names none', () => {
    expect(parseAddress('kurrentdb://db.example').nodes).toEqual({
      endpoint: { address: 'db.example', port: 2113 },
    });
  });

  it('may name several nodes, of which the leader is used', () => {
    expect(parseAddress('kurrentdb://a:1,b:2,[::1]:3/?tls=false')).toMatchObject({
      nodes: {
        endpoints: [
          { address: 'a', port: 1 },
          { address: 'b', port: 2 },
          { address: '[::1]', port: 3 },
        ],
        nodePreference: 'leader',
      },
      channel: { insecure: true },
    });
  });

  it('may be one name behind which the nodes are', () => {
    expect(parseAddress('esdb+discover://cluster.example?nodePreference=Leader').nodes).toEqual({
      discover: { address: 'cluster.example', port: 2113 },
      nodePreference: 'leader',
      gossipTimeout: 2,
    });
  });

  it('may hold a user and a password with any character in them', () => {
    const { credentials } = parseAddress('kurrentdb://ops:p%40ss%3A%2F@h');
    expect(credentials).toEqual({ username: 'ops', password: 'p@ss:/' });
  });

  it('may set what the client takes, in any case', () => {
    const { nodes } = parseAddress(
      'kurrentdb://a,b?MAXDISCOVERATTEMPTS=3&discoveryInterval=50&gossipTimeout=2&keepAliveInterval=10000&keepalivetimeout=5000&connectionName=doorlopend%201&tlsVerifyCert=true',
    );
    expect(nodes).toMatchObject({
      maxDiscoverAttempts: 3,
      discoveryInterval: 50,
      gossipTimeout: 2,
      keepAliveInterval: 10_000,
      keepAliveTimeout: 5_000,
      connectionName: 'doorlopend 1',
    });
  });

  const refused: readonly [string, string][] = [
    ['postgres://h', 'has to look like'],
    ['kurrentdb://', 'has to look like'],
    ['kurrentdb://h:70000', 'names a host that cannot be'],
    ['kurrentdb://a,,b', 'names a host that cannot be'],
    ['kurrentdb+discover://a,b', 'names one host after +discover'],
    ['kurrentdb://h?tls=maybe', 'takes true or false for tls'],
    ['kurrentdb://h?tlsVerifyCert=false', 'may not leave certificates unverified'],
    ['kurrentdb://a,b?nodePreference=follower', 'may prefer the leader only'],
    ['kurrentdb://h?keepAliveInterval=often', 'has no whole number for keepAliveInterval'],
    ['kurrentdb://h?connectionName=', 'has no value for connectionName'],
    ['kurrentdb://h?throwOnAppendFailure=false', 'has an option that is none of'],
    ['kurrentdb://h?tlsCaFile=%2Fnot%2Fthere.pem', 'names a file for tlsCaFile that cannot be read'],
    ['kurrentdb://h?userCertFile=package.json', 'needs userCertFile and userKeyFile together'],
    ['kurrentdb://u:%zz@h', 'has a % that begins no character'],
  ];
  it.each(refused)('%s is refused', (address, fault) => {
    expect(() => parseAddress(address)).toThrow(AddressFault);
    expect(() => parseAddress(address)).toThrow(fault);
  });

  it.each([
    'kurrentdb://u:s3cret@h?x=1',
    'kurrentdb://u:s3cret@h:x',
    'kurrentdb://u:s3cret@',
    'kurrentdb://u:s3cret',
    'kurrentdb://u:x?s3cret@h',
    'redis://u:s3cret@h',
  ])('is never repeated with its password: %s', (address) => {
    expect(() => parseAddress(address)).toThrow(/^(?!.*s3cret)/s);
  });

  describe('with files', () => {
    const folder = temporaryFolder();
    afterEach(() => folder.remove());

    it('reads the authority, the certificate and its key', () => {
      const file = (name: string): string => {
        const path = join(folder.path, name);
        writeFileSync(path, name);
        return encodeURIComponent(path);
      };
      const options = `tlsCaFile=${file('ca')}&userCertFile=${file('cert')}&userKeyFile=${file('key')}`;
      expect(parseAddress(`kurrentdb://h?${options}`).channel).toEqual({
        insecure: false,
        rootCertificate: Buffer.from('ca'),
        userCertFile: Buffer.from('cert'),
        userKeyFile: Buffer.from('key'),
      });
    });
  });

  it('goes with a namespace of lower case letters and digits, so that others stay apart', () => {
    for (const namespace of ['', 'Doorlopend', 'a-b', '$system', 'a.b']) {
      expect(() => KurrentDbEventStore.open('kurrentdb://h?tls=false', { namespace })).toThrow(RangeError);
    }
  });
});
