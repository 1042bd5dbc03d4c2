import { describe, expect, test } from '@jest/globals';
import { Sealing } from './sealing.ts';

describe('what is sealed under a person’s key', () => {
  const sealing = new Sealing('s'.repeat(40));
  const wrapped = sealing.newKey('a');
  const key = sealing.keyOf('a', wrapped);
  const value = { familyName: 'Peeters' };

  test('is opened by that key at that place, and holds nothing readable', () => {
    const sealed = key.seal('candidate:a', value);
    expect(key.open('candidate:a', sealed)).toEqual(value);
    expect(sealed.toString('latin1')).not.toContain('Peeters');
  });

  test('is never the same twice', () => {
    expect(key.seal('candidate:a', value).equals(key.seal('candidate:a', value))).toBe(false);
  });

  test('is not opened at another place, by another key, or when a bit differs', () => {
    const sealed = key.seal('candidate:a', value);
    expect(() => key.open('candidate:b', sealed)).toThrow();
    expect(() => sealing.keyOf('b', sealing.newKey('b')).open('candidate:a', sealed)).toThrow();
    for (const at of [0, 14, sealed.length - 1]) {
      const bent = Buffer.from(sealed);
      bent[at]! ^= 1;
      expect(() => key.open('candidate:a', bent)).toThrow();
    }
  });

  test('is behind a key that opens only under the secret of the installation, and for its person', () => {
    expect(() => new Sealing('t'.repeat(40)).keyOf('a', wrapped)).toThrow();
    expect(() => sealing.keyOf('b', wrapped)).toThrow();
  });
});
