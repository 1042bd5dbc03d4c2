import { type Problem, reasonsProblems, unknown } from '@mandate-graph/domain';
import { requireVersion } from '@mandate-graph/writing';
import { problem } from '../writing/problem.rules.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import type { EndMandateInput, PublishAppointmentInput } from './mandate.input.ts';
import { endProblems, nameProblems } from './mandate.rules.ts';
import { MandateStore } from './mandate.store.ts';
import { PublicationStore } from './publication.store.ts';

/** What the authority does with a mandate once it was accepted. */
export class MandateService {
  constructor(private readonly writing: SelectionWriting) {}

  end(input: EndMandateInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'endMandate', rule: 'SELECTION_DECIDE', input, what: 'mandate' },
      id: ({ mandate }) => mandate,
      act: (given, work) => this.#end(given, work),
    });
  }

  /** From here on everybody sees who was appointed, and for how long. */
  publish(input: PublishAppointmentInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'publishAppointment', rule: 'SELECTION_DECIDE', input, what: 'procedure' },
      id: ({ procedure }) => procedure,
      act: (given, work) => this.#publish(given, work),
    });
  }

  async #end({ mandate: id, version, endsOn, cause, reasons }: EndMandateInput, work: Work): Promise<Acted> {
    const store = new MandateStore(work);
    const mandate = await store.one(id);
    if (mandate === null) return { problems: [unknown('mandate', 'MANDATE', 'a mandate of this procedure')] };
    const problems: readonly Problem[] = [...endProblems(endsOn, mandate), ...reasonsProblems(reasons)];
    if (problems.length > 0) return { problems };
    requireVersion(mandate.id, version, mandate.version);
    return { answer: await store.end(mandate, endsOn, { cause, reasons }) };
  }

  async #publish({ publishedName, version }: PublishAppointmentInput, work: Work): Promise<Acted> {
    const store = new PublicationStore(work);
    const publishable = await store.publishable();
    const problems = [...(publishable === null ? [NOBODY_APPOINTED] : []), ...nameProblems(publishedName)];
    if (publishable === null || problems.length > 0) return { problems };
    requireVersion(publishable.publicationId, version, publishable.version);
    return { answer: await store.publish(publishable, publishedName) };
  }
}

const NOBODY_APPOINTED: Problem = problem(
  'procedure',
  'NOBODY_APPOINTED',
  null,
  'procedure must be one in which somebody was appointed, and has accepted',
);
