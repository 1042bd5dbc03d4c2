import {
  type CloudEvent,
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
  /** Events in which a producer speaks of what is not its own: they are never applied. */
  readonly foreign: readonly CloudEvent[];
}

/** What a page of a producer's events comes down to: every version, and of each subject its highest. */
export function intakeOf(producer: string, events: readonly CloudEvent[]): Intake {
  const versions: SubjectRecorded<TypedKind>[] = [];
  const latest = new Map<string, SubjectRecorded<TypedKind>>();
  const foreign: CloudEvent[] = [];
  for (const event of events) {
    const kind = TYPES.get(event.type);
    if (kind === undefined) continue;
    const record = event.data as SubjectRecorded<TypedKind>;
    const id = parseSubjectId(record.id);
    if (id?.institution !== producer || id.kind !== kind || record.kind !== kind) {
      foreign.push(event);
      continue;
    }
    versions.push(record);
    const known = latest.get(record.id);
    if (known === undefined || known.version < record.version) latest.set(record.id, record);
  }
  return { versions, records: [...latest.values()], foreign };
}
