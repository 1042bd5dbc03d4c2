import type { LocalizedText, StepKind, SuitabilityScheme } from '@mandate-graph/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RecordedStepStatus } from './procedure.rules.ts';

/** What every row of this subgraph says of its making. */
abstract class Recorded {
  /** From 1; grows by one with each act of a person. */
  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;

  /** Subject of the actor; `feed:<institution>` for what the vacancy brought. */
  @Column({ name: 'recorded_by', type: 'text' })
  recordedBy!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}

@Entity('selection_procedure')
export class SelectionProcedureRow extends Recorded {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'vacancy_id', type: 'text' })
  vacancyId!: string;

  @Column({ type: 'text' })
  institution!: string;

  /** Version of the vacancy that the steps are from. */
  @Column({ name: 'vacancy_version', type: 'integer' })
  vacancyVersion!: number;

  @Column({ name: 'suitability_scheme', type: 'text', nullable: true })
  suitabilityScheme!: SuitabilityScheme | null;

  @Column({ name: 'legal_regime', type: 'text', nullable: true })
  legalRegime!: string | null;

  /** From here on, nothing follows the vacancy by itself. */
  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  /** When the institution first told of the vacancy. */
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}

@Entity('selection_step')
export class SelectionStepRow extends Recorded {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'procedure_id', type: 'uuid' })
  procedureId!: string;

  @Column({ type: 'text' })
  key!: string;

  /** Key of the announced step it is the running side of; null for a step of the authority's own. */
  @Column({ name: 'announced_key', type: 'text', nullable: true })
  announcedKey!: string | null;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  kind!: StepKind;

  @Column({ type: 'jsonb' })
  name!: LocalizedText;

  @Column({ type: 'boolean', nullable: true })
  eliminatory!: boolean | null;

  @Column({ type: 'text' })
  status!: RecordedStepStatus;
}
