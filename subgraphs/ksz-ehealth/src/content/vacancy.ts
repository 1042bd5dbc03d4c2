import { ksz, NOTICE } from './ids.ts';
import { appointment } from './vacancy.appointment.ts';
import { competences } from './vacancy.competences.ts';
import { participation } from './vacancy.conditions.ts';
import { contact, engagement, header } from './vacancy.header.ts';
import { pay } from './vacancy.pay.ts';
import { applicationProcedure, documentRules } from './vacancy.procedure.ts';
import { purpose } from './vacancy.purpose.ts';
import { testRegistration } from './vacancy.registration.ts';
import { responsibilities } from './vacancy.responsibilities.ts';
import { resultAreas } from './vacancy.result-areas.ts';
import { rights, surroundings } from './vacancy.rights.ts';
import { steps } from './vacancy.steps.ts';

/** The deputy administrator-general of 2025: every part of the notice, with its sources. */
export const vacancies = [
  ksz.vacancy('adjunct-administrateur-generaal-2025', {
    notice: NOTICE,
    publication: 'PUBLISHED',
    historical: true,
    ...header.fields,
    ...engagement.fields,
    ...contact.fields,
    ...purpose.fields,
    ...responsibilities.fields,
    ...resultAreas.fields,
    ...competences.fields,
    ...pay.fields,
    ...participation.fields,
    ...appointment.fields,
    ...documentRules.fields,
    ...applicationProcedure.fields,
    ...testRegistration.fields,
    ...steps.fields,
    ...rights.fields,
    ...surroundings.fields,
    sources: {
      ...header.sources,
      ...engagement.sources,
      ...contact.sources,
      ...purpose.sources,
      ...responsibilities.sources,
      ...resultAreas.sources,
      ...competences.sources,
      ...pay.sources,
      ...participation.sources,
      ...appointment.sources,
      ...documentRules.sources,
      ...applicationProcedure.sources,
      ...testRegistration.sources,
      ...steps.sources,
      ...rights.sources,
      ...surroundings.sources,
    },
  }),
];
