import { AUTHORITY, CANDIDATES, KSZ_POSITION, KSZ_VACANCY, PUBLIC, RECRUITER } from './play.ksz.cast.ts';
import { BEGINS } from './play.ksz.decision.ts';
import type { Round } from './round.ts';
import type { Data } from './stage.ts';
import { dayOf, momentOf } from './telling.ts';

const { robin, noor, sam, lou } = CANDIDATES;

/** The answer, the organisation that follows, what is made public, and until when something can be done about it. */
export async function afterwards(round: Round): Promise<void> {
  round.telling.chapter('Appointment, publication and rights');
  await accepted(round);
  await sent(round);
  await published(round);
  await feedback(round);
  await final(round);
}

async function accepted(round: Round): Promise<void> {
  const { telling, stage } = round;
  await telling.at('2026-01-26T10:00');
  const { version } = await round.own(robin, 'version');
  await round.act(robin, 'acceptAppointment', { application: round.application(robin), version });
  const { status, decision } = await round.own(robin, MANDATE);
  const { explanation, kind, kindSource, duration, durationSource } = decision.mandate;
  telling.did(robin, `accepts: ${status}.`);
  telling.because(explanation.en);
  telling.because(`Kind: ${kind}, by the ${kindSource}. Duration: ${duration}, by the ${durationSource}.`);
  const holder = await stage.until(() => holderOn(round, BEGINS));
  const { startsOn, endsOn } = holder;
  const filled = await stage.until(async () => {
    const { vacancy } = await stage.ask(PUBLIC, VACANCY, { id: KSZ_VACANCY });
    return vacancy.status === 'FILLED' ? vacancy : null;
  });
  telling.rule(
    `the organisation follows. The vacancy is ${filled.status}; the post is ${holder.status} from ${dayOf(startsOn)} to ${dayOf(endsOn)}.`,
  );
}

const MANDATE = 'status decision { mandate { explanation { en } kind kindSource duration durationSource } }';
const VACANCY = 'query ($id: ID!) { vacancy(id: $id) { status } }';

/** Who holds the post on a day, as anybody sees it; null until the institution has heard of it. */
async function holderOn({ stage }: Round, day: string): Promise<Data | null> {
  const query = `query ($id: ID!, $day: LocalDate) { position(id: $id, asOf: $day) { holder { status startsOn endsOn } } }`;
  const { position } = await stage.ask(PUBLIC, query, { id: KSZ_POSITION, day });
  return position?.holder?.status === 'HELD' ? position.holder : null;
}

async function sent(round: Round): Promise<void> {
  const { telling, procedure } = round;
  await telling.at('2026-01-27T11:00');
  await round.act(RECRUITER, 'sendOutcomes', { procedure, about: 'DECISION', remedyStated: true, byLetter: false });
  telling.did(RECRUITER, 'sends the decision to the three whom it was taken among.');
  for (const candidate of [noor, sam]) {
    const { status, decision } = await round.own(candidate, 'status decision { reasons }');
    telling.did(candidate, `reads: ${status}. “${decision.reasons}”`);
  }
  await round.deadlines(noor, ['APPEAL']);
}

async function published(round: Round): Promise<void> {
  const { telling, procedure } = round;
  await telling.at('2026-02-02T09:00');
  const before = await round.see(PUBLIC, 'appointee { name }');
  await round.act(AUTHORITY, 'publishAppointment', { procedure, publishedName: robin.name });
  const { appointee } = await round.see(PUBLIC, 'appointee { name mandate { startsOn endsOn } }');
  telling.did(
    AUTHORITY,
    `publishes who was appointed. Until now the public saw ${before.appointee?.name ?? 'nobody'}.`,
  );
  const { startsOn, endsOn } = appointee.mandate;
  telling.did(PUBLIC, `reads: ${appointee.name}, mandate from ${dayOf(startsOn)} to ${dayOf(endsOn)}.`);
}

async function feedback(round: Round): Promise<void> {
  const { telling } = round;
  await telling.at('2026-02-28T23:50');
  const text = 'What weighed most in the conclusion on the practical case?';
  const asked = await round.act(lou, 'requestFeedback', { application: round.application(lou), text });
  telling.did(lou, `asks for feedback on the last day: “${text}”`);
  await telling.at('2026-03-01T00:05');
  const late = { application: round.application(sam), text: 'Which competences should I work on?' };
  await round.refuses(sam, 'asks for feedback on the day after.', 'requestFeedback', late);
  await telling.at('2026-03-06T14:00');
  const answer = 'The planning of the programme in the case: it named no risks, and no one who would carry them.';
  await round.act(RECRUITER, 'answerRequest', { request: asked.id, version: asked.version, answer });
  const { requests } = await round.own(lou, 'requests { status answer }');
  telling.did(RECRUITER, `answers ${lou.name}: ${requests[0].status}. “${requests[0].answer}”`);
}

/** Only once nothing can be done about any outcome any more. */
async function final(round: Round): Promise<void> {
  const { telling } = round;
  await telling.at('2026-03-29T00:05');
  const { final: own } = await round.own(noor, 'final');
  telling.did(noor, `reads that the outcome is final: ${own ? 'yes' : 'no'}, the last window is over.`);
  const { finalFrom } = await round.see(PUBLIC, 'finalFrom');
  telling.because(
    `The procedure as a whole is final from ${momentOf(finalFrom)}: what a rule brought about named no remedy.`,
  );
  await telling.at('2026-06-01T09:00');
  const seen = await round.see(PUBLIC, PUBLIC_VIEW);
  telling.did(PUBLIC, `reads at the end: ${seen.status}, ${seen.ending}.`);
  for (const { name, status } of seen.steps) telling.because(`${name.en}: ${status}`);
  const { candidates, admitted, suitable } = seen.counts;
  telling.because(`Candidates: ${shown(candidates)}; admitted: ${shown(admitted)}; suitable: ${shown(suitable)}.`);
  telling.because(`Appointed: ${seen.appointee.name}. Of nobody else is anything public.`);
}

const shown = (number: number | null) => number ?? 'not shown';
const PUBLIC_VIEW =
  'status ending steps { name { en } status } counts { candidates admitted suitable } appointee { name }';
