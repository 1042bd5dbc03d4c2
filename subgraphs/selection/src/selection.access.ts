import {
  type AccessTable,
  LOCALIZED_TEXT_ACCESS,
  mergeAccess,
  REFUSAL_ACCESS,
  type Resource,
  type ResourceOf,
} from '@mandate-graph/runtime';
import { ADMISSION_ACCESS } from './admission/admission.access.ts';
import { CANDIDACY_ACCESS } from './candidacy/candidacy.access.ts';
import { NOTIFICATION_ACCESS } from './notification/notification.access.ts';
import { PROCEDURE_ACCESS } from './procedure/procedure.access.ts';
import { REQUEST_ACCESS } from './request/request.access.ts';

/** The rule of every field. */
export const SELECTION_ACCESS: AccessTable = mergeAccess(
  LOCALIZED_TEXT_ACCESS,
  REFUSAL_ACCESS,
  PROCEDURE_ACCESS,
  CANDIDACY_ACCESS,
  ADMISSION_ACCESS,
  NOTIFICATION_ACCESS,
  REQUEST_ACCESS,
);

/** Whose it is that an object tells of, where the object says so. */
export const resourceOf: ResourceOf = (_context, object: { whose?: Resource } | undefined) => object?.whose ?? null;
