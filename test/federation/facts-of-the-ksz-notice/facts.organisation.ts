import { count, derived, factsOf, silent, stated } from '../support/fact.table.ts';
import { copiesOf, twice } from './copies.ts';

const RECRUITER = stated(126, 295, 335, 415);

/** The two institutions, the department the post leads, and who recruits. */
export const ORGANISATION = factsOf('S2.O', [
  ['', 'ksz.name.nl', 'Kruispuntbank van de Sociale Zekerheid', stated(2, ...copiesOf(112))],
  ['', 'ksz.abbreviation', 'KSZ', twice(20, 115)],
  ['', 'ksz.kind', 'PUBLIC_SOCIAL_SECURITY_INSTITUTION', twice(112)],
  ['', 'ksz.legalForm.nl', 'openbare instelling van sociale zekerheid', twice(112)],
  ['', 'ksz.foundingAct.date', '1990-01-15', twice(112)],
  ['', 'ksz.foundingAct.title.nl', 'Wet van 15 januari 1990', twice(112)],
  ['', 'ksz.mission.summary.en', /promotes eGovernment in the social sector/i, twice(112)],
  ['', 'ksz.tasks', count(2), twice(112)],
  ['', 'ksz.tasks[0].summary.nl', /ziekenfondsen, werkloosheidskassen en sociale verzekeringsfondsen/, twice(112)],
  ['', 'ksz.website', 'http://www.ksz-bcss.fgov.be', twice(115)],
  ['', 'ksz.parent', null, silent()],
  ['', 'ehealth.name.nl', 'eHealth-platform', twice(113)],
  ['', 'ehealth.kind', 'PUBLIC_INSTITUTION', twice(113)],
  ['', 'ehealth.legalForm.nl', 'openbare instelling', twice(113)],
  ['', 'ehealth.foundingAct.date', '2008-08-21', twice(113)],
  ['', 'ehealth.foundingAct.title.nl', 'Wet van 21 augustus 2008', twice(113)],
  ['', 'ehealth.mission.summary.en', /secure electronic data exchange/i, twice(113)],
  ['', 'ehealth.tasks[0].summary.nl', /artsen, ziekenhuizen, apothekers en patiënten.*beroepsgeheim/, twice(113)],
  ['', 'ehealth.website', 'https://www.ehealth.fgov.be', twice(116)],
  ['', 'ehealth.parent', null, silent()],
  ['L8', 'department.name.nl', 'Programma-, Project- en Klantenbeheer', twice(42)],
  ['L8', 'department.kind', 'DEPARTMENT', twice(42)],
  ['L8', 'department.parent.id', 'ksz-ehealth:unit:ehealth-platform', twice(42), 'parent'],
  ['', 'vacancy.recruiter.name.nl', 'DG Rekrutering en Ontwikkeling', RECRUITER, 'recruiter'],
  ['', 'recruitment.name.nl', 'DG Rekrutering en Ontwikkeling', stated(126, 295)],
  ['', 'recruitment.abbreviation', 'DG R&O', stated(126, 295)],
  ['', 'recruitment.kind', 'DIRECTORATE_GENERAL', stated(126, 295)],
  ['', 'recruitment.parent.id', 'ksz-ehealth:unit:fod-bosa', stated(126, 295), 'parent'],
  ['', 'bosa.name.nl', 'FOD Beleid en Ondersteuning', stated(126, 295)],
  ['', 'bosa.abbreviation', 'BOSA', stated(335, 415)],
  ['', 'bosa.kind', 'FEDERAL_PUBLIC_SERVICE', stated(126, 295)],
]);

const title = (alias: string, nl: string, line: number) =>
  [
    ['', `${alias}.name.nl`, nl, twice(line)],
    ['', `${alias}.competence.nl`, nl.replace(/^Minister (van|belast met) /, ''), twice(line)],
    ['', `${alias}.kind`, 'MINISTER', twice(line)],
    ['', `${alias}.plural`, false, twice(line)],
  ] as const;

/** The bodies and authorities the notice names. */
export const BODIES = factsOf('S2.L', [
  ['3', 'kszBoard.kind', 'BOARD_OF_MANAGEMENT', twice(28, 31)],
  ['3', 'kszBoard.name.nl', 'Beheerscomité van de Kruispuntbank van de Sociale Zekerheid', twice(28, 31)],
  ['3', 'kszBoard.unit.id', 'ksz-ehealth:unit:ksz', twice(28, 31), 'unit'],
  ['3', 'ehealthBoard.kind', 'BOARD_OF_MANAGEMENT', twice(28, 31)],
  ['3', 'ehealthBoard.unit.id', 'ksz-ehealth:unit:ehealth-platform', twice(28, 31), 'unit'],
  ['9', 'government.kind', 'GOVERNMENT', twice(45)],
  ['9', 'government.aliases', ['Regering'], twice(45)],
  ['9', 'government.name.nl', 'Federale Regering', derived('FEDERAL_BY_HEADING', ...copiesOf([43, 45]))],
  ['11', 'coordination.name.nl', 'Algemeen Coördinatiecomité', twice(49)],
  ['11', 'coordination.kind', 'COORDINATION_COMMITTEE', twice(49)],
  ['11', 'coordination.unit.id', 'ksz-ehealth:unit:ksz', twice(49), 'unit'],
  ['12', 'users.name.nl', 'Overlegcomité met de gebruikers van het eHealth-platform', twice(49)],
  ['12', 'users.kind', 'USER_CONSULTATION_COMMITTEE', twice(49)],
  ...title('socialAffairs', 'Minister van Sociale Zaken', 56),
  ['15', 'socialAffairs.aliases', ['voogdijminister'], twice(56)],
  ...title('budget', 'Minister van Begroting', 57),
  ...title('civilService', 'Minister belast met Ambtenarenzaken', 58),
  ['20', 'college.name.nl', 'College van de Openbare Instellingen van Sociale Zekerheid', twice(71)],
  ['20', 'college.kind', 'COLLEGE', twice(71)],
  ['20', 'audit.name.nl', 'Rekenhof', twice(72)],
  ['20', 'audit.kind', 'COURT_OF_AUDIT', twice(72)],
  ['S4', 'authority.name.nl', 'Bevoegde instantie', stated(363)],
  ['S4', 'authority.kind', 'COMPETENT_AUTHORITY', stated(363)],
  ['S3', 'committee.kind', 'SELECTION_COMMITTEE', stated(327, 355)],
]);
