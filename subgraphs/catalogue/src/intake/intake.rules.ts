import {
  type CloudEvent,
  parseId,
  recordedType,
  type SubjectRecorded,
  TYPED_KINDS,
  type TypedKind,
} from '@mandate-graph/domain';

const TYPES = new Map((Object.keys(TYPED_KINDS) as TypedKind[]).map((kind) => [recordedType(kind), kind]));

export interface Intake {
  /** The latest word on each subject. */
  readonly records: readonly SubjectRecorded<TypedKind>[];
  /** Events in which a producer speaks of what is not its own: they are never applied. */
  readonly foreign: readonly CloudEvent[];
}

/** What a page of a producer's events comes down to: of each subject only its highest version. */
export function intakeOf(producer: string, events: readonly CloudEvent[]): Intake {
  const latest = new Map<string, SubjectRecorded<TypedKind>>();
  const foreign: CloudEvent[] = [];
  for (const event of events) {
    const kind = TYPES.get(event.type);
    if (kind === undefined) continue;
    const record = event.data as SubjectRecorded<TypedKind>;
    const id = parseId(record.id);
    if (id?.institution !== producer || id.kind !== kind || id.asOf !== null || record.kind !== kind) {
      foreign.push(event);
      continue;
    }
    const known = latest.get(record.id);
    if (known === undefined || known.version < record.version) latest.set(record.id, record);
  }
  return { records: [...latest.values()], foreign };
}
