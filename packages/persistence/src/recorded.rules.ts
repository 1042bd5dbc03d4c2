import {
  type CloudEvent,
  NOT_ITS_OWN,
  NotAsAgreed,
  parseSubjectId,
  recordedType,
  type SubjectKind,
  type SubjectRecorded,
} from '@mandate-graph/domain';

/**
 * What a producer says of its own subjects of one kind. The other events of its feed are left out; but one about another's
 * subject cannot be taken in: nobody speaks for another institution.
 */
export function recordedOf<K extends SubjectKind>(
  events: readonly CloudEvent[],
  kind: K,
  producer: string,
): SubjectRecorded<K>[] {
  const recorded = events
    .filter((event) => event.type === recordedType(kind))
    .map((event) => event.data as SubjectRecorded<K>);
  for (const { id } of recorded) {
    const parsed = parseSubjectId(id);
    if (parsed?.institution !== producer || parsed.kind !== kind) throw new NotAsAgreed(NOT_ITS_OWN);
  }
  return recorded;
}

/** The highest version of each subject, in the order in which the subjects first come up. */
export function newestOf<R extends Pick<SubjectRecorded, 'id' | 'version'>>(recorded: readonly R[]): R[] {
  const newest = new Map<string, R>();
  for (const one of recorded) {
    const known = newest.get(one.id);
    if (known === undefined || one.version > known.version) newest.set(one.id, one);
  }
  return [...newest.values()];
}
