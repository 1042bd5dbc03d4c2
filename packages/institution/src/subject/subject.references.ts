import type { SubjectKind, SubjectStates } from '@mandate-graph/domain';

/** A reference from one subject to another: the path it stands at, the id, and the kinds it may point at. */
export interface Reference {
  readonly path: string;
  readonly id: string;
  readonly kinds: readonly SubjectKind[];
}

const PARTY: readonly SubjectKind[] = ['unit', 'position', 'body'];

const one = (path: string, id: string | null, kinds: readonly SubjectKind[]): Reference[] =>
  id === null ? [] : [{ path, id, kinds }];

const many = (path: string, ids: readonly string[], kinds: readonly SubjectKind[]): Reference[] =>
  ids.map((id, index) => ({ path: `${path}[${index}]`, id, kinds }));

/** Every reference a state of each kind makes. */
export const REFERENCES: { readonly [K in SubjectKind]: (state: SubjectStates[K]) => readonly Reference[] } = {
  vacancy: (vacancy) => [
    ...many('unitsConcerned', vacancy.unitsConcerned, ['unit']),
    ...one('recruiter', vacancy.recruiter, ['unit']),
    ...one('position', vacancy.position, ['position']),
    ...vacancy.resultAreas.flatMap((area, index) => one(`resultAreas[${index}].unit`, area.unit, ['unit'])),
    ...vacancy.announcedSteps.flatMap((step, index) => [
      ...one(`announcedSteps[${index}].actor`, step.actor, ['unit', 'body']),
      ...one(`announcedSteps[${index}].decidedBy`, step.decidedBy, ['unit', 'body']),
    ]),
  ],
  unit: (unit) => one('parent', unit.parent, ['unit']),
  position: (position) => many('units', position.units, ['unit']),
  holder: (holder) => one('position', holder.position, ['position']),
  body: (body) => one('unit', body.unit, ['unit']),
  line: (line) => [
    ...one('from', line.from, PARTY),
    ...one('to', line.to, PARTY),
    ...many('onBehalfOf', line.onBehalfOf, PARTY),
    ...one('via', line.via, PARTY),
    ...many('inConsultationWith', line.inConsultationWith, PARTY),
  ],
  budget: (budget) => [...one('unit', budget.unit, ['unit']), ...one('position', budget.position, ['position'])],
  headcount: (headcount) => [
    ...one('unit', headcount.unit, ['unit']),
    ...one('position', headcount.position, ['position']),
  ],
  // A change tells of units that may be gone, and of units that were not there before.
  reorganisation: (change) => [
    ...many('predecessors', change.predecessors, ['unit']),
    ...many('successors', change.successors, ['unit']),
  ],
};
