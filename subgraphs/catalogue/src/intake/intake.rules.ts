import {
  type CloudEvent,
  NOT_ITS_OWN,
  NotAsAgreed,
  parseSubjectId,
  recordedType,
  type SubjectRecorded,
  TYPED_KINDS,
  type TypedKind,
} from '@mandate-graph/domain';

const TYPES = new Map((Object.keys(TYPED_KINDS) as TypedKind[]).map((kind) => [recordedType(kind), kind]));

export interface Intake {
  /** Every version told of. */
  readonly versions: readonly SubjectRecorded<TypedKind>[];
  /** The latest word on each subject. */
  readonly records: readonly SubjectRecorded<TypedKind>[];
}

/** What a page of a producer's events comes down to; throws for one that speaks of what is not its producer's own. */
export function intakeOf(producer: string, events: readonly CloudEvent[]): Intake {
  const versions: SubjectRecorded<TypedKind>[] = [];
  const latest = new Map<string, SubjectRecorded<TypedKind>>();
  for (const event of events) {
    const kind = TYPES.get(event.type);
    if (kind === undefined) continue;
    const record = event.data as SubjectRecorded<TypedKind>;
    const id = parseSubjectId(record.id);
    if (id?.institution !== producer || id.kind !== kind || record.kind !== kind) throw new NotAsAgreed(NOT_ITS_OWN);
    versions.push(record);
    const known = latest.get(record.id);
    if (known === undefined || known.version < record.version) latest.set(record.id, record);
  }
  return { versions, records: [...latest.values()] };
}
