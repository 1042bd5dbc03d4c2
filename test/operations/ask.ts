/** One operation, as any client would ask it. */
export async function ask(url: string, query: string): Promise<unknown> {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

/** The status of every vacancy, by the institution's code. */
export async function statuses(url: string): Promise<Record<string, string>> {
  const answer = (await ask(url, '{ vacancies { edges { node { status institution { code } } } } }')) as {
    data: { vacancies: { edges: { node: { status: string; institution: { code: string } } | null }[] } };
  };
  return Object.fromEntries(
    answer.data.vacancies.edges.flatMap(({ node }) =>
      node === null ? [] : [[node.institution.code, node.status] as const],
    ),
  );
}
