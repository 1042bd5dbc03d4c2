import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HolderDigest } from './holder.ts';
import { Sealing } from './sealing.ts';

const SECRET = 's'.repeat(40);
const DIGEST = '44751b2e4b1e8069b8257572797b61ae2e886de54999d8438aa8a380c33b709d';

describe('the digest of a subject', () => {
  test('stays what it is from release to release, and from one part of the graph to another', () => {
    expect(new HolderDigest(SECRET).of('somebody')).toBe(DIGEST);
    expect(new Sealing(SECRET).holders.of('somebody')).toBe(DIGEST);
  });

  test('is another one for each subject, and under each secret', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const holders = new HolderDigest(SECRET);
        expect(holders.of(one)).toMatch(/^[0-9a-f]{64}$/);
        expect(holders.of(one) === holders.of(other)).toBe(one === other);
        expect(new HolderDigest('t'.repeat(40)).of(one)).not.toBe(holders.of(one));
      }),
    );
  });

  test('of a request is under a key of its own: it cannot be told whose digest it would be', () => {
    const holders = new HolderDigest(SECRET);
    expect(holders.ofRequest('somebody')).toEqual(new HolderDigest(SECRET).ofRequest('somebody'));
    expect(holders.ofRequest('somebody')).toHaveLength(32);
    expect(holders.ofRequest('somebody').toString('hex')).not.toBe(DIGEST);
    expect(new HolderDigest('t'.repeat(40)).ofRequest('somebody')).not.toEqual(holders.ofRequest('somebody'));
  });

  test('is not made with the secret itself, which seals the keys of persons', () => {
    const plain = createHmac('sha256', SECRET).update('somebody').digest('hex');
    expect(new HolderDigest(SECRET).of('somebody')).not.toBe(plain);
  });
});
