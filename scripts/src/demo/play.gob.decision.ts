import { CANDIDATES, GOVERNMENT } from './play.gob.cast.ts';
import type { Scene } from './play.gob.scene.ts';
import type { Round } from './round.ts';
import { dayOf } from './telling.ts';

const { alix, bodil, camille } = CANDIDATES;

/** The first day of the mandate. */
const FIRST_DAY = '2025-11-03';

/** On titles and merits. */
export const decision: Scene = { title: 'The reasoned decision of the Government', play: departing };

export const secondDecision: Scene = {
  title: 'Declined, and decided again',
  play: async (round) => {
    await declined(round);
    await again(round);
    await accepted(round);
  },
};

async function departing(round: Round): Promise<void> {
  const { telling, procedure } = round;
  await telling.at('2025-10-16T15:00');
  const before = await round.candidacies(GOVERNMENT, 'place');
  telling.did(GOVERNMENT, `is shown the ${before.length} who were submitted, with their places and reasons.`);
  const choice = {
    ...{ procedure, application: round.application(bodil), appointmentOn: FIRST_DAY, languageRole: 'FR' },
    ...{ reasons: ON_BODIL, version: await round.version() },
    others: [
      { application: round.application(alix), reasons: ON_ALIX },
      { application: round.application(camille), reasons: ON_CAMILLE },
    ],
  };
  await round.refuses(GOVERNMENT, `chooses ${bodil.name}, in place 2.`, 'decideAppointment', choice);
  await round.act(GOVERNMENT, 'decideAppointment', { ...choice, departureReasons: DEPARTURE });
  telling.did(GOVERNMENT, `chooses ${bodil.name}, in place 2.`);
  telling.because(`On titles and merits: “${ON_BODIL}”`);
  telling.because(`For departing from the ranking: “${DEPARTURE}”`);
  telling.because(`On ${alix.name}: “${ON_ALIX}” On ${camille.name}: “${ON_CAMILLE}”`);
  await terms(round);
  const twice = { ...choice, version: await round.version() };
  await round.refuses(GOVERNMENT, 'decides again before there is an answer.', 'decideAppointment', twice);
}

const ON_BODIL = 'Twelve years of regional programmes, five of them as director: titles that weigh most here.';
const DEPARTURE =
  'Until the holder returns the running programmes must stay on course; who directs them can do so now.';
const ON_ALIX = 'The best interview, but without experience of the programmes that are running.';
const ON_CAMILLE = 'Sound merits, but less experience of leading an administration.';

/** The notice prints that the mandate is an interim one, and not for how long. */
async function terms(round: Round): Promise<void> {
  const { kind, duration, endRule, endSource, explanation } = (await round.see(GOVERNMENT, TERMS)).decision.terms;
  const lasts = duration ?? 'no duration';
  round.telling.because(`Terms: ${kind}, ${lasts}, ${endRule} (${endSource}). ${explanation.en}`);
}

const TERMS = 'decision { terms { kind duration endRule endSource explanation { en } } }';

async function declined(round: Round): Promise<void> {
  const { telling } = round;
  await telling.at('2025-10-20T10:00');
  const { version, decision } = await round.own(bodil, 'version decision { status reasons }');
  await round.tasks(bodil);
  telling.did(bodil, `reads of being chosen (${decision.status}), and why: “${decision.reasons}”`);
  await round.act(bodil, 'declineAppointment', { application: round.application(bodil), version, reasons: NO });
  telling.did(bodil, `declines. “${NO}” The Government can choose again, among the others.`);
}

const NO = 'I have accepted another function in the meantime.';

async function again(round: Round): Promise<void> {
  const { telling, procedure } = round;
  await telling.at('2025-10-23T15:00');
  const choice = {
    ...{ procedure, application: round.application(alix), appointmentOn: FIRST_DAY, languageRole: 'NL' },
    ...{ reasons: ON_ALIX_NOW, version: await round.version() },
    others: [{ application: round.application(camille), reasons: ON_CAMILLE }],
  };
  const departing = { ...choice, departureReasons: DEPARTURE };
  await round.refuses(GOVERNMENT, `chooses ${alix.name}, as a departure.`, 'decideAppointment', departing);
  await round.act(GOVERNMENT, 'decideAppointment', choice);
  telling.did(GOVERNMENT, `chooses ${alix.name}, in place 1.`);
  telling.because(`On titles and merits: “${ON_ALIX_NOW}”`);
  telling.because(`On ${camille.name}: “${ON_CAMILLE}”`);
  await terms(round);
}

const ON_ALIX_NOW = 'First in the ranking, sixteen years of service, and the strongest merits as a leader of teams.';

async function accepted(round: Round): Promise<void> {
  const { telling } = round;
  await telling.at('2025-10-24T09:30');
  const { version } = await round.own(alix, 'version');
  await round.act(alix, 'acceptAppointment', { application: round.application(alix), version });
  const { status, ending } = await round.see(GOVERNMENT, 'status ending');
  telling.did(alix, `accepts, from ${dayOf(FIRST_DAY)}. The selection is ${status}: ${ending}.`);
}
