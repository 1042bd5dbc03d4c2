import type { Actor } from '@mandate-graph/runtime';
import type { EntityManager } from 'typeorm';
import { DecisionAnswerService } from './decision/decision.answer.service.ts';
import { DecisionFactsRepository } from './decision/decision.facts.ts';
import { DecisionReader } from './decision/decision.reader.ts';
import { DecisionService } from './decision/decision.service.ts';
import { interviewLoader } from './interview/interview.loaders.ts';
import { InterviewReader } from './interview/interview.reader.ts';
import { InterviewRepository } from './interview/interview.repository.ts';
import { InterviewService } from './interview/interview.service.ts';
import { MandateReader } from './mandate/mandate.reader.ts';
import { MandateRepository } from './mandate/mandate.repository.ts';
import { MandateService } from './mandate/mandate.service.ts';
import type { PersonKeys } from './person/person.keys.ts';
import type { SelectionWriting } from './writing/selection.writing.ts';

interface Request {
  readonly manager: EntityManager;
  readonly keys: PersonKeys;
  readonly writing: SelectionWriting;
  readonly actor: Actor;
}

/** The services of what the authority does, and of what comes of it. */
export function decidingServices({ manager, keys, writing, actor }: Request) {
  const decisionReader = new DecisionReader(new DecisionFactsRepository(manager, keys), actor);
  return {
    interviews: new InterviewService(writing),
    interviewReader: new InterviewReader(interviewLoader(new InterviewRepository(manager, keys)), decisionReader),
    decisions: new DecisionService(writing),
    decisionAnswers: new DecisionAnswerService(writing),
    decisionReader,
    mandates: new MandateService(writing),
    mandateReader: new MandateReader(new MandateRepository(manager, keys)),
  };
}
