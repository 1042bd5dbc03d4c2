import { derived, dutch, notStated, ours, stated, statedWith } from '@mandate-graph/domain';
import { copies, POSITION, twice, UNIT } from './ids.ts';
import type { Part } from './sources.ts';

const EMPTY_LABEL = 'label printed without a value';

/** What the vacancy is and how it stands. */
export const header: Part<
  | 'noticeType'
  | 'noticeTitle'
  | 'selectionCode'
  | 'title'
  | 'genderMarker'
  | 'openToAllGenders'
  | 'function'
  | 'temporary'
  | 'topManagementFunction'
  | 'internalOnly'
  | 'unitsConcerned'
  | 'recruiter'
  | 'position'
  | 'publishedOn'
  | 'opensOn'
  | 'applicationDeadline'
  | 'closedOn'
  | 'languageRoles'
  | 'procedureLanguage'
> = {
  fields: {
    noticeType: 'MANAGEMENT_VACANCY',
    noticeTitle: null,
    selectionCode: null,
    title: dutch('Adjunct-administrateur-generaal', 'Administrateur général adjoint', 'Deputy administrator-general'),
    genderMarker: 'm/v/x',
    openToAllGenders: true,
    function: 'DEPUTY_GENERAL_ADMINISTRATOR',
    temporary: null,
    topManagementFunction: true,
    internalOnly: null,
    unitsConcerned: [UNIT.ksz, UNIT.ehealth],
    recruiter: UNIT.recruitment,
    position: POSITION.deputy,
    publishedOn: null,
    opensOn: null,
    applicationDeadline: { date: '2025-10-22', timeOfDay: null },
    closedOn: '2025-10-22',
    languageRoles: null,
    procedureLanguage: 'nl',
  },
  sources: {
    noticeType: derived('TOP_MANAGEMENT_NOTICE', ['topManagementFunction'], ...copies(15)),
    selectionCode: notStated(EMPTY_LABEL, 3),
    title: stated(1),
    genderMarker: stated(1),
    openToAllGenders: twice(15),
    function: stated(1),
    topManagementFunction: twice(15),
    unitsConcerned: twice(20),
    'unitsConcerned[0]': statedWith('line 2 prints the name without a space before the closing', 2, ...copies(20)),
    recruiter: stated(126, 295, 335, 415),
    position: stated(1),
    applicationDeadline: stated(368),
    closedOn: statedWith('printed without a space after the name of the institution', 2),
    languageRoles: notStated(EMPTY_LABEL, 4),
    procedureLanguage: statedWith('the header label on line 4 has no value', 405),
  },
};

/** How the holder would be engaged; most of the notice's header labels for it have no value. */
export const engagement: Part<
  | 'vacantPositions'
  | 'contractType'
  | 'recruitmentType'
  | 'mandate'
  | 'rank'
  | 'functionLevel'
  | 'weightingClasses'
  | 'workingTime'
  | 'diploma'
  | 'workplace'
> = {
  fields: {
    vacantPositions: null,
    contractType: null,
    recruitmentType: null,
    mandate: { kind: 'MANDATE', interim: null, duration: null, startsOn: null, endsOn: null },
    rank: null,
    functionLevel: null,
    // Classes 4 and 5 are those of the assessment's level: see the step.
    weightingClasses: null,
    workingTime: null,
    diploma: null,
    workplace: null,
  },
  sources: {
    diploma: notStated(EMPTY_LABEL, 5),
    contractType: notStated(EMPTY_LABEL, 6),
    functionLevel: notStated(EMPTY_LABEL, 7),
    recruitmentType: notStated(EMPTY_LABEL, 8),
    mandate: derived('LINKS_TO_MANDATE_FUNCTIONS', ['line 18'], ...copies(18)),
    'mandate.duration': notStated(EMPTY_LABEL, 9),
    workplace: notStated(EMPTY_LABEL, 10),
    workingTime: notStated(EMPTY_LABEL, 11),
  },
};

/** Whom to ask and where to read more. */
export const contact: Part<'contactPoints' | 'links'> = {
  fields: {
    contactPoints: [
      {
        label: dutch('Topteam', 'Topteam', 'Topteam'),
        email: 'topteam@bosa.fgov.be',
        purpose: ours(
          'Vragen over diploma en taaltest, vóór de uiterste inschrijvingsdatum',
          'Questions sur le diplôme et le test linguistique, avant la date limite d’inscription',
          'Questions on degree and language test, before the application deadline',
        ),
      },
    ],
    links: [
      {
        label: ours('Website van de KSZ', 'Site web de la BCSS', 'Website of the CBSS'),
        url: 'http://www.ksz-bcss.fgov.be',
      },
      {
        label: ours(
          'Website van het eHealth-platform',
          'Site web de la plate-forme eHealth',
          'Website of the eHealth platform',
        ),
        url: 'https://www.ehealth.fgov.be',
      },
      {
        label: ours('Portaal van de sociale zekerheid', 'Portail de la sécurité sociale', 'Social security portal'),
        url: 'https://www.socialsecurity.be',
      },
    ],
  },
  sources: {
    contactPoints: stated(306),
    'contactPoints[0]': statedWith('the contact section itself, line 133, is empty', 306),
    links: twice(115, 117),
    'links[0]': twice(115),
    'links[1]': twice(116),
    'links[2]': twice(117),
  },
};
