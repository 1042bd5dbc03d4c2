import { formatsOf, named } from '../eligibility/formats.rules.ts';
import type { MessageWords, ToldIn, Until } from './messages.words.rules.ts';

const f = formatsOf('fr');

export const about = (label: string, { vacancy }: ToldIn): string =>
  vacancy === null ? label : `${label} : ${vacancy}`;
export const vacancyOf = ({ vacancy }: ToldIn): string =>
  vacancy === null ? 'l’emploi vacant' : `l’emploi « ${vacancy} »`;

export const untilDay = ({ day, time }: Until): string =>
  time === null ? `jusqu’au ${f.day(day)} inclus (heure belge)` : `jusqu’au ${f.day(day)} à ${time} (heure belge)`;
const untilOf = ({ until }: ToldIn): string => (until === null ? 'tant que l’emploi est ouvert' : untilDay(until));

const FIELDS: Readonly<Record<string, string>> = {
  participationConditions: 'les conditions de participation',
  applicationProcedure: 'la manière de postuler',
  documentRules: 'les règles sur les documents',
};
const fieldsOf = ({ facts }: ToldIn): string => {
  const known = (facts.fields ?? '').split(' ').filter((field) => FIELDS[field] !== undefined);
  return known.length === 0 ? 'les conditions' : named(FIELDS, known, f);
};

const CONDITIONS: Readonly<Record<string, string>> = {
  PARTICIPATION: 'aux conditions de participation',
  APPOINTMENT: 'aux conditions de désignation',
};
const OUTCOMES: Readonly<Record<string, string>> = {
  ELIGIBLE: 'Vous y satisfaites.',
  CONDITIONAL: 'Vous y satisfaites sous réserve.',
  NOT_ELIGIBLE: 'Vous n’y satisfaites pas.',
};
const DOCUMENTS: Readonly<Record<string, string>> = {
  DIPLOMA: 'un diplôme',
  APPOINTMENT_DECREE: 'un arrêté de nomination',
  EQUIVALENCE: 'une équivalence',
  CURRICULUM_VITAE: 'un CV',
};

/** The time for an appeal runs only from a message that names it (laws on the Council of State, article 19). */
export const REMEDY =
  'Un recours en annulation peut être introduit contre cette décision devant le Conseil d’État dans les 60 jours de cette notification (article 19 des lois coordonnées sur le Conseil d’État), par une requête signée : par envoi recommandé, rue de la Science 33, 1040 Bruxelles, ou par voie électronique sur son site.';
const remedyOf = ({ facts }: ToldIn): string => (facts.remedyStated === 'true' ? ` ${REMEDY}` : '');

const CAUSES: Readonly<Record<string, string>> = {
  DEADLINE_EXTENDED: ' : le délai est prolongé',
  IN_TIME: ' : une de vos demandes était arrivée avant la fin du délai',
};
const causeOf = ({ facts }: ToldIn): string => CAUSES[facts.cause ?? ''] ?? '';

/** What a moved deadline leaves to be done, and makes of a decision. */
const movedOf = (told: ToldIn, still: string): string => {
  const { closed, status, decided } = told.facts;
  const possible =
    status === 'DEFINITIVE'
      ? `Vous pouvez ${decided === 'true' ? 'de nouveau ' : still}adapter votre dossier ${untilOf(told)}, sans le valider à nouveau.`
      : `Vous pouvez ${still}introduire, valider et adapter votre candidature ${untilOf(told)}.`;
  const over = `Il courait ${untilOf(told)} et il est passé : rien ne peut plus être modifié.`;
  const again =
    ' Une décision déjà prise ne compte plus : votre dossier est évalué tel qu’il est à la nouvelle fin du délai, selon les règles enregistrées alors.';
  return `${closed === 'true' ? over : possible}${decided === 'true' ? again : ''}`;
};

/** Messages and tasks in French. */
export const FRENCH = {
  APPLICATION_SUBMITTED: (told) => ({
    subject: about('Candidature reçue', told),
    text: `Votre candidature pour ${vacancyOf(told)} est reçue et inscrite provisoirement. Elle doit encore être validée. C’est possible ${untilOf(told)} ; ensuite elle expire.`,
  }),
  APPLICATION_VALIDATED: (told) => ({
    subject: about('Candidature définitive', told),
    text: `Votre candidature pour ${vacancyOf(told)} est validée et inscrite définitivement. Vous pouvez encore adapter votre dossier ${untilOf(told)}, sans le valider à nouveau. C’est ce qu’il contient alors qui est évalué.`,
  }),
  APPLICATION_WITHDRAWN: (told) => ({
    subject: about('Candidature retirée', told),
    text: `Vous avez retiré votre candidature pour ${vacancyOf(told)}. ${told.facts.closed === 'true' ? 'L’emploi n’est plus ouvert : vous ne pouvez pas la reprendre.' : 'Tant que l’emploi est ouvert, vous pouvez la reprendre dans votre compte.'}`,
  }),
  APPLICATION_LAPSED: (told) => ({
    subject: about('Candidature expirée', told),
    text: `Votre candidature pour ${vacancyOf(told)} a expiré : ${told.facts.submitted === 'false' ? 'elle était encore un projet à la fin du délai. Vous n’avez rien à faire.' : 'elle n’était pas validée à la fin du délai. Vous pouvez le contester une fois : ouvrez cette candidature dans votre compte, contestez l’expiration et écrivez pourquoi. L’institution décide et donne ses raisons.'}`,
  }),
  APPLICATION_REOPENED: (told) => ({
    subject: about('Candidature rouverte', told),
    text: `Votre candidature pour ${vacancyOf(told)} n’est plus expirée${causeOf(told)}. Complétez-la et validez-la. C’est possible ${untilOf(told)} ; ensuite elle expire.`,
  }),
  CONDITIONS_AMENDED: (told) => ({
    subject: about('Conditions modifiées', told),
    text: `Pour ${vacancyOf(told)}, ceci a changé : ${fieldsOf(told)}. Votre candidature garde son statut. Vérifiez votre dossier. Vous pouvez l’adapter ${untilOf(told)}.`,
  }),
  CONDITIONS_AMENDED_AFTER_DEADLINE: (told) => ({
    subject: about('Conditions modifiées', told),
    text: `Pour ${vacancyOf(told)}, ceci a changé après la fin du délai : ${fieldsOf(told)}. Vous n’avez rien à faire : votre dossier est évalué tel qu’il était alors, selon les règles d’alors.`,
  }),
  DEADLINE_EXTENDED: (told) => ({
    subject: about('Délai prolongé', told),
    text: `Le délai pour ${vacancyOf(told)} est prolongé. ${movedOf(told, '')}`,
  }),
  DEADLINE_SHORTENED: (told) => ({
    subject: about('Délai raccourci', told),
    text: `Le délai pour ${vacancyOf(told)} est raccourci. ${movedOf(told, 'encore ')}`,
  }),
  VACANCY_WITHDRAWN: (told) => ({
    subject: about('Emploi retiré', told),
    text: `L’institution a retiré ${vacancyOf(told)}. ${told.facts.lapsedBy === 'DEADLINE' ? 'Votre candidature pour cet emploi avait déjà expiré ; votre contestation de cette expiration n’est plus tranchée.' : 'Votre candidature pour cet emploi a donc expiré.'} Vous n’avez rien à faire.`,
  }),
  CONTEST_RECEIVED: (told) => ({
    subject: about('Contestation reçue', told),
    text: `Votre contestation de l’expiration de votre candidature pour ${vacancyOf(told)} est reçue. L’institution décide ; sa réponse viendra dans votre compte.`,
  }),
  CONTEST_UPHELD: (told) => ({
    subject: about('Décision sur votre contestation', told),
    judgement: 'Votre contestation est acceptée : votre candidature est inscrite définitivement.',
    text: `L’institution a décidé sur l’expiration de votre candidature pour ${vacancyOf(told)}. Les raisons figurent avec ce message dans votre compte.`,
  }),
  CONTEST_REJECTED: (told) => ({
    subject: about('Décision sur votre contestation', told),
    judgement: 'Votre contestation est rejetée : votre candidature reste expirée.',
    text: `L’institution a décidé sur l’expiration de votre candidature pour ${vacancyOf(told)}. Les raisons figurent avec ce message dans votre compte.${remedyOf(told)}`,
  }),
  PAPER_COPY_REGISTERED: (told) => ({
    subject: about('Copie sur papier enregistrée', told),
    text: `L’institution a enregistré une copie sur papier : ${DOCUMENTS[told.facts.documentKind ?? ''] ?? 'un document'}. Elle fait partie de votre dossier.${told.facts.unlinked === 'true' ? ` Elle ne prouve encore rien : renvoyez-y, dans votre compte, depuis le diplôme ou l’arrêté dont elle est la copie. C’est possible ${untilOf(told)}.` : ''}`,
  }),
  ELIGIBILITY_DECIDED: (told) => ({
    subject: about('Décision sur votre candidature', told),
    judgement: OUTCOMES[told.facts.outcome ?? ''],
    text: `L’institution a décidé si vous satisfaites ${CONDITIONS[told.facts.conditions ?? ''] ?? 'aux conditions'} pour ${vacancyOf(told)}.${told.facts.replaces === 'true' ? ' Cette décision remplace la précédente.' : ''} Les raisons figurent avec ce message dans votre compte.${remedyOf(told)}`,
  }),
  ERASURE_DUE: (told) => ({
    subject: 'Vos données seront effacées',
    text: `La durée de conservation de vos données se termine. Ce que vous voulez garder, vous pouvez le retirer de votre compte ${untilOf(told)} ; ensuite elles sont effacées.`,
  }),
  SUBMIT: (told) => ({
    subject: about('Introduisez votre candidature', told),
    text: `Votre candidature pour ${vacancyOf(told)} est encore un projet. Introduisez-la et validez-la. C’est possible ${untilOf(told)} ; ensuite elle expire.`,
  }),
  VALIDATE: (told) => ({
    subject: about('Validez votre candidature', told),
    text: `Votre candidature pour ${vacancyOf(told)} est introduite, mais pas encore validée. Complétez les rubriques spécifiques et validez-la. C’est possible ${untilOf(told)} ; ensuite elle expire.`,
  }),
  REVIEW_FILE: (told) => ({
    subject: about('Vérifiez votre dossier', told),
    text: `Pour ${vacancyOf(told)}, d’autres conditions s’appliquent que lorsque vous avez postulé. Vérifiez si votre dossier les prouve. Vous pouvez l’adapter ${untilOf(told)}.`,
  }),
  REACH_YEARS: (told) => ({
    subject: about('Complétez votre expérience', told),
    text: `${told.facts.fields === undefined ? `Pour ${vacancyOf(told)}, votre dossier ne montre plus` : `Selon les conditions modifiées pour ${vacancyOf(told)}, votre dossier ne montre pas`} assez d’années d’expérience. Votre candidature garde son statut, mais c’est ce que contient le dossier qui est évalué. Vous pouvez compléter les rubriques spécifiques ${untilOf(told)}.`,
  }),
} satisfies MessageWords;
