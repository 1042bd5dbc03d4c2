import { COUNTRY_CODE } from '../../eligibility/iso.codes.rules.ts';
import type { EntryInputs } from '../profile.entries.rules.ts';

type Given = { readonly [M in keyof EntryInputs]: Omit<EntryInputs[M], 'idempotencyKey' | 'id' | 'version'> };

const POST = { title: 'Gewurmspecialist', employer: 'Rijksmarmottendienst', level: 'A', service: 'MARMOT_SERVICE' };

/** For each mutation, an entry in which everything is said that can be; documents are left out. */
export const ENTRIES: Given = {
  saveDiploma: {
    diploma: {
      ...{ title: 'Master in de marmottologie', institution: 'Marmotuniversiteit', country: 'BE', language: 'nl' },
      ...{
        cycle: 2,
        education: 'UNIVERSITY',
        equatedWith: { cycle: 3, education: 'LONG_TYPE' },
        awardedOn: '2004-07-01',
      },
    },
  },
  saveAppointmentDecree: { appointmentDecree: { ...POST, from: '2012-01-01', until: '2015-12-31' } },
  saveFunctionHeld: { functionHeld: { ...POST, from: '2016-01-01', until: '2019-12-31' } },
  saveWorkExperience: {
    workExperience: {
      ...{ title: 'Hoofdmarmot', employer: 'Marmot en Zonen', kind: 'MANAGERIAL', setting: 'PUBLIC_BURROW' },
      ...{ domain: null, begin: '2020-01-01', end: '2025-09-01', description: 'Gaf leiding\naan marmotten.' },
    },
  },
  saveStaffRecord: {
    staffRecord: {
      ...{ employer: 'vrb:unit:marmots', employerName: 'Marmottendienst', relation: 'STATUTORY' },
      ...{ from: '2012-01-01', until: '2015-12-31' },
    },
  },
  saveNationality: { nationality: { country: 'ZW', assimilated: true } },
  saveDeclaration: { declaration: { condition: 'CONDUCT', holds: true, declaredOn: '2025-09-01' } },
  saveDismissal: { dismissal: { ground: 'URGENT_MARMOT', service: 'MARMOT_SERVICE', decidedOn: '2019-05-05' } },
};

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const COUNTRIES = LETTERS.flatMap((one) => LETTERS.map((other) => one + other)).filter((code) =>
  COUNTRY_CODE.test(code),
);

/** What another entry beside the usual one says, by its number: nobody has a nationality twice. */
export const another = (mutation: keyof EntryInputs, number = 0): object =>
  mutation === 'saveNationality' ? { nationality: { country: COUNTRIES[number], assimilated: true } } : {};

/** Where each mutation puts its entry: the list, and the part of the input. */
export const LISTS: { readonly [M in keyof EntryInputs]: readonly [list: string, part: string] } = {
  saveDiploma: ['diplomas', 'diploma'],
  saveAppointmentDecree: ['appointmentDecrees', 'appointmentDecree'],
  saveFunctionHeld: ['functionsHeld', 'functionHeld'],
  saveWorkExperience: ['workExperience', 'workExperience'],
  saveStaffRecord: ['staffRecords', 'staffRecord'],
  saveNationality: ['nationalities', 'nationality'],
  saveDeclaration: ['declarations', 'declaration'],
  saveDismissal: ['dismissals', 'dismissal'],
};

export const SAVES = Object.keys(LISTS) as readonly (keyof EntryInputs)[];

const POST_FIELDS = 'id version title employer level service from until';

/** Everything in the profile of the caller. */
export const PROFILE = `{ me {
  diplomas { id version title institution cycle education equatedWith { cycle education } country language awardedOn document }
  appointmentDecrees { ${POST_FIELDS} document } functionsHeld { ${POST_FIELDS} }
  workExperience { id version title employer kind setting domain begin end description }
  staffRecords { id version employer employerName relation from until } nationalities { id version country assimilated }
  declarations { id version condition holds declaredOn } dismissals { id version ground service decidedOn }
} }`;
