import type { Language, Problem } from '@mandate-graph/domain';

/** What stands in an account. */
export interface AccountData {
  readonly givenNames: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly preferredLanguage: Language;
}

/** The same as it is given. */
export type GivenAccount = Omit<AccountData, 'phone'> & { readonly phone?: string | null };

interface Form {
  readonly code: string;
  readonly pattern: RegExp;
  readonly words: string;
}

const NAME: Form = {
  code: 'NOT_A_NAME',
  pattern: /^.{1,100}$/u,
  words: 'a name on one line, in at most 100 characters',
};

/** Commas, semicolons and angle brackets would make more than one address of it when a mail is sent. */
const EMAIL: Form = {
  code: 'NOT_AN_EMAIL_ADDRESS',
  pattern: /^(?=.{3,254}$)(?!.*\.\.)[^\s@,;<>]+@[^\s@,;<>.]+(?:\.[^\s@,;<>.]+)+$/u,
  words:
    'one e-mail address: one @, a dot within what follows it, no two dots in a row, no spaces, commas, semicolons or angle brackets, in at most 254 characters',
};

const PHONE: Form = {
  code: 'NOT_A_TELEPHONE_NUMBER',
  pattern: /^(?=.{6,40}$)(?:[ +()/.-]*\d){6,20}[ +()/.-]*$/,
  words: 'a telephone number: 6 to 20 digits, with spaces and + ( ) / . - only, in at most 40 characters',
};

const FORMS = { givenNames: NAME, familyName: NAME, email: EMAIL, phone: PHONE } as const;

/** What is kept of what was given. */
export const accountOf = ({ phone, ...given }: GivenAccount): AccountData => ({
  givenNames: given.givenNames,
  familyName: given.familyName,
  email: given.email,
  phone: phone ?? null,
  preferredLanguage: given.preferredLanguage,
});

/** What is wrong with it, without what was written: that is personal. */
export const accountProblems = (account: AccountData): readonly Problem[] =>
  (Object.keys(FORMS) as (keyof typeof FORMS)[]).flatMap((path) => {
    const { code, pattern, words } = FORMS[path];
    const written = account[path];
    return written === null || pattern.test(written)
      ? []
      : [{ path, code, value: null, rule: `${path} must be ${words}.` }];
  });
