import type { EvidenceKind } from '@mandate-graph/domain';
import type { Words } from './explanation.words.rules.ts';
import type { Detail } from './finding.rules.ts';
import { counted, type Formats, named, oneLine, ranges } from './formats.rules.ts';

const EVIDENCE: Readonly<Record<EvidenceKind, string>> = {
  DIPLOMA: 'a diploma',
  APPOINTMENT_DECREE: 'an appointment decree',
  SPECIFIC_SECTIONS: 'the specific sections',
  STAFF_RECORD: 'a staff record',
  DECLARATION: 'a declaration',
};

const DETAIL: Readonly<Record<Detail, string>> = {
  CYCLE: 'the cycle',
  EDUCATION: 'the kind of education',
  LEVEL: 'the level',
  SERVICE: 'the public service',
  RELATION: 'the employment relation',
  SETTING: 'the kind of organisation',
  DOMAIN: 'the domain',
};

export const english = (f: Formats): Words => ({
  values: {
    SATISFIED: 'met',
    NOT_SATISFIED: 'not met',
    UNDETERMINED: 'cannot be established',
    CONDITIONAL: 'met, conditionally',
  },
  operators: { ALL_OF: 'all needed', ANY_OF: 'one is enough' },
  notNeeded: 'and not needed',
  outcomes: {
    ELIGIBLE: () => 'Proposal: meets the conditions.',
    CONDITIONAL: (why) =>
      `Proposal: meets the conditions conditionally, because of ${named({ DIPLOMA_COUNTRY: 'the country', DIPLOMA_LANGUAGE: 'the language' }, why, f)} of the diploma.`,
    UNDETERMINED: () => 'Cannot be established: the file and the notice do not say enough.',
    NOT_ELIGIBLE: () => 'Proposal: does not meet the conditions.',
  },
  judged: (day) => `Judged for ${f.day(day)}; a person decides.`,
  noConditions: 'The notice names no conditions.',
  lines: (all) => `${oneLine(all) ? 'line' : 'lines'} ${ranges(all, f)}`,
  facts: {
    DIPLOMA: ({ of, by, on, country, language }) =>
      `Found: “${of}”, ${by}, ${f.day(on)} (${f.country(country)}, in ${f.language(language)}).`,
    RESERVED: ({ of, country, language }) => {
      const reasons = [
        ...(country === null ? [] : [`from another country (${f.country(country)})`]),
        ...(language === null ? [] : [`in another language (${f.language(language)})`]),
      ];
      return `Under reserve: “${of}” is ${f.list(reasons)}.`;
    },
    EQUATED: ({ of }) =>
      `By the candidate’s own statement, “${of}” is equated with a diploma asked for: a person has to check the proof.`,
    FUNCTION: ({ of, by, level, from }) =>
      `Found: “${of}” at ${by}${level === null ? '' : `, level ${level}`}, from ${f.day(from)}.`,
    EXPERIENCE: ({ sections, ofCv, length }) =>
      sections + ofCv === 0
        ? 'No period counts.'
        : `Found: ${f.length(length)}, from ${counted(
            [
              [sections, 'section', 'sections'],
              [ofCv, 'period in the CV', 'periods in the CV'],
            ],
            f,
          )}.`,
    STAFF: ({ by, relation, from }) =>
      `Found: in service with ${by}${relation === null ? '' : relation === 'STATUTORY' ? ', statutory' : ', under contract'}, from ${f.day(from)}.`,
    NATIONALITY: ({ country }) => `Nationality stated: ${f.country(country)}.`,
    DECLARED: ({ holds, on }) => `Declared on ${f.day(on)}: ${holds ? 'yes' : 'no'}.`,
    DISMISSED: ({ on }) => `Found: a dismissal or removal of ${f.day(on)}.`,
  },
  lacks: {
    UNKNOWN_CONTENT: () => 'What it asks is not in the notice, which therefore cannot show whether anybody meets it.',
    FOR_A_PERSON: () => 'A person has to look at this.',
    NO_EVIDENCE: ({ accepted }) =>
      `The file holds nothing on this${accepted.length === 0 ? '' : `; needed: ${named(EVIDENCE, accepted, f)}`}.`,
    NO_DOCUMENT: ({ of }) => `No copy of “${of}” has been uploaded.`,
    COPY_NOT_LINKED: ({ kind, of }) =>
      `The file holds a copy of ${EVIDENCE[kind]} that no entry refers to: a person has to see ${of === null ? 'what it proves' : `whether it is of “${of}”`}.`,
    DETAIL_UNKNOWN: ({ of, detail }) => `For “${of}”, ${DETAIL[detail]} is not known.`,
    DETAIL_DIFFERS: ({ of, detail }) => `For “${of}”, ${DETAIL[detail]} is not what is asked for.`,
    HIGHER_CYCLE_ONLY: ({ of }) => `“${of}” is of a higher cycle; the diploma asked for is not itself in the file.`,
    NOT_ON_THE_DAY: ({ of, day }) => `“${of}” does not hold on ${f.day(day)}.`,
    OTHER_LANGUAGE: ({ of }) =>
      `The period at ${of} does not count: it is not described in the language of the procedure.`,
    AFTER_CANDIDACY: ({ of, day }) =>
      `The period at ${of} does not count: it begins after ${f.day(day)}, the last day that counts.`,
    YEARS: ({ length }) => `Still needed: ${f.length(length)}.`,
    OTHER_EMPLOYER: ({ of }) => `${of} is another employer.`,
    OTHER_NATIONALITY: () => 'That nationality is none of these.',
    ASSIMILATION_OPEN: () => 'Whether that nationality is treated as equivalent, a person has to judge.',
    DENIED: () => 'By the declaration itself, this is not so.',
    BARRED: ({ until }) => `Possible again from ${f.day(until)}.`,
    DISMISSAL_UNDATED: () => 'The day of the decision is not known.',
  },
});
