import { describe, expect, it } from '@jest/globals';
import { PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { callerOf, networkOf } from './caller.ts';

describe('whose budget it is', () => {
  it('is the address of who is not signed in, and the subject of who is', () => {
    expect(callerOf(PUBLIC_ACTOR, '192.0.2.1')).toEqual({ key: '192.0.2.1', kind: 'anonymous' });
    const person = { kind: 'person', subject: 'p-1', grants: [] } as const;
    expect(callerOf(person, '192.0.2.1')).toEqual(callerOf(person, '192.0.2.2'));
    expect(callerOf(person, '192.0.2.1')).not.toEqual(callerOf({ ...person, kind: 'machine' }, '192.0.2.1'));
    // A subject that looks like an address takes nothing from that address.
    expect(callerOf({ ...person, subject: '192.0.2.1' }, undefined).kind).toBe('signedIn');
  });

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['1::2:3:4:5:6:7', '1:0:2:3::/64'],
    ['', ''],
  ])('of %s is that of %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
