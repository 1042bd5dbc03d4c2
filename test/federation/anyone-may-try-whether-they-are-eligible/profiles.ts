/** Stands in every text of every profile, and nowhere else. */
export const MARK = 'kanariecanari';

const NOTICES = { gob: 'gob-connectit', ksz: 'ksz-ehealth' };
export const OPEN_TO_ALL = `${NOTICES.ksz}:vacancy:adjunct-administrateur-generaal-2025`;
export const INTERNAL = `${NOTICES.gob}:vacancy:a5-ad-interim-2025`;

const diploma = (country: string, language: string) => ({
  ...{ title: `Master ${MARK}`, institution: `Universiteit ${MARK}`, cycle: 2, education: 'UNIVERSITY' },
  ...{ country, language, awardedOn: '2004-07-01' },
});
const work = (kind: 'MANAGERIAL' | 'USEFUL', begin: string, end: string | null = null) => ({
  ...{ kind, employer: `Dienst ${MARK}`, begin, end, language: 'NL' },
  ...(kind === 'MANAGERIAL' ? { setting: 'PUBLIC_SERVICE' } : { domain: 'HEALTH' }),
});

/** Six years and more of management, and a degree. */
export const COMPLETE = { diplomas: [diploma('BE', 'nl')], experience: [work('MANAGERIAL', '2015-03-01')] };
/** Five years of the one and nine of the other, which are not added together. */
export const TOO_SHORT = {
  ...COMPLETE,
  experience: [work('MANAGERIAL', '2020-10-23'), work('USEFUL', '2010-01-01', '2018-12-31')],
};
export const ABROAD = { ...COMPLETE, diplomas: [diploma('FR', 'fr')] };
/** That its cycle is not said leaves the diploma open. */
export const HALF_SAID = { ...COMPLETE, diplomas: [{ ...diploma('BE', 'nl'), cycle: null }] };
/** In service where the notice asks it. */
export const STAFF = {
  staffRecords: [
    {
      ...{ employer: `${NOTICES.gob}:unit:gob`, employerName: `Dienst ${MARK}` },
      ...{ relation: 'STATUTORY', from: '2015-01-01' },
    },
  ],
};
/** All that being appointed asks, declared; and a dismissal of long ago. */
export const APPOINTABLE = {
  appointmentOn: '2026-03-10',
  nationalities: [{ country: 'BE' }],
  declarations: ['CIVIL_AND_POLITICAL_RIGHTS', 'CONDUCT', 'NO_CONFLICT_OF_INTEREST', 'NOT_DISMISSED'].map(
    (condition) => ({ condition, holds: true, declaredOn: '2025-09-01' }),
  ),
  dismissals: [{ ground: 'URGENT_CAUSE', service: 'HIRING_FEDERAL_SERVICE', decidedOn: '2023-03-10' }],
};
