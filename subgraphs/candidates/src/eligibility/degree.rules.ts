import type { EligibilityCondition, RuleNote } from '@mandate-graph/domain';
import type { DegreeLevel, DiplomaEvidence, Evidence, Judgement } from './evidence.rules.ts';
import {
  type Aspect,
  bestOf,
  copyOfNothing,
  counts,
  detail,
  documented,
  type Fact,
  type Finding,
  nothing,
  onTheDay,
  piece,
  quantityOf,
  valuesOf,
} from './finding.rules.ts';
import type { Reservation } from './value.rules.ts';

/** A diploma of the cycle and education asked for, or one that is equated with such a diploma. */
export function degree(
  condition: EligibilityCondition,
  notes: readonly RuleNote[],
  evidence: Evidence,
  at: Judgement,
): Finding {
  if (!counts(condition, 'DIPLOMA')) return nothing(condition);
  const { diplomas } = evidence;
  const equatable = notes.some(({ kind }) => kind === 'EQUIVALENCE');
  const pieces = diplomas.map((diploma) => judged(diploma, equatable, condition, evidence, at));
  return bestOf([...pieces, ...copyOfNothing('DIPLOMA', diplomas, evidence)], condition);
}

function judged(
  diploma: DiplomaEvidence,
  equatable: boolean,
  condition: EligibilityCondition,
  evidence: Evidence,
  at: Judgement,
): Finding {
  const { key, title: of, institution: by, awardedOn: on, country, language, equatedWith } = diploma;
  const own = levelOf(of, diploma, condition);
  const other = equatable && equatedWith !== null && !fits(own) ? levelOf(of, equatedWith, condition) : own;
  const equated = other !== own && fits(other);
  const proof = documented('DIPLOMA', diploma, condition, evidence, at);
  const finding = piece(
    { kind: 'DIPLOMA', key },
    { code: 'DIPLOMA', of, by, on, country, language },
    [...(equated ? other : own), onTheDay(of, on, null, at), proof],
    reservationsOf(diploma, condition),
  );
  const found: Fact[] = [
    ...finding.found,
    ...(equated ? [{ code: 'EQUATED', of } as const] : []),
    ...reserved(diploma, finding.reservations),
  ];
  return { ...finding, found };
}

const fits = (aspects: readonly Aspect[]): boolean => aspects.every(({ value }) => value === 'SATISFIED');

/** A level as stated or equated, against the one asked for. */
function levelOf(
  of: string,
  { cycle, education }: { readonly [K in keyof DegreeLevel]: DegreeLevel[K] | null },
  condition: EligibilityCondition,
): readonly Aspect[] {
  return [
    cycleOf(of, cycle, quantityOf(condition, 'cycle')),
    detail(of, 'EDUCATION', education, valuesOf(condition, 'education')),
  ];
}

/** A higher cycle follows on the one asked for, but is not that diploma: whether it will do is for a person to say. */
function cycleOf(of: string, cycle: number | null, asked: string | null): Aspect {
  if (asked !== null && cycle !== null && cycle > Number(asked))
    return { value: 'UNDETERMINED', lack: { code: 'HIGHER_CYCLE_ONLY', of } };
  return detail(of, 'CYCLE', cycle === null ? null : String(cycle), asked === null ? [] : [asked]);
}

function reservationsOf({ country, language }: DiplomaEvidence, condition: EligibilityCondition): Reservation[] {
  const differs = (name: string, value: string) => {
    const unconditional = valuesOf(condition, name);
    return unconditional.length > 0 && !unconditional.includes(value);
  };
  return [
    ...(differs('unconditionalCountry', country) ? (['DIPLOMA_COUNTRY'] as const) : []),
    ...(differs('unconditionalLanguage', language) ? (['DIPLOMA_LANGUAGE'] as const) : []),
  ];
}

function reserved({ title, country, language }: DiplomaEvidence, reservations: readonly Reservation[]): Fact[] {
  if (reservations.length === 0) return [];
  const when = (reservation: Reservation, value: string) => (reservations.includes(reservation) ? value : null);
  return [
    {
      code: 'RESERVED',
      of: title,
      country: when('DIPLOMA_COUNTRY', country),
      language: when('DIPLOMA_LANGUAGE', language),
    },
  ];
}
