import { afterwards, final } from '../../../scripts/src/demo/play.gob.afterwards.ts';
import { applying } from '../../../scripts/src/demo/play.gob.applying.ts';
import { committee } from '../../../scripts/src/demo/play.gob.committee.ts';
import { decision, secondDecision } from '../../../scripts/src/demo/play.gob.decision.ts';
import { interview } from '../../../scripts/src/demo/play.gob.interview.ts';
import { result, sending } from '../../../scripts/src/demo/play.gob.result.ts';
import type { Scene } from '../../../scripts/src/demo/play.gob.scene.ts';
import { screening } from '../../../scripts/src/demo/play.gob.screening.ts';

/** What a part of the play must tell, in this order. */
export type Told = readonly [what: string, scene: Scene, lines: readonly RegExp[]];

export const TOLD: readonly Told[] = [
  [
    'whoever applies on the last day, until its end, takes part',
    applying,
    [/12 September 2025, 23:40 · Gwen Denkbeeld: .* DEFINITIVE/, /starts the selection\. Refused/, /NOT_AT_THIS_TIME/],
  ],
  [
    'the procedure runs by the Brussels statute, and what it rests on is told of each rule',
    screening,
    [/RUNNING, by BRUSSELS_STATUTE/, /decidingAuthority = GOVERNMENT\. STATED/, /committeeSize = none\. UNVERIFIED/],
  ],
  [
    'S1.S: the participation conditions are screened, and what a service note asks cannot be established',
    screening,
    [/The platform proposes: UNDETERMINED/, /service note, whose content is not known: cannot be established/],
  ],
  [
    'S1.S: a person decides on the conditions, also against somebody, and that is told by letter',
    screening,
    [
      /Fadil Modèle, where the platform proposed UNDETERMINED: NOT_ELIGIBLE/,
      /Fadil Modèle: reads in the account: EXCLUDED/,
      /“The service note asks for three years/,
      /By letter as well; the remedy and its time are named/,
      /APPEAL: .* 16 September 2025 \+ 60 days = 15 November 2025/,
    ],
  ],
  [
    'S1.S: admissibility is screened as well, and failing it is told by letter and not otherwise',
    screening,
    [/Gwen Denkbeeld inadmissible/, /Refused/, /BY_LETTER/, /Gwen Denkbeeld: reads .* EXCLUDED/, /By letter as well/],
  ],
  ['five of the seven are in the interview', screening, [/concludes the screening: 5 of 7 are in the interview/]],
  [
    'S1.S: the notice names no size of the committee, so none is checked',
    committee,
    [
      /Size: 5, not checked/,
      /Chair: Hanne\./,
      /Quorum: 3 of 5\./,
      /Language roles: 3 NL and 2 FR\. .*prevents nothing/,
    ],
  ],
  [
    'nobody judges who is a candidate, and a conflict that was declared bars',
    committee,
    [/appoints Alix Voorbeeld\. Refused/, /IS_CANDIDATE/, /Lou: declares a conflict/, /it bars: Lou/],
  ],
  [
    'S1.S: the interview is by invitation, on motivation, technical knowledge and behavioural competences',
    committee,
    [
      /invites the five/,
      /motivation \(interest, insight, expectations\); technical knowledge; behavioural competences/,
    ],
  ],
  [
    'nobody is heard before every member has declared, nor without the chair',
    interview,
    [/without Hanne\. Refused/, /INTEREST_NOT_DECLARED: .*: Kim\./, /NO_CHAIR/, /opens the day with all five/],
  ],
  [
    'a member does not hear a candidate with whom a conflict bars',
    interview,
    [/Lou heard Camille/, /CONFLICT_OF_INTEREST: .*: Lou\./, /Camille Fictief, by Hanne, Ilias, Jo, Kim: HELD/],
  ],
  [
    'S1.S: the notice is silent on who does not come, so a person decides that, with reasons',
    interview,
    [
      /Elis Verzonnen did not come\. Refused/,
      /TOO_SHORT: reasons/,
      /Elis Verzonnen is out/,
      /“Invited on 22 September/,
    ],
  ],
  [
    'members score the competences of the notice on their own, and the committee waits for all of them',
    interview,
    [
      /scores the 11 competences of the notice, from 0 to 20/,
      /Hanne: scores 4 candidates\. Saw 0 scores before, sees 4 now/,
      /Lou: scores 3 candidates\. Saw 0 scores before, sees 12 now/,
      /SCORES_MISSING: .*: Kim\./,
      /Kim: scores 4 candidates\. Saw 0 scores before, sees 19 now/,
    ],
  ],
  [
    'S1.S: the committee finds suitable or not, with reasons',
    result,
    [/Alix Voorbeeld is SUITABLE\. “/, /Camille Fictief is SUITABLE\. “/, /Dana Invention is UNSUITABLE\. “/],
  ],
  [
    'S1.S: several who are suitable are ranked, each place reasoned, before anything goes to the Government',
    result,
    [
      ...[
        /submits the result\. Refused/,
        /RANKING_INCOMPLETE/,
        /equally\. Refused/,
        /TIE/,
        /place 1: Alix Voorbeeld\. “/,
      ],
      ...[/place 2: Bodil Exemple\. “/, /place 3: Camille Fictief\. “/, /decides before .* Refused/, /NOT_FROM_THIS/],
      /submits the groups, the ranking and the reasons to the Government/,
    ],
  ],
  [
    'S1.S: the notice names no appeal, and where the sending does not either its time starts four months later',
    sending,
    [
      /without naming the remedy/,
      /Dana Invention: reads in the account: UNSUITABLE/,
      /APPEAL: .* 9 October 2025 \+ 4 months = 9 February 2026, .* \+ 60 days = 10 April 2026/,
    ],
  ],
  [
    'S1.S: the Government decides with reasons on titles and merits, and with others for departing from the ranking',
    decision,
    [
      ...[
        /Bodil Exemple, in place 2\. Refused/,
        /REASONS_NEEDED: departureReasons/,
        /chooses Bodil Exemple, in place 2\.$/,
      ],
      ...[
        /On titles and merits: “/,
        /For departing from the ranking: “/,
        /On Alix Voorbeeld: “.* On Camille Fictief: “/,
      ],
    ],
  ],
  [
    'an interim mandate has an end rule of its own, and no duration',
    decision,
    [/Terms: INTERIM, no duration, RETURN_OF_HOLDER \(REGIME\)/],
  ],
  ['it decides once', decision, [/before there is an answer\. Refused/, /NOT_FROM_THIS_STATUS: .* DECIDED/]],
  [
    'when the one who was chosen declines, it decides again among the others',
    secondDecision,
    [
      ...[/Bodil Exemple: reads of being chosen \(AWAITING_ANSWER\)/, /Bodil Exemple: declines/, /NOT_A_DEPARTURE/],
      ...[/chooses Alix Voorbeeld, in place 1/, /Alix Voorbeeld: accepts, .* COMPLETED: APPOINTED/],
    ],
  ],
  [
    'whoever is not appointed is told why, and can appeal',
    afterwards,
    [
      /Camille Fictief: reads in the account: NOT_APPOINTED\. “/,
      /APPEAL: .* 27 October 2025 \+ 4 months = 27 February 2026, .* \+ 60 days = 28 April 2026/,
    ],
  ],
  [
    'the organisation follows, and the appointment is published',
    afterwards,
    [
      /vacancy is FILLED; the post is HELD \(NL\) since 3 November 2025/,
      /no last day/,
      /public: reads: Alix Voorbeeld/,
    ],
  ],
  ['a complaint is answered', afterwards, [/Camille Fictief: files a complaint/, /COMPLAINT ANSWERED\. “/]],
  [
    'it is final when the last appeal is over, and not a minute before',
    final,
    [/from 29 April 2026, 00:00/, /28 April 2026, 23:59 .* not final yet/, /29 April 2026, 00:00 .* outcome is final/],
  ],
];

/** The lines of one part of the play. */
export function linesOf(lines: readonly string[], { title }: Scene): readonly string[] {
  const from = lines.indexOf(`### ${title}`);
  const next = lines.findIndex((line, at) => at > from && line.startsWith('### '));
  return lines.slice(from, next < 0 ? undefined : next);
}

/** The patterns that no line fits after the one that the pattern before it fits. */
export function missingFrom(lines: readonly string[], patterns: readonly RegExp[]): readonly RegExp[] {
  let at = 0;
  return patterns.filter((pattern) => {
    const found = lines.findIndex((line, index) => index >= at && pattern.test(line));
    if (found >= 0) at = found + 1;
    return found < 0;
  });
}
