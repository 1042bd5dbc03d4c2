import { examples, variables } from '/graphiql/examples.js';

const { React, ReactDOM, GraphiQL } = window;
const { createElement, useState } = React;

/** `gob-connectit;dur=12.3;desc="2 statements"` as people read it. */
const readTiming = (header) =>
  header
    .split(', ')
    .map((entry) => entry.replace(/^([\w-]+);dur=([\d.]+);desc="([^"]*)"$/, '$1: $3, $2 ms'))
    .join(' · ');

const operationName = (query) => /query (\w+)/.exec(query)[1];

const tabs = examples.map((query) => {
  const values = variables[operationName(query)];
  return { query, ...(values && { variables: JSON.stringify(values, null, 2) }) };
});

function App() {
  const [cost, setCost] = useState('');
  const [fetcher] = useState(() => async (operation, options) => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { ...options?.headers, 'content-type': 'application/json' },
      body: JSON.stringify(operation),
    });
    if (operation.operationName !== 'IntrospectionQuery') {
      setCost(readTiming(response.headers.get('server-timing') ?? ''));
    }
    return response.json();
  });
  return createElement(
    GraphiQL,
    { fetcher, defaultTabs: tabs },
    createElement(GraphiQL.Logo, null, createElement('span', { className: 'graph-name' }, 'Mandate Graph')),
    createElement(GraphiQL.Footer, null, createElement('div', { className: 'graph-cost' }, cost)),
  );
}

ReactDOM.createRoot(document.getElementById('graphiql')).render(createElement(App));
