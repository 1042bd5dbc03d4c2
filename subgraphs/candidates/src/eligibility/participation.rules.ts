import type { EligibilityCondition } from '@mandate-graph/domain';
import { experienceLength, reaches, shortfall } from '../experience/experience.rules.ts';
import type {
  Evidence,
  ExperienceEvidence,
  ExperienceKind,
  HeldFunctionEvidence,
  Judgement,
} from './evidence.rules.ts';
import {
  type Aspect,
  bestOf,
  copyOfNothing,
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
import { plain } from './value.rules.ts';

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
        held('APPOINTMENT_DECREE', decree, documented('APPOINTMENT_DECREE', decree, condition, evidence, at)),
      ),
      ...functions.map((item) => held('CV', item, FITS)),
      ...(counts(condition, 'APPOINTMENT_DECREE') ? copyOfNothing('APPOINTMENT_DECREE', decrees, evidence) : []),
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
  const ofCv = certain.filter(({ enteredIn }) => enteredIn === 'CV').length;
  const lacks = aspects.flatMap(({ aspect }): Lack[] => (aspect.lack === null ? [] : [aspect.lack]));
  const absent = entries.length === 0 && !condition.evidenceExclusive;
  return {
    ...plain(reached ? 'SATISFIED' : open || absent ? 'UNDETERMINED' : 'NOT_SATISFIED'),
    evidence: certain.map(({ key, enteredIn }) => ({ kind: enteredIn, key })),
    found: [{ code: 'EXPERIENCE', sections: certain.length - ofCv, ofCv, length }],
    missing: lacking === null ? [] : [{ code: 'YEARS', length: lacking }, ...lacks],
  };
}

function fitOf(entry: ExperienceEvidence, condition: EligibilityCondition, at: Judgement): Aspect {
  const lastDay = lastDayOf(at);
  if (entry.begin > lastDay)
    return { value: 'NOT_SATISFIED', lack: { code: 'AFTER_CANDIDACY', of: entry.employer, day: lastDay } };
  if (at.specificSectionsLanguage !== null && entry.language !== null && entry.language !== at.specificSectionsLanguage)
    return { value: 'NOT_SATISFIED', lack: { code: 'OTHER_LANGUAGE', of: entry.employer } };
  return entry.kind === 'MANAGERIAL'
    ? detail(entry.employer, 'SETTING', entry.setting, valuesOf(condition, 'setting'))
    : detail(entry.employer, 'DOMAIN', entry.domain, valuesOf(condition, 'domain'));
}

/** The last day of experience: nobody has any of days after the one that is judged. */
const lastDayOf = ({ dateOfCandidacy, judgedOn }: Judgement): string =>
  dateOfCandidacy === null || dateOfCandidacy > judgedOn ? judgedOn : dateOfCandidacy;

const lengthOf = (entries: readonly ExperienceEvidence[], at: Judgement) => experienceLength(entries, lastDayOf(at));

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
