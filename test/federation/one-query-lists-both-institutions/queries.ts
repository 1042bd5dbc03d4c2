/** Vacancies of all institutions with their steps, counts, units, budgets, headcounts and pay. */
export const LIST = `query List($first: Int!, $after: String) {
  vacancies(first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      cursor
      node {
        id
        title { nl }
        status
        institution { code }
        applicationDeadline { date }
        announcedSteps { key position kind }
        selectionProcedure { steps { key position kind } }
        applicationCount
        unitsConcerned {
          name { nl }
          budgets { kind amount { amount currency } }
          headcounts { kind value }
          budgetPerHead { amount rule }
        }
        position { title { nl } headcounts { kind value } size { operatingBudget { amount } headcount { value } } }
        pay { payScale salaryBand grossAnnualSalary { amount currency } mobilityBudget { amount currency } }
      }
    }
  }
}`;

const SOURCE = 'status notice copies { first last } rule inputs';

/** From a vacancy to its units, the whole tree around each, its post, and every line of each party, with sources. */
export const WALK = `query Walk($id: ID!) {
  vacancy(id: $id) {
    id
    unitsConcerned {
      id
      name { nl }
      ancestors { id name { nl } }
      subtree { depth unit { id name { nl } lines { ...Line } } }
      bodies { id name { nl } lines { ...Line } }
    }
    position {
      id
      title { nl }
      holder { status }
      lines(depth: 3) { ...Line }
    }
    recruiter { id lines { ...Line } }
  }
}
fragment Line on RelationshipLine {
  id
  kind
  label { nl fr en }
  from { __typename id name { nl } }
  to { __typename id name { nl } }
  topics { en }
  matter { en }
  condition { operator circumstances { en } }
  group { key operator }
  via { id }
  onBehalfOf { id }
  inConsultationWith { id }
  provenance(paths: ["kind"]) { path ${SOURCE} }
}`;

/** A list that goes six references deep at each entry. */
export const DEEP = `query Deep($first: Int!) {
  vacancies(first: $first) {
    edges { node {
      unitsConcerned { subtree { unit { positions { holder { status } lines(kinds: [LEADS], depth: 2) { to { name { nl } } } } } } }
      position { units { parent { children { bodies { name { nl } } budgets { id } headcounts { id } } } } }
    } }
  }
}`;
