import type { NotificationSent } from '@mandate-graph/domain';
import type { Asked, Said, TaskWords } from './task.words.rules.ts';

const REQUESTS: Readonly<Record<Asked, string>> = {
  CONTEST: 'Decide whether a candidate who contests an exclusion is right.',
  FEEDBACK: 'Give a candidate the feedback that was asked for in writing.',
  COMPLAINT: 'Answer the complaint of a candidate.',
};

const SENT: Readonly<Record<NotificationSent['about'], (said: Said) => string>> = {
  STEP: ({ candidates, step }) => `Send the outcome of ${step} to ${candidates}.`,
  RESULT: ({ candidates }) => `Send the result to ${candidates}.`,
  DECISION: ({ candidates }) => `Send the decision on the appointment to ${candidates}.`,
};

export const ENGLISH_TASKS: TaskWords = {
  candidates: (count) => (count === 1 ? '1 candidate' : `${count} candidates`),
  steps: {
    ELIGIBILITY_SCREENING: 'the check of the conditions',
    COMPUTER_ASSESSMENT: 'the computer assessment',
    ORAL_TEST: 'the oral test',
    INTERVIEW: 'the selection interview',
    RESULT: 'the result',
    ADDITIONAL_INTERVIEW: 'the additional interview',
    DECISION: 'the decision',
  },
  tasks: {
    ANSWER_REQUEST: ({ request }) => REQUESTS[request!],
    START_SELECTION: () => 'Start the selection: applying is over.',
    SCREEN_CANDIDATES: ({ candidates }) => `Decide whether ${candidates} can take part.`,
    PLAN_SESSIONS: ({ candidates }) =>
      `Plan a session of the computer assessment: no seat is left that ${candidates} could choose.`,
    BOOK_SESSION: () => 'Choose a session of the computer assessment.',
    RECORD_ATTENDANCE: ({ candidates }) => `Record whether ${candidates} with a seat came to the computer assessment.`,
    RECORD_ASSESSMENTS: ({ candidates }) => `Record the result of the computer assessment of ${candidates}.`,
    COMPLETE_COMMITTEE: () => 'Complete the committee: as it is now, it cannot hear or judge every candidate.',
    INVITE_TO_HEARING: ({ candidates, step }) => `Invite ${candidates} to ${step}.`,
    DECLARE_INTERESTS: ({ candidates }) => `Declare whether anything ties you to ${candidates}.`,
    HOLD_HEARINGS: ({ candidates, step }) => `Hold ${step} of ${candidates}, and record it.`,
    SCORE_CANDIDATES: ({ candidates }) => `Score ${candidates} whom you heard.`,
    CONCLUDE_CANDIDATES: ({ candidates }) => `Record what the committee concludes on ${candidates}: all scores are in.`,
    RANK_CANDIDATES: ({ candidates }) => `Record how the committee ranks ${candidates} who are suitable.`,
    CONCLUDE_STEP: ({ step }) => `Conclude ${step}: nobody waits in it any more.`,
    SUBMIT_RESULT: () => 'Submit the result to the authority.',
    INTERVIEW_CANDIDATES: ({ candidates }) => `Hold the additional interview of ${candidates} who are suitable.`,
    DECIDE_APPOINTMENT: () => 'Decide on the appointment.',
    ANSWER_APPOINTMENT: () => 'You were chosen: accept or decline the appointment.',
    RECORD_NO_ANSWER: () => 'Record that whoever was chosen gave no answer: the last day for it is over.',
    PUBLISH_APPOINTMENT: () => 'Make public who was appointed.',
    SEND_OUTCOMES: (said) => SENT[said.about!](said),
  },
};
