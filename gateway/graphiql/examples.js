/** The queries the page opens with, one tab each; the name of the operation is the title of its tab. */
export const examples = [
  `# Every vacancy of every institution, in one answer.
query Vacancies {
  vacancies(first: 20) {
    totalCount
    edges {
      node {
        id
        title { nl fr en }
        institution { code }
        status
        applicationDeadline { date daysLeft }
        languageRoles { roles combinator }
        rank
        unitsConcerned { name { en } }
        pay {
          payScale
          salaryBand
          grossAnnualSalary { amount currency }
        }
      }
    }
  }
}
`,
  `# The steps of each selection: as the institution announces them, and as the selection runs.
query Steps {
  vacancies(first: 20) {
    edges {
      node {
        id
        title { en }
        announcedSteps {
          position
          kind
          name { en }
          eliminatory
          passMark { atLeast outOf }
          duration { minutes approximate }
          committeeSize { min max }
        }
        selectionProcedure {
          status
          steps { position kind status }
        }
        applicationCount
      }
    }
  }
}
`,
  `# From a vacancy to its units: the tree below them, their budgets and their people.
query Units {
  vacancies(first: 20) {
    edges {
      node {
        title { en }
        unitsConcerned {
          id
          kind
          name { nl en }
          budgets { kind amount { amount currency } fiscalYear }
          headcounts { kind value unitOfMeasure }
          budgetPerHead { amount currency rule }
          ancestors { name { en } }
          subtree { depth unit { id kind name { en } } }
        }
      }
    }
  }
}
`,
  `# From a vacancy to its post, and to everyone the post answers to, stands in for, advises or informs.
query Lines {
  vacancies(first: 20) {
    edges {
      node {
        title { en }
        position {
          id
          title { en }
          managementTier
          holder { status }
          lines {
            kind
            label { en }
            from { name { en } }
            to { name { en } }
            topics { en }
            condition { operator circumstances { en } }
            provenance { path status copies { first last } }
          }
        }
      }
    }
  }
}
`,
  `# Where values come from: printed by the notice (with its lines), computed by a rule, or not stated.
query Sources($paths: [String!]) {
  vacancies(first: 20) {
    edges {
      node {
        title { en }
        provenance(paths: $paths) {
          path
          status
          notice
          copies { first last }
          rule
        }
      }
    }
  }
}
`,
];

/** Variables of the examples that take some, by the name of the operation. */
export const variables = {
  Sources: { paths: ['title', 'applicationDeadline.date', 'status', 'pay.payScale', 'rank'] },
};
