/** What the play must tell, by the rule it is about, with parts of lines that follow one another. */
export const TOLD: readonly (readonly [what: string, lines: readonly string[]])[] = [
  [
    'S2.A: an application is submitted, validated once the years are reached, and lapses when it is not in time',
    [
      'Robin Voorbeeld: validates. Refused:',
      'YEARS_NOT_REACHED',
      'Robin Voorbeeld: adds a section (1 January 2013 to 31 December 2019), and validates: DEFINITIVE.',
      '23 October 2025, 00:00 · Mika Ontwerp: validates. Refused:',
      'the application of Mika Ontwerp lapses: LAPSED.',
    ],
  ],
  [
    'S2.S1: the preselection rests on the file of the deadline only, with reasons, and rights against it',
    [
      'In the account: 1. In the file that was frozen: 0.',
      'decides on Kim Denkbeeld: NOT_ELIGIBLE, as the rules propose.',
      'not met. The file holds nothing on this; needed: a diploma.',
      'Kim Denkbeeld: reads the outcome in the account: EXCLUDED.',
      '27 October 2025 + 2 months = 27 December 2025',
      '27 October 2025 + 60 days = 26 December 2025',
      'Final: not yet, since a window is open.',
    ],
  ],
  [
    'S2.E: a diploma in another language lets its candidate take part under reserve',
    ['decides on Sam Exemple: CONDITIONAL, as the rules propose.', 'Under reserve: “Master en santé publique”'],
  ],
  [
    'S2.S2: the holder of a function of the same or a higher level is exempt, of a lower one not',
    ['LEVEL_TOO_LOW', 'Sam Exemple is EXEMPT, and in the step “Oral test” at once.'],
  ],
  [
    'S2.T: one registers within the period, gives a seat up an hour before at the latest, and can take another one',
    [
      'REGISTRATION_NOT_OPEN',
      'Asked to give it up before 24 November 2025, 00:00; possible until 24 November 2025, 08:30, which still counts.',
      'Problems are reported before 21 November 2025, 00:00',
      'REGISTRATION_OVER',
      'takes one in the session of 27 November 2025, 13:30.',
      'TOO_LATE',
    ],
  ],
  [
    'S2.T: whoever is absent or not registered is out by the rule, and can contest that before a person',
    [
      'Dominique Invention is EXCLUDED: ABSENT.',
      '24 November 2025 + 30 days = 24 December 2025',
      'Charlie Modèle is EXCLUDED: NOT_REGISTERED.',
      'Charlie Modèle: contests it',
      'answers the contest of Charlie Modèle: REJECTED.',
      '1 December 2025 + 4 months = 1 April 2026, when the time starts to run; + 60 days = 31 May 2026',
    ],
  ],
  [
    'S2.S2: 60 of 100 passes and 59.99 does not, and both count in other vacancies',
    [
      '24 November 2025 + 2 years = 24 November 2027; exempt until the end of that day',
      'NOT_AS_SCORED',
      'records 59.99 for Alex Verzonnen: not passed.',
      'the account of Alex Verzonnen says IN_PROGRESS.',
      '24 November 2025 + 6 months = 24 May 2026; barred until the end of that day',
      'records 58, 60, 62 for Noor Fictief: 60, where 60 of 100 passes.',
    ],
  ],
  [
    'legal 5: no member is a candidate or in the reporting line of one, and a declared conflict bars',
    [
      'IS_CANDIDATE',
      'Greet, who holds gob-connectit:position:secretary-general, has a conflict of interest: REPORTING_LINE, which bars.',
      'replaces Greet by Jules (FR).',
      'judges that it bars: Dirk takes no part where Lou Fantasie is judged.',
      'CONFLICT_OF_INTEREST',
      'Dirk: scores Lou Fantasie. Refused:',
    ],
  ],
  [
    'S2.S3: the committee has 8 to 10 members on the day of the oral test',
    ['must be 8 to 10, but got: 7.', 'Size: 9, where the notice asks for 8 to 10.', 'opens the day with all 9 members'],
  ],
  [
    'S2.S3: each scores on their own before seeing others, and the chair concludes once all have',
    [
      'sees that the scores of 1 of 9 members are in, and none of them.',
      'scores Robin Voorbeeld, and then sees 2',
      'SCORES_MISSING',
      'NOT_THE_CHAIR',
    ],
  ],
  [
    'S2.S Result: suitable or not with reasons, the suitable ranked without ties, and nobody told before it is sent',
    [
      'Lou Fantasie: UNSUITABLE.',
      'TIE',
      'CONTEST_POSSIBLE',
      'submits the result to the authority: RESULT_SUBMITTED.',
      'The public sees: no number',
      'The account of Lou Fantasie says IN_PROGRESS, and no group',
      'Lou Fantasie: reads: UNSUITABLE.',
    ],
  ],
  [
    'S2.S4: the authority interviews the suitable before it decides',
    ['INTERVIEWS_MISSING', 'interviews Noor Fictief.', 'interviews Robin Voorbeeld.', 'interviews Sam Exemple.'],
  ],
  [
    'S2.N: being appointed has conditions of its own, judged for the day of the appointment',
    ['CONDITIONS_NOT_JUDGED', 'conditions for being appointed on 1 March 2026: ELIGIBLE'],
  ],
  [
    'legal 6: the authority departs from the ranking with reasons of its own',
    ['without a word on the first place. Refused:', 'REASONS_NEEDED', 'Departs from the ranking: “'],
  ],
  [
    'legal 2: the mandate lasts as long as the legal regime says, where the notice is silent',
    ['Kind: MANDATE, by the NOTICE. Duration: P6Y, by the REGIME.', 'HELD from 1 March 2026 to 29 February 2032.'],
  ],
  [
    'S2.F: feedback can be asked for on the last day of February, and not on the day after',
    [
      '31 December 2025 + 2 months = 28 February 2026 (February 2026 has no 31st: its last day)',
      '28 February 2026, 23:50 · Lou Fantasie: asks for feedback on the last day',
      'FEEDBACK_OVER',
    ],
  ],
  [
    'legal 10: nothing is final while a window is open, and one of a notification without a remedy is longest',
    ['27 January 2026 + 60 days = 28 March 2026', 'final from 1 June 2026, 00:00'],
  ],
];

/** Those that no line has, or none after the line before. */
export function missingFrom(lines: readonly string[], wanted: readonly string[]): readonly string[] {
  let from = 0;
  return wanted.filter((part) => {
    const at = lines.findIndex((line, index) => index >= from && line.includes(part));
    if (at >= 0) from = at;
    return at < 0;
  });
}
