import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { NotificationLoaders } from '../notification/notification.loaders.ts';
import type { PersonKeys } from '../person/person.keys.ts';
import { SessionLoaders } from '../session/session.loaders.ts';
import { SessionPlanningService } from '../session/session.planning.service.ts';
import { SessionReadingRepository } from '../session/session.reading.repository.ts';
import { SessionRegistrationService } from '../session/session.registration.service.ts';
import { SessionService } from '../session/session.service.ts';
import type { SelectionWriting } from '../writing/selection.writing.ts';
import { AttendanceService } from './assessment.attendance.service.ts';
import { AssessmentCorrectionService } from './assessment.correction.service.ts';
import { AssessmentReadingService, assessmentLoader } from './assessment.reading.service.ts';
import { AssessmentRepository } from './assessment.repository.ts';
import { AssessmentService } from './assessment.service.ts';

interface Parts {
  readonly manager: EntityManager;
  readonly keys: PersonKeys;
  readonly writing: SelectionWriting;
  readonly loaders: Pick<NotificationLoaders, 'startedBy'>;
  readonly now: Temporal.Instant;
}

/** The computer assessment: its sessions, who sits them, and what comes of it. */
export function assessmentServices({ manager, keys, writing, loaders, now }: Parts) {
  const sessions = new SessionLoaders(new SessionReadingRepository(manager), loaders.startedBy);
  return {
    sessions: new SessionService(sessions, now),
    sessionPlanning: new SessionPlanningService(writing),
    sessionRegistration: new SessionRegistrationService(writing),
    attendance: new AttendanceService(writing),
    assessment: new AssessmentService(writing),
    assessmentCorrection: new AssessmentCorrectionService(writing),
    assessments: new AssessmentReadingService(assessmentLoader(new AssessmentRepository(manager), keys), keys),
  };
}
