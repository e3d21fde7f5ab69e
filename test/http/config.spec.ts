import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '../../src/config/config.js';
import { readConfig } from '../../src/config/read-config.js';

describe('the configuration', () => {
  it('without any variable is embedded, on the loopback address, in ./data', () => {
    expect(readConfig({})).toEqual({
      profile: 'embedded',
      dataFolder: resolve('data'),
      host: '127.0.0.1',
      port: 3000,
      signingKeyFile: resolve('data/secrets/signing.key'),
      masterKeyFile: resolve('data/secrets/master.key'),
      logLevel: 'info',
      buildsReadModels: 'beside-requests',
      commitsEvents: 'here',
    });
  });

  it('takes what the variables say; keys lie with the data unless said otherwise', () => {
    const config = readConfig({
      DOORLOPEND_DATA: '/d',
      PORT: '0',
      HOST: '::',
      DOORLOPEND_MASTER_KEY_FILE: '/k',
    });
    expect(config).toMatchObject({
      port: 0,
      host: '::',
      signingKeyFile: '/d/secrets/signing.key',
      masterKeyFile: '/k',
    });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000x'],
    ['PORT', ''],
    ['HOST', 'a b'],
    ['DOORLOPEND_DATA', ' '],
    ['DOORLOPEND_PROFILE', 'distributed'],
    ['DOORLOPEND_PROFILE', 'cloud'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%j with a sentence that names the variable', (variable, value) => {
    const read = () => readConfig({ [variable]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(variable);
  });
});
