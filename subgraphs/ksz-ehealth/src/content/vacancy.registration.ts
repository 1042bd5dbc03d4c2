import { ours, stated, statedWith } from '@mandate-graph/domain';
import { type Part, under } from './sources.ts';

/** Registering for the tests: only in the period the account shows, and what absence means. */
export const testRegistration: Part<'testRegistration'> = {
  fields: {
    testRegistration: {
      onlyWithinRegistrationPeriod: true,
      choiceOfDate: true,
      invitationChannels: [
        ours('e-mail', 'courriel', 'e-mail'),
        ours('online account', 'compte en ligne', 'online account'),
      ],
      cancelAtLatest: 'PT1H',
      cancelAsked: 'P1D',
      rebookingAllowed: true,
      reportProblemsWorkingDays: 2,
      absenceExcludes: true,
    },
  },
  sources: under('testRegistration', {
    '': stated([319, 327]),
    onlyWithinRegistrationPeriod: stated(321),
    choiceOfDate: statedWith('only when there are several dates', 320),
    invitationChannels: statedWith('by either or both', 322),
    cancelAtLatest: stated(323),
    cancelAsked: stated(323, 327),
    rebookingAllowed: statedWith('only while other sessions are available', 323),
    reportProblemsWorkingDays: statedWith('to the contact person, whom the notice does not name', 324),
    absenceExcludes: stated(321, 325),
  }),
};
