/** Something the person at the keyboard can mend; the message is all they need to see. */
export class SetupProblem extends Error {}

/** Progress goes to standard error: standard output belongs to whatever runs after the setup. */
export const tell = (sentence) => process.stderr.write(`${sentence}\n`);
