import type { EligibilityCondition, RuleNote } from '@mandate-graph/domain';
import { experienceLength, reaches, shortfall } from '../experience/experience.rules.ts';
import type {
  DiplomaEvidence,
  Evidence,
  ExperienceEvidence,
  ExperienceKind,
  HeldFunctionEvidence,
  Judgement,
} from './evidence.rules.ts';
import {
  type Aspect,
  bestOf,
  counts,
  detail,
  documented,
  FITS,
  type Finding,
  type Lack,
  nothing,
  onTheDay,
  piece,
  quantityOf,
  unknown,
  valuesOf,
} from './finding.rules.ts';
import { plain, type Reservation } from './value.rules.ts';

/** A diploma of the cycle and education asked for, or one that is equated with such a diploma. */
export function degree(
  condition: EligibilityCondition,
  notes: readonly RuleNote[],
  { diplomas }: Evidence,
  at: Judgement,
): Finding {
  if (!counts(condition, 'DIPLOMA')) return nothing(condition);
  const pieces = diplomas.map((diploma) => {
    const { key, title, institution, country, language, awardedOn, document } = diploma;
    return piece(
      { kind: 'DIPLOMA', key },
      { code: 'DIPLOMA', of: title, by: institution, on: awardedOn, country, language },
      [
        ...level(diploma, condition, notes),
        onTheDay(title, awardedOn, null, at),
        documented(title, document, condition, at),
      ],
      reservationsOf(diploma, condition),
    );
  });
  return bestOf(pieces, condition);
}

function level(
  { title, cycle, education, equatedWith }: DiplomaEvidence,
  condition: EligibilityCondition,
  notes: readonly RuleNote[],
): readonly Aspect[] {
  const asked = quantityOf(condition, 'cycle');
  const own = [cycleOf(title, cycle, asked), detail(title, 'EDUCATION', education, valuesOf(condition, 'education'))];
  if (equatedWith === null || !notes.some(({ kind }) => kind === 'EQUIVALENCE')) return own;
  const equated = [
    cycleOf(title, equatedWith.cycle, asked),
    detail(title, 'EDUCATION', equatedWith.education, valuesOf(condition, 'education')),
  ];
  return equated.every(({ value }) => value === 'SATISFIED') ? equated : own;
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

/** A function of a level and a service, held on the day of judging. */
export function functionLevel(condition: EligibilityCondition, evidence: Evidence, at: Judgement): Finding {
  const held = (kind: 'APPOINTMENT_DECREE' | 'CV', of: HeldFunctionEvidence, proof: Aspect) =>
    piece({ kind, key: of.key }, { code: 'FUNCTION', of: of.title, by: of.employer, level: of.level, from: of.from }, [
      detail(of.title, 'LEVEL', of.level, valuesOf(condition, 'level')),
      detail(of.title, 'SERVICE', of.service, valuesOf(condition, 'service')),
      onTheDay(of.title, of.from, of.until, at),
      proof,
    ]);
  const decrees = counts(condition, 'APPOINTMENT_DECREE') ? evidence.appointmentDecrees : [];
  const functions = counts(condition, 'CV') ? evidence.functionsHeld : [];
  return bestOf(
    [
      ...decrees.map((decree) =>
        held('APPOINTMENT_DECREE', decree, documented(decree.title, decree.document, condition, at)),
      ),
      ...functions.map((item) => held('CV', item, FITS)),
    ],
    condition,
  );
}

/** Years of one kind of experience: kinds are never added, since each condition looks at its own entries only. */
export function experience(
  kind: ExperienceKind,
  condition: EligibilityCondition,
  evidence: Evidence,
  at: Judgement,
): Finding {
  const required = quantityOf(condition, 'minimum');
  if (required === null) return unknown({ code: 'UNKNOWN_CONTENT' });
  const entries = evidence.experience.filter(
    (entry) => entry.kind === kind && counts(condition, entry.enteredIn === 'CV' ? 'CV' : 'SPECIFIC_SECTIONS'),
  );
  const aspects = entries.map((entry) => ({ entry, aspect: fitOf(entry, condition, at) }));
  const certain = aspects.filter(({ aspect }) => aspect.value === 'SATISFIED').map(({ entry }) => entry);
  const possible = aspects.filter(({ aspect }) => aspect.value !== 'NOT_SATISFIED').map(({ entry }) => entry);
  const length = lengthOf(certain, at);
  const reached = reaches(length, required);
  const open = !reached && reaches(lengthOf(possible, at), required);
  const lacking = shortfall(length, required);
  const lacks = aspects.flatMap(({ aspect }): Lack[] => (aspect.lack === null ? [] : [aspect.lack]));
  const absent = entries.length === 0 && !condition.evidenceExclusive;
  return {
    ...plain(reached ? 'SATISFIED' : open || absent ? 'UNDETERMINED' : 'NOT_SATISFIED'),
    evidence: certain.map(({ key, enteredIn }) => ({ kind: enteredIn, key })),
    found: [{ code: 'EXPERIENCE', entries: certain.length, length }],
    missing: lacking === null ? [] : [{ code: 'YEARS', length: lacking }, ...lacks],
  };
}

function fitOf(entry: ExperienceEvidence, condition: EligibilityCondition, at: Judgement): Aspect {
  if (at.sectionsLanguage !== null && entry.language !== null && entry.language !== at.sectionsLanguage)
    return { value: 'NOT_SATISFIED', lack: { code: 'OTHER_LANGUAGE', of: entry.employer } };
  return entry.kind === 'MANAGERIAL'
    ? detail(entry.employer, 'SETTING', entry.setting, valuesOf(condition, 'setting'))
    : detail(entry.employer, 'DOMAIN', entry.domain, valuesOf(condition, 'domain'));
}

/** Nobody has experience of days after the one that is judged. */
const lengthOf = (entries: readonly ExperienceEvidence[], { dateOfCandidacy, judgedOn }: Judgement) =>
  experienceLength(entries, dateOfCandidacy === null || dateOfCandidacy > judgedOn ? judgedOn : dateOfCandidacy);

/** In service with one of the employers asked for, on the day of judging. */
export function employer(condition: EligibilityCondition, evidence: Evidence, at: Judgement): Finding {
  const asked = valuesOf(condition, 'employer');
  return staff(condition, evidence, at, (record) =>
    asked.length === 0 || asked.includes(record.employer)
      ? FITS
      : { value: 'NOT_SATISFIED', lack: { code: 'OTHER_EMPLOYER', of: record.employerName } },
  );
}

/** In service under one of the relations asked for, on the day of judging. */
export const employmentRelation = (condition: EligibilityCondition, evidence: Evidence, at: Judgement): Finding =>
  staff(condition, evidence, at, (record) =>
    detail(record.employerName, 'RELATION', record.relation, valuesOf(condition, 'relation')),
  );

function staff(
  condition: EligibilityCondition,
  { staffRecords }: Evidence,
  at: Judgement,
  aspect: (record: Evidence['staffRecords'][number]) => Aspect,
): Finding {
  if (!counts(condition, 'STAFF_RECORD')) return nothing(condition);
  const pieces = staffRecords.map((record) =>
    piece(
      { kind: 'STAFF_RECORD', key: record.key },
      { code: 'STAFF', by: record.employerName, relation: record.relation, from: record.from },
      [aspect(record), onTheDay(record.employerName, record.from, record.until, at)],
    ),
  );
  return bestOf(pieces, condition);
}
