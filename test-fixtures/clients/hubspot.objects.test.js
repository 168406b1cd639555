import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { client, errorOf, same } from './portal.js';

const PEOPLE = 250;
const { contacts, companies } = client().crm;

before(async () => {
    for (let from = 0; from < PEOPLE; from += 100) {
        const inputs = Array.from({ length: Math.min(100, PEOPLE - from) }, (_, i) => ({
            properties: { email: `p${from + i}@paging.example`, jobtitle: 'Paging' },
            associations: [],
        }));
        const made = await contacts.batchApi.create({ inputs });
        assert.equal(made.status, 'COMPLETE');
        assert.equal(made.results.length, inputs.length);
    }
});

test('lists all contacts, page by page', async () => {
    const all = await contacts.getAll(100, undefined, ['email', 'jobtitle']);
    assert.equal(all.filter((each) => each.properties.jobtitle === 'Paging').length, PEOPLE);
    const ids = all.map((each) => BigInt(each.id));
    assert.ok(ids.every((id, i) => i === 0 || id > ids[i - 1]));
});

test('searches page by page', async () => {
    const found = new Set();
    const sizes = [];
    let after;
    do {
        const page = await contacts.searchApi.doSearch({
            filterGroups: [{ filters: [same('jobtitle', 'Paging')] }],
            sorts: ['hs_object_id'],
            properties: ['email'],
            limit: 100,
            after,
        });
        assert.equal(page.total, PEOPLE);
        sizes.push(page.results.length);
        page.results.forEach((each) => found.add(each.properties.email));
        after = page.paging?.next?.after;
    } while (after);
    assert.deepEqual(sizes, [100, 100, 50]);
    assert.equal(found.size, PEOPLE);
});

test('makes, reads, changes, empties and archives a contact', async () => {
    const made = await contacts.basicApi.create({
        properties: { email: 'Ada@Client.example', firstname: 'Ada' },
        associations: [],
    });
    assert.equal(made.properties.email, 'ada@client.example');
    assert.ok(made.createdAt instanceof Date && made.updatedAt instanceof Date);
    await contacts.basicApi.update(made.id, { properties: { jobtitle: 'CTO', firstname: '' } });
    const read = await contacts.basicApi.getById(
        'ada@client.example', ['jobtitle', 'firstname'], ['jobtitle'], undefined, false, 'email',
    );
    assert.equal(read.id, made.id);
    assert.deepEqual([read.properties.jobtitle, read.properties.firstname || null], ['CTO', null]);
    assert.deepEqual(read.propertiesWithHistory.jobtitle.map((each) => each.value), ['CTO']);
    await contacts.basicApi.archive(made.id);
    assert.equal((await errorOf(contacts.basicApi.getById(made.id))).status, 404);
    assert.equal((await contacts.basicApi.getById(made.id, ['email'], undefined, undefined, true)).archived, true);
});

test('is told 409 and the existing id when a contact exists', async () => {
    const body = { properties: { email: 'twice@client.example' }, associations: [] };
    const made = await contacts.basicApi.create(body);
    const refused = await errorOf(contacts.basicApi.create(body));
    assert.equal(refused.status, 409);
    assert.equal(refused.body.category, 'CONFLICT');
    assert.match(refused.body.message, new RegExp(`Existing ID: ${made.id}`));
});

test('is told 404 for a contact and 400 for a value and a property that do not exist', async () => {
    const missing = await errorOf(contacts.basicApi.getById('49999999999'));
    assert.deepEqual([missing.status, missing.body.category], [404, 'OBJECT_NOT_FOUND']);
    const wrong = { hs_lead_status: 'NOPE', nonsense: 'x' };
    for (const [name, value] of Object.entries(wrong)) {
        const refused = await errorOf(contacts.basicApi.create({ properties: { [name]: value }, associations: [] }));
        assert.deepEqual([refused.status, refused.body.category], [400, 'VALIDATION_ERROR']);
    }
});

test('reads a batch by e-mail, and is told with 207 which one is missing', async () => {
    const read = await contacts.batchApi.read({
        properties: ['email'],
        propertiesWithHistory: [],
        idProperty: 'email',
        inputs: [{ id: 'p0@paging.example' }, { id: 'p1@paging.example' }, { id: 'nobody@paging.example' }],
    });
    assert.deepEqual(read.results.map((each) => each.properties.email).sort(), ['p0@paging.example', 'p1@paging.example']);
    assert.equal(read.numErrors, 1);
    assert.equal(read.errors[0].category, 'OBJECT_NOT_FOUND');
});

test('upserts a batch by key: made, then changed, never doubled', async () => {
    const upsert = (jobtitle) => contacts.batchApi.upsert({
        inputs: ['u1', 'u2'].map((key) => ({
            id: key,
            idProperty: 'leadloop_key',
            properties: { leadloop_key: key, jobtitle },
        })),
    });
    const made = await upsert('Upsert');
    const again = await upsert('Upserted');
    assert.deepEqual(made.results.map((each) => each._new), [true, true]);
    assert.deepEqual(again.results.map((each) => each._new), [false, false]);
    assert.deepEqual(again.results.map((each) => each.id).sort(), made.results.map((each) => each.id).sort());
});

test('updates a batch; with trace ids a bad row leaves its neighbour alone', async () => {
    const ids = (await contacts.batchApi.read({
        properties: [],
        propertiesWithHistory: [],
        idProperty: 'email',
        inputs: [{ id: 'p7@paging.example' }, { id: 'p8@paging.example' }],
    })).results.map((each) => each.id);
    const answer = await contacts.batchApi.update({
        inputs: [
            { id: ids[0], objectWriteTraceId: 'good', properties: { hs_lead_status: 'IN_PROGRESS' } },
            { id: ids[1], objectWriteTraceId: 'bad', properties: { hs_lead_status: 'NOPE' } },
        ],
    });
    assert.deepEqual(answer.results.map((each) => each.id), [ids[0]]);
    assert.equal(answer.numErrors, 1);
    assert.deepEqual(answer.errors[0].context.objectWriteTraceId, ['bad']);
});

test('merges two contacts into a new id', async () => {
    const [one, two] = (await contacts.batchApi.create({
        inputs: ['m1', 'm2'].map((name) => ({ properties: { email: `${name}@merge.example` }, associations: [] })),
    })).results.map((each) => each.id);
    const merged = await contacts.basicApi.merge({ primaryObjectId: one, objectIdToMerge: two });
    assert.ok(merged.id !== one && merged.id !== two);
    assert.equal((await contacts.basicApi.getById(one)).id, merged.id);
});

test('makes and searches companies', async () => {
    const made = await companies.basicApi.create({
        properties: { name: 'Northwind', domain: 'northwind.example' },
        associations: [],
    });
    const found = await companies.searchApi.doSearch({
        filterGroups: [{ filters: [same('domain', 'northwind.example')] }],
        properties: ['name'],
        limit: 10,
    });
    assert.deepEqual(found.results.map((each) => each.id), [made.id]);
});
