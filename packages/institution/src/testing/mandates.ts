import type { CloudEvent, MandateRecorded, ProcedureEnded, SelectionEventType } from '@mandate-graph/domain';

/** What the selection tells of a mandate that was given for the post of the vacancy `call`, and is not known to end. */
export const mandateTold = (mandate: string, own: Partial<MandateRecorded> = {}): MandateRecorded => ({
  application: 'application-1',
  candidate: 'candidate-1',
  vacancy: 'vrb:vacancy:call',
  procedure: 'procedure-1',
  mandate,
  institution: 'vrb',
  position: 'vrb:position:head',
  kind: 'MANDATE',
  languageRole: 'NL',
  startsOn: '2025-10-01',
  endsOn: null,
  version: 1,
  recordedAt: '2025-09-20T10:00:00Z',
  ...own,
});

const event = <T>(type: SelectionEventType, id: string, subject: string, time: string, data: T): CloudEvent<T> => ({
  specversion: '1.0',
  id,
  source: '/selection',
  type,
  subject,
  time,
  datacontenttype: 'application/json',
  data,
});

export const mandateEvent = (data: MandateRecorded): CloudEvent<MandateRecorded> =>
  event('mandate-graph.mandate.recorded.v1', `${data.mandate}/${data.version}`, data.mandate, data.recordedAt, data);

export const endedEvent = (data: ProcedureEnded): CloudEvent<ProcedureEnded> =>
  event('mandate-graph.procedure.ended.v1', `${data.procedure}/${data.ending}`, data.procedure, data.endedAt, data);
