import { type LocalizedText, ours } from '@mandate-graph/domain';
import { choice, found, unverified } from './regime.grounds.rules.ts';
import type { RegimeRules } from './regime.rules.ts';

/** What no notice and no law at hand says, and what we do about it. */
const silent = (nl: string, fr: string, en: string): LocalizedText =>
  ours(
    `Vacatures en geraadpleegde wetgeving zwijgen: ${nl}`,
    `Les offres et la législation consultée sont muettes : ${fr}`,
    `Notices and the law at hand are silent: ${en}`,
  );

/** Ranking, committee and decision. */
export const COMMITTEE_CHOICES = {
  tiesAllowed: choice(
    false,
    silent(
      'elke geschikte kandidaat krijgt een eigen plaats, want de instantie beslist op een volgorde.',
      'chaque candidat apte reçoit une place propre, car l’instance décide sur la base d’un ordre.',
      'each suitable candidate gets a place of its own, since the authority decides on an order.',
    ),
  ),
  departureFromRanking: unverified(
    'WITH_REASONS',
    ours(
      'De rangschikking is een advies, waarvan de instantie met eigen redenen afwijkt; niet opgezocht.',
      'Le classement est un avis, dont l’instance s’écarte par une motivation propre ; non vérifié.',
      'The ranking is advice, from which the authority departs with reasons of its own; not looked up.',
    ),
  ),
  reservationAtAppointment: choice(
    'TO_BE_LIFTED',
    silent(
      'wie onder voorbehoud voldoet, kan gekozen worden, en neemt de aanstelling pas aan als het voorbehoud is opgeheven.',
      'quiconque remplit les conditions sous réserve peut être choisi, et n’accepte la désignation qu’une fois la réserve levée.',
      'whoever meets the conditions under reservation can be chosen, and accepts the appointment only once the reservation is lifted.',
    ),
  ),
  answerTerm: choice(
    'P30D',
    silent(
      'wie gekozen is, antwoordt binnen 30 dagen nadat het in het account staat; daarna kan de instantie vastleggen dat er geen antwoord is.',
      'quiconque est choisi répond dans les 30 jours après que le compte le montre ; ensuite, l’instance peut acter l’absence de réponse.',
      'whoever is chosen answers within 30 days after the account shows it; after that the authority may record that there is no answer.',
    ),
  ),
  quorum: choice(
    'MORE_THAN_HALF',
    silent(
      'meer dan de helft van de leden neemt deel.',
      'plus de la moitié des membres prennent part.',
      'more than half of the members take part.',
    ),
  ),
  languageParity: choice(
    'REPORTED',
    ours(
      'Een oudere regel vroeg evenveel leden van beide taalrollen; of hij nog geldt, is niet opgezocht. Het verschil wordt gemeld en belet niets.',
      'Une règle plus ancienne demandait autant de membres de chaque rôle linguistique ; il n’a pas été vérifié si elle vaut encore. L’écart est signalé et n’empêche rien.',
      'An older rule asked for as many members of either language role; whether it still holds was not looked up. The difference is told and prevents nothing.',
    ),
  ),
  scoreScale: choice(
    { lowest: '0', highest: '20' },
    silent(
      'elk lid geeft per competentie een cijfer van 0 tot 20; de commissie besluit in woorden, geen cijfer beslist.',
      'chaque membre donne une note de 0 à 20 par compétence ; la commission conclut en mots, aucune note ne décide.',
      'each member scores a competence from 0 to 20; the committee concludes in words, and no score decides.',
    ),
  ),
} as const satisfies Partial<RegimeRules>;

/** Boundary days of the assessment, and how its result is reached. */
export const ASSESSMENT_CHOICES = {
  passMark: choice(
    null,
    silent(
      'zonder gedrukte drempel oordeelt een persoon wie slaagt.',
      'sans seuil imprimé, une personne juge qui réussit.',
      'without a printed mark, a person judges who passes.',
    ),
  ),
  exemptionLastDay: choice(
    'INCLUDED',
    silent(
      'de dag van het slagen telt niet mee, de overeenkomstige dag wel, volledig.',
      'le jour de la réussite n’est pas compté, le jour correspondant l’est, en entier.',
      'the day of passing does not count, the corresponding day does, whole.',
    ),
  ),
  exemptionJudgedOn: choice(
    'OPENING_OF_STEP',
    silent(
      'wie op de dag waarop het assessment begint is vrijgesteld, blijft dat voor deze vacature.',
      'quiconque est dispensé le jour où l’assessment commence le reste pour cet emploi.',
      'whoever is exempt on the day the assessment begins stays so for this vacancy.',
    ),
  ),
  dayOfPassing: choice(
    'DAY_OF_TEST',
    silent(
      'de dag van het slagen is die van de test, zodat een late uitslag de vrijstelling niet verlengt.',
      'le jour de la réussite est celui du test, de sorte qu’un résultat tardif n’allonge pas la dispense.',
      'the day of passing is that of the test, so that a late result makes no exemption longer.',
    ),
  ),
  waitingLastDay: choice(
    'INCLUDED',
    silent(
      'de dag van de test telt niet mee, de overeenkomstige dag wel, volledig: daarna kan het opnieuw.',
      'le jour du test n’est pas compté, le jour correspondant l’est, en entier : après, c’est de nouveau possible.',
      'the day of the test does not count, the corresponding day does, whole: after it, it is possible again.',
    ),
  ),
} as const satisfies Partial<RegimeRules>;

const SESSIONS = silent(
  'wat de vacature niet drukt over de inschrijving voor tests, sluit niemand vanzelf uit.',
  'ce que l’offre n’imprime pas sur l’inscription aux tests n’exclut personne d’office.',
  'what the notice does not print on registering for tests excludes nobody by itself.',
);

/** Test sessions, as far as a notice says nothing of them. */
export const SESSION_CHOICES = {
  registrationOnlyInPeriod: choice(true, SESSIONS),
  cancelAtLatest: choice('PT0S', SESSIONS),
  cancelAsked: choice(null, SESSIONS),
  rebookingAllowed: choice(true, SESSIONS),
  absenceExcludes: choice(false, SESSIONS),
} as const satisfies Partial<RegimeRules>;

/** Rights against an outcome that are the same whoever selects. */
export const COMMON_RIGHTS = {
  appeal: found(
    { duration: 'P60D', startsFrom: 'NOTIFICATION', delayWithoutRemedy: 'P4M' },
    ours(
      'Artikel 19 van de gecoördineerde wetten op de Raad van State, en zijn procedureregels: 60 dagen, die pas 4 maanden na de kennisgeving ingaan als die het beroep en de termijn niet vermeldt.',
      'Article 19 des lois coordonnées sur le Conseil d’État, et ses règles de procédure : 60 jours, qui ne prennent cours que 4 mois après la notification si elle n’indique pas le recours et son délai.',
      'Article 19 of the coordinated laws on the Council of State, and its rules of procedure: 60 days, which start only 4 months after the notification where that does not name the remedy and its time.',
    ),
  ),
  complaint: choice(
    null,
    silent(
      'van een klacht is geen termijn bekend, dus ze heeft geen laatste dag.',
      'aucun délai de plainte n’est connu, elle n’a donc pas de dernier jour.',
      'no term of a complaint is known, so it has no last day.',
    ),
  ),
  contest: choice(
    { duration: 'P30D', startsFrom: 'NOTIFICATION' },
    silent(
      'wat een regel heeft uitgewezen en geen persoon, kan 30 dagen worden betwist.',
      'ce qu’une règle a déterminé et non une personne peut être contesté pendant 30 jours.',
      'what a rule brought about, and no person, can be contested for 30 days.',
    ),
  ),
  rightsLastDay: choice(
    'INCLUDED',
    silent(
      'de dag van de gebeurtenis telt niet mee, de overeenkomstige dag wel, volledig; heeft de maand die niet, dan haar laatste dag.',
      'le jour de l’événement n’est pas compté, le jour correspondant l’est, en entier ; si le mois ne l’a pas, son dernier jour.',
      'the day of the event does not count, the corresponding day does, whole; where the month has none, its last day.',
    ),
  ),
} as const satisfies Partial<RegimeRules>;

export const OTHER_MANDATE = choice(
  { duration: null, end: 'BY_DECISION' } as const,
  silent(
    'is niet bekend of een mandaat tijdelijk vervangt, dan wordt geen duur aangenomen: de beslissing zegt het einde.',
    'si l’on ignore si un mandat est ad intérim, aucune durée n’est supposée : la décision en fixe la fin.',
    'where it is not known whether a mandate is an interim one, no duration is assumed: the decision says its end.',
  ),
);
