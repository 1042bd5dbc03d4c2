import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicationStatus } from './application.rules.ts';

/** An application as it stands now; its earlier versions are in `application_history`. */
@Entity('application')
export class ApplicationRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Of the candidate's account, which alone knows who it is. */
  @Column({ name: 'candidate_id', type: 'uuid' })
  candidateId!: string;

  @Column({ name: 'vacancy_id', type: 'text' })
  vacancyId!: string;

  @Column({ type: 'text' })
  status!: ApplicationStatus;

  /** The first submission: its local day is the date of candidacy. */
  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  /** From 1; grows by one with each act. */
  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;

  /** Subject of the actor, or the name of the rule, that brought it to this version. */
  @Column({ name: 'recorded_by', type: 'text' })
  recordedBy!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
