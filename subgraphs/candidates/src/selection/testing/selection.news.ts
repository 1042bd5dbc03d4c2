import { randomUUID } from 'node:crypto';
import type {
  AppealRecorded,
  CandidacyRecorded,
  CandidateTold,
  CloudEvent,
  CommitteeRecorded,
  NotificationSent,
  OfCandidacy,
  ProcedureEnded,
} from '@mandate-graph/domain';
import { procedureIdOf } from '@mandate-graph/writing';

const AT = '2025-11-03T09:00:00Z';

/** Whose it is: an application of a candidate, for a vacancy. */
export const ofCandidacy = (application: string, candidate: string, vacancy: string): OfCandidacy => ({
  ...{ application, candidate, vacancy, procedure: procedureIdOf(vacancy) },
});

const news = (type: string, subject: string, data: object): CloudEvent => ({
  ...{ specversion: '1.0', id: randomUUID(), source: '/selection', type, subject, time: AT },
  ...{ datacontenttype: 'application/json', data },
});

export const told = (of: OfCandidacy, code: CandidateTold['code'], own: Partial<CandidateTold> = {}): CloudEvent =>
  news('mandate-graph.candidate.told.v1', of.application, {
    ...{ ...of, code, done: false, facts: {}, dueAt: null, at: AT },
    ...own,
  });

export const recorded = (of: OfCandidacy, own: Partial<CandidacyRecorded> = {}): CloudEvent =>
  news('mandate-graph.candidacy.recorded.v1', of.application, {
    ...{ ...of, status: 'IN_PROGRESS', submittedToAuthority: false, version: 1, recordedAt: AT },
    ...own,
  });

export const notified = (of: OfCandidacy, own: Partial<NotificationSent> = {}): CloudEvent =>
  news('mandate-graph.notification.sent.v1', of.application, {
    ...{ ...of, notification: randomUUID(), about: 'RESULT', negative: true, sentAt: AT, remedyStated: true },
    ...{ windows: [], ...own },
  });

export const appealed = (of: OfCandidacy, own: Partial<AppealRecorded> = {}): CloudEvent =>
  news('mandate-graph.appeal.recorded.v1', of.application, {
    ...{ ...of, request: randomUUID(), pending: true, version: 1, recordedAt: AT },
    ...own,
  });

export const committee = (vacancy: string, own: Partial<CommitteeRecorded>): CloudEvent =>
  news('mandate-graph.committee.recorded.v1', procedureIdOf(vacancy), {
    ...{ procedure: procedureIdOf(vacancy), vacancy, members: [], version: 1, recordedAt: AT },
    ...own,
  });

export const ended = (vacancy: string, own: Partial<ProcedureEnded> = {}): CloudEvent =>
  news('mandate-graph.procedure.ended.v1', vacancy, {
    ...{ procedure: procedureIdOf(vacancy), vacancy, institution: vacancy.split(':', 1)[0], ending: 'APPOINTED' },
    ...{ endedAt: AT, ...own },
  });
