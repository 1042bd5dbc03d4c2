import type { ApplicationProcedure, DocumentRules, Language, VacancyState } from '@mandate-graph/domain';

/** Of a vacancy, what says how one applies. */
export type ApplyingState = Pick<VacancyState, 'applicationProcedure' | 'documentRules'>;

/** The facts on how one applies. */
export interface WorkflowFacts {
  /** In which the specific sections must be; null: any. */
  readonly specificSectionsLanguage: Language | null;
  readonly cvCountsAsExperience: boolean;
  readonly currentJobEndsOn: NonNullable<ApplicationProcedure['currentJobEndsOn']>;
  readonly editableUntilDeadline: boolean;
  readonly revalidationAfterEdit: boolean;
  readonly snapshotAt: NonNullable<ApplicationProcedure['snapshotAt']>;
  readonly documentFormats: DocumentRules['formats'];
  readonly documentMaxBytes: number;
  readonly paperCopies: boolean;
}

/** What holds where a notice is silent. */
export const PLATFORM_DEFAULTS: WorkflowFacts = {
  specificSectionsLanguage: null,
  cvCountsAsExperience: false,
  currentJobEndsOn: 'DATE_OF_CANDIDACY',
  editableUntilDeadline: true,
  revalidationAfterEdit: false,
  snapshotAt: 'APPLICATION_DEADLINE',
  documentFormats: ['PDF', 'DOC', 'DOCX', 'JPG', 'TIF'],
  documentMaxBytes: 8 * 1024 * 1024,
  paperCopies: true,
};

export interface Workflow extends WorkflowFacts {
  /** Names of the fields in which the default stands. */
  readonly defaults: readonly string[];
}

/** How one applies for a vacancy: what its notice says, and the platform's default wherever it says nothing. */
export function workflowOf({ applicationProcedure: procedure, documentRules: rules }: ApplyingState): Workflow {
  const said: { readonly [F in keyof WorkflowFacts]: WorkflowFacts[F] | null | undefined } = {
    specificSectionsLanguage: procedure?.specificSectionsLanguage,
    cvCountsAsExperience: procedure?.cvCountsAsExperience,
    currentJobEndsOn: procedure?.currentJobEndsOn,
    editableUntilDeadline: procedure?.editableUntilDeadline,
    revalidationAfterEdit: procedure?.revalidationAfterEdit,
    snapshotAt: procedure?.snapshotAt,
    documentFormats: rules?.formats.length === 0 ? null : rules?.formats,
    documentMaxBytes: rules?.maxBytes,
    paperCopies: rules?.fallback == null ? null : true,
  };
  const stated: Partial<WorkflowFacts> = Object.fromEntries(Object.entries(said).filter(([, value]) => value != null));
  return {
    ...PLATFORM_DEFAULTS,
    ...stated,
    defaults: Object.keys(PLATFORM_DEFAULTS).filter((field) => !(field in stated)),
  };
}
