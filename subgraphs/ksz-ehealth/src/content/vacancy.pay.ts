import { euro, stated } from '@mandate-graph/domain';
import type { Part } from './sources.ts';

/** The offer, printed in the summary tab and again in the full description. */
export const pay: Part<'pay'> = {
  fields: {
    pay: {
      payScale: null,
      salaryBand: 5,
      grossAnnualSalary: euro('185457.89'),
      indexed: true,
      indexDate: null,
      mobilityBudget: euro('16875.00'),
      payee: null,
    },
  },
  sources: {
    pay: stated(131, 132, 309, 310),
    'pay.salaryBand': stated(131, 309),
    'pay.grossAnnualSalary': stated(131, 309),
    'pay.indexed': stated(131, 309),
    'pay.mobilityBudget': stated(132, 310),
  },
};
