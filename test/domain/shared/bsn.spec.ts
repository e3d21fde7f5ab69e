import { describe, expect, it } from '@jest/globals';
import { holdsBsn } from '../../../domain/shared/bsn.js';

describe('a text', () => {
  it('holds a BSN where nine digits pass the eleven-test, however they are grouped', () => {
    for (const text of [
      '111222333',
      '1112.22.333',
      '111 222 333',
      '11-12-22-333',
      'K. Bos (111222333)',
      'x 1112 22333',
    ]) {
      expect([text, holdsBsn(text)]).toEqual([text, true]);
    }
  });

  it('holds none where the test fails, or where there are not nine digits', () => {
    for (const text of [
      '111222334',
      '000000000',
      '11122233',
      '1112223330',
      '0611122233',
      'K0001',
      '',
      '111  222  333',
    ]) {
      expect([text, holdsBsn(text)]).toEqual([text, false]);
    }
  });

  it('holds none where a year is followed by a serial number', () => {
    expect(holdsBsn('202400037')).toBe(true);
    expect(holdsBsn('2024-00037')).toBe(false);
    expect(holdsBsn('dossier 2024-00037')).toBe(false);
  });
});
