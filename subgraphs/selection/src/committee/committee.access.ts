import type { AccessTable } from '@mandate-graph/runtime';

/** Who judges is not public; who stands before them sees when and where. */
export const COMMITTEE_ACCESS: AccessTable = {
  Mutation: {
    SELECTION_RUN:
      'appointMember replaceMember releaseMember makeChair inviteToHearing openHearing recordHearing assessInterest recordPositionHeld',
    COMMITTEE_ACT: 'declareInterest',
    ERASE_MEMBER: 'eraseMember',
  },
  SelectionProcedure: { COMMITTEE_READ: 'committee' },
  Candidacy: { COMMITTEE_READ: 'conflicts', SELECTION_READ: 'hearings' },
  SelectionCommittee: {
    COMMITTEE_READ: 'members formerMembers parity size chairing quorum hearingDays declarations conflicts',
  },
  CommitteeMember: {
    COMMITTEE_READ:
      'id name expertise function languageRole position you joinedAt leftAt replaces leavingReasons present declared version',
  },
  CommitteeParity: { COMMITTEE_READ: 'nl fr unknown balanced required basis source' },
  CommitteeRange: { COMMITTEE_READ: 'min max now withinRange basis source' },
  CommitteeQuorum: { COMMITTEE_READ: 'needed basis source' },
  CommitteeChairing: { COMMITTEE_READ: 'required chair basis source' },
  HearingDay: { COMMITTEE_READ: 'id step heldOn members chair present openedAt version' },
  Hearing: { SELECTION_READ: 'id step status startsAt place heldOn minutes version', COMMITTEE_READ: 'present' },
  ConflictOfInterest: { COMMITTEE_READ: 'member application kind barring' },
  InterestDeclaration: {
    COMMITTEE_READ: 'id member kind application covers reasons declaredAt assessment assessmentReasons version',
  },
};
