import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dutch, ours, passage, SILENT_PAY, type VacancyState } from '@mandate-graph/domain';
import fc from 'fast-check';
import { type Catalogue, openCatalogue } from '../testing/catalogue.harness.ts';
import { idOf, NORTH, position, recorded, same, unit, vacancy } from '../testing/recorded.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await openCatalogue();
  await catalogue.take(
    recorded(
      NORTH,
      'unit',
      'archive',
      unit({ name: dutch('Archiefdienst', 'Archives', 'Archive'), aliases: ['KLUIS'] }),
    ),
    recorded(NORTH, 'position', 'head', position({ title: ours('Diensthoofd', 'Chef', 'Head') })),
    ...Object.entries(VACANCIES).map(([local, state]) => recorded(NORTH, 'vacancy', local, vacancy(state))),
  );
});
afterAll(() => catalogue.close());

const mission = (nl: string, fr = '-', en = '-') => ({ mission: passage(nl, fr, en) });
const VACANCIES: Record<string, Partial<VacancyState>> = {
  hospital: { title: dutch('Directeur', 'Directeur', 'Director'), ...mission('Leiding van de ziekenhuizen') },
  letters: mission('Brieven en adviezen over huizen, grenzen en competenties'),
  health: mission('-', 'La santé publique et les généraux annoncés', 'Public policies and their councils'),
  coordination: { title: ours('IT-coördinatie', 'Coordination', 'Coordination'), workplace: null },
  titled: { title: same('Rotonde') },
  'under-name': { unitsConcerned: [idOf(NORTH, 'unit', 'round')] },
  told: mission('Een rotonde, nog een rotonde en weer een rotonde. Rotonde, rotonde, rotonde, rotonde.'),
  coded: { selectionCode: 'ABC25001', rank: 'A5', ...mission("Aanwerving via C++, 50%, L'Oréal & \\ 'x' OR 1=1; --") },
  archivist: { unitsConcerned: [idOf(NORTH, 'unit', 'archive')], position: idOf(NORTH, 'position', 'head') },
  practical: {
    pay: { ...SILENT_PAY, payScale: 'S700' },
    workplace: { name: null, street: 'Lindelaan 8', postcode: '8999', city: null },
    contactPoints: [{ label: same('Mail'), email: 'post.box@desk.example', purpose: null }],
  },
};

const found = async (text: string, orderBy = 'TITLE'): Promise<string[]> => {
  const { data } = await catalogue.ask(
    'query ($text: String, $orderBy: VacancyOrder) { vacancies(filter: { text: $text }, orderBy: $orderBy) { totalCount edges { node { id } } } }',
    { text, orderBy },
  );
  expect(data.vacancies.totalCount).toBe(data.vacancies.edges.length);
  return data.vacancies.edges.map((edge: { node: { id: string } }) => edge.node.id.split(':')[2]);
};

describe('a search finds', () => {
  test.each([
    ['Dutch', 'ziekenhuis', 'hospital'],
    ['Dutch', 'ziekenhuizen', 'hospital'],
    ['Dutch', 'huis', 'letters'],
    ['Dutch', 'brief', 'letters'],
    ['Dutch', 'advies', 'letters'],
    ['Dutch', 'grens', 'letters'],
    ['Dutch', 'competentie', 'letters'],
    ['French', 'général', 'health'],
    ['French', 'annoncée', 'health'],
    ['English', 'policy', 'health'],
    ['English', 'council', 'health'],
  ])('%s endings: %s', async (_language, text, local) => {
    expect(await found(text)).toEqual([local]);
  });

  test.each(['sante', 'SANTÉ', 'sante\u0301'])('accents and capitals or not: %s', async (text) => {
    expect(await found(text)).toEqual(['health']);
  });

  test.each(['coördinatie', 'coordinatie', 'coord', 'it coordinat'])('beginnings of words: %s', async (text) => {
    expect(await found(text)).toEqual(['coordination']);
  });

  test('all words in one language, and no fewer', async () => {
    expect(await found('ziekenhuis leiding')).toEqual(['hospital']);
    expect(await found('ziekenhuis rotonde')).toEqual([]);
    // The title exists in English, the hospitals only in Dutch.
    expect(await found('director ziekenhuis')).toEqual([]);
  });

  test('without regard for the words that a language does not count, unless there are no others', async () => {
    expect(await found('de directeur van het ziekenhuis')).toEqual(['hospital']);
    expect(await found('weer een')).toEqual(['told']);
  });

  test.each(['archief', 'kluis', 'KLUI', 'diensthoofd', 'head archive', 'chef archives'])(
    'the names and aliases of its units and its position: %s',
    async (text) => {
      expect(await found(text)).toEqual(['archivist']);
    },
  );

  test.each(['ABC25001', 'abc2', 'a5'])('codes: %s', async (text) => expect(await found(text)).toEqual(['coded']));

  test.each(['S700', 's700', 'lindelaan', '8999', 'post.box@desk.example', 'desk'])(
    'pay scale, address and mailbox: %s',
    async (text) => {
      expect(await found(text)).toEqual(['practical']);
    },
  );

  test('the institution by its own name', async () => {
    expect((await found('noorderdienst')).length).toBe(Object.keys(VACANCIES).length);
  });

  test('what its units are called from now on', async () => {
    const round = (name: string, version: number) =>
      recorded(NORTH, 'unit', 'round', unit({ name: same(name) }), version);
    await catalogue.take(round('Vierkant', 1));
    expect(await found('vierkant')).toEqual(['under-name']);
    await catalogue.take(round('Rotonde', 2));
    expect(await found('vierkant')).toEqual([]);
    expect(await found('rotonde')).toEqual(['titled', 'told', 'under-name']);
  });

  test('titles before names before the rest, however often the rest says it', async () => {
    expect(await found('rotonde', 'RELEVANCE')).toEqual(['titled', 'under-name', 'told']);
    expect(await found('rotond', 'RELEVANCE')).toEqual(['titled', 'under-name', 'told']);
  });
});

describe('what a user writes is text', () => {
  let version = 0;

  test.each(["l'oréal", 'C++ 50%', "\\ 'x'", "'x' OR 1=1; --"])('%s', async (text) => {
    expect(await found(text)).toEqual(['coded']);
  });

  test.each(['!', '&|', '()', '<->', ':*', '%', '\\', "'", '""', '…', '\0', '\u0301'])(
    'only signs find nothing: %s',
    async (text) => {
      expect(await found(text)).toEqual([]);
    },
  );

  test('an empty box is no filter', async () => {
    expect((await found('  ')).length).toBe(Object.keys(VACANCIES).length);
  });

  test('operators change nothing', async () => {
    expect(await found('!ziekenhuis & (leiding | <-> leiding:*)')).toEqual(['hospital']);
  });

  test('of any kind it finds an answer', async () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        "'",
        '\\',
        '&',
        '|',
        '!',
        '(',
        ')',
        ':*',
        '<->',
        '%',
        '_',
        '"',
        '\0',
        'ŉ',
        '½',
        'ﬁ',
        'İ',
        'ß',
        "E'\\'",
      ),
      fc.constantFrom('ziekenhuis', 'rotonde', 'de'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 5 }), async (words) => {
        expect(Array.isArray(await found(words.join(' ').slice(0, 200)))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('any word of a text finds it, and is what the snippet marks', async () => {
    const word = fc.oneof(
      fc.stringMatching(/^[\p{L}\p{N}]{1,12}$/u),
      fc.constantFrom('ŉ', '½', 'ﬁne', 'İzmir', 'straße', 'cœur', 'ÅNGSTRÖM', 'l’été', '𝒳', '中文'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(5), async (words, pick) => {
        const wanted = words[pick % words.length]!;
        version += 1;
        await catalogue.take(recorded(NORTH, 'vacancy', 'varying', vacancy(mission(words.join('; '))), version));
        expect(await found(wanted)).toContain('varying');
      }),
      { numRuns: 40 },
    );
    await catalogue.take(recorded(NORTH, 'vacancy', 'varying', [], version + 1));
  });
});

describe('a snippet', () => {
  const snippets = async (text: string) => {
    const { data } = await catalogue.ask(
      'query ($text: String) { vacancies(filter: { text: $text }) { edges { relevance snippetLanguage snippet { text match } node { id } } } }',
      { text },
    );
    return data.vacancies.edges;
  };

  test('is of the language that matched, with what matched by its stem or its beginning', async () => {
    expect(await snippets('huis brief')).toEqual([
      expect.objectContaining({
        relevance: expect.any(Number),
        snippetLanguage: 'NL',
        snippet: [
          { text: 'Brieven', match: true },
          { text: ' en adviezen over ', match: false },
          { text: 'huizen', match: true },
          { text: ', grenzen en competenties', match: false },
        ],
      }),
    ]);
    const [health] = await snippets('councils pol');
    expect(health.snippetLanguage).toBe('EN');
    expect(
      health.snippet.filter((part: { match: boolean }) => part.match).map((part: { text: string }) => part.text),
    ).toEqual(['policies', 'councils']);
  });

  test('may be the name of a unit', async () => {
    const [archivist] = await snippets('kluis');
    expect(archivist.snippet).toEqual([{ text: 'KLUIS', match: true }]);
  });

  test('is text, markup and all', async () => {
    await catalogue.take(recorded(NORTH, 'vacancy', 'markup', vacancy(mission('<b>zeldzaam</b> & <script>'))));
    const [markup] = await snippets('zeldzaam');
    expect(markup.snippet.map((part: { text: string }) => part.text).join('')).toBe('<b>zeldzaam</b> & <script>');
  });

  test('is null without a search, and so is the relevance', async () => {
    const { data } = await catalogue.ask(
      '{ vacancies(first: 1) { edges { relevance snippetLanguage snippet { text } } } }',
    );
    expect(data.vacancies.edges).toEqual([{ relevance: null, snippetLanguage: null, snippet: null }]);
  });
});
