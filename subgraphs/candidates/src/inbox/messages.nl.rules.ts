import { formatsOf, named } from '../eligibility/formats.rules.ts';
import type { MessageWords, ToldIn, Until } from './messages.words.rules.ts';

const f = formatsOf('nl');

export const about = (label: string, { vacancy }: ToldIn): string =>
  vacancy === null ? label : `${label}: ${vacancy}`;
export const vacancyOf = ({ vacancy }: ToldIn): string =>
  vacancy === null ? 'de vacature' : `de vacature “${vacancy}”`;

export const untilDay = ({ day, time }: Until): string =>
  time === null ? `tot en met ${f.day(day)} (Belgische tijd)` : `tot ${f.day(day)} om ${time} uur (Belgische tijd)`;
const untilOf = ({ until }: ToldIn): string => (until === null ? 'zolang de vacature openstaat' : untilDay(until));

const FIELDS: Readonly<Record<string, string>> = {
  participationConditions: 'de deelnemingsvoorwaarden',
  applicationProcedure: 'de manier van solliciteren',
  documentRules: 'de regels over documenten',
};
const fieldsOf = ({ facts }: ToldIn): string => {
  const known = (facts.fields ?? '').split(' ').filter((field) => FIELDS[field] !== undefined);
  return known.length === 0 ? 'de voorwaarden' : named(FIELDS, known, f);
};

const CONDITIONS: Readonly<Record<string, string>> = {
  PARTICIPATION: 'de deelnemingsvoorwaarden',
  APPOINTMENT: 'de aanstellingsvoorwaarden',
};
const OUTCOMES: Readonly<Record<string, string>> = {
  ELIGIBLE: 'U voldoet.',
  CONDITIONAL: 'U voldoet onder voorbehoud.',
  NOT_ELIGIBLE: 'U voldoet niet.',
};
const DOCUMENTS: Readonly<Record<string, string>> = {
  DIPLOMA: 'een diploma',
  APPOINTMENT_DECREE: 'een benoemingsbesluit',
  EQUIVALENCE: 'een gelijkwaardigheid',
  CURRICULUM_VITAE: 'een cv',
};

/** The time for an appeal runs only from a message that names it (laws on the Council of State, article 19). */
export const REMEDY =
  'Tegen deze beslissing kan binnen 60 dagen na deze kennisgeving beroep tot nietigverklaring worden ingesteld bij de Raad van State (artikel 19 van de gecoördineerde wetten op de Raad van State), met een ondertekend verzoekschrift: aangetekend naar Wetenschapsstraat 33, 1040 Brussel, of elektronisch via zijn website.';
const remedyOf = ({ facts }: ToldIn): string => (facts.remedyStated === 'true' ? ` ${REMEDY}` : '');

const CAUSES: Readonly<Record<string, string>> = {
  DEADLINE_EXTENDED: ': de termijn is verlengd',
  IN_TIME: ': een verzoek van u was voor het einde van de termijn aangekomen',
};
const causeOf = ({ facts }: ToldIn): string => CAUSES[facts.cause ?? ''] ?? '';

/** What a moved deadline leaves to be done, and makes of a decision. */
const movedOf = (told: ToldIn, still: string): string => {
  const { closed, status, decided } = told.facts;
  const possible =
    status === 'DEFINITIVE'
      ? `U kunt uw dossier ${decided === 'true' ? 'opnieuw' : still} aanpassen ${untilOf(told)}, zonder opnieuw te valideren.`
      : `Indienen, valideren en aanpassen kan ${still} ${untilOf(told)}.`;
  const over = `Ze liep ${untilOf(told)} en is voorbij: er kan niets meer worden gewijzigd.`;
  const again =
    ' Een beslissing die al genomen is, telt niet meer: uw dossier wordt beoordeeld zoals het er bij het nieuwe einde van de termijn uitziet, volgens de regels die dan geregistreerd zijn.';
  return `${closed === 'true' ? over : possible}${decided === 'true' ? again : ''}`;
};

/** Messages and tasks in Dutch. */
export const DUTCH = {
  APPLICATION_SUBMITTED: (told) => ({
    subject: about('Kandidatuur ontvangen', told),
    text: `Uw kandidatuur voor ${vacancyOf(told)} is ontvangen en voorlopig ingeschreven. Ze moet nog worden gevalideerd. Dat kan ${untilOf(told)}; daarna vervalt ze.`,
  }),
  APPLICATION_VALIDATED: (told) => ({
    subject: about('Kandidatuur definitief', told),
    text: `Uw kandidatuur voor ${vacancyOf(told)} is gevalideerd en definitief ingeschreven. U kunt uw dossier nog aanpassen ${untilOf(told)}, zonder opnieuw te valideren. Beoordeeld wordt wat er dan in staat.`,
  }),
  APPLICATION_WITHDRAWN: (told) => ({
    subject: about('Kandidatuur ingetrokken', told),
    text: `U hebt uw kandidatuur voor ${vacancyOf(told)} ingetrokken. ${told.facts.closed === 'true' ? 'De vacature staat niet meer open: u kunt ze niet hervatten.' : 'Zolang de vacature openstaat, kunt u ze in uw account hervatten.'}`,
  }),
  APPLICATION_LAPSED: (told) => ({
    subject: about('Kandidatuur vervallen', told),
    text: `Uw kandidatuur voor ${vacancyOf(told)} is vervallen: ${told.facts.submitted === 'false' ? 'ze was nog een ontwerp toen de termijn afliep. U hoeft niets te doen.' : 'ze was niet gevalideerd toen de termijn afliep. U kunt dat één keer betwisten: open deze kandidatuur in uw account, betwist het verval en schrijf waarom. De instelling beslist en geeft haar redenen.'}`,
  }),
  APPLICATION_REOPENED: (told) => ({
    subject: about('Kandidatuur loopt weer', told),
    text: `Uw kandidatuur voor ${vacancyOf(told)} is niet langer vervallen${causeOf(told)}. Maak ze af en valideer ze. Dat kan ${untilOf(told)}; daarna vervalt ze.`,
  }),
  CONDITIONS_AMENDED: (told) => ({
    subject: about('Voorwaarden gewijzigd', told),
    text: `Van ${vacancyOf(told)} is gewijzigd: ${fieldsOf(told)}. Uw kandidatuur blijft waar ze staat. Kijk uw dossier na. U kunt het aanpassen ${untilOf(told)}.`,
  }),
  CONDITIONS_AMENDED_AFTER_DEADLINE: (told) => ({
    subject: about('Voorwaarden gewijzigd', told),
    text: `Van ${vacancyOf(told)} is na het einde van de termijn gewijzigd: ${fieldsOf(told)}. U hoeft niets te doen: uw dossier wordt beoordeeld zoals het toen was, volgens de regels die toen golden.`,
  }),
  DEADLINE_EXTENDED: (told) => ({
    subject: about('Termijn verlengd', told),
    text: `De termijn voor ${vacancyOf(told)} is verlengd. ${movedOf(told, 'nu')}`,
  }),
  DEADLINE_SHORTENED: (told) => ({
    subject: about('Termijn ingekort', told),
    text: `De termijn voor ${vacancyOf(told)} is ingekort. ${movedOf(told, 'nog')}`,
  }),
  VACANCY_WITHDRAWN: (told) => ({
    subject: about('Vacature ingetrokken', told),
    text: `De instelling heeft ${vacancyOf(told)} ingetrokken. ${told.facts.lapsedBy === 'DEADLINE' ? 'Uw kandidatuur daarvoor was al vervallen; over uw betwisting daarvan wordt niet meer beslist.' : 'Uw kandidatuur daarvoor is daardoor vervallen.'} U hoeft niets te doen.`,
  }),
  CONTEST_RECEIVED: (told) => ({
    subject: about('Betwisting ontvangen', told),
    text: `Uw betwisting van het verval van uw kandidatuur voor ${vacancyOf(told)} is ontvangen. De instelling beslist; haar antwoord komt in uw account.`,
  }),
  CONTEST_UPHELD: (told) => ({
    subject: about('Beslissing over uw betwisting', told),
    judgement: 'Uw betwisting is aanvaard: uw kandidatuur is definitief ingeschreven.',
    text: `De instelling heeft beslist over het verval van uw kandidatuur voor ${vacancyOf(told)}. De redenen staan bij dit bericht in uw account.`,
  }),
  CONTEST_REJECTED: (told) => ({
    subject: about('Beslissing over uw betwisting', told),
    judgement: 'Uw betwisting is afgewezen: uw kandidatuur blijft vervallen.',
    text: `De instelling heeft beslist over het verval van uw kandidatuur voor ${vacancyOf(told)}. De redenen staan bij dit bericht in uw account.${remedyOf(told)}`,
  }),
  PAPER_COPY_REGISTERED: (told) => ({
    subject: about('Kopie op papier geregistreerd', told),
    text: `De instelling heeft een kopie op papier geregistreerd: ${DOCUMENTS[told.facts.documentKind ?? ''] ?? 'een document'}. Ze hoort bij uw dossier.${told.facts.unlinked === 'true' ? ` Ze bewijst nog niets: verwijs ernaar, in uw account, bij het diploma of het besluit waarvan ze een kopie is. Dat kan ${untilOf(told)}.` : ''}`,
  }),
  ELIGIBILITY_DECIDED: (told) => ({
    subject: about('Beslissing over uw kandidatuur', told),
    judgement: OUTCOMES[told.facts.outcome ?? ''],
    text: `De instelling heeft beslist of u voldoet aan ${CONDITIONS[told.facts.conditions ?? ''] ?? 'de voorwaarden'} voor ${vacancyOf(told)}.${told.facts.replaces === 'true' ? ' Deze beslissing vervangt de vorige.' : ''} De redenen staan bij dit bericht in uw account.${remedyOf(told)}`,
  }),
  ERASURE_DUE: (told) => ({
    subject: 'Uw gegevens worden gewist',
    text: `De tijd waarin uw gegevens worden bewaard, loopt af. Wat u wilt houden, kunt u uit uw account halen ${untilOf(told)}; daarna worden ze gewist.`,
  }),
  SUBMIT: (told) => ({
    subject: about('Dien uw kandidatuur in', told),
    text: `Uw kandidatuur voor ${vacancyOf(told)} is nog een ontwerp. Dien ze in en valideer ze. Dat kan ${untilOf(told)}; daarna vervalt ze.`,
  }),
  VALIDATE: (told) => ({
    subject: about('Valideer uw kandidatuur', told),
    text: `Uw kandidatuur voor ${vacancyOf(told)} is ingediend, maar nog niet gevalideerd. Vul de specifieke rubrieken in en valideer ze. Dat kan ${untilOf(told)}; daarna vervalt ze.`,
  }),
  REVIEW_FILE: (told) => ({
    subject: about('Kijk uw dossier na', told),
    text: `Voor ${vacancyOf(told)} gelden andere voorwaarden dan toen u solliciteerde. Kijk na of uw dossier ze bewijst. U kunt het aanpassen ${untilOf(told)}.`,
  }),
  REACH_YEARS: (told) => ({
    subject: about('Vul uw ervaring aan', told),
    text: `${told.facts.fields === undefined ? `Voor ${vacancyOf(told)} toont uw dossier niet meer` : `Volgens de gewijzigde voorwaarden van ${vacancyOf(told)} toont uw dossier niet`} genoeg jaren ervaring. Uw kandidatuur blijft waar ze staat, maar beoordeeld wordt wat er in het dossier staat. U kunt de specifieke rubrieken aanvullen ${untilOf(told)}.`,
  }),
} satisfies MessageWords;
