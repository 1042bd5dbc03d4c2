import net from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { Readiness } from './health.ts';
import { LEAK, startFake, startGraph, type TestGraph } from './testing/graph.ts';

describe('readiness', () => {
  const counting = (answer: () => boolean | Promise<boolean>) => {
    const check = Object.assign(
      async () => {
        check.asked += 1;
        return answer();
      },
      { asked: 0 },
    );
    return check;
  };

  it('asks each subgraph once for many probes at a time, and not again while the result is fresh', async () => {
    let now = 0;
    const a = counting(() => true);
    const b = counting(() => now < 1_000);
    const readiness = new Readiness({
      checks: new Map([
        ['a', a],
        ['b', b],
      ]),
      keep: 500,
      now: () => now,
    });
    const probes = await Promise.all(Array.from({ length: 50 }, () => readiness.state()));
    expect(new Set(probes.map(({ status }) => status))).toEqual(new Set(['ready']));
    now = 499;
    await readiness.state();
    expect([a.asked, b.asked]).toEqual([1, 1]);
    now = 1_000;
    expect(await readiness.state()).toEqual({ status: 'not ready', subgraphs: { a: true, b: false } });
    expect([a.asked, b.asked]).toEqual([2, 2]);
  });

  it('is over once draining begins, also for probes that wait', async () => {
    let answer: (value: boolean) => void = () => {};
    const readiness = new Readiness({
      checks: new Map([
        [
          'a',
          () =>
            new Promise<boolean>((resolve) => {
              answer = resolve;
            }),
        ],
      ]),
    });
    const waiting = readiness.state();
    readiness.drain();
    answer(true);
    expect(await waiting).toEqual({ status: 'draining', subgraphs: {} });
    expect(await readiness.state()).toEqual({ status: 'draining', subgraphs: {} });
  });
});

describe('/health', () => {
  const probe = async (graph: TestGraph, path = '/health/ready') => {
    const response = await fetch(`${graph.gateway.url}${path}`);
    return { status: response.status, text: await response.text() };
  };
  /** Asks until the answer has this status: results are kept for a moment. */
  const until = async (graph: TestGraph, status: number) => {
    for (;;) {
      const answer = await probe(graph);
      if (answer.status === status) return answer;
    }
  };

  it('is ready only while every subgraph is, and names each', async () => {
    const graph = await startGraph();
    expect(JSON.parse((await probe(graph)).text)).toEqual({
      status: 'ready',
      subgraphs: { catalogue: true, 'ksz-ehealth': true },
    });
    expect(await graph.gateway.ready()).toBe(true);

    await graph.stop('ksz-ehealth');
    const down = await until(graph, 503);
    expect(JSON.parse(down.text)).toEqual({
      status: 'not ready',
      subgraphs: { catalogue: true, 'ksz-ehealth': false },
    });
    expect(down.text).not.toMatch(LEAK);
    expect(await graph.gateway.ready()).toBe(false);
    expect((await probe(graph, '/health/live')).status).toBe(200);

    const fake = await startFake(() => {});
    graph.redirect('ksz-ehealth', fake.url);
    await until(graph, 200);
    await graph.close();
    await fake.close();
  });

  it('does not wait for a subgraph that hangs', async () => {
    const hanging = net.createServer(() => {});
    await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
    const graph = await startGraph();
    graph.redirect('catalogue', `http://127.0.0.1:${(hanging.address() as net.AddressInfo).port}`);
    const began = performance.now();
    expect(JSON.parse((await until(graph, 503)).text).subgraphs).toEqual({ catalogue: false, 'ksz-ehealth': true });
    // Half of the time that it has for what is asked of it.
    expect(performance.now() - began).toBeLessThan(10_000);
    await graph.close();
    hanging.close();
  });

  it('says 503 to a probe that arrives while it drains', async () => {
    const graph = await startGraph();
    const { hostname, port } = new URL(graph.gateway.url);
    const socket = net.connect(Number(port), hostname);
    // Half a request: the connection is in use, so it is there when draining begins.
    await new Promise<void>((resolve) => socket.write('GET /health/ready HTTP/1.1\r\nHost: x\r\n', () => resolve()));
    await probe(graph);
    const closing = graph.gateway.close();
    socket.write('Connection: close\r\n\r\n');
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    expect(text).toMatch(/^HTTP\/1\.1 503 /);
    expect(text).toContain('"draining"');
    await closing;
    await graph.close();
  });
});
