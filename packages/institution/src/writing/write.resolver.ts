import { READ_NOW, type TypedKind } from '@mandate-graph/domain';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type InstitutionContext, view } from '../institution.context.ts';
import { Body } from '../organisation/body.type.ts';
import { Position } from '../organisation/position.type.ts';
import { OrganisationalUnit } from '../organisation/unit.type.ts';
import { Vacancy } from '../vacancy/vacancy.type.ts';
import type { Write, WriteInput, Written } from './write.service.ts';
import { BodyRecorded, PositionRecorded, UnitRecorded, VacancyRecorded } from './write.types.ts';

type Answer = ReturnType<typeof recorded>;

/** Runs a write, and gives its outcome the shape of its result union. */
export async function answerTo<I extends WriteInput>(context: InstitutionContext, write: Write<I>) {
  const result = await context.writes.write(write);
  if (result.outcome === 'recorded') return recorded(result);
  if (result.outcome === 'refused') return { problems: result.problems };
  return { id: result.id, givenVersion: result.given, currentVersion: result.current };
}

function recorded({ recordedAt, subjects }: Written) {
  const [{ id, version, day }] = subjects as [Written['subjects'][number]];
  return { id, version, day, recordedAt, subjects };
}

/** What was recorded, read as it was known at that moment: the same however much later it is asked for. */
async function asRecorded<K extends TypedKind>(context: InstitutionContext, kind: K, answer: Answer) {
  const { id, day, recordedAt } = answer;
  const row = await context.loaders.one(kind, { id, day, knownAt: recordedAt });
  return row === null ? null : view(context, kind, row as never, READ_NOW);
}

@Resolver(() => VacancyRecorded)
export class VacancyRecordedFields {
  @FieldResolver(() => Vacancy, { nullable: true })
  vacancy(@Root() answer: Answer, @Ctx() context: InstitutionContext) {
    return asRecorded(context, 'vacancy', answer);
  }
}

@Resolver(() => UnitRecorded)
export class UnitRecordedFields {
  @FieldResolver(() => OrganisationalUnit, { nullable: true })
  unit(@Root() answer: Answer, @Ctx() context: InstitutionContext) {
    return asRecorded(context, 'unit', answer);
  }
}

@Resolver(() => PositionRecorded)
export class PositionRecordedFields {
  @FieldResolver(() => Position, { nullable: true })
  position(@Root() answer: Answer, @Ctx() context: InstitutionContext) {
    return asRecorded(context, 'position', answer);
  }
}

@Resolver(() => BodyRecorded)
export class BodyRecordedFields {
  @FieldResolver(() => Body, { nullable: true })
  body(@Root() answer: Answer, @Ctx() context: InstitutionContext) {
    return asRecorded(context, 'body', answer);
  }
}
