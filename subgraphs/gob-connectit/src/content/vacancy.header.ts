import { dutch, ours, stated, statedWith, type VacancyContent } from '@mandate-graph/domain';
import { positionId, unitId } from './ids.ts';
import type { Told } from './told.ts';

type Header = Omit<
  VacancyContent,
  | 'mission'
  | 'aims'
  | 'responsibilities'
  | 'competences'
  | 'participationConditions'
  | 'announcedSteps'
  | 'notice'
  | 'sources'
>;

/**
 * The head of the notice and what it is silent on. Labels stand in lines 5-23 and their values in lines 25-37, in the
 * same order; the values are cited, and each remark gives the place of the label.
 */
export const header: Told<Header> = {
  value: {
    noticeType: 'MANDATE_VACANCY',
    noticeTitle: dutch(
      'Vacature Mandaat – A5 Ad Interim',
      'Emploi à mandat vacant – A5 ad interim',
      'Mandate vacancy – A5 ad interim',
    ),
    selectionCode: null,
    title: dutch('Tijdelijk Directeur-Generaal', 'Directeur général temporaire', 'Temporary Director-General'),
    genderMarker: null,
    openToAllGenders: null,
    function: 'DIRECTOR_GENERAL',
    temporary: true,
    topManagementFunction: null,
    internalOnly: true,
    unitsConcerned: [unitId.brusselsConnectIt],
    recruiter: null,
    position: positionId.directorGeneral,
    publishedOn: null,
    opensOn: null,
    applicationDeadline: { date: '2025-09-12', timeOfDay: null },
    closedOn: null,
    languageRoles: { roles: ['NL', 'FR'], combinator: 'OR' },
    procedureLanguage: null,
    vacantPositions: 1,
    contractType: 'MANDATE',
    recruitmentType: null,
    mandate: { kind: 'INTERIM', interim: true, duration: null, startsOn: null, endsOn: null },
    rank: 'A5',
    functionLevel: null,
    weightingClasses: null,
    workingTime: null,
    diploma: null,
    workplace: { name: 'Iristower', street: 'Sint-Lazarusplein 2', postcode: '1035', city: 'Brussel' },
    contactPoints: [
      {
        label: ours('Contact per e-mail', 'Contact par courriel', 'Contact by e-mail'),
        email: 'promo@gob.brussels',
        purpose: null,
      },
    ],
    links: [],
    values: [],
    resultAreas: [],
    pay: {
      payScale: 'A500',
      salaryBand: null,
      grossAnnualSalary: null,
      indexed: null,
      indexDate: null,
      mobilityBudget: null,
      payee: dutch('Tijdelijke mandataris', 'Mandataire temporaire', 'Temporary mandate holder'),
    },
    appointmentConditions: null,
    documentRules: null,
    applicationProcedure: null,
    testRegistration: null,
    rights: [],
    equalOpportunities: [],
    remarks: [],
  },
  sources: {
    noticeType: stated(1),
    noticeTitle: stated(1),
    title: statedWith('Label in line 5.', 25),
    function: statedWith('Label in line 5.', 25),
    temporary: stated(25, 435),
    internalOnly: statedWith('The footnote to the contract type.', 39),
    unitsConcerned: statedWith('Label in line 15.', 33),
    position: statedWith('The post that the title names. Label in line 5.', 25),
    applicationDeadline: statedWith('Label in lines 19-23.', 37),
    languageRoles: statedWith('Label in line 7.', 27),
    vacantPositions: statedWith('Label in lines 9-10.', 29),
    contractType: statedWith('Label in lines 12-13; the asterisk refers to the footnote in lines 39-41.', 31),
    mandate: stated(1),
    rank: stated(1),
    workplace: statedWith('Label in line 17.', 35),
    contactPoints: statedWith('A mail link that stands by itself, without a label.', 61),
    pay: statedWith('Heading in line 433.', 435),
  },
};
