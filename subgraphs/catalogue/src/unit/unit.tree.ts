/**
 * A query for the ids of a unit and everything below it on a day. Events may arrive in an order in which a cycle
 * stands for a moment: UNION takes each unit once, so it ends all the same.
 */
export const subtreeOf = (unit: string, day: string): string =>
  `WITH RECURSIVE below AS (
     SELECT ${unit} COLLATE "C" AS id
     UNION
     SELECT child.id FROM below JOIN party child ON child.parent_id = below.id
       AND child.valid_from <= ${day} AND ${day} < child.valid_to
   ) SELECT id FROM below`;
