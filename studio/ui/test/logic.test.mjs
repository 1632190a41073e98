import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { close, load } from './typescript.mjs';

after(close);

const { parseTsv, writeTsv } = await load('pages/data/tsv.ts');
const { batches } = await load('api/ndjson.ts');
const { arrayItems, arrayText, bytesOf, hexOf, imageType, norm, vectorNumbers } = await load('pages/data/literals.ts');
const { familyOf } = await load('pages/data/family.ts');
const { moved, at, rangeOf, wholeRows } = await load('pages/data/grid/selection.ts');
const { editsOf, newRow, withDeleted, withNew, withRead, withValue } = await load('pages/data/staged/staged.ts');
const { givenOf, laidDown } = await load('pages/data/pasting.ts');
const { statementsOf, statementAt } = await load('pages/sql/statements.ts');
const { formatted } = await load('pages/sql/format.ts');
const { drawnHeight, revealed, scaleOf } = await load('pages/data/grid/scale.ts');
const { pull } = await load('pages/data/grid/useDragSelect.ts');
const { misjudged, readPlan } = await load('pages/sql/plan.ts');
const { tokens } = await load('kit/sqlTokens.ts');
const { toMermaid } = await load('pages/diagram/mermaid.ts');

test('a spreadsheet’s cells come back as they were copied', () => {
  const cells = [['a', '', 'tab\there'], ['line\nbreak', '"quoted"', 'z']];
  assert.deepEqual(parseTsv(writeTsv(cells)), cells);
});

test('pasted text is taken apart as spreadsheets write it', () => {
  assert.deepEqual(parseTsv('1\t2\r\n3\t\r\n'), [['1', '2'], ['3', '']]);
  assert.deepEqual(parseTsv('"a\nb"\tc'), [['a\nb', 'c']]);
  assert.deepEqual(parseTsv('"he said" so\tx'), [['"he said" so', 'x']]);
  assert.deepEqual(parseTsv(''), []);
});

test('lines of JSON are whole however the stream is cut', async () => {
  const bytes = new TextEncoder().encode('{"columns":["ö"]}\n["1",null]\n["9007199254740993","ä"]\n{"next":null}');
  for (const size of [1, 2, 5, 17, 1000]) {
    const stream = new ReadableStream({
      start(controller) {
        for (let place = 0; place < bytes.length; place += size) controller.enqueue(bytes.slice(place, place + size));
        controller.close();
      },
    });
    const found = [];
    for await (const batch of batches(stream)) found.push(...batch);
    assert.deepEqual(found, [{ columns: ['ö'] }, ['1', null], ['9007199254740993', 'ä'], { next: null }]);
  }
});

test('arrays are read and written as the database prints them', () => {
  assert.deepEqual(arrayItems('{red,"dark blue",NULL,"NULL","a\\"b\\\\c",""}'), ['red', 'dark blue', null, 'NULL', 'a"b\\c', '']);
  assert.deepEqual(arrayItems('{}'), []);
  assert.equal(arrayItems('{{1,2},{3,4}}'), null);
  assert.equal(arrayItems('red'), null);
  const items = ['plain', 'two words', null, '', 'null', 'a,b', '{x}', '"\\'];
  assert.deepEqual(arrayItems(arrayText(items)), items);
});

test('vectors and bytes tell what they are', () => {
  assert.deepEqual(vectorNumbers('[3,4]'), [3, 4]);
  assert.equal(norm([3, 4]), 5);
  assert.equal(vectorNumbers('[a]'), null);
  assert.equal(hexOf(bytesOf('\\x00ff10')), '\\x00ff10');
  assert.equal(bytesOf('\\x0'), null);
  assert.equal(imageType(bytesOf('\\x89504e470d0a1a0a')), 'image/png');
  assert.equal(imageType(new TextEncoder().encode('<svg onload="x">')), null);
});

test('a type’s family comes from what it is based on', () => {
  assert.equal(familyOf({ type: 'numeric(12,2)' }), 'number');
  assert.equal(familyOf({ type: 'timestamp(3) with time zone' }), 'timestamp');
  assert.equal(familyOf({ type: 'email', base: 'text', labels: [] }), 'text');
  assert.equal(familyOf({ type: 'mood', base: 'enum', labels: ['ok'] }), 'enum');
  assert.equal(familyOf({ type: 'text[]', base: 'array' }), 'array');
});

test('keys move the focus and stay inside', () => {
  const extent = { rows: 3, columns: 2 };
  const press = (key, more = {}) => ({ key, shift: false, mod: false, ...more });
  assert.deepEqual(moved(at(0, 0), press('ArrowUp'), extent, 10).focus, { row: 0, column: 0 });
  assert.deepEqual(moved(at(0, 0), press('End', { mod: true }), extent, 10).focus, { row: 2, column: 1 });
  const grown = moved(at(1, 0), press('ArrowDown', { shift: true }), extent, 10);
  assert.deepEqual(rangeOf(grown), { top: 1, bottom: 2, left: 0, right: 0 });
  assert.deepEqual(rangeOf(wholeRows(2, 1, extent)), { top: 1, bottom: 2, left: 0, right: 1 });
  assert.equal(moved(at(0, 0), press('x'), extent, 10), null);
});

const row = { id: '["7"]', key: { id: '7' }, read: { id: '7', name: 'a', note: null } };

test('a value given back is no change', () => {
  const changed = withValue([], row, 'name', 'b');
  assert.deepEqual(editsOf(changed), [{ kind: 'update', key: { id: '7' }, old: { name: 'a' }, values: { name: 'b' } }]);
  assert.deepEqual(withValue(changed, row, 'name', 'a'), []);
});

test('null and the empty string are different changes', () => {
  assert.equal(withValue([], row, 'note', '')[0].values.note, '');
  assert.deepEqual(withValue([], row, 'note', null), []);
});

test('deleted rows are compared with what was read, and new rows come as they stand in the grid', () => {
  let staged = withNew(withNew([], [newRow('new 1', { name: 'x' })]), [newRow('new 2', { name: 'y' })], 'after');
  staged = withDeleted(staged, row, true);
  assert.deepEqual(editsOf(staged).map((edit) => [edit.kind, edit.values.name ?? edit.old.name]), [['delete', 'a'], ['insert', 'x'], ['insert', 'y']]);
  assert.equal('id' in editsOf(staged)[0].old, false);
  assert.deepEqual(withDeleted(staged, row, false).length, 2);
});

test('a change that goes over somebody else’s is compared with theirs', () => {
  const staged = withRead(withValue([], row, 'name', 'mine'), row.id, { name: 'theirs' });
  assert.deepEqual(editsOf(staged)[0].old, { name: 'theirs' });
});

test('what was big when it was read is not compared', () => {
  const big = { ...row, read: { ...row.read, note: { $: 'big', kind: 'text', length: 9, head: 'x', ref: 'r' } } };
  assert.deepEqual(editsOf(withValue([], big, 'note', 'short'))[0].old, {});
});

test('pasting one cell fills the selection, and more cells are laid down from its corner', () => {
  const range = { top: 1, bottom: 2, left: 0, right: 1 };
  assert.equal(laidDown([['x']], range).length, 4);
  assert.deepEqual(laidDown([['a', 'b']], range), [{ row: 1, column: 0, text: 'a' }, { row: 1, column: 1, text: 'b' }]);
  const column = (type, labels = []) => ({ type, labels });
  assert.equal(givenOf(column('integer'), ''), null);
  assert.equal(givenOf(column('text'), ''), '');
  assert.equal(givenOf(column('boolean'), 'Yes'), true);
});

test('statements end at semicolons that are not inside of anything', () => {
  const text = "select ';' as a; -- not; here\nselect $x$ ; $x$;\n\n/* ; */ select \"a;b\"";
  assert.deepEqual(statementsOf(text).map((one) => text.slice(one.from, one.to) === one.text && one.text.includes('select')), [true, true, true]);
  assert.equal(statementAt(text, 3).text, "select ';' as a;");
  assert.equal(statementAt('select 1;\n\n', 11).text, 'select 1;');
  assert.equal(statementAt('  ', 1), null);
});

test('coloured SQL is the same SQL', () => {
  const text = "SELECT 'it''s', $$body$$ FROM \"t\" WHERE x >= 1.5 -- end";
  assert.equal(tokens(text).map((token) => token.text).join(''), text);
});

test('a plan tells where the time went and what was misjudged', () => {
  const plan = readPlan([{ Plan: { 'Node Type': 'Nested Loop', 'Plan Rows': 10, 'Total Cost': 100, 'Actual Rows': 1000, 'Actual Loops': 1, 'Actual Total Time': 10,
    Plans: [{ 'Node Type': 'Seq Scan', 'Relation Name': 'orders', Alias: 'o', 'Plan Rows': 10, 'Total Cost': 90, 'Actual Rows': 10, 'Actual Loops': 2, 'Actual Total Time': 4, Filter: '(x)' }] }, 'Execution Time': 11 }]);
  assert.equal(plan.root.share.toFixed(1), '0.2');
  assert.equal(plan.root.children[0].share.toFixed(1), '0.8');
  assert.equal(plan.root.children[0].on, 'orders o');
  assert.equal(misjudged(plan.root), 100);
  assert.equal(readPlan({ other: 1 }), null);
});

test('a formatter changes blanks and the case of keywords, and refuses where it would change more', () => {
  assert.equal(formatted("select  a,'x  y' from t where b->>'k'='v'", 'postgresql'), "SELECT\n  a,\n  'x  y'\nFROM\n  t\nWHERE\n  b ->> 'k' = 'v'");
  assert.match(formatted('select $$ a;  b $$; -- why\nselect "Odd Name"::text', 'postgresql'), /\$\$ a; {2}b \$\$;[^]*-- why[^]*"Odd Name"::text/);
  assert.throws(() => formatted("select 'never closed", 'postgresql'));
});

test('the scrollbar reaches the last of millions of rows, and no browser draws more than it can', () => {
  assert.equal(scaleOf(100_000, 600), 1);
  const rows = 5_000_000;
  const scale = scaleOf(rows, 600);
  assert.equal(drawnHeight(rows), 15_000_000);
  const furthest = (drawnHeight(rows) - 600) * scale;
  assert.ok(Math.abs(furthest - revealed(rows - 1, 0, 600)) < 1, 'the last row is at the end');
  assert.equal(revealed(10, 100, 600), 100, 'what is seen stays where it is');
  assert.equal(revealed(1, 100, 600), 28);
});

test('a pointer scrolls the faster the farther it is outside', () => {
  assert.deepEqual([pull(50, 0, 100), pull(103, 0, 100), pull(-30, 0, 100), pull(9000, 0, 100)], [0, 1, -10, 48]);
});

test('a diagram is text for Mermaid, whatever its names are', () => {
  const column = { type: 'timestamptz(3)', name: 'at', key: false, foreign: false };
  const tables = [
    { id: 'public.users', name: 'users', columns: [{ ...column, type: 'int8', name: 'id', key: true }, column] },
    { id: 'a "b".c%', name: 'c%', columns: [{ ...column, type: 'numeric(10,2)[]', name: '2nd user', key: true, foreign: true }] },
  ];
  const links = [{ name: 'of', from: 'a "b".c%', to: 'public.users', optional: true }];
  assert.equal(
    toMermaid({ tables, links }, 'columns'),
    'erDiagram\n    "public.users" {\n        int8 id PK\n        timestamptz(3) at\n    }\n    "a _b_.c_" {\n        numeric(10_2)[] _2nd_user PK, FK\n    }\n    "public.users" |o--o{ "a _b_.c_" : "of"\n',
  );
});
